// The support plan in the vault: her goals, the steps, and the days to look back.
// Every way of changing a plan ends in one function that asks the rules first.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type Goal,
  type GoalDraft,
  type StoredSupportPlan,
  SupportPlan,
  type SupportPlanGlance,
  type supportPlanOperations,
} from '#shared/records/support-plan';
import { daysDue, mayReviewNextOn, nextReviewOn, planRefusal, reviewAfter } from '#shared/records/support-plan-rules';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { historyOf, listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const supportPlanKind = recordKind<SupportPlan>({
  kind: 'support-plan',
  schema: SupportPlan,
  table: 'support_plan',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    plan_start: body.planStart,
    next_review_on: body.nextReviewOn,
    first_due_on: daysDue(body)[0] ?? null,
    last_due_on: daysDue(body).at(-1) ?? null,
  }),
  searchText: (body) =>
    [body.vision, ...body.goals.flatMap((goal) => [goal.survivorWording, ...goal.steps.map((step) => step.what)])].join(
      '\n',
    ),
});

export function supportPlanOf(context: { readonly db: ReadableDb }, caseFileId: string): Stored<SupportPlan> | null {
  return listRecords(context, supportPlanKind, 't.case_file_id = ?', [caseFileId])[0] ?? null;
}

export function supportPlanGlance(context: { readonly db: ReadableDb }, caseFileId: string): SupportPlanGlance | null {
  const plan = supportPlanOf(context, caseFileId);
  if (plan === null) return null;
  const { vision, goals, nextReviewOn } = plan.body;
  return { revision: plan.revision, vision, goals, nextReviewOn };
}

const shown = (reader: { readonly db: ReadableDb }, stored: Stored<SupportPlan>): StoredSupportPlan => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
});

const withIds = (context: WriteContext, goal: GoalDraft): Goal => ({
  ...goal,
  id: goal.id ?? RecordId.parse(context.newId()),
  steps: goal.steps.map((step) => ({ ...step, id: step.id ?? RecordId.parse(context.newId()) })),
});

type Undated = Omit<SupportPlan, 'nextReviewOn'>;

/** Saves what the rules allow. */
function keep(
  context: WriteContext,
  before: Stored<SupportPlan> | null,
  after: Undated,
  basedOn: number,
): StoredSupportPlan {
  const body: SupportPlan = { ...after, nextReviewOn: nextReviewOn(after) };
  obey(planRefusal(before?.body ?? null, body));
  const { caseFileId } = body;
  const saved = saveRecord(context, supportPlanKind, {
    id: before?.id ?? context.newId(),
    caseFileId,
    body,
    expectedRevision: basedOn,
  });
  settleDraft(context, 'support-plan', caseFileId, saved.id);
  return shown(context, saved);
}

function requirePlan(reader: { readonly db: ReadableDb }, caseFileId: string): Stored<SupportPlan> {
  const plan = supportPlanOf(reader, caseFileId);
  if (plan === null) throw new VaultError('not-found');
  return plan;
}

/** The plan with one goal replaced by what `change` makes of it. Throws `not-found` when it has no such goal. */
function withGoal(plan: SupportPlan, goalId: string, change: (goal: Goal) => Goal): SupportPlan {
  if (!plan.goals.some(({ id }) => id === goalId)) throw new VaultError('not-found');
  return { ...plan, goals: plan.goals.map((goal) => (goal.id === goalId ? change(goal) : goal)) };
}

export const supportPlanHandlers: Handlers<typeof supportPlanOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const plan = supportPlanOf(context, caseFileId);
    return plan === null ? null : shown(context, plan);
  },
  save: (context, { basedOn, goals, ...head }) => {
    caseRef(context, head.caseFileId);
    const before = supportPlanOf(context, head.caseFileId);
    const after = { ...head, goals: goals.map((goal) => withIds(context, goal)), reviews: before?.body.reviews ?? [] };
    return keep(context, before, after, basedOn);
  },
  setGoalStatus: (context, { caseFileId, basedOn, goalId, status, sheAgrees }) => {
    const plan = requirePlan(context, caseFileId);
    const assented = (goal: Goal): Goal['assentedOn'] =>
      sheAgrees ? (goal.assentedOn ?? context.today()) : goal.assentedOn;
    return keep(
      context,
      plan,
      withGoal(plan.body, goalId, (goal) => ({ ...goal, status, assentedOn: assented(goal) })),
      basedOn,
    );
  },
  replaceGoal: (context, { caseFileId, basedOn, goalId, as, successor }) => {
    const plan = requirePlan(context, caseFileId);
    const next = successor === null ? null : withIds(context, { ...successor, id: undefined });
    const marked = withGoal(plan.body, goalId, (goal) => ({ ...goal, status: as, successorId: next?.id ?? null }));
    return keep(context, plan, { ...marked, goals: [...marked.goals, ...(next === null ? [] : [next])] }, basedOn);
  },
  setStep: (context, { caseFileId, basedOn, goalId, stepId, status }) => {
    const plan = requirePlan(context, caseFileId);
    const after = withGoal(plan.body, goalId, (goal) => {
      if (!goal.steps.some(({ id }) => id === stepId)) throw new VaultError('not-found');
      return { ...goal, steps: goal.steps.map((step) => (step.id === stepId ? { ...step, status } : step)) };
    });
    return keep(context, plan, after, basedOn);
  },
  addReview: (context, { caseFileId, basedOn, review, nextOn: asked }) => {
    const plan = requirePlan(context, caseFileId);
    const on = context.today();
    const nextOn = asked ?? reviewAfter(plan.body.planStart, on);
    if (!mayReviewNextOn(on, nextOn)) throw new VaultError('rule-broken', { rule: 'review-day' });
    return keep(context, plan, { ...plan.body, reviews: [...plan.body.reviews, { ...review, on, nextOn }] }, basedOn);
  },
  history: (context, { caseFileId }) => {
    const plan = supportPlanOf(context, caseFileId);
    if (plan === null) return [];
    return historyOf(context, supportPlanKind, plan.id).map((one) => shown(context, one));
  },
};
