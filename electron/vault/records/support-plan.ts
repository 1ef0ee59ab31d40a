// The support plan in the vault: her goals, the steps, and the days to look back.
import { SupportPlan, type SupportPlanGlance } from '#shared/records/support-plan';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, recordKind } from './record-kind.ts';

export const supportPlanKind = recordKind<SupportPlan>({
  kind: 'support-plan',
  schema: SupportPlan,
  table: 'support_plan',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    plan_start: body.planStart,
    next_review_on: body.nextReviewOn,
  }),
  searchText: (body) =>
    [body.vision, ...body.goals.flatMap((goal) => [goal.survivorWording, ...goal.steps.map((step) => step.what)])].join(
      '\n',
    ),
});

export function supportPlanOf(context: { readonly db: ReadableDb }, caseFileId: string) {
  return listRecords(context, supportPlanKind, 't.case_file_id = ?', [caseFileId])[0] ?? null;
}

export function supportPlanGlance(context: { readonly db: ReadableDb }, caseFileId: string): SupportPlanGlance | null {
  const plan = supportPlanOf(context, caseFileId);
  if (plan === null) return null;
  const { vision, goals, nextReviewOn } = plan.body;
  return { revision: plan.revision, vision, goals, nextReviewOn };
}
