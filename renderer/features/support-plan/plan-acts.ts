// Everything the page does to a plan, each as one call to the vault on the revision that was read.
import { useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import type { Result } from '#shared/contract/operation';
import type { CaseFileId } from '#shared/ids';
import type { Goal, GoalDraft, Step, StoredSupportPlan, SupportPlan } from '#shared/records/support-plan';
import { CalendarDate } from '#shared/time';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import type { GoalInMaking, ReviewInMaking } from './page-draft.ts';

type Head = Pick<SupportPlan, 'vision' | 'strengths' | 'planStart' | 'agreedBySurvivor' | 'agreedOn' | 'copyGiven'>;
type Settled = 'AGREED' | 'IN_PROGRESS' | 'ACHIEVED' | 'PARTLY' | 'PAUSED' | 'PROPOSED';

export const today = (): CalendarDate => CalendarDate.parse(dateOf(now()));

const headOf = (plan: StoredSupportPlan | null): Head => ({
  vision: plan?.vision ?? '',
  strengths: plan?.strengths ?? [],
  planStart: plan?.planStart ?? today(),
  agreedBySurvivor: plan?.agreedBySurvivor ?? 'NOT_YET',
  agreedOn: plan?.agreedOn ?? null,
  copyGiven: plan?.copyGiven ?? 'NO',
});

/** A day from a date field; null while it is empty or half typed. */
export const dayIn = (typed: string): CalendarDate | null => {
  const day = CalendarDate.safeParse(typed);
  return day.success ? day.data : null;
};

/** The goal that is being written, as the vault takes it. */
export const goalFrom = (making: GoalInMaking, before?: Goal): GoalDraft => ({
  ...(before ?? { baseline: '', target: '', startOn: null, successorId: null, steps: [], assentedOn: null }),
  survivorWording: before?.survivorWording ?? making.words.trim(),
  proposedBy: before?.proposedBy ?? making.proposedBy,
  status: before?.status ?? (making.proposedBy === 'SURVIVOR' ? 'AGREED' : 'PROPOSED'),
  domain: making.domain,
  why: making.why,
  measure: making.measure,
  targetDate: dayIn(making.targetDate),
  weight: making.weight,
});

export function usePlanActs(caseFileId: CaseFileId, plan: StoredSupportPlan | null, onStale: () => void) {
  const save = useWrite('supportPlan.save');
  const status = useWrite('supportPlan.setGoalStatus');
  const replace = useWrite('supportPlan.replaceGoal');
  const step = useWrite('supportPlan.setStep');
  const review = useWrite('supportPlan.addReview');
  const [error, setError] = useState<WireError | null>(null);
  const of = { caseFileId, basedOn: plan?.revision ?? 0 };
  const goals = plan?.goals ?? [];
  const told = async (asked: Promise<Result<unknown>>): Promise<boolean> => {
    const result = await asked;
    setError(result.ok ? null : result.error);
    if (!result.ok && result.error.code === 'conflict') onStale();
    return result.ok;
  };
  const whole = (head: Partial<Head>, next: readonly GoalDraft[] = goals): Promise<boolean> =>
    told(save.run({ ...of, ...headOf(plan), ...head, goals: [...next] }));
  const changeGoal = (goal: Goal, next: GoalDraft): Promise<boolean> =>
    whole(
      {},
      goals.map((one) => (one.id === goal.id ? { ...next, id: goal.id } : one)),
    );
  return {
    isRunning: [save, status, replace, step, review].some(({ isRunning }) => isRunning),
    error,
    setHead: (head: Partial<Head>) => whole(head),
    addGoal: (making: GoalInMaking) => whole({}, [...goals, goalFrom(making)]),
    editGoal: (goal: Goal, making: GoalInMaking) => changeGoal(goal, goalFrom(making, goal)),
    addStep: (goal: Goal, next: Omit<Step, 'id'>) => changeGoal(goal, { ...goal, steps: [...goal.steps, next] }),
    setStep: (goal: Goal, { id }: Step, to: Step['status']) =>
      told(step.run({ ...of, goalId: goal.id, stepId: id, status: to })),
    setStatus: (goal: Goal, to: Settled, sheAgrees = false) =>
      told(status.run({ ...of, goalId: goal.id, status: to, sheAgrees })),
    replaceGoal: (goal: Goal, as: 'CHANGED' | 'DROPPED_BY_SURVIVOR', making: GoalInMaking) => {
      const successor = making.words.trim() === '' ? null : goalFrom(making);
      return told(replace.run({ ...of, goalId: goal.id, as, successor }));
    },
    addReview: ({ nextOn, ...said }: ReviewInMaking) => {
      const day = dayIn(nextOn);
      return told(review.run({ ...of, review: said, ...(day === null ? {} : { nextOn: day }) }));
    },
  };
}
export type PlanActs = ReturnType<typeof usePlanActs>;
