// The rules of referrals (domain §12): which state follows which, by when an agency should have answered, and where one stands
// when her permission has ended. Pure: no clock is read here.
import { amountOf, type HousePlace, holidaysFrom, nowhereYet } from '../legal/place.ts';
import { addWorkingDays, type CalendarDate, HOUR, type Instant } from '../time.ts';
import type { Urgency } from './need-codes.ts';
import type { ChaseClock, Referral, ReferralAct, ReferralState } from './referral.ts';

/** domain §12 [P]: no answer within 2 working days; what is needed now or today, within 2 hours. */
const CHASE_URGENT = 2 * HOUR;
const isUrgent = (urgency: Urgency): boolean => urgency === 'U0' || urgency === 'U1';

/** SENT Fri 2026-03-13, routine → the end of Tue 2026-03-17, where none of these days is a holiday of the house. */
export const chaseFrom = (
  urgency: Urgency,
  at: Instant,
  on: CalendarDate,
  place: HousePlace = nowhereYet,
): Omit<ChaseClock, 'asked'> =>
  isUrgent(urgency)
    ? { on: null, at: at + CHASE_URGENT }
    : { on: addWorkingDays(on, amountOf(place, 'REFERRAL.CHASE'), holidaysFrom(place, 'HOUSE', on)), at: null };

/** Whether the agency is to be asked again: the day, or the moment, is over. */
export const isToChase = ({ chase }: Pick<Referral, 'chase'>, now: Instant, today: CalendarDate): boolean =>
  chase !== null && ((chase.at !== null && now > chase.at) || (chase.on !== null && today > chase.on));

/** From which states an act may be done. */
const FROM: Readonly<Record<ReferralAct['to'], readonly ReferralState[]>> = {
  READY: ['DRAFT', 'CONSENT_NEEDED'],
  SENT: ['READY'],
  ASKED_AGAIN: ['SENT'],
  ACKNOWLEDGED: ['SENT'],
  // An agency that says yes has it: the step between is written down as well.
  ACCEPTED: ['SENT', 'ACKNOWLEDGED', 'WAITLISTED'],
  WAITLISTED: ['SENT', 'ACKNOWLEDGED'],
  DECLINED_BY_PARTNER: ['SENT', 'ACKNOWLEDGED', 'WAITLISTED'],
  APPOINTMENT_SET: ['ACCEPTED', 'APPOINTMENT_SET', 'MISSED'],
  ATTENDED: ['APPOINTMENT_SET'],
  MISSED: ['APPOINTMENT_SET'],
  OUTCOME_RECORDED: ['ATTENDED', 'MISSED', 'DECLINED_BY_PARTNER'],
  WITHDRAWN_BY_SURVIVOR: [],
  CANCELLED: [],
};

const OVER: readonly ReferralState[] = ['OUTCOME_RECORDED', 'WITHDRAWN_BY_SURVIVOR', 'CANCELLED'];
const UNSENT: readonly ReferralState[] = ['DRAFT', 'CONSENT_NEEDED', 'READY'];
/** With the agency, which has not said yes or no. */
const PENDING: readonly ReferralState[] = ['SENT', 'ACKNOWLEDGED', 'WAITLISTED'];

export const isUnsent = (state: ReferralState): boolean => UNSENT.includes(state);
export const isPending = (state: ReferralState): boolean => PENDING.includes(state);
/** Something is still expected of somebody; after a no there is only an outcome to write down. */
export const isOpenReferral = (state: ReferralState): boolean =>
  !OVER.includes(state) && state !== 'DECLINED_BY_PARTNER';

export type ReferralRefusal = 'referral-step' | 'referral-sent' | 'referral-says-who';

/** Why this act may not follow, or null. Ending it follows on everything that is not over. */
export function actRefusal(state: ReferralState, act: ReferralAct['to']): ReferralRefusal | null {
  const ends = act === 'WITHDRAWN_BY_SURVIVOR' || act === 'CANCELLED';
  const follows = ends ? !OVER.includes(state) : FROM[act].includes(state);
  return follows ? null : 'referral-step';
}

/** Where it stands today: what was ready falls back when her permission was taken back or has ended. */
export const standsToday = (state: ReferralState, permissionMatches: boolean): ReferralState =>
  state === 'READY' && !permissionMatches ? 'CONSENT_NEEDED' : state;

/** The states an act passes through, in their order. */
export function passedThrough(from: ReferralState, to: ReferralState): readonly ReferralState[] {
  const skipsAnswer = from === 'SENT' && ['ACCEPTED', 'WAITLISTED', 'DECLINED_BY_PARTNER'].includes(to);
  return skipsAnswer ? ['ACKNOWLEDGED', to] : [to];
}

/** When it left, or came in. */
export const sentStep = ({ steps }: Pick<Referral, 'steps'>): Referral['steps'][number] | null =>
  steps.find(({ state }) => state === 'SENT') ?? null;
