// The fixed periods that are counted: a month, a quarter, a year of the calendar, and nothing between (domain §20). Two of them are
// either apart or one lies in the other, so that what their difference tells is known.
import { z } from 'zod';
import { addDays, addMonths, type CalendarDate } from '../time.ts';
import { quarterOf } from '../records/retention-rules.ts';

/** 2026-03, 2026-Q1 or 2026. */
export const Period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/);
export type Period = z.output<typeof Period>;

export interface Days {
  readonly from: CalendarDate;
  /** Its last day. */
  readonly to: CalendarDate;
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
export type PeriodLength = 'MONTH' | 'QUARTER' | 'YEAR';

export function lengthOf(period: Period): PeriodLength {
  if (period.length === 4) return 'YEAR';
  return period.includes('Q') ? 'QUARTER' : 'MONTH';
}

/** First and last day. */
export function daysOf(period: Period): Days {
  const length = lengthOf(period);
  const month =
    length === 'YEAR' ? 1 : length === 'QUARTER' ? Number(period.slice(6)) * 3 - 2 : Number(period.slice(5));
  const from = `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, MONTHS[length]), -1) };
}

/** The quarters it is made of; none for a month, because less than a quarter is not known of what was erased. */
export function quartersOf(period: Period): string[] {
  if (lengthOf(period) === 'MONTH') return [];
  return lengthOf(period) === 'QUARTER' ? [period] : [1, 2, 3, 4].map((quarter) => `${period}-Q${quarter}`);
}

/** Whether one of the two lies in the other, or they are the same. */
export function overlap(one: Period, other: Period): boolean {
  const [first, second] = [daysOf(one), daysOf(other)];
  return first.from <= second.to && second.from <= first.to;
}

export const isOver = (period: Period, today: CalendarDate): boolean => daysOf(period).to < today;

/** The periods to choose from, newest first, the one that runs included. */
export function periodsUntil(today: CalendarDate, length: PeriodLength, count: number): Period[] {
  const starts = Array.from({ length: count }, (_, back) =>
    addMonths(`${today.slice(0, 7)}-01`, -back * MONTHS[length]),
  );
  return starts.map((day) =>
    length === 'MONTH' ? day.slice(0, 7) : length === 'QUARTER' ? quarterOf(day) : day.slice(0, 4),
  );
}
