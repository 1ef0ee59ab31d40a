// How hard it is for her right now, if she wants to say. From seven on, ways back to the room and a way to stop are offered.
import { Button, NativeSelect } from '@mantine/core';
import { HARD_FROM } from '#shared/records/conversation-rules';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { TalkDraft } from './talk-draft.ts';

const steps = ['feet', 'water', 'see', 'breathe', 'here'] as const;

interface ComfortProps {
  readonly talk: TalkDraft;
  readonly pronouns: Pronouns;
  readonly onStop: () => void;
}

export function Comfort({ talk, pronouns, onStop }: ComfortProps) {
  const t = useText();
  const { comfort } = talk.details;
  const isHard = comfort !== null && comfort >= HARD_FROM;
  const levels = Array.from({ length: 11 }, (_, level) => ({ value: String(level), label: String(level) }));
  return (
    <Sheet lit={isHard}>
      <div className="stack">
        <NativeSelect
          id="talk-comfort"
          label={t('talk.comfort')}
          description={t('talk.comfortHint', pronouns)}
          data={[{ value: '', label: t('talk.comfortNone') }, ...levels]}
          value={comfort === null ? '' : String(comfort)}
          onChange={({ currentTarget: { value } }) =>
            talk.change({ comfort: value === '' ? null : Number(value) }, 'talk-comfort')
          }
        />
        {isHard && (
          <div className="stack" role="status">
            <p>
              <b>{t('talk.hard')}</b>
            </p>
            <div>
              <p className="field-label">{t('talk.grounding')}</p>
              <ul className="grounding">
                {steps.map((step) => (
                  <li key={step}>{t(`talk.ground.${step}`)}</li>
                ))}
              </ul>
            </div>
            <div>
              <Button onClick={onStop}>{t('talk.end')}</Button>
            </div>
          </div>
        )}
      </div>
    </Sheet>
  );
}
