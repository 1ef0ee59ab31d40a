// Safety plan: each save is a new revision and the earlier ones stay. The sealed words are opened with a reason that is
// written down, in the same transaction, before anything is returned.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { findForm } from '#shared/forms/published';
import type {
  CourtPart,
  SafetyPlan,
  safetyPlanOperations,
  SealedWords,
  StoredSafetyPlan,
} from '#shared/records/safety-plan';
import { lookedAt, revisedPlan, withTrigger } from '#shared/records/safety-plan-rules';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { acceptAnswers } from './form-answers.ts';
import { historyOf, listRecords, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';
import {
  hasSealedWords,
  safetyPlanKind,
  safetyPlanOf,
  sealedOpeningKind,
  sealedWordsKind,
} from './safety-plan-kind.ts';

type Reader = { readonly db: ReadableDb };

const shown = (reader: Reader, stored: Stored<SafetyPlan>, newest = true): StoredSafetyPlan => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
  status: newest ? stored.body.status : 'SUPERSEDED',
});

function requirePlan(context: WriteContext, caseFileId: string): Stored<SafetyPlan> {
  const plan = safetyPlanOf(context, caseFileId);
  if (plan === null) throw new VaultError('not-found');
  return plan;
}

const keep = (context: WriteContext, id: string, body: SafetyPlan, basedOn?: number): Stored<SafetyPlan> =>
  saveRecord(context, safetyPlanKind, {
    id,
    caseFileId: body.caseFileId,
    body,
    ...(basedOn === undefined ? {} : { expectedRevision: basedOn }),
  });

const sealedOf = (reader: Reader, caseFileId: string): Stored<SealedWords> | undefined =>
  listRecords(reader, sealedWordsKind, 't.case_file_id = ?', [caseFileId])[0];

/** The section that a legal advocate reads, by the letter it has in every version of the form (domain §0, §7). */
const COURT = 'I';

function courtPartOf({ formVersion, status, answers }: SafetyPlan): CourtPart {
  const section = findForm('safety-plan', formVersion)?.sections.find(({ letter }) => letter === COURT);
  const asked = new Set(section?.questions.map(({ id }) => id));
  return { formVersion, status, answers: Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id))) };
}

export const safetyPlanHandlers: Handlers<typeof safetyPlanOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const stored = safetyPlanOf(context, caseFileId);
    return { plan: stored === null ? null : shown(context, stored), sealed: hasSealedWords(context, caseFileId) };
  },
  courtPart: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const plan = safetyPlanOf(context, caseFileId)?.body;
    return { part: plan === undefined ? null : courtPartOf(plan) };
  },
  save: (context, { basedOn, together, answers: given, ...written }) => {
    const { caseFileId, formVersion } = written;
    caseRef(context, caseFileId);
    const before = safetyPlanOf(context, caseFileId);
    const { answers } = acceptAnswers(
      context,
      { formId: 'safety-plan', formVersion, answers: given, part: 'open' },
      before?.body,
    );
    const after = {
      ...written,
      formId: 'safety-plan' as const,
      answers,
      madeOn: before?.body.madeOn ?? context.today(),
      reviewedOn: before?.body.reviewedOn ?? null,
      triggers: before?.body.triggers ?? [],
    };
    const body = revisedPlan(before?.body ?? null, after, together, context.today());
    const saved = keep(context, before?.id ?? context.newId(), body, basedOn);
    settleDraft(context, 'safety-plan', caseFileId, saved.id);
    return shown(context, saved);
  },
  history: (context, { caseFileId }) => {
    const stored = safetyPlanOf(context, caseFileId);
    if (stored === null) return [];
    return historyOf(context, safetyPlanKind, stored.id).map((one, at) => shown(context, one, at === 0));
  },
  markReviewed: (context, { caseFileId }) => {
    const plan = requirePlan(context, caseFileId);
    return shown(context, keep(context, plan.id, lookedAt(plan.body, context.today())));
  },
  addTrigger: (context, { caseFileId, trigger }) => {
    const plan = requirePlan(context, caseFileId);
    return shown(context, keep(context, plan.id, withTrigger(plan.body, trigger, context.today())));
  },
  openSealed: (context, { caseFileId, reason }) => {
    caseRef(context, caseFileId);
    saveRecord(context, sealedOpeningKind, { id: context.newId(), caseFileId, body: { caseFileId, reason } });
    const stored = sealedOf(context, caseFileId);
    if (stored === undefined) return { answers: {}, formVersion: 1, revision: 0 };
    return { answers: stored.body.answers, formVersion: stored.body.formVersion, revision: stored.revision };
  },
  saveSealed: (context, { caseFileId, basedOn, formVersion, answers: given }) => {
    caseRef(context, caseFileId);
    const before = sealedOf(context, caseFileId);
    const { answers } = acceptAnswers(
      context,
      { formId: 'safety-plan', formVersion, answers: given, part: 'sealed' },
      before?.body,
    );
    const saved = saveRecord(context, sealedWordsKind, {
      id: before?.id ?? context.newId(),
      caseFileId,
      body: { caseFileId, formVersion, answers },
      expectedRevision: basedOn,
    });
    settleDraft(context, 'sealed-words', caseFileId, saved.id);
    return { revision: saved.revision };
  },
};
