// From which day a closed case may be erased (domain §16). A hold beats the rule: while one runs nothing is eligible.
// Pure dates; nothing is erased here.
import { addDays, type CalendarDate } from '../time.ts';

/** Days that a case is kept after it closed (domain §16 [P]; counsel confirms). */
export const KEEP_DAYS = 365;

/** `end` null: nobody has ended it yet. On its last day a hold holds no more. */
export interface Hold {
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
}

/** The first day on which the rule has run and no hold stands; null while a hold without an end stands in the way. */
export function purgeEligibleOn(
  closedOn: CalendarDate,
  days: number = KEEP_DAYS,
  holds: readonly Hold[] = [],
): CalendarDate | null {
  let day = addDays(closedOn, days);
  for (const { start, end } of holds.toSorted((one, other) => one.start.localeCompare(other.start))) {
    if (day < start) break;
    if (end === null) return null;
    if (day < end) day = end;
  }
  return day;
}
