// The day, and the reason that comes nearest.
import { NativeSelect, Textarea } from '@mantine/core';
import { ClosingReason } from '#shared/records/case-status';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import type { StepProps } from './step.ts';
import { StepFoot } from './step-foot.tsx';

export function WhyStep({ exit, onWrite, onStep, isRunning }: StepProps) {
  const t = useText();
  return (
    <Sheet title={t('exit.stepWhy')}>
      <div className="stack one-column">
        <DayField
          id="exit-on"
          label={t('exit.on')}
          value={exit.on ?? ''}
          latest={dateOf(now())}
          onValue={(on) => onWrite({ on: on || null }, 'exit-on')}
        />
        <NativeSelect
          id="exit-reason"
          label={t('exit.reason')}
          value={exit.reason ?? ''}
          data={[
            { value: '', label: t('exit.reasonNone') },
            ...ClosingReason.options.map((value) => ({ value, label: t(`cases.reason.${value}`) })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onWrite({ reason: ClosingReason.options.find((one) => one === chosen) ?? null }, 'exit-reason');
          }}
        />
        {exit.reason === 'ASKED_TO_LEAVE' && (
          <>
            <Note>{t('exit.askedToLeave')}</Note>
            <Textarea
              id="exit-alternatives"
              label={t('exit.alternatives')}
              dir="auto"
              autosize
              minRows={2}
              maxLength={1_000}
              value={exit.alternatives}
              onChange={(event) => onWrite({ alternatives: event.currentTarget.value }, 'exit-alternatives')}
            />
          </>
        )}
        <StepFoot isFirst onStep={onStep} isRunning={isRunning} />
      </div>
    </Sheet>
  );
}
