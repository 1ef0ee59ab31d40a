// Exits in the vault: one is prepared at a time, and finishing it moves the case and sets the follow-ups in the same act.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { CaseExit, type caseExitOperations, exitRefusal, type StoredCaseExit } from '#shared/records/case-exit';
import { isHere } from '#shared/records/case-status';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { leaveHouse } from './bed-left.ts';
import { loadCase, moveTo } from './case-file.ts';
import { settleDraft } from './draft.ts';
import { keptNow } from './kept-thing.ts';
import { endFollowUps, setFollowUps } from './follow-up.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { callForLook } from './safety-plan-kind.ts';

export const caseExitKind = recordKind<CaseExit>({
  kind: 'case-exit',
  schema: CaseExit,
  table: 'case_exit',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    reason: body.reason,
    finished_on: body.finishedOn,
    left_on: body.on,
  }),
  renewed: ['left_on'],
});

export const caseExitHandlers: Handlers<typeof caseExitOperations> = {
  get: (context, { caseFileId }) => {
    loadCase(context, caseFileId);
    const [open] = exitsOf(context, caseFileId, 't.finished_on IS NULL');
    const [last] = exitsOf(context, caseFileId, 't.finished_on IS NOT NULL');
    return { open: open ? shown(context, open) : null, last: last ? shown(context, last) : null };
  },
  save: (context, { caseFileId, basedOn, exit }) => {
    if (!isHere(loadCase(context, caseFileId).body.status))
      throw new VaultError('rule-broken', { rule: 'case-status' });
    const [before] = exitsOf(context, caseFileId, 't.finished_on IS NULL');
    if (before === undefined) callForLook(context, caseFileId, 'BEFORE_EXIT');
    const begunOn = before?.body.begunOn ?? context.today();
    const id = before?.id ?? context.newId();
    settleDraft(context, 'case-exit', caseFileId);
    return keep(context, id, { ...exit, caseFileId, begunOn, finishedOn: null }, basedOn);
  },
  finish: (context, { caseFileId, basedOn }) => {
    const [open] = exitsOf(context, caseFileId, 't.finished_on IS NULL');
    if (open === undefined) throw new VaultError('not-found');
    const { body, id } = open;
    const { openedOn } = loadCase(context, caseFileId).body;
    const { role } = context.staffMember;
    obey(exitRefusal(body, { openedOn, today: context.today(), role, stillKept: keptNow(context, caseFileId) }));
    const finished = keep(context, id, { ...body, finishedOn: context.today() }, basedOn);
    settleDraft(context, 'case-exit', caseFileId);
    leave(context, id, body);
    return finished;
  },
};

function leave(context: WriteContext, exitId: string, { caseFileId, on, reason, followUp }: CaseExit): void {
  endFollowUps(context, caseFileId, 'SUPERSEDED');
  leaveHouse(context, caseFileId, on ?? context.today());
  if (followUp.answer !== 'YES' || followUp.until === null || on === null) {
    moveTo(context, caseFileId, { to: 'CLOSED', why: '', reason: reason ?? 'UNKNOWN' });
    return;
  }
  moveTo(context, caseFileId, { to: 'FOLLOW_UP', why: '' });
  setFollowUps(context, { caseFileId, exitId: RecordId.parse(exitId), on, until: followUp.until });
}

const exitsOf = (
  context: Pick<ReadContext, 'db'>,
  caseFileId: string,
  which: 't.finished_on IS NULL' | 't.finished_on IS NOT NULL',
): Stored<CaseExit>[] =>
  listRecords(context, caseExitKind, `t.case_file_id = ? AND ${which} ORDER BY t.revision_seq DESC LIMIT 1`, [
    caseFileId,
  ]);

function keep(context: WriteContext, id: string, body: CaseExit, expectedRevision: number): StoredCaseExit {
  const { caseFileId } = body;
  return shown(context, saveRecord(context, caseExitKind, { id, caseFileId, body, expectedRevision }));
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<CaseExit>): StoredCaseExit => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
