// From which day a case may be erased (domain §16). A hold beats the rule: while one runs nothing is eligible.
// Pure dates; nothing is erased here.
import { addDays, type CalendarDate } from '../time.ts';
import { type CaseStatus, INQUIRY_DAYS } from './case-status.ts';

/** Days that a case is kept after it closed (domain §16 [P]; counsel confirms). */
export const KEEP_DAYS = 365;
/** Days that what was given to whom is kept, without a name, after it was given (domain §16 [P]: releases and disclosure log 3 y). */
export const SHARED_DAYS = 3 * 365;

/** What a rule speaks of. CASE: from the day it closed. INQUIRY: from the day somebody asked. SHARED: from the day it was given. */
export const ruleClasses = ['CASE', 'INQUIRY', 'SHARED'] as const;
export type RuleClass = (typeof ruleClasses)[number];
export type KeepDays = Readonly<Record<RuleClass, number>>;

/** What this program suggests; a director may say otherwise. */
export const suggestedDays: KeepDays = { CASE: KEEP_DAYS, INQUIRY: INQUIRY_DAYS, SHARED: SHARED_DAYS };

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

/** What of a case the rules read. */
export interface EndedCase {
  readonly status: CaseStatus;
  readonly openedOn: CalendarDate;
  readonly closing: { readonly on: CalendarDate } | null;
  readonly moved: { readonly on: CalendarDate } | null;
}

export interface Keeping {
  readonly class: 'CASE' | 'INQUIRY';
  /** The day from which the rule counts. */
  readonly from: CalendarDate;
  /** The day on which the rule has run, holds or not. */
  readonly ruleOn: CalendarDate;
  /** The day from which it may be erased; null while a hold stands, also one that was placed after that day. */
  readonly eligibleOn: CalendarDate | null;
}

/** Which rule speaks of a case and from when; null while it is open. Handed on to another house counts as closed here. */
export function keepingOf(ended: EndedCase, days: KeepDays, holds: readonly Hold[]): Keeping | null {
  const from = startOf(ended);
  if (from === null) return null;
  const { class: ruleClass, on } = from;
  return {
    class: ruleClass,
    from: on,
    ruleOn: addDays(on, days[ruleClass]),
    eligibleOn: holds.some(({ end }) => end === null) ? null : purgeEligibleOn(on, days[ruleClass], holds),
  };
}

function startOf({ status, openedOn, closing, moved }: EndedCase) {
  if (status === 'INQUIRY') return { class: 'INQUIRY', on: openedOn } as const;
  const on = closing?.on ?? (status === 'TRANSFERRED' ? moved?.on : undefined);
  return on === undefined ? null : ({ class: 'CASE', on } as const);
}

/** Due: the rule has run and nothing holds it. */
export const isDue = ({ eligibleOn }: Keeping, today: CalendarDate): boolean =>
  eligibleOn !== null && eligibleOn <= today;

/** The quarter of a day: the finest time that stays of an erased case (domain §20). */
export const quarterOf = (day: CalendarDate): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
