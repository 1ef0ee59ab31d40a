// Where due dates come from. Each source reads what it knows between two days; a new one is a function here and a line in
// `agendaSources`, with the roles that may read its records.
import {
  caseWorkers,
  directorOnly,
  legalStage,
  needReaders,
  type Opens,
  outreachWorkers,
  type Role,
  shelterStaff,
} from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import type { AgendaItem, AgendaKind } from '#shared/records/calendar';
import { instantsAround, localMoment, wallClock } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { awarenessDue } from '../advocacy/due.ts';
import type { Row } from '../database/sql.ts';
import { bookingsBetween } from './booking.ts';
import { herCases, inHerCases, SEALED_FILES } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { dueNeeds } from './due-needs.ts';
import { dueRequests } from './legal-request.ts';
import { legalDatesBetween } from './legal-matter.ts';
import { referralsBetween } from './due-referrals.ts';
import { listRecords } from './record-kind.ts';
import { rightsBetween } from './rights-request.ts';
import { staffRef } from './revision-mark.ts';
import { sealedDue } from './sealed-due.ts';
import { caseOfTask, seesTasksOfOthers, taskKind } from './task.ts';

export interface AgendaWish {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** Id of one colleague, or null for all. */
  readonly whose: string | null;
  readonly zone: string;
}

type Source = (context: ReadContext, wish: AgendaWish) => AgendaItem[];

interface DueRow extends Row {
  kind: string;
  id: string;
  due_on: string;
  words: string;
  case_file_id: string;
  name_used: string;
  case_number: string;
  worker_id: string | null;
}

const itemOf = (context: ReadContext, row: DueRow): AgendaItem => ({
  kind: row.kind as AgendaKind,
  recordId: RecordId.parse(row.id),
  revision: null,
  on: row.due_on,
  time: null,
  of: caseRef(context, row.case_file_id),
  words: row.words,
  legal: null,
  who: staffRef(context, row.worker_id),
});

/** The cases that one colleague works on; binds $whose. */
const HERS = 'SELECT case_file_id FROM works_on WHERE staff_id = $whose';

/** What every query below is bound to. */
const bounds = ({ from, to, whose }: AgendaWish) => ({ from, to, whose });
/** For what is over when its day is over: the past asks for nothing any more. */
const fromToday = (wish: AgendaWish) => ({ ...bounds(wish), from: wish.from > wish.today ? wish.from : wish.today });

/** More needs than a house of this size has open at once. */
const EVERY_NEED = 5_000;

const needs: Source = (context, { from, to, whose, zone }) =>
  dueNeeds(context, { offset: 0, limit: EVERY_NEED, between: instantsAround(from, to), whose })
    .needs.map(({ id, of, dueAt, title }): AgendaItem => {
      const moment = localMoment(dueAt, zone);
      const time = wallClock(moment);
      return {
        kind: 'need',
        recordId: id,
        revision: null,
        on: moment.date,
        time,
        of,
        words: title,
        legal: null,
        who: null,
      };
    })
    .filter(({ on }) => on >= from && on <= to);

const reviews: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `SELECT 'safety-plan' AS kind, p.id, p.review_due_on AS due_on, '' AS words, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
         FROM safety_plan p JOIN case_file c ON c.id = p.case_file_id
        WHERE p.review_due_on BETWEEN $from AND $to AND c.is_open = 1 AND ($whose IS NULL OR c.id IN (${HERS}))
       UNION ALL
       SELECT 'support-plan', p.id, p.next_review_on, '', c.id, c.name_used, c.case_number, c.worker_id
         FROM support_plan p JOIN case_file c ON c.id = p.case_file_id
        WHERE p.next_review_on BETWEEN $from AND $to AND c.is_open = 1 AND ($whose IS NULL OR c.id IN (${HERS}))`,
      bounds(wish),
    )
    .map((row) => itemOf(context, row));

/** Of goals she said yes to and still works on; one that is put down or waits for her word asks for nothing. */
const planDays: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `WITH goal AS (
         SELECT g.value AS body, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
           FROM support_plan p JOIN case_file c ON c.id = p.case_file_id JOIN revision r ON r.audit_seq = p.revision_seq,
                json_each(r.body, '$.goals') g
          WHERE p.first_due_on <= $to AND p.last_due_on >= $from AND c.is_open = 1 AND ($whose IS NULL OR c.id IN (${HERS}))
            AND json_extract(g.value, '$.status') IN ('AGREED', 'IN_PROGRESS', 'PARTLY'))
       SELECT 'plan-step' AS kind, json_extract(s.value, '$.id') AS id, json_extract(s.value, '$.byWhen') AS due_on,
              json_extract(s.value, '$.what') AS words, case_file_id, name_used, case_number, worker_id
         FROM goal, json_each(goal.body, '$.steps') s
        WHERE json_extract(s.value, '$.status') = 'OPEN' AND json_extract(s.value, '$.byWhen') BETWEEN $from AND $to
       UNION ALL
       SELECT 'goal', json_extract(body, '$.id'), json_extract(body, '$.targetDate'), json_extract(body, '$.survivorWording'),
              case_file_id, name_used, case_number, worker_id
         FROM goal WHERE json_extract(body, '$.targetDate') BETWEEN $from AND $to`,
      bounds(wish),
    )
    .map((row) => itemOf(context, row));

const releases: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `SELECT 'release' AS kind, r.id, r.expires_on AS due_on, '' AS words, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
         FROM release r JOIN case_file c ON c.id = r.case_file_id
        WHERE r.signed_on IS NOT NULL AND r.revoked_at IS NULL AND r.used_up_at IS NULL
          AND r.expires_on BETWEEN $from AND $to AND c.is_open = 1 AND ($whose IS NULL OR c.id IN (${HERS}))`,
      fromToday(wish),
    )
    .map((row) => itemOf(context, row));

const contacts: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `SELECT 'contact' AS kind, c.id, c.contact_due_on AS due_on, '' AS words, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
         FROM case_file c
        WHERE c.contact_due_on BETWEEN $from AND $to AND c.is_open = 1 AND ($whose IS NULL OR c.id IN (${HERS}))`,
      bounds(wish),
    )
    .map((row) => itemOf(context, row));

const papers: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `SELECT 'paper' AS kind, p.id, p.shred_on AS due_on, '' AS words, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
         FROM print p JOIN case_file c ON c.id = p.case_file_id
        WHERE p.shred_on BETWEEN $from AND $to AND c.is_open = 1 AND ($whose IS NULL OR c.id IN (${HERS}))`,
      fromToday(wish),
    )
    .map((row) => itemOf(context, row));

/** Only while her permission to stay in touch lasts, and while she has not come back. */
const followUps: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `SELECT 'follow-up' AS kind, f.id, f.due_on, '' AS words, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
         FROM follow_up f JOIN case_file c ON c.id = f.case_file_id
        WHERE f.is_open = 1 AND f.due_on BETWEEN $from AND $to AND f.until_on >= $today AND c.status = 'FOLLOW_UP'
          AND ($whose IS NULL OR c.id IN (${HERS}))`,
      { ...bounds(wish), today: wish.today },
    )
    .map((row) => itemOf(context, row));

/** Neither the agency nor what it is for: that alone could tell what somebody lives with. */
const referrals: Source = (context, { from, to, whose, zone }) =>
  referralsBetween(context, { from, to, instants: instantsAround(from, to), whose })
    .map(({ referralId, of, what, on, at, time }): AgendaItem => {
      const moment = at === null ? null : localMoment(at, zone);
      return {
        kind: what === 'APPOINTMENT' ? 'appointment' : 'referral',
        recordId: referralId,
        revision: null,
        on: moment?.date ?? on ?? to,
        time: moment === null ? time : wallClock(moment),
        of,
        words: '',
        legal: null,
        who: null,
      };
    })
    .filter(({ on }) => on >= from && on <= to);

/** Of a day that is over nothing is left to do. */
const bookings: Source = (context, wish) =>
  bookingsBetween(context, fromToday(wish).from, wish.to)
    .filter(({ body }) => wish.whose === null || body.staffId === wish.whose)
    .map(({ id, body }) => ({
      kind: 'booking',
      recordId: RecordId.parse(id),
      revision: null,
      on: body.on,
      time: body.from,
      of: body.caseFileId === null ? null : caseRef(context, body.caseFileId),
      words: body.words,
      legal: null,
      who: staffRef(context, body.staffId),
    }));

const legalDates: Source = (context, wish) =>
  legalDatesBetween(context, wish).map(({ matterId, of, type, kind, on, source }) => ({
    kind: 'legal-date',
    recordId: matterId,
    revision: null,
    on,
    time: null,
    of,
    words: '',
    legal: { type, kind, source },
    who: null,
  }));

/** Days that a paper from outside names: a director's alone, and without a case, so that a list tells nobody whom it is about. */
const legalRequests: Source = (context, { from, to }) =>
  dueRequests(context, to)
    .filter(({ on }) => on >= from)
    .map(({ requestId, what, on }) => ({
      kind: 'legal-request',
      recordId: requestId,
      revision: null,
      on,
      time: null,
      of: null,
      words: what,
      legal: null,
      who: null,
    }));

/** Her record is hers also after her case has closed. */
const rights: Source = (context, wish) =>
  rightsBetween(context, wish).map(({ requestId, of, kind, on, isAgain }) => ({
    kind: 'rights-request',
    recordId: requestId,
    revision: null,
    on,
    time: null,
    of,
    words: isAgain ? `again ${kind}` : kind,
    legal: null,
    who: null,
  }));

/** Tasks of a case that has closed stay: a bag still has to be handed over. */
const tasks: Source = (context, { from, to, whose }) => {
  const works = Number(seesTasksOfOthers(context.staffMember.role));
  return listRecords(
    context,
    taskKind,
    `t.is_open = 1 AND t.due_on BETWEEN $from AND $to AND ($whose IS NULL OR t.for_id = $whose)
       AND (t.case_file_id IS NULL OR t.case_file_id NOT IN (${SEALED_FILES}))
       AND (t.for_id = $me OR t.given_by = $me
         OR ($works = 1 AND (t.case_file_id IS NULL OR ${inHerCases('t.case_file_id')})))`,
    { from, to, whose, works, ...herCases(context) },
  ).map(({ id, revision, body }) => ({
    kind: 'task',
    recordId: RecordId.parse(id),
    revision,
    on: body.dueOn,
    time: body.time,
    of: caseOfTask(context, body),
    words: body.words,
    legal: null,
    who: staffRef(context, body.forId),
  }));
};

/** Also of a closed case: that is where a hold matters most. */
const holds: Source = (context, wish) =>
  context.db
    .all<DueRow>(
      `SELECT 'legal-hold' AS kind, h.id, h.review_due_on AS due_on, '' AS words, c.id AS case_file_id, c.name_used, c.case_number, c.worker_id
         FROM legal_hold h JOIN case_file c ON c.id = h.case_file_id
        WHERE h.review_due_on BETWEEN $from AND $to`,
      { from: wish.from, to: wish.to },
    )
    .map((row) => itemOf(context, row));

/** Nobody's in particular, and nothing to press: what it is stands in a file that nobody reads. */
const sealedFiles: Source = (context, { from, to }) =>
  sealedDue(context, { from, to, legal: 'THESE_DAYS' }).map(({ id, kind, on, caseNumber, nowCaseId }) => ({
    kind,
    recordId: id,
    revision: null,
    on,
    time: null,
    of: null,
    sealed: { caseNumber, nowCaseId },
    words: '',
    legal: null,
    who: null,
  }));

/** Nobody's in particular, and of no case. */
const awareness: Source = (context, wish) =>
  awarenessDue(context, wish).map(({ kind, id, on, words }) => ({
    kind,
    recordId: RecordId.parse(id),
    revision: null,
    on,
    time: null,
    of: null,
    words,
    legal: null,
    who: null,
  }));

interface AgendaSource {
  readonly read: Source;
  readonly roles: readonly Role[];
  /** What of a case its lines tell. `house`: the source itself leaves out what a person may not see. */
  readonly opens: Opens;
}

export const agendaSources: readonly AgendaSource[] = [
  { read: needs, roles: needReaders, opens: 'house' },
  { read: reviews, roles: caseWorkers, opens: 'facts' },
  { read: planDays, roles: caseWorkers, opens: 'whole' },
  { read: legalDates, roles: legalStage, opens: 'whole' },
  { read: releases, roles: caseWorkers, opens: 'facts' },
  { read: legalRequests, roles: directorOnly, opens: 'house' },
  { read: rights, roles: caseWorkers, opens: 'whole' },
  { read: contacts, roles: caseWorkers, opens: 'facts' },
  { read: referrals, roles: caseWorkers, opens: 'facts' },
  { read: bookings, roles: shelterStaff, opens: 'facts' },
  { read: followUps, roles: caseWorkers, opens: 'facts' },
  { read: papers, roles: caseWorkers, opens: 'facts' },
  // A hold is the director's own to look at, whoever works on the case.
  { read: holds, roles: directorOnly, opens: 'facts' },
  { read: tasks, roles: shelterStaff, opens: 'house' },
  { read: sealedFiles, roles: directorOnly, opens: 'house' },
  { read: awareness, roles: outreachWorkers, opens: 'house' },
];
