// Safety steps in the vault. One opens with the screening that calls for it and ends by a person's act; the next look becomes a
// check-in of the house, which says a time and nothing else.
import { type CaseFileId, RecordId } from '#shared/ids';
import {
  checkTimeRefusal,
  endRefusal,
  type OpenSafetyStep,
  type SafetyStep,
  type safetyStepOperations,
  type StoredSafetyStep,
} from '#shared/records/safety-step';
import type { SafetyReason, ScreeningRow } from '#shared/records/screening';
import type { Instant } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { OPEN_WHOLE, openWhole } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { addCheckIn, settleCheckIn } from './need.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { safetyStepKind } from './screening-kind.ts';

type Reader = { readonly db: ReadableDb };

const nothingAsked = { safeNow: null, means: null, staysWith: '', informed: '', nextCheckAt: null } as const;

export function openSafetyStep(
  context: WriteContext,
  caseFileId: CaseFileId,
  screeningId: RecordId,
  because: SafetyReason,
): void {
  const openedAt = context.now();
  const begun = { status: 'OPEN', openedAt, endedAt: null, checkId: null } as const;
  const body: SafetyStep = { ...nothingAsked, ...begun, caseFileId, screeningId, because };
  saveRecord(context, safetyStepKind, { id: context.newId(), caseFileId, body, expectedRevision: 0 });
}

export function stepOfScreening(reader: Reader, screeningId: string): ScreeningRow['step'] {
  const row = reader.db.get<{ id: string; is_open: number }>(
    'SELECT id, is_open FROM safety_step WHERE screening_id = ?',
    [screeningId],
  );
  return row === undefined ? null : { id: RecordId.parse(row.id), isOpen: row.is_open === 1 };
}

/** In the open cases that open to her whole, longest open first. */
export const openSafetySteps = (context: ReadContext): OpenSafetyStep[] =>
  listRecords(
    context,
    safetyStepKind,
    `t.is_open = 1 AND t.case_file_id IN (SELECT id FROM case_file WHERE is_open = 1)
     AND t.case_file_id IN (${OPEN_WHOLE}) ORDER BY t.revision_seq`,
    openWhole(context),
  ).map(({ body }) => ({
    of: caseRef(context, body.caseFileId),
    screeningId: body.screeningId,
    openedAt: body.openedAt,
  }));

const shown = (reader: Reader, stored: Stored<SafetyStep>): StoredSafetyStep => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
});

const checkAt = (context: WriteContext, caseFileId: CaseFileId, at: Instant | null): RecordId | null =>
  at === null ? null : addCheckIn(context, caseFileId, at);

export const safetyStepHandlers: Handlers<typeof safetyStepOperations> = {
  get: (context, { stepId }) => shown(context, loadRecord(context, safetyStepKind, stepId)),
  end: (context, { stepId, basedOn, end: { how, ...asked } }) => {
    const { body } = loadRecord(context, safetyStepKind, stepId);
    obey(endRefusal(body, { how, ...asked }, context.now()));
    const { caseFileId } = body;
    const checkId = checkAt(context, caseFileId, asked.nextCheckAt);
    const after = { ...body, ...asked, status: how, endedAt: context.now(), checkId };
    settleDraft(context, 'safety-step', caseFileId, stepId);
    const record = { id: stepId, caseFileId, body: after, expectedRevision: basedOn };
    return shown(context, saveRecord(context, safetyStepKind, record));
  },
  checked: (context, { stepId, basedOn, nextCheckAt }) => {
    const { body } = loadRecord(context, safetyStepKind, stepId);
    obey(body.status === 'OPEN' ? 'safety-step-questions' : checkTimeRefusal(nextCheckAt, context.now()));
    const { caseFileId } = body;
    if (body.checkId !== null) settleCheckIn(context, body.checkId);
    const after = { ...body, nextCheckAt, checkId: checkAt(context, caseFileId, nextCheckAt) };
    const record = { id: stepId, caseFileId, body: after, expectedRevision: basedOn };
    return shown(context, saveRecord(context, safetyStepKind, record));
  },
};
