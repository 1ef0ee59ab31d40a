// The safety plan in the vault, and its sealed words as a record of their own that nothing else ever reads.
import { z } from 'zod';
import { ListItem } from '#shared/forms/check-answers';
import { SafetyPlan, type SafetyPlanGlance, SealedWords } from '#shared/records/safety-plan';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, recordKind } from './record-kind.ts';

export const safetyPlanKind = recordKind<SafetyPlan>({
  kind: 'safety-plan',
  schema: SafetyPlan,
  table: 'safety_plan',
  columns: (body) => ({ case_file_id: body.caseFileId, status: body.status, review_due_on: body.reviewDueOn }),
});

/** T4: no search text, no timeline words, no part in summaries. */
export const sealedWordsKind = recordKind<SealedWords>({
  kind: 'sealed-words',
  schema: SealedWords,
  table: 'sealed_words',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});

export function safetyPlanOf(context: { readonly db: ReadableDb }, caseFileId: string) {
  return listRecords(context, safetyPlanKind, 't.case_file_id = ?', [caseFileId])[0] ?? null;
}

export function safetyPlanGlance(context: { readonly db: ReadableDb }, caseFileId: string): SafetyPlanGlance | null {
  const plan = safetyPlanOf(context, caseFileId);
  if (plan === null) return null;
  const { status, reviewDueOn, riskLevelSurvivor, riskLevelWorker } = plan.body;
  return { status, reviewDueOn, riskLevelSurvivor, riskLevelWorker };
}

/** Section P, "may-do": what house staff may do without asking her first. */
export function mayDoWithoutAsking(context: { readonly db: ReadableDb }, caseFileId: string): ListItem[] {
  const answer = safetyPlanOf(context, caseFileId)?.body.answers['may-do'];
  return answer?.state === 'ANSWERED' ? z.array(ListItem).parse(answer.value) : [];
}

/** Only that something sealed exists; nothing of it, not even its length. */
export function hasSealedWords(context: { readonly db: ReadableDb }, caseFileId: string): boolean {
  return context.db.get('SELECT 1 AS there FROM sealed_words WHERE case_file_id = ?', [caseFileId]) !== undefined;
}
