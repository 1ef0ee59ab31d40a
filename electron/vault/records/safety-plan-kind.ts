// The safety plan as a record, and its sealed words as a record of their own, so that reading the plan never brings T4 along.
// Here is what other kinds read of it; its operations are in safety-plan.ts.
import { z } from 'zod';
import { ListItem } from '#shared/forms/check-answers';
import { CaseFileId } from '#shared/ids';
import {
  type ReviewTrigger,
  type RiskFlag,
  SafetyPlan,
  type SafetyPlanGlance,
  SealedWords,
} from '#shared/records/safety-plan';
import { withTrigger } from '#shared/records/safety-plan-rules';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { wordsOfAnswers } from './form-answers.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';

export const safetyPlanKind = recordKind<SafetyPlan>({
  kind: 'safety-plan',
  schema: SafetyPlan,
  table: 'safety_plan',
  columns: (body) => ({ case_file_id: body.caseFileId, status: body.status, review_due_on: body.reviewDueOn }),
  searchText: (body) => wordsOfAnswers('safety-plan', body),
});

/** T4: no search text, no timeline words, no part in summaries. */
export const sealedWordsKind = recordKind<SealedWords>({
  kind: 'sealed-words',
  schema: SealedWords,
  table: 'sealed_words',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});

/** One look at something sealed. The reason is a person's words, so it is a body, erasable, and never an audit detail. */
const SealedOpening = z.strictObject({
  caseFileId: CaseFileId,
  reason: z.string().max(200),
  /** What was opened, where it was not the sealed words. */
  thing: z.enum(['privileged-box', 'attachment', 'sealed-notes']).optional(),
});

export const sealedOpeningKind = recordKind<z.output<typeof SealedOpening>>({
  kind: 'sealed-opening',
  schema: SealedOpening,
  table: 'sealed_opening',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});

export function safetyPlanOf(context: { readonly db: ReadableDb }, caseFileId: string): Stored<SafetyPlan> | null {
  return listRecords(context, safetyPlanKind, 't.case_file_id = ?', [caseFileId])[0] ?? null;
}

export function safetyPlanGlance(context: { readonly db: ReadableDb }, caseFileId: string): SafetyPlanGlance | null {
  const plan = safetyPlanOf(context, caseFileId);
  if (plan === null) return null;
  const { status, reviewDueOn, riskLevelSurvivor, riskLevelWorker } = plan.body;
  return { status, reviewDueOn, riskLevelSurvivor, riskLevelWorker };
}

/** Section P, "may-do": what house staff may do without asking her first. Only of an active plan: a draft is not yet her word. */
export function mayDoWithoutAsking(context: { readonly db: ReadableDb }, caseFileId: string): ListItem[] {
  const plan = safetyPlanOf(context, caseFileId)?.body;
  const answer = plan?.status === 'ACTIVE' ? plan.answers['may-do'] : undefined;
  return answer?.state === 'ANSWERED' ? z.array(ListItem).parse(answer.value) : [];
}

/** Only that something sealed exists; nothing of it, not even its length. */
export function hasSealedWords(context: { readonly db: ReadableDb }, caseFileId: string): boolean {
  return context.db.get('SELECT 1 AS there FROM sealed_words WHERE case_file_id = ?', [caseFileId]) !== undefined;
}

/** Something happened that calls for a look together today (domain §7). Nothing to do when there is no plan yet. */
export function callForLook(context: WriteContext, caseFileId: string, trigger: ReviewTrigger): void {
  const plan = safetyPlanOf(context, caseFileId);
  if (plan === null) return;
  const body = withTrigger(plan.body, trigger, context.today());
  if (body.triggers.length === plan.body.triggers.length) return;
  saveRecord(context, safetyPlanKind, { id: plan.id, caseFileId, body });
}

/** A flag that a date elsewhere makes plain; what she and the worker flagged stays. */
export function addFlag(context: WriteContext, caseFileId: string, flag: RiskFlag): void {
  const plan = safetyPlanOf(context, caseFileId);
  if (plan === null || plan.body.riskFlags.includes(flag)) return;
  const body = { ...plan.body, riskFlags: [...plan.body.riskFlags, flag] };
  saveRecord(context, safetyPlanKind, { id: plan.id, caseFileId, body });
}
