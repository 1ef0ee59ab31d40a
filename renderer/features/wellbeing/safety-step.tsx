// The safety step: what is asked before anything else. It cannot be left in silence: it stays open, here and on Today, until it
// was gone through or she chose not to go on.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { z } from 'zod';
import { SafetyStep, type SafetyStepEnd, type StoredSafetyStep } from '#shared/records/safety-step';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useDraft } from '../../forms/use-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import { checkInstant, NextCheckField, noCheckYet } from './next-check.tsx';
import { EndedStep } from './ended-step.tsx';

interface StepProps {
  readonly stepId: StoredSafetyStep['id'];
  readonly pronouns: Pronouns;
}

export function SafetyStepSheet({ stepId, pronouns }: StepProps) {
  const found = useRead('safetyStep.get', { stepId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  return found.value.status === 'OPEN' ? (
    <OpenStep key={found.value.revision} step={found.value} pronouns={pronouns} />
  ) : (
    <EndedStep step={found.value} pronouns={pronouns} />
  );
}

const StepInMaking = z.strictObject({
  safeNow: SafetyStep.shape.safeNow,
  means: SafetyStep.shape.means,
  staysWith: z.string(),
  informed: z.string(),
  nextCheck: z.strictObject({ day: z.enum(['today', 'tomorrow']), time: z.string() }),
});
type StepInMaking = z.output<typeof StepInMaking>;
const nothingYet: StepInMaking = {
  safeNow: null,
  means: null,
  staysWith: '',
  informed: '',
  nextCheck: noCheckYet,
};

function useStepDraft(step: StoredSafetyStep) {
  const draft = useDraft({
    target: { kind: 'safety-step', caseFileId: step.caseFileId, recordId: step.id },
    schema: StepInMaking,
  });
  const [written, setWritten] = useState<StepInMaking | null>(null);
  if (written === null && draft.kept !== undefined) setWritten(draft.kept?.body ?? nothingYet);
  const write = (part: Partial<StepInMaking>, at: string): void => {
    const next = { ...(written ?? nothingYet), ...part };
    setWritten(next);
    draft.write(next, at);
  };
  return { written, write, error: draft.error, flush: draft.flush };
}

function OpenStep({ step, pronouns }: { step: StoredSafetyStep; pronouns: Pronouns }) {
  const t = useText();
  const { written, write, error, flush } = useStepDraft(step);
  const end = useWrite('safetyStep.end');
  if (error) return <ErrorSentence error={error} />;
  if (written === null) return null;
  const { nextCheck, ...asked } = written;
  const nextCheckAt = checkInstant(nextCheck);
  const finish = async (how: SafetyStepEnd['how']): Promise<void> => {
    if (end.isRunning) return;
    // What still waits to be kept as a draft goes first: the vault takes the draft away with the step, and none comes after it.
    await flush();
    void end.run({ stepId: step.id, basedOn: step.revision, end: { ...asked, nextCheckAt, how } });
  };
  const isWhole = asked.safeNow !== null && nextCheckAt !== null;
  return (
    <Sheet lit title={t('wellbeing.step')} className="fade-in">
      <div className="stack">
        <p className="small">{t(`wellbeing.because.${step.because}`)}</p>
        <StepQuestions written={written} write={write} pronouns={pronouns} />
        {end.error && <ErrorSentence error={end.error} />}
        <div className="row wrap">
          <Button disabled={!isWhole} loading={end.isRunning} onClick={() => void finish('WENT_THROUGH')}>
            {t('wellbeing.keepStep')}
          </Button>
          <Button variant="default" disabled={end.isRunning} onClick={() => void finish('SURVIVOR_DECLINED')}>
            {t('wellbeing.declinedEnd', pronouns)}
          </Button>
        </div>
        <p className="small">
          {!isWhole && t('wellbeing.stepMissing')} {t('wellbeing.endHint')} {t('wellbeing.stillOpen')}
        </p>
      </div>
    </Sheet>
  );
}

interface QuestionsProps {
  readonly written: StepInMaking;
  readonly write: (part: Partial<StepInMaking>, at: string) => void;
  readonly pronouns: Pronouns;
}

const safeOptions = ['YES', 'NO', 'NOT_SURE', 'DECLINED'] as const;
const meansOptions = ['NONE_NEAR', 'PUT_AWAY', 'STILL_NEAR', 'DECLINED'] as const;

function StepQuestions({ written, write, pronouns }: QuestionsProps) {
  const t = useText();
  const isThey = pronouns.they === 'they';
  return (
    <>
      <OneOf
        label={isThey ? t('wellbeing.safeNowThey', pronouns) : t('wellbeing.safeNow', pronouns)}
        value={written.safeNow}
        options={safeOptions.map((value) => ({ value, label: t(`wellbeing.safe.${value}`) }))}
        onChange={(safeNow) => write({ safeNow }, 'step-safe')}
      />
      {(written.safeNow === 'NO' || written.safeNow === 'NOT_SURE') && (
        <p role="status">
          <Stop>{t('wellbeing.stayNow', pronouns)}</Stop>
        </p>
      )}
      <OneOf
        label={t('wellbeing.means', pronouns)}
        value={written.means}
        options={meansOptions.map((value) => ({ value, label: t(`wellbeing.meansOptions.${value}`) }))}
        onChange={(means) => write({ means }, 'step-means')}
      />
      <TextInput
        id="step-stays"
        label={t('wellbeing.staysWith', pronouns)}
        dir="auto"
        maxLength={500}
        value={written.staysWith}
        onChange={(event) => write({ staysWith: event.currentTarget.value }, 'step-stays')}
      />
      <TextInput
        id="step-informed"
        label={t('wellbeing.informed')}
        description={t('wellbeing.informedHint', pronouns)}
        dir="auto"
        maxLength={500}
        value={written.informed}
        onChange={(event) => write({ informed: event.currentTarget.value }, 'step-informed')}
      />
      <NextCheckField
        label={t('wellbeing.nextCheck')}
        value={written.nextCheck}
        onChange={(nextCheck) => write({ nextCheck }, 'step-check')}
      />
    </>
  );
}

interface OneOfProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** Nothing is chosen in advance. */
function OneOf<Value extends string>({ label, value, options, onChange }: OneOfProps<Value>) {
  const id = useId();
  return (
    <div>
      <p className="field-label" id={id}>
        {label}
      </p>
      <SegmentedControl
        aria-labelledby={id}
        value={value ?? ''}
        onChange={(next) => {
          const chosen = options.find((option) => option.value === next);
          if (chosen) onChange(chosen.value);
        }}
        data={options.map((option) => ({ ...option }))}
      />
    </div>
  );
}
