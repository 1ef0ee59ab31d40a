// A near day, typed or picked: shown as "2 May 2026", so that nobody takes 02/05 for another day. For birthdays and other
// days of which only a part may be known there is PartialDateField.
import { DateInput } from '@mantine/dates';
import { now } from '../clock.ts';
import { dateOf, fullDate, monthWords, weekdayOf } from '../dates.ts';
import { useText } from '../text.ts';
import { readDay } from './read-day.ts';

interface DayFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  /** yyyy-mm-dd, or empty. */
  readonly value: string;
  /** No day after this one. */
  readonly latest?: string;
  readonly onValue: (day: string) => void;
}

export function DayField({ value, latest, onValue, ...field }: DayFieldProps) {
  const t = useText();
  return (
    <DateInput
      {...field}
      placeholder={t('forms.dayHint')}
      value={value === '' ? null : value}
      onChange={(day) => onValue(day ?? '')}
      dateParser={(text) => readDay(text)}
      valueFormat={fullDate}
      monthLabelFormat={(month) => monthWords(month.slice(0, 7))}
      weekdayFormat={(day) => weekdayOf(day.slice(0, 10))}
      getDayAriaLabel={fullDate}
      ariaLabels={{ previousMonth: t('forms.monthBefore'), nextMonth: t('forms.monthAfter') }}
      defaultDate={dateOf(now())}
      {...(latest === undefined ? {} : { maxDate: latest })}
      maxLevel="month"
      // Clay means stop, and a weekend does not.
      weekendDays={[]}
      allowDeselect
      autoComplete="off"
      spellCheck={false}
    />
  );
}
