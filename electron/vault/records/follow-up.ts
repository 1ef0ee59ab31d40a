// Follow-ups in the vault: set by an exit with her permission, ended by an answer, by the third try, or by her no.
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import {
  type DueFollowUp,
  FollowUp,
  followUpDays,
  type followUpOperations,
  followUpRefusal,
  type StoredFollowUp,
  withAttempt,
} from '#shared/records/follow-up';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';

export const followUpKind = recordKind<FollowUp>({
  kind: 'follow-up',
  schema: FollowUp,
  table: 'follow_up',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    exit_id: body.exitId,
    due_on: body.dueOn,
    until_on: body.until,
    is_open: Number(body.end === null),
  }),
});

export const followUpHandlers: Handlers<typeof followUpOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return listRecords(
      context,
      followUpKind,
      `t.exit_id = (SELECT id FROM case_exit WHERE case_file_id = ? AND finished_on IS NOT NULL
       ORDER BY revision_seq DESC LIMIT 1) ORDER BY t.due_on`,
      [caseFileId],
    ).map((stored) => shown(context, stored));
  },
  attempt: (context, { followUpId, basedOn, outcome }) => {
    const { body } = loadRecord(context, followUpKind, followUpId);
    obey(followUpRefusal(body, context.today()));
    const after = withAttempt(body, { at: context.now(), by: context.staffMember.id, outcome });
    const { caseFileId } = body;
    const record = { id: followUpId, caseFileId, body: after, expectedRevision: basedOn };
    const saved = saveRecord(context, followUpKind, record);
    if (outcome === 'DECLINED') endFollowUps(context, caseFileId, 'DECLINED');
    return shown(context, saved);
  },
};

interface Setting {
  readonly caseFileId: CaseFileId;
  readonly exitId: RecordId;
  readonly on: string;
  readonly until: string;
}

export function setFollowUps(context: WriteContext, { caseFileId, exitId, on, until }: Setting): void {
  for (const { day, dueOn } of followUpDays(on, until)) {
    const body: FollowUp = { caseFileId, exitId, day, dueOn, until, attempts: [], end: null };
    saveRecord(context, followUpKind, { id: context.newId(), caseFileId, body });
  }
}

/** Ends all that wait. */
export function endFollowUps(context: WriteContext, caseFileId: CaseFileId, end: 'DECLINED' | 'SUPERSEDED'): void {
  for (const { id, body } of listRecords(context, followUpKind, 't.case_file_id = ? AND t.is_open = 1', [caseFileId]))
    saveRecord(context, followUpKind, { id, caseFileId, body: { ...body, end } });
}

/** Of cases in follow-up: due by `until` and still within her permission. */
export function dueFollowUps(context: ReadContext, today: string, until: string): DueFollowUp[] {
  return listRecords(
    context,
    followUpKind,
    `t.is_open = 1 AND t.due_on <= $until AND t.until_on >= $today AND ${inHerCases('t.case_file_id')}
     AND t.case_file_id IN (SELECT id FROM case_file WHERE status = 'FOLLOW_UP') ORDER BY t.due_on, t.id`,
    { until, today, ...herCases(context) },
  ).map(({ id, body }) => ({
    followUpId: RecordId.parse(id),
    of: caseRef(context, body.caseFileId),
    day: body.day,
    dueOn: body.dueOn,
    attempts: body.attempts.length,
  }));
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<FollowUp>): StoredFollowUp => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  attempts: stored.body.attempts.map((attempt) => ({ ...attempt, by: staffRef(context, attempt.by) })),
});
