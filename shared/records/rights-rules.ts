// The rules of requests about one's own record (domain §15): by when, who may be answered, and what a refusal must say.
// Pure: no clock is read here.
import { ukHolidays } from '../legal/uk-holidays.ts';
import { addDays, addMonths, addWorkingDays, type CalendarDate } from '../time.ts';
import type { RightsEnd, RightsKind, RightsOutcome, RightsRequest, Timing } from './rights-request.ts';

/** domain §15 [P]: where no law sets a time. */
export const POLICY_DAYS = 14;
/** GDPR Art. 12(3): one month, and two further months where that is needed and was told. */
const MONTHS = 1;
const FURTHER_MONTHS = 2;

/** The day itself, or the next working day when it falls on a weekend or a holiday (Regulation 1182/71, Art. 3(4)). */
const onWorkingDay = (day: CalendarDate, holidays: readonly CalendarDate[]): CalendarDate =>
  addWorkingDays(addDays(day, -1), 1, holidays);

const holidaysAround = (day: CalendarDate): CalendarDate[] => {
  const year = Number(day.slice(0, 4));
  return [...ukHolidays(year), ...ukHolidays(year + 1)];
};

/** The last day for an answer. 2026-03-31 in the EU → 2026-04-30. Holidays are known for the UK alone; elsewhere weekends count. */
export function rightDueOn(receivedOn: CalendarDate, timing: Timing, isExtended: boolean): CalendarDate {
  if (timing === 'POLICY') return addDays(receivedOn, POLICY_DAYS);
  const day = addMonths(receivedOn, isExtended ? MONTHS + FURTHER_MONTHS : MONTHS);
  return onWorkingDay(day, timing === 'UK_GDPR' ? holidaysAround(day) : []);
}

export const dueOf = ({ receivedOn, timing, extended }: RightsRequest): CalendarDate =>
  rightDueOn(receivedOn, timing, extended !== null);

/** What is told to nobody but the person herself: for these she shows who she is first. */
const needsIdentity = (kind: RightsKind): boolean => kind !== 'CHANGE_WORKER' && kind !== 'COMPLAINT';
const isGiven = (end: RightsEnd): boolean => end === 'DONE' || end === 'PARTLY';

/** When the request comes back to somebody: while open its last day, afterwards the day on which a refusal is looked at again. */
export const comesBackOn = (request: RightsRequest): CalendarDate | null =>
  request.outcome === null ? dueOf(request) : request.outcome.reviewOn;

/** She asked that nothing of the record be used, and has not taken that back. */
export const restricts = ({ kind, outcome, liftedOn }: RightsRequest): boolean =>
  kind === 'RESTRICT' && outcome !== null && isGiven(outcome.end) && liftedOn === null;

export type RightsRefusal =
  | 'right-settled'
  | 'right-received'
  | 'right-not-longer'
  | 'right-longer-late'
  | 'right-identity'
  | 'right-asker-harms'
  | 'right-code'
  | 'right-why'
  | 'right-partly'
  | 'right-review'
  | 'right-held'
  | 'right-not-restricted'
  | 'case-restricted';

/** Why the time may not be made longer, or null: two further months only by that law, and told before the first month is over. */
export function longerRefusal(request: RightsRequest, today: CalendarDate): RightsRefusal | null {
  if (request.outcome !== null) return 'right-settled';
  if (request.timing === 'POLICY' || request.extended !== null) return 'right-not-longer';
  return today > dueOf(request) ? 'right-longer-late' : null;
}

/** Why a request may not end like this, or null. */
export function settleRefusal(request: RightsRequest, outcome: RightsOutcome, isHeld: boolean): RightsRefusal | null {
  if (request.outcome !== null) return 'right-settled';
  if (isGiven(outcome.end)) {
    if (request.askedBy.who === 'GUARDIAN' && request.askedBy.harms !== false) return 'right-asker-harms';
    if (needsIdentity(request.kind) && request.identity === null) return 'right-identity';
  }
  if (outcome.end === 'REFUSED' && outcome.words === '') return 'right-why';
  return request.kind === 'ERASE' ? erasureRefusal(outcome, isHeld) : null;
}

/** Erasing is refused for a coded reason only, with a part offered, and looked at again (GDPR Art. 17(3); domain §15). */
function erasureRefusal({ end, codes, partlyOffered, reviewOn, on }: RightsOutcome, isHeld: boolean) {
  if (end === 'DONE') return isHeld ? 'right-held' : null;
  if (end === 'WITHDRAWN') return null;
  if (codes.length === 0) return 'right-code';
  if (end === 'REFUSED' && !partlyOffered) return 'right-partly';
  return reviewOn === null || reviewOn <= on ? 'right-review' : null;
}
