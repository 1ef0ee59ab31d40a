// The rules of support plans (domain §8): review days, which way a goal may go, and whose yes it needs.
// Pure; the SMART ticks are advice for the worker and never stop anything.
import type { CalendarDate } from '../time.ts';
import { addDays, daysBetween } from '../time.ts';
import type { Goal, GoalStatus, SupportPlan } from './support-plan.ts';

const FIRST_DAYS = 90;
const EARLY_INTERVAL = 30;
const LATER_INTERVAL = 90;

/** domain §8: last review + interval; 30 days until day 90 from the start of the plan, 90 days after it. */
export const reviewAfter = (planStart: CalendarDate, last: CalendarDate): CalendarDate =>
  addDays(last, daysBetween(planStart, last) < FIRST_DAYS ? EARLY_INTERVAL : LATER_INTERVAL);

/** The next day to look back: what the last review set, or day 30. */
export const nextReviewOn = (plan: Pick<SupportPlan, 'planStart' | 'reviews'>): CalendarDate =>
  plan.reviews.at(-1)?.nextOn ?? reviewAfter(plan.planStart, plan.planStart);

/** The first `count` review days when each is held on its day. */
export function reviewDays(planStart: CalendarDate, count: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let last = planStart; days.length < count; last = days.at(-1) ?? last) days.push(reviewAfter(planStart, last));
  return days;
}

/** Days since the plan began: "Review, day 30". */
export const dayOfPlan = (planStart: CalendarDate, on: CalendarDate): number => daysBetween(planStart, on);

const next: Readonly<Record<GoalStatus, readonly GoalStatus[]>> = {
  PROPOSED: ['AGREED', 'CHANGED', 'PAUSED', 'DROPPED_BY_SURVIVOR'],
  AGREED: ['IN_PROGRESS', 'ACHIEVED', 'PARTLY', 'CHANGED', 'PAUSED', 'DROPPED_BY_SURVIVOR'],
  IN_PROGRESS: ['AGREED', 'ACHIEVED', 'PARTLY', 'CHANGED', 'PAUSED', 'DROPPED_BY_SURVIVOR'],
  ACHIEVED: ['IN_PROGRESS', 'PARTLY'],
  PARTLY: ['IN_PROGRESS', 'ACHIEVED', 'CHANGED', 'DROPPED_BY_SURVIVOR'],
  CHANGED: [],
  PAUSED: ['PROPOSED', 'AGREED', 'IN_PROGRESS', 'CHANGED', 'DROPPED_BY_SURVIVOR'],
  // She can pick it up again.
  DROPPED_BY_SURVIVOR: ['AGREED', 'IN_PROGRESS'],
};

export type PlanRefusal =
  | 'goal-needs-her-yes'
  | 'goal-status'
  | 'goal-lost'
  | 'goal-twice'
  | 'goal-successor'
  | 'review-goal'
  | 'review-day';

/** States that only a goal with her yes may have. */
const needsYes = (status: GoalStatus): boolean =>
  !['PROPOSED', 'PAUSED', 'CHANGED', 'DROPPED_BY_SURVIVOR'].includes(status);

/** States in which the days of a goal and its open steps are due; one put down, or waiting for her word, asks for nothing. */
const WORKED_ON: readonly GoalStatus[] = ['AGREED', 'IN_PROGRESS', 'PARTLY'];

/** Every day on which something of a plan is due, earliest first. */
export const daysDue = ({ goals }: Pick<SupportPlan, 'goals'>): CalendarDate[] =>
  goals
    .filter(({ status }) => WORKED_ON.includes(status))
    .flatMap(({ targetDate, steps }) => [
      targetDate,
      ...steps.filter(({ status }) => status === 'OPEN').map(({ byWhen }) => byWhen),
    ])
    .filter((day) => day !== null)
    .sort();

export const hasHerYes = (goal: Pick<Goal, 'proposedBy' | 'assentedOn'>): boolean =>
  goal.proposedBy === 'SURVIVOR' || goal.assentedOn !== null;

function goalRefusal(before: Goal | undefined, after: Goal, ids: ReadonlySet<string>): PlanRefusal | null {
  if (needsYes(after.status) && !hasHerYes(after)) return 'goal-needs-her-yes';
  if (before !== undefined && before.proposedBy !== after.proposedBy) return 'goal-needs-her-yes';
  if (before !== undefined && before.status !== after.status && !next[before.status].includes(after.status))
    return 'goal-status';
  const successor = after.successorId;
  if (successor !== null && (successor === after.id || !ids.has(successor))) return 'goal-successor';
  return after.status === 'CHANGED' && successor === null ? 'goal-successor' : null;
}

/**
 * Why this plan may not follow that one, or null when it may. A goal is never lost: it is achieved, changed, paused or
 * put down, and stays in the plan.
 */
export function planRefusal(before: SupportPlan | null, after: SupportPlan): PlanRefusal | null {
  const ids = after.goals.map(({ id }) => id as string);
  const all = new Set(ids);
  const parts = [...ids, ...after.goals.flatMap(({ steps }) => steps.map(({ id }) => id as string))];
  if (new Set(parts).size !== parts.length) return 'goal-twice';
  const known = before?.goals ?? [];
  if (known.some(({ id }) => !all.has(id))) return 'goal-lost';
  const attained = after.reviews.flatMap(({ attainment }) => attainment.map(({ goalId }) => goalId as string));
  if (attained.some((id) => !all.has(id))) return 'review-goal';
  for (const goal of after.goals) {
    const refusal = goalRefusal(
      known.find(({ id }) => id === goal.id),
      goal,
      all,
    );
    if (refusal !== null) return refusal;
  }
  return null;
}

/** A worker may set the next review earlier, or up to 90 days on; never before the review itself. */
export const mayReviewNextOn = (on: CalendarDate, nextOn: CalendarDate): boolean =>
  nextOn > on && daysBetween(on, nextOn) <= LATER_INTERVAL;

export interface SmartTicks {
  readonly specific: boolean;
  readonly measurable: boolean;
  readonly agreed: boolean;
  readonly realistic: boolean;
  readonly timeBound: boolean;
}

const VERBS = new Set(
  'be have do go get make find learn work live sleep eat see meet talk speak call write read study start stop keep feel want need finish pay save move help visit send bring sew bake cook drive train apply rent own know take give open close join leave stay become play sing walk run teach care choose'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];

/** domain §8: five words and a verb. The verb list is English; other languages are judged by length alone. */
function isSpecific(wording: string, language: string): boolean {
  const words = wordsOf(wording);
  return (
    words.length >= 5 &&
    (language !== 'en' || words.some((word) => VERBS.has(word) || VERBS.has(word.replace(/(ing|ed|s)$/u, ''))))
  );
}

/** Advice for the worker, 0–5 ticks; `today` in the shelter's calendar, `language` of the wording (ISO 639). */
export function smartTicks(goal: Goal, today: CalendarDate, language = 'en'): SmartTicks {
  const hers = goal.steps.filter(({ who, status }) => who === 'SURVIVOR' && status === 'OPEN');
  const from = goal.startOn ?? today;
  const days = goal.targetDate === null ? null : daysBetween(from, goal.targetDate);
  return {
    specific: isSpecific(goal.survivorWording, language),
    measurable: goal.measure !== '' || goal.target !== '',
    agreed: goal.survivorWording !== '' && hasHerYes(goal),
    realistic: hers.length <= 3,
    timeBound: days !== null && days >= 0 && days <= 365,
  };
}

export const tickCount = (ticks: SmartTicks): number => Object.values(ticks).filter(Boolean).length;
