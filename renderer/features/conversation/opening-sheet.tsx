// What is said before the first question. Each step can be left out, with a reason or without; nothing waits for it.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { OpeningStep } from '#shared/records/conversation';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { TalkDraft } from './talk-draft.ts';

interface OpeningProps {
  readonly talk: TalkDraft;
  readonly pronouns: Pronouns;
}

export function OpeningSheet({ talk, pronouns }: OpeningProps) {
  const t = useText();
  return (
    <Sheet title={t('talk.opening')} end={t('talk.openingEnd')}>
      <ul className="opening">
        {OpeningStep.options.map((step) => (
          <Step key={step} step={step} talk={talk} pronouns={pronouns} />
        ))}
      </ul>
    </Sheet>
  );
}

function Step({ step, talk, pronouns }: OpeningProps & { readonly step: OpeningStep }) {
  const t = useText();
  const { opening } = talk.details;
  const mark = opening[step];
  const id = `talk-${step.toLowerCase()}`;
  const put = (next: typeof mark): void => {
    const { [step]: _before, ...others } = opening;
    talk.change({ opening: next === undefined ? others : { ...others, [step]: next } }, id);
  };
  const isLeftOut = mark?.isDone === false;
  return (
    <li>
      <div className="opening-step">
        <Checkbox
          id={id}
          label={t(`talk.step.${step}`, pronouns)}
          checked={mark?.isDone === true}
          onChange={(event) => put(event.currentTarget.checked ? { isDone: true, reason: '' } : undefined)}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          aria-pressed={isLeftOut}
          aria-describedby={id}
          onClick={() => put(isLeftOut ? undefined : { isDone: false, reason: '' })}
        >
          {t('talk.notDone')}
        </Button>
      </div>
      {isLeftOut && (
        <TextInput
          id={`${id}-why`}
          aria-label={t('talk.notDoneWhy')}
          placeholder={t('talk.notDoneWhy')}
          value={mark.reason}
          maxLength={200}
          dir="auto"
          onChange={(event) => put({ isDone: false, reason: event.currentTarget.value })}
        />
      )}
    </li>
  );
}
