// A safety step that was ended: how, what was said, and the next look, which somebody marks when it was made.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredSafetyStep } from '#shared/records/safety-step';
import { useWrite } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { checkInstant, NextCheckField, noCheckYet } from './next-check.tsx';

interface EndedStepProps {
  readonly step: StoredSafetyStep;
  readonly pronouns: Pronouns;
}

export function EndedStep({ step, pronouns }: EndedStepProps) {
  const t = useText();
  const { status, safeNow, means, staysWith, informed, endedAt, nextCheckAt } = step;
  if (status === 'OPEN') return null;
  const isThey = pronouns.they === 'they';
  const lines: readonly (readonly [string, string])[] = [
    [
      isThey ? t('wellbeing.safeNowThey', pronouns) : t('wellbeing.safeNow', pronouns),
      safeNow === null ? '' : t(`wellbeing.safe.${safeNow}`),
    ],
    [t('wellbeing.means', pronouns), means === null ? '' : t(`wellbeing.meansOptions.${means}`)],
    [t('wellbeing.staysWith', pronouns), staysWith],
    [t('wellbeing.informed'), informed],
    [t('wellbeing.nextLook'), nextCheckAt === null ? t('wellbeing.noLook') : dayAndTime(nextCheckAt)],
  ];
  const how = status === 'WENT_THROUGH' ? t('wellbeing.ended.WENT_THROUGH') : t('wellbeing.declinedEnd', pronouns);
  return (
    <Sheet title={t('wellbeing.step')}>
      <div className="stack">
        <Ok>{t('wellbeing.endedAt', { how, when: dayAndTime(endedAt ?? step.savedAt) })}</Ok>
        <dl className="step-lines">
          {lines
            .filter(([, said]) => said !== '')
            .map(([asked, said]) => (
              <div key={asked}>
                <dt className="small dim">{asked}</dt>
                <dd dir="auto">{said}</dd>
              </div>
            ))}
        </dl>
        {nextCheckAt !== null && <Looked step={step} />}
      </div>
    </Sheet>
  );
}

function Looked({ step }: { step: StoredSafetyStep }) {
  const t = useText();
  const checked = useWrite('safetyStep.checked');
  const [isAsking, setAsking] = useState(false);
  const [next, setNext] = useState(noCheckYet);
  const keep = async (nextCheckAt: number | null): Promise<void> => {
    const result = await checked.run({ stepId: step.id, basedOn: step.revision, nextCheckAt });
    if (result.ok) setAsking(false);
  };
  if (!isAsking) {
    return (
      <div>
        <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
          {t('wellbeing.looked')}
        </Button>
      </div>
    );
  }
  const at = checkInstant(next);
  return (
    <div className="stack">
      <NextCheckField label={t('wellbeing.lookedAgain')} value={next} onChange={setNext} />
      {checked.error && <ErrorSentence error={checked.error} />}
      <div className="row wrap">
        <Button variant="default" disabled={at === null} onClick={() => void keep(at)}>
          {t('wellbeing.lookedKeep')}
        </Button>
        <Button variant="default" onClick={() => void keep(null)}>
          {t('wellbeing.lookedNone')}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(false)}>
          {t('wellbeing.lookedLeave')}
        </Button>
      </div>
    </div>
  );
}
