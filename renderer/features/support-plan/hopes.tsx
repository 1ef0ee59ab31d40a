// What she hopes for, the largest thing on the page, and what she can build on.
import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredSupportPlan } from '#shared/records/support-plan';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Hers } from '../../ui/hers.tsx';
import { IconClose } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { PageWriting } from './page-draft.ts';
import type { PlanActs } from './plan-acts.ts';

interface HopesProps {
  readonly plan: StoredSupportPlan | null;
  readonly acts: PlanActs;
  readonly writing: PageWriting;
  readonly pronouns: Pronouns;
}

export function Hopes({ plan, acts, writing, pronouns }: HopesProps) {
  const t = useText();
  const vision = plan?.vision ?? '';
  const label = pronouns.they === 'they' ? t('supportPlan.hopesThey', pronouns) : t('supportPlan.hopes', pronouns);
  if (writing.vision !== null) return <HopesForm label={label} words={writing.vision} acts={acts} writing={writing} />;
  return (
    <section className="hopes" aria-label={label}>
      <p className="label-line dim">{label}</p>
      {vision === '' ? (
        <p className="dim">{t('supportPlan.hopesEmpty')}</p>
      ) : (
        <p>
          <Hers quote size="xl">
            {vision}
          </Hers>
        </p>
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => writing.write({ vision }, 'plan-vision')}>
        {vision === '' ? t('supportPlan.hopesWrite') : t('supportPlan.hopesChange')}
      </Button>
    </section>
  );
}

interface HopesFormProps extends Pick<HopesProps, 'acts' | 'writing'> {
  readonly label: string;
  readonly words: string;
}
function HopesForm({ label, words, acts, writing }: HopesFormProps) {
  const t = useText();
  const keep = async (): Promise<void> => {
    if (!acts.isRunning && (await acts.setHead({ vision: words.trim() }))) await writing.close('vision');
  };
  return (
    <section className="hopes stack">
      <Textarea
        id="plan-vision"
        className="her-box"
        label={label}
        value={words}
        maxLength={2_000}
        onChange={(event) => writing.write({ vision: event.currentTarget.value }, 'plan-vision')}
        autoFocus
        autosize
        minRows={2}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
      />
      <div className="row wrap">
        <Button variant="default" onClick={() => void writing.close('vision')}>
          {t('supportPlan.leaveHopes')}
        </Button>
        <Button variant="default" loading={acts.isRunning} onClick={() => void keep()}>
          {t('supportPlan.hopesKeep')}
        </Button>
      </div>
    </section>
  );
}

export function Strengths({ plan, acts, pronouns }: Omit<HopesProps, 'writing'>) {
  const t = useText();
  const [words, setWords] = useState('');
  const strengths = plan?.strengths ?? [];
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (words.trim() === '' || acts.isRunning) return;
    if (await acts.setHead({ strengths: [...strengths, words.trim()] })) setWords('');
  };
  return (
    <Sheet title={t('supportPlan.strengths', pronouns)}>
      <div className="stack">
        {strengths.length === 0 && <p className="dim">{t('supportPlan.strengthsNone')}</p>}
        <ul className="strengths">
          {strengths.map((strength, at) => (
            <li key={`${at} ${strength}`}>
              <span className="grow" dir="auto">
                {strength}
              </span>
              <ActionIcon
                variant="subtle"
                size={28}
                aria-label={t('supportPlan.removeStrength', { what: strength })}
                disabled={acts.isRunning}
                onClick={() => void acts.setHead({ strengths: strengths.filter((_, other) => other !== at) })}
              >
                <IconClose size={15} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form className="row" onSubmit={(event) => void add(event)}>
          <TextInput
            className="grow"
            aria-label={t('supportPlan.strength')}
            value={words}
            maxLength={500}
            onChange={(event) => setWords(event.currentTarget.value)}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" variant="default" disabled={words.trim() === ''}>
            {t('supportPlan.addStrength')}
          </Button>
        </form>
      </div>
    </Sheet>
  );
}
