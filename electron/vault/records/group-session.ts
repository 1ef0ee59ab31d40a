// Meetings of groups in the vault. Whoever said yes has a line in her own file; the meeting keeps how many, and not who.
import { VaultError } from '#shared/contract/errors';
import { CaseFileId, RecordId } from '#shared/ids';
import type { GroupPlace } from '#shared/records/group-place';
import {
  type GroupFigures,
  GroupSession,
  type groupSessionOperations,
  sessionRefusal,
  type StoredSession,
} from '#shared/records/group-session';
import { type Service, serviceRefusal } from '#shared/records/service';
import { sumOf } from '#shared/statistics/count-table';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseFileKind } from './case-file-kind.ts';
import { caseRef } from './case-ref.ts';
import { goingOn } from './peer-group.ts';
import { peerGroupKind, placesIn } from './peer-group-kind.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { serviceKind } from './service.ts';

export const groupSessionKind = recordKind<GroupSession>({
  kind: 'group-session',
  schema: GroupSession,
  table: 'group_session',
  columns: (body) => ({
    group_id: body.groupId,
    held_on: body.on,
    headcount: body.headcount,
    new_count: body.newCount,
  }),
});

export const groupSessionHandlers: Handlers<typeof groupSessionOperations> = {
  list: (context, { groupId }) => {
    loadRecord(context, peerGroupKind, groupId);
    const where = 't.group_id = ? ORDER BY t.held_on DESC, t.id DESC';
    return listRecords(context, groupSessionKind, where, [groupId]).map((stored) => shown(context, stored));
  },
  save: (context, { groupId, sessionId, basedOn, session, named }) => {
    const before = sessionId === null ? null : sessionOf(context, groupId, sessionId);
    if (before === null) goingOn(context, groupId);
    const places = before === null ? willing(context, groupId, named) : [];
    const namedCount = before?.namedCount ?? places.length;
    obey(sessionRefusal(session, namedCount, context.today()));
    for (const { body } of places) writeDown(context, body, session.on);
    const id = sessionId ?? context.newId();
    const record = { id, caseFileId: null, body: { ...session, groupId, namedCount }, expectedRevision: basedOn };
    return shown(context, saveRecord(context, groupSessionKind, record));
  },
  figures: (context, { from, to }) => {
    const sessions = listRecords(context, groupSessionKind, 't.held_on >= ? AND t.held_on < ?', [from, to]);
    const sum = (of: (session: GroupSession) => number): number => sumOf(sessions.map(({ body }) => of(body)));
    return {
      sessions: sessions.length,
      attendances: sum(({ headcount }) => headcount),
      newPeople: sum(({ newCount }) => newCount),
      debriefed: sum(({ debriefed }) => Number(debriefed)),
      safetyFollowUps: sum((session) => session.safetyFollowUps),
      atLeast: countedOnce(context, from, to),
    };
  },
};

function sessionOf(context: ReadContext, groupId: string, sessionId: string): GroupSession {
  const { body } = loadRecord(context, groupSessionKind, sessionId);
  if (body.groupId !== groupId) throw new VaultError('not-found');
  return body;
}

/** The places that are named: people of this group who said yes to it. */
function willing(context: ReadContext, groupId: string, named: readonly string[]): Stored<GroupPlace>[] {
  const places = placesIn(context, groupId).filter(({ id }) => named.includes(id));
  if (places.length < new Set(named).size) throw new VaultError('not-found');
  obey(places.every(({ body }) => body.state === 'MEMBER' && body.attendance === 'YES') ? null : 'session-wish');
  return places;
}

/** A line among the services of her own case. It says neither which group nor who else was there. */
function writeDown(context: WriteContext, place: GroupPlace, on: string): void {
  const caseFileId = CaseFileId.parse(caseRef(context, place.caseFileId).caseFileId);
  obey(serviceRefusal(on, loadRecord(context, caseFileKind, caseFileId).body.openedOn, context.today()));
  const plain = { amount: null, siteAlias: '', fundingTag: '', isStruck: false };
  const body: Service = { ...plain, caseFileId, on, code: 'GROUP_SUPPORT', staffId: context.staffMember.id };
  saveRecord(context, serviceKind, { id: context.newId(), caseFileId, body });
}

/** Cases of one person count once; who said no to attendance, or does not want to be counted at all, is left out. */
const countedOnce = ({ db }: ReadContext, from: string, to: string): GroupFigures['atLeast'] =>
  db.get<{ n: number }>(
    `SELECT count(DISTINCT coalesce(p.kept_id, s.case_file_id)) AS n
     FROM service s LEFT JOIN same_person p ON p.merged_id = s.case_file_id
     WHERE s.code = 'GROUP_SUPPORT' AND s.is_struck = 0 AND s.given_on >= $from AND s.given_on < $to
       AND EXISTS (SELECT 1 FROM group_place g WHERE g.attendance = 'YES'
         AND g.case_file_id IN (s.case_file_id, p.kept_id))
       AND NOT EXISTS (SELECT 1 FROM stats_choice c WHERE c.is_refused = 1
         AND c.case_file_id IN (s.case_file_id, p.kept_id))`,
    { from, to },
  )?.n ?? 0;

const shown = (context: ReadContext, stored: Stored<GroupSession>): StoredSession => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
