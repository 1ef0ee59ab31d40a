// The rules of needs (domain §6): when one is due, which way it may go, in which order it is listed, what the clock says.
// Pure: no clock is read here, and nothing is put into words.
import type { LocalMoment, CalendarDate, Instant } from '../time.ts';
import { daysBetween, HOUR, localMoment } from '../time.ts';
import { firstEnd } from './health-window.ts';
import type { HouseSees, Urgency } from './need-codes.ts';
import { domainOrder, needCode, TARGET_HOURS } from './need-codes.ts';
import type { Need, NeedChange, NeedStatus } from './need.ts';

/** domain §6: identified_at + target of the urgency. */
export const needDueAt = (need: Pick<Need, 'identifiedAt' | 'urgency'>): Instant =>
  need.identifiedAt + TARGET_HOURS[need.urgency] * HOUR;

export const isOpenNeed = (status: NeedStatus): boolean =>
  status === 'IDENTIFIED' || status === 'CHECKED_WITH_SURVIVOR' || status === 'IN_PROGRESS';

/** Past its time and still open. Exactly at its time it is not. */
export const isPast = (need: Pick<Need, 'dueAt' | 'status'>, now: Instant): boolean =>
  isOpenNeed(need.status) && now > need.dueAt;

const next: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  IDENTIFIED: [
    'CHECKED_WITH_SURVIVOR',
    'IN_PROGRESS',
    'MET',
    'PARTLY_MET',
    'UNMET_NO_SERVICE',
    'DECLINED',
    'NO_LONGER_NEEDED',
  ],
  CHECKED_WITH_SURVIVOR: ['IN_PROGRESS', 'MET', 'PARTLY_MET', 'UNMET_NO_SERVICE', 'DECLINED', 'NO_LONGER_NEEDED'],
  IN_PROGRESS: ['CHECKED_WITH_SURVIVOR', 'MET', 'PARTLY_MET', 'UNMET_NO_SERVICE', 'DECLINED', 'NO_LONGER_NEEDED'],
  MET: ['CHECKED_WITH_SURVIVOR', 'IN_PROGRESS', 'PARTLY_MET'],
  PARTLY_MET: ['CHECKED_WITH_SURVIVOR', 'IN_PROGRESS', 'MET'],
  UNMET_NO_SERVICE: ['CHECKED_WITH_SURVIVOR', 'IN_PROGRESS', 'MET', 'PARTLY_MET'],
  // She changed her mind: only asking her opens it again.
  DECLINED: ['CHECKED_WITH_SURVIVOR'],
  NO_LONGER_NEEDED: ['CHECKED_WITH_SURVIVOR'],
};
/** States that mean somebody is acting or has acted on it. */
const acts: readonly NeedStatus[] = ['IN_PROGRESS', 'MET', 'PARTLY_MET', 'UNMET_NO_SERVICE'];

export type NeedRefusal = 'need-status' | 'need-ask-first';

/** What staff only saw waits for her word, unless life is in danger. */
export const waitsForHer = (need: Pick<Need, 'source' | 'checkedAt' | 'urgency'>): boolean =>
  need.source === 'OBSERVED' && need.checkedAt === null && need.urgency !== 'U0';

/** Why this change may not be made, or null when it may. */
export function needRefusal(need: Need, change: NeedChange): NeedRefusal | null {
  const to = change.status ?? need.status;
  if (to !== need.status && !next[need.status].includes(to)) return 'need-status';
  const urgency = change.urgency ?? need.urgency;
  const checked = to === 'CHECKED_WITH_SURVIVOR' || need.checkedAt !== null;
  const unasked = need.source === 'OBSERVED' && !checked && urgency !== 'U0';
  return unasked && acts.includes(to) ? 'need-ask-first' : null;
}

/** The need after a change that `needRefusal` allowed, at `now`. */
export function changeNeed(need: Need, change: NeedChange, now: Instant): Need {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as NeedChange;
  const status = change.status ?? need.status;
  return {
    ...need,
    ...(given as Partial<Need>),
    dueAt: change.urgency === undefined ? need.dueAt : needDueAt({ ...need, urgency: change.urgency }),
    windowEndsAt: change.windows === undefined ? need.windowEndsAt : firstEnd(change.windows),
    checkedAt: status === 'CHECKED_WITH_SURVIVOR' || status === 'DECLINED' ? (need.checkedAt ?? now) : need.checkedAt,
    settledAt: isOpenNeed(status) ? null : status === need.status ? need.settledAt : now,
  };
}

/** 1 what matters most to her … 5, 6 nobody asked, 7 not now. */
export const priorityOrder = (need: Pick<Need, 'survivorPriority'>): number =>
  need.survivorPriority === 'NOT_NOW' ? 7 : (need.survivorPriority ?? 6);
const urgencyOrder = (urgency: Urgency): number => Number(urgency.slice(1));

type Listed = Pick<Need, 'urgency' | 'survivorPriority' | 'domain' | 'identifiedAt'>;

/** domain §6: urgency, then what matters to her, then the order of domains; equal ones by time. */
export const compareNeeds = (one: Listed, other: Listed): number =>
  urgencyOrder(one.urgency) - urgencyOrder(other.urgency) ||
  priorityOrder(one) - priorityOrder(other) ||
  domainOrder(one.domain) - domainOrder(other.domain) ||
  one.identifiedAt - other.identifiedAt;

type Due = Pick<Need, 'urgency'> & { readonly dueAt: Instant };

/** Across cases: what cannot wait first, then nearest first. */
export const compareDue = (one: Due, other: Due): number =>
  Number(other.urgency === 'U0') - Number(one.urgency === 'U0') || one.dueAt - other.dueAt;

/** domain §0: house staff see needs of U0 to U2, and of those only what carries no story. */
export function houseSees(need: Pick<Need, 'code' | 'urgency'>): HouseSees {
  if (need.urgency === 'U3' || need.urgency === 'U4') return 'nothing';
  return needCode(need.code)?.houseSees ?? 'nothing';
}

/**
 * What house staff may say is done: what they see in words, and a look in at a set time. Another need that they only see as a
 * look in (she is in danger, say) is not over because somebody looked.
 */
export const houseMayTick = (need: Pick<Need, 'code' | 'urgency'>): boolean =>
  houseSees(need) === 'words' || (houseSees(need) === 'check-in' && need.code === 'CHECK_IN');

/** The time that helps, as parts for words (visual §4): never a rank, never "overdue". */
export type NeedWhen =
  | { readonly strength: 'now'; readonly by: LocalMoment; readonly daysPast: number }
  | { readonly strength: 'past'; readonly by: LocalMoment; readonly daysPast: number }
  | { readonly strength: 'today'; readonly by: LocalMoment }
  | { readonly strength: 'later'; readonly by: LocalMoment; readonly inDays: number };

/** `zone` is the shelter's IANA time zone. `daysPast` 0 means its time was earlier today. */
export function needWhen(
  need: { readonly urgency: Urgency; readonly dueAt: Instant },
  now: Instant,
  zone: string,
): NeedWhen {
  const by = localMoment(need.dueAt, zone);
  const today: CalendarDate = localMoment(now, zone).date;
  const inDays = daysBetween(today, by.date);
  const daysPast = daysBetween(by.date, today);
  if (need.urgency === 'U0') return { strength: 'now', by, daysPast: Math.max(0, daysPast) };
  if (now > need.dueAt) return { strength: 'past', by, daysPast };
  return inDays === 0 ? { strength: 'today', by } : { strength: 'later', by, inDays };
}
