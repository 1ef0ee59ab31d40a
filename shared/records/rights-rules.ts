// The rules of requests about one's own record (domain §15): by when, who may be answered, and what a refusal must say.
// Pure: no clock is read here.
import { amountOf, type HousePlace, holidaysFrom, nowhereYet } from '../legal/place.ts';
import { addDays, addMonths, addWorkingDays, type CalendarDate } from '../time.ts';
import type { RightsEnd, RightsKind, RightsOutcome, RightsRequest, Timing } from './rights-request.ts';

/** The day itself, or the next working day when it falls on a weekend or a holiday (Regulation 1182/71, Art. 3(4)). */
const onWorkingDay = (day: CalendarDate, holidays: readonly CalendarDate[]): CalendarDate =>
  addWorkingDays(addDays(day, -1), 1, holidays);

/**
 * The last day for an answer. 2026-03-31 in the EU → 2026-04-30. The figures are those of domain §15 (one month, two further months where
 * that is needed and was told: GDPR Art. 12(3); 14 days where no law sets a time) or what the house put right.
 */
export function rightDueOn(
  receivedOn: CalendarDate,
  timing: Timing,
  isExtended: boolean,
  place: HousePlace = nowhereYet,
): CalendarDate {
  if (timing === 'POLICY') return addDays(receivedOn, amountOf(place, 'RIGHTS.POLICY'));
  const further = isExtended ? amountOf(place, 'RIGHTS.FURTHER') : 0;
  const day = addMonths(receivedOn, amountOf(place, 'RIGHTS.MONTH') + further);
  return onWorkingDay(day, holidaysFrom(place, timing === 'UK_GDPR' ? 'UK' : 'EU', day));
}

/** The day that was reckoned by what the house says of the law; of older requests, by the figures alone. */
export const dueOf = ({ receivedOn, timing, extended, due }: RightsRequest): CalendarDate =>
  due ?? rightDueOn(receivedOn, timing, extended !== null);

/** The same request, its day reckoned by what the house says now. */
export const reckoned = (request: RightsRequest, place: HousePlace): RightsRequest => ({
  ...request,
  due: rightDueOn(request.receivedOn, request.timing, request.extended !== null, place),
});

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

/** Why nothing may be erased by this request now, or null: it is one to erase that is open, and who asks was checked. */
export function carryOutRefusal({
  kind,
  outcome,
  askedBy,
  identity,
}: RightsRequest): RightsRefusal | 'erase-wish' | null {
  if (kind !== 'ERASE' || outcome !== null) return 'erase-wish';
  if (askedBy.who === 'GUARDIAN' && askedBy.harms !== false) return 'right-asker-harms';
  return identity === null ? 'right-identity' : null;
}

/** Erasing is refused for a coded reason only, with a part offered, and looked at again (GDPR Art. 17(3); domain §15). */
function erasureRefusal({ end, codes, partlyOffered, reviewOn, on }: RightsOutcome, isHeld: boolean) {
  if (end === 'DONE') return isHeld ? 'right-held' : null;
  if (end === 'WITHDRAWN') return null;
  if (codes.length === 0) return 'right-code';
  if (end === 'REFUSED' && !partlyOffered) return 'right-partly';
  return reviewOn === null || reviewOn <= on ? 'right-review' : null;
}
