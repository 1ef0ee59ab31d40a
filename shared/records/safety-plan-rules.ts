// When a safety plan is looked at again (domain §7). The higher of the two risk levels decides; both stay visible.
// Pure dates; no level is ever computed from flags.
import type { CalendarDate } from '../time.ts';
import { addDays } from '../time.ts';
import type { ReviewTrigger, RiskLevel, SafetyPlan } from './safety-plan.ts';
import { RiskLevel as RiskLevels } from './safety-plan.ts';

/** Days between looks (domain §7 [P]); 0: at every contact, so it is due the same day. */
export const REVIEW_DAYS: Readonly<Record<RiskLevel, number>> = { LOW: 30, MODERATE: 30, HIGH: 7, IMMEDIATE: 0 };
const WHEN_NOBODY_SAID = 30;

const rank = (level: RiskLevel): number => RiskLevels.options.indexOf(level);

/** The higher of what she and the worker say; null when neither said anything. */
export function higherRisk(survivor: RiskLevel | null, worker: RiskLevel | null): RiskLevel | null {
  if (survivor === null || worker === null) return survivor ?? worker;
  return rank(survivor) >= rank(worker) ? survivor : worker;
}

export const risksDiffer = (plan: Pick<SafetyPlan, 'riskLevelSurvivor' | 'riskLevelWorker'>): boolean =>
  plan.riskLevelSurvivor !== null && plan.riskLevelWorker !== null && plan.riskLevelSurvivor !== plan.riskLevelWorker;

/** A plan before its next day is worked out. */
export type UndatedPlan = Omit<SafetyPlan, 'reviewDueOn'>;
type Reviewed = Pick<SafetyPlan, 'madeOn' | 'reviewedOn' | 'riskLevelSurvivor' | 'riskLevelWorker' | 'triggers'>;

/** The day of the next look: by risk level from the last look, or earlier when something happened since. */
export function reviewDueOn(plan: Reviewed): CalendarDate {
  const level = higherRisk(plan.riskLevelSurvivor, plan.riskLevelWorker);
  const byLevel = addDays(plan.reviewedOn ?? plan.madeOn, level === null ? WHEN_NOBODY_SAID : REVIEW_DAYS[level]);
  return plan.triggers.map(({ on }) => on).reduce((earliest, on) => (on < earliest ? on : earliest), byLevel);
}

const dated = (plan: UndatedPlan): SafetyPlan => ({ ...plan, reviewDueOn: reviewDueOn(plan) });

/** A new trigger on that day; one of a kind per day is enough. */
export const withTrigger = (plan: UndatedPlan, trigger: ReviewTrigger, on: CalendarDate): SafetyPlan =>
  plan.triggers.some((known) => known.trigger === trigger && known.on === on)
    ? dated(plan)
    : dated({ ...plan, triggers: [...plan.triggers, { trigger, on }].slice(-100) });

/** Looked at together on that day: the clock starts again. */
export const lookedAt = (plan: UndatedPlan, on: CalendarDate): SafetyPlan =>
  dated({ ...plan, reviewedOn: on, triggers: [] });

/** The plan as it is saved: a flag that was not there before calls for a look together, unless this is that look. */
export function revisedPlan(
  before: SafetyPlan | null,
  after: UndatedPlan,
  together: boolean,
  on: CalendarDate,
): SafetyPlan {
  if (together && before !== null) return lookedAt(after, on);
  const added = before !== null && after.riskFlags.some((flag) => !before.riskFlags.includes(flag));
  return added ? withTrigger(after, 'FLAG_ADDED', on) : dated(after);
}
