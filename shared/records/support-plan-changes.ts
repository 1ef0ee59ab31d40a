// What is different between two saved states of a plan, as pairs to stand side by side. Words are compared whole: nobody's
// sentence is cut into pieces.
import type { Goal, SupportPlan } from './support-plan.ts';

type Plan = Pick<SupportPlan, 'vision' | 'strengths' | 'goals' | 'agreedBySurvivor' | 'copyGiven' | 'reviews'>;

export interface PlanChange {
  readonly what: 'vision' | 'strength' | 'goal' | 'goal-status' | 'step' | 'agreed' | 'copy' | 'review';
  /** Null where it was not there yet. */
  readonly then: string | null;
  /** Null where it is not there any more. */
  readonly now: string | null;
}

/** In the order of the page; empty when nothing differs. Statuses and choices come as their codes. */
export function planChanges(before: Plan | null, after: Plan): readonly PlanChange[] {
  return [
    ...changed('vision', before?.vision ?? '', after.vision),
    ...listChanges('strength', before?.strengths ?? [], after.strengths),
    ...after.goals.flatMap((goal) =>
      goalChanges(
        before?.goals.find(({ id }) => id === goal.id),
        goal,
      ),
    ),
    ...changed('agreed', before?.agreedBySurvivor ?? null, after.agreedBySurvivor),
    ...changed('copy', before?.copyGiven ?? null, after.copyGiven),
    ...after.reviews
      .slice(before?.reviews.length ?? 0)
      .map(({ on }) => ({ what: 'review', then: null, now: on }) as const),
  ];
}

const orNull = (words: string | null): string | null => (words === '' ? null : words);

const changed = (what: PlanChange['what'], then: string | null, now: string | null): PlanChange[] =>
  orNull(then) === orNull(now) ? [] : [{ what, then: orNull(then), now: orNull(now) }];

function listChanges(what: PlanChange['what'], then: readonly string[], now: readonly string[]): PlanChange[] {
  const gone = then.filter((words) => !now.includes(words)).map((words) => ({ what, then: words, now: null }));
  const come = now.filter((words) => !then.includes(words)).map((words) => ({ what, then: null, now: words }));
  return [...gone, ...come];
}

function goalChanges(then: Goal | undefined, now: Goal): PlanChange[] {
  const steps = (goal: Goal | undefined): string[] =>
    (goal?.steps ?? []).filter(({ status }) => status !== 'LET_GO').map(({ what }) => what);
  return [
    ...changed('goal', then?.survivorWording ?? null, now.survivorWording),
    ...(then === undefined ? [] : changed('goal-status', then.status, now.status)),
    ...listChanges('step', steps(then), steps(now)),
  ];
}
