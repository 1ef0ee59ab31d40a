// Whether somebody may ask how it goes, how, and until when. A no weighs as much as a yes.
import { SegmentedControl, Textarea } from '@mantine/core';
import { followUpDays, FOLLOW_UP_DAYS } from '#shared/records/follow-up';
import { addDays } from '#shared/time';
import { fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { StepProps } from './step.ts';
import { StepFoot } from './step-foot.tsx';

const answers = ['YES', 'NO', 'NOT_ASKED'] as const;

export function TouchStep({ exit, onWrite, onStep, isRunning, pronouns }: StepProps) {
  const t = useText();
  const { followUp, on } = exit;
  const put = (part: Partial<typeof followUp>, at: string): void => onWrite({ followUp: { ...followUp, ...part } }, at);
  const usual = on === null ? null : addDays(on, FOLLOW_UP_DAYS[2]);
  const answer = (value: string): void => {
    const chosen = answers.find((one) => one === value) ?? 'NOT_ASKED';
    put({ answer: chosen, until: chosen === 'YES' ? (followUp.until ?? usual) : followUp.until }, 'exit-touch');
  };
  const days = on === null || followUp.until === null ? [] : followUpDays(on, followUp.until);
  return (
    <Sheet title={t('exit.stepTouch')}>
      <div className="stack one-column">
        <div>
          <p className="field-label" id="exit-touch">
            {t('exit.touchAsk')}
          </p>
          <SegmentedControl
            aria-labelledby="exit-touch"
            value={followUp.answer}
            data={answers.map((value) => ({ value, label: t(`exit.touch.${value}`) }))}
            onChange={answer}
          />
        </div>
        {followUp.answer === 'YES' ? (
          <>
            <Textarea
              id="exit-rules"
              label={t('exit.touchRules', pronouns)}
              description={t('exit.touchRulesHint')}
              dir="auto"
              autosize
              minRows={2}
              maxLength={500}
              value={followUp.rules}
              onChange={(event) => put({ rules: event.currentTarget.value }, 'exit-rules')}
            />
            <DayField
              id="exit-until"
              label={t('exit.touchUntil')}
              value={followUp.until ?? ''}
              onValue={(until) => put({ until: until || null }, 'exit-until')}
            />
            {days.length > 0 && (
              <p className="dim">
                {t('exit.touchDays', { days: days.map(({ dueOn }) => fullDate(dueOn)).join(', ') })}
              </p>
            )}
          </>
        ) : (
          <p className="dim">{t('exit.touchNo')}</p>
        )}
        <StepFoot onStep={onStep} isRunning={isRunning} />
      </div>
    </Sheet>
  );
}
