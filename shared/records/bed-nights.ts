// The arithmetic of nights (domain §9): a night counts when it begins in the house, so the day of leaving is no night.
import { type CalendarDate, daysBetween } from '../time.ts';

/** Nights from the first up to, and without, the last. `to` is null for what goes on. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** domain §9: a night counts if it is not before the first and before the last. */
export const holdsNight = ({ from, to }: Span, night: CalendarDate): boolean =>
  from <= night && (to === null || night < to);

/** Whether two spans share a night. */
export const shareANight = (one: Span, other: Span): boolean =>
  hasNights(one) &&
  hasNights(other) &&
  (one.to === null || other.from < one.to) &&
  (other.to === null || one.from < other.to);

const hasNights = ({ from, to }: Span): boolean => to === null || from < to;

/** How many nights of a span lie within another that has an end. 2026-04-03 to 2026-04-20 has 17. */
export function nightsWithin(span: Span, { from, to }: { from: CalendarDate; to: CalendarDate }): number {
  const first = span.from > from ? span.from : from;
  const last = span.to !== null && span.to < to ? span.to : to;
  return Math.max(0, daysBetween(first, last));
}

/** Nights that were slept out by `today`: the one that begins tonight is counted as well. */
export const nightsSoFar = (span: Span, tomorrow: CalendarDate): number =>
  nightsWithin(span, { from: span.from, to: span.to !== null && span.to < tomorrow ? span.to : tomorrow });

/** Taken nights out of those that could be had, as a share from 0 to 1; null when none could be had. */
export const utilisation = (taken: number, available: number): number | null =>
  available === 0 ? null : taken / available;
