// From which day a case may be erased (domain §16). A hold beats the rule: while one runs nothing is eligible.
// Pure dates; nothing is erased here.
import { addDays, type CalendarDate } from '../time.ts';
import { type CaseStatus, INQUIRY_DAYS } from './case-status.ts';

/** Days that a case is kept after it closed (domain §16 [P]; counsel confirms). */
export const KEEP_DAYS = 365;
/** Three years: what was given to whom (releases and disclosure log 3 y), and training of who has left (employment + 3 y). */
export const SHARED_DAYS = 3 * 365;
/** Six years: the lines of History (audit log 6 y). */
export const HISTORY_DAYS = 6 * 365;

/** What a rule speaks of. */
export const ruleClasses = ['CASE', 'INQUIRY', 'CONTACT', 'MINORS', 'SHARED', 'TEAM', 'HISTORY'] as const;
export type RuleClass = (typeof ruleClasses)[number];
/** MINORS null: nobody has said yet what the law asks here. No figure is suggested, because the design knows none. */
export type KeepDays = Readonly<Record<Exclude<RuleClass, 'MINORS'>, number>> & { readonly MINORS: number | null };

export interface RetentionRule {
  /** The day from which it counts. */
  readonly trigger: 'CLOSED' | 'ASKED' | 'LEFT' | 'MAJORITY' | 'GIVEN' | 'STAFF_LEFT' | 'WRITTEN';
  readonly action: 'ERASE' | 'DEIDENTIFY' | 'REVIEW';
  readonly days: number | null;
  /** A house may say no fewer days than this. */
  readonly least: number;
}

/**
 * The table of domain §16 as far as a director may change it. The words of callers, hand-overs and lists of groups have times of their
 * own that nobody makes longer. Ways to reach her go when she leaves, or when the time is over for which she agreed to be asked.
 * History keeps a year at least: whoever looks where they should not must not be able to let it be forgotten at once.
 */
export const ruleTable: Readonly<Record<RuleClass, RetentionRule>> = {
  CASE: { trigger: 'CLOSED', action: 'DEIDENTIFY', days: KEEP_DAYS, least: 1 },
  INQUIRY: { trigger: 'ASKED', action: 'DEIDENTIFY', days: INQUIRY_DAYS, least: 1 },
  CONTACT: { trigger: 'LEFT', action: 'ERASE', days: 0, least: 0 },
  MINORS: { trigger: 'MAJORITY', action: 'REVIEW', days: null, least: 0 },
  SHARED: { trigger: 'GIVEN', action: 'ERASE', days: SHARED_DAYS, least: 1 },
  TEAM: { trigger: 'STAFF_LEFT', action: 'ERASE', days: SHARED_DAYS, least: 1 },
  HISTORY: { trigger: 'WRITTEN', action: 'ERASE', days: HISTORY_DAYS, least: 365 },
};

/** What this program suggests; a director may say otherwise. */
export const suggestedDays: KeepDays = {
  CASE: KEEP_DAYS,
  INQUIRY: INQUIRY_DAYS,
  CONTACT: 0,
  MINORS: null,
  SHARED: SHARED_DAYS,
  TEAM: SHARED_DAYS,
  HISTORY: HISTORY_DAYS,
};

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
  /** The day on which the rule has run, holds or not; that of clinical records of somebody under 18 where there are any. */
  readonly ruleOn: CalendarDate;
  /** The day from which it may be erased; null while a hold stands, also one that was placed after that day, and while LAW waits. */
  readonly eligibleOn: CalendarDate | null;
  /** LAW: clinical records of somebody under 18, and nobody has said how long the law keeps them. MINORS: they stay longer. */
  readonly because: 'RULE' | 'MINORS' | 'LAW';
}

/** `adultOn`: the first day on which she is 18 for certain, when there are clinical records from before; else null. */
export interface Clinical {
  readonly adultOn: CalendarDate | null;
}

/** Which rule speaks of a case and from when; null while it is open. Handed on to another house counts as closed here. */
export function keepingOf(
  ended: EndedCase,
  days: KeepDays,
  holds: readonly Hold[],
  { adultOn }: Clinical = { adultOn: null },
): Keeping | null {
  const from = startOf(ended);
  if (from === null) return null;
  const { class: ruleClass, on } = from;
  const usual = addDays(on, days[ruleClass]);
  const keeping = { class: ruleClass, from: on };
  if (adultOn !== null && days.MINORS === null) return { ...keeping, ruleOn: usual, eligibleOn: null, because: 'LAW' };
  const clinical = adultOn === null || days.MINORS === null ? usual : addDays(adultOn, days.MINORS);
  const ruleOn = clinical > usual ? clinical : usual;
  return { ...keeping, ruleOn, eligibleOn: eligibleOn(ruleOn, holds), because: ruleOn > usual ? 'MINORS' : 'RULE' };
}

/** The first day from `ruleOn` on when no hold stands; null while one stands that nobody has ended. */
export const eligibleOn = (ruleOn: CalendarDate, holds: readonly Hold[]): CalendarDate | null =>
  holds.some(({ end }) => end === null) ? null : purgeEligibleOn(ruleOn, 0, holds);

/** The day on which the time of a case has run by itself, whatever is kept longer: then what was told goes. */
export function toldOn(ended: EndedCase, days: KeepDays): CalendarDate | null {
  const from = startOf(ended);
  return from === null ? null : addDays(from.on, days[from.class]);
}

/**
 * The day from which ways to reach her and her sealed words are no longer kept (domain §16: "at exit unless follow-up consent").
 * `agreedUntil`: the last day on which she may be asked how she is. Null while she is here; an enquiry goes whole.
 */
export function contactOn(ended: EndedCase, agreedUntil: CalendarDate | null, days: KeepDays): CalendarDate | null {
  if (ended.status === 'FOLLOW_UP') {
    const after = agreedUntil === null ? ended.moved?.on : addDays(agreedUntil, 1);
    return after === undefined ? null : addDays(after, days.CONTACT);
  }
  const from = startOf(ended);
  return from === null || from.class === 'INQUIRY' ? null : addDays(from.on, days.CONTACT);
}

function startOf({ status, openedOn, closing, moved }: EndedCase) {
  if (status === 'INQUIRY') return { class: 'INQUIRY', on: openedOn } as const;
  const on = closing?.on ?? (status === 'TRANSFERRED' ? moved?.on : undefined);
  return on === undefined ? null : ({ class: 'CASE', on } as const);
}

/** Due: the rule has run and nothing holds it. */
export const isDue = ({ eligibleOn: day }: Pick<Keeping, 'eligibleOn'>, today: CalendarDate): boolean =>
  day !== null && day <= today;

/** The quarter of a day: the finest time that stays of an erased case (domain §20). */
export const quarterOf = (day: CalendarDate): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
