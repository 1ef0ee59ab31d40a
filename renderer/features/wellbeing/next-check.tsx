// When somebody looks in again: today or tomorrow, and a time on the clock of the house.
import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { addDays } from '#shared/time';
import { now } from '../../clock.ts';
import { dateOf, instantAt } from '../../dates.ts';
import { readTime } from '../../forms/read-time.ts';
import { useText } from '../../text.ts';

export interface NextCheck {
  readonly day: 'today' | 'tomorrow';
  /** As typed: 20:00, 8.30, 2000; empty while it is open. */
  readonly time: string;
}
export const noCheckYet: NextCheck = { day: 'today', time: '' };

/** Null while no time is set. */
export function checkInstant({ day, time }: NextCheck): number | null {
  const today = dateOf(now());
  const at = readTime(time);
  return at === null ? null : instantAt(day === 'today' ? today : addDays(today, 1), at);
}

interface NextCheckFieldProps {
  readonly label: string;
  readonly value: NextCheck;
  readonly onChange: (value: NextCheck) => void;
}

export function NextCheckField({ label, value, onChange }: NextCheckFieldProps) {
  const t = useText();
  const id = useId();
  return (
    <div>
      <p className="field-label" id={id}>
        {label}
      </p>
      <div className="row wrap" role="group" aria-labelledby={id}>
        <SegmentedControl
          aria-label={t('wellbeing.day')}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
          data={[
            { value: 'today', label: t('wellbeing.today') },
            { value: 'tomorrow', label: t('wellbeing.tomorrow') },
          ]}
        />
        <TextInput
          className="check-time"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder="20:00"
          aria-label={t('wellbeing.time')}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
      </div>
      <p className="small dim">{t('wellbeing.nextCheckHint', { time: readTime(value.time) ?? '20:00' })}</p>
    </div>
  );
}
