// Requests about one's own record, in the vault; and the one place that says whether anything of a record may be used at all.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import type { CaseNumber } from '#shared/records/case-number';
import { comesBackOn, dueOf, longerRefusal, reckoned, restricts, settleRefusal } from '#shared/records/rights-rules';
import {
  type DueRight,
  RightsRequest,
  type rightsRequestOperations,
  type StoredRightsRequest,
  Timing,
} from '#shared/records/rights-request';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { placeNow } from './house-place.ts';
import { isHeld } from './legal-hold.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const rightsRequestKind = recordKind<RightsRequest>({
  kind: 'rights-request',
  schema: RightsRequest,
  table: 'rights_request',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    right_kind: body.kind,
    received_on: body.receivedOn,
    due_on: comesBackOn(body),
    restricts: Number(restricts(body)),
  }),
});

const nothingYet = { identity: null, extended: null, outcome: null, liftedOn: null, due: null, erased: [] };

export const rightsRequestHandlers: Handlers<typeof rightsRequestOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const stored = listRecords(
      context,
      rightsRequestKind,
      `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.received_on DESC, t.id DESC`,
      { case: caseFileId },
    );
    return {
      requests: stored.map((one) => shown(context, one)),
      restrictedSince: restrictedSince(context, caseFileId),
      timing: timingOfHouse(context),
      isHeld: isHeld(context, caseFileId),
    };
  },
  receive: (context, asked) => {
    caseRef(context, asked.caseFileId);
    obey(asked.receivedOn > context.today() ? 'right-received' : null);
    const body: RightsRequest = { ...asked, ...nothingYet };
    return save(context, { id: context.newId(), body: reckoned(body, placeNow(context)), basedOn: 0 });
  },
  checkIdentity: (context, { requestId, basedOn, how }) => {
    const body = loadOpen(context, requestId);
    return save(context, { id: requestId, body: { ...body, identity: { how, on: context.today() } }, basedOn });
  },
  extend: (context, { requestId, basedOn, why }) => {
    const { body } = loadRecord(context, rightsRequestKind, requestId);
    obey(longerRefusal(body, context.today()));
    const longer = { ...body, extended: { toldOn: context.today(), why } };
    return save(context, { id: requestId, body: reckoned(longer, placeNow(context)), basedOn });
  },
  settle: (context, { requestId, basedOn, outcome: told }) => {
    const { body } = loadRecord(context, rightsRequestKind, requestId);
    const outcome = { ...told, on: context.today() };
    obey(settleRefusal(body, outcome, isHeld(context, body.caseFileId)));
    return save(context, { id: requestId, body: { ...body, outcome }, basedOn });
  },
  lift: (context, { requestId, basedOn }) => {
    const { body } = loadRecord(context, rightsRequestKind, requestId);
    obey(restricts(body) ? null : 'right-not-restricted');
    return save(context, { id: requestId, body: { ...body, liftedOn: context.today() }, basedOn });
  },
};

/** Giving her what she asked for ends the request; one that ended before stays as it ended. */
export function settleByGiving(context: WriteContext, id: string, end: 'DONE' | 'PARTLY', words: string): void {
  const { body, revision } = loadRecord(context, rightsRequestKind, id);
  if (body.outcome !== null) return;
  const outcome = { end, on: context.today(), codes: [], words, partlyOffered: false, reviewOn: null };
  save(context, { id, body: { ...body, outcome }, basedOn: revision });
}

/** An open or ended request of a case or its parts. Throws `not-found`. */
export function requestOf(context: Pick<ReadContext, 'db'>, caseFileId: string, id: string): RightsRequest {
  const where = `t.id = $id AND t.case_file_id IN (${ALL_PARTS})`;
  const [found] = listRecords(context, rightsRequestKind, where, { id, case: caseFileId });
  if (found === undefined) throw new VaultError('not-found');
  return found.body;
}

/** What was erased for a request stands with it, by the number of the certificate. */
export function noteErased(context: WriteContext, id: string, done: { certificate: CaseNumber; count: number }): void {
  const { body, revision } = loadRecord(context, rightsRequestKind, id);
  const erased = [...body.erased, { ...done, on: context.today() }];
  save(context, { id, body: { ...body, erased }, basedOn: revision });
}

/** Since when nothing of a record is to be used, because she asked for that; null when it may be. */
export function restrictedSince(context: Pick<ReadContext, 'db'>, caseFileId: string): string | null {
  const [first] = listRecords(
    context,
    rightsRequestKind,
    `t.case_file_id IN (${ALL_PARTS}) AND t.restricts = 1 ORDER BY t.revision_seq LIMIT 1`,
    { case: caseFileId },
  );
  return first?.body.outcome?.on ?? null;
}

/** Every way out asks this before anything else (GDPR Art. 18(2)). Her own copy does not: that is her own wish. Throws `rule-broken`. */
export function requireUnrestricted(context: Pick<ReadContext, 'db'>, caseFileId: string): void {
  obey(restrictedSince(context, caseFileId) === null ? null : 'case-restricted');
}

/** Open requests that are due, and refusals to be looked at again, up to a day; of open and closed cases alike. */
export function dueRights(context: ReadContext, until: string): DueRight[] {
  return listRecords(
    context,
    rightsRequestKind,
    `t.due_on <= $until AND ${inHerCases('t.case_file_id')} ORDER BY t.due_on, t.id`,
    { until, ...herCases(context) },
  ).flatMap((stored) => dueRight(context, stored));
}

interface Days {
  readonly from: string;
  readonly to: string;
  readonly whose: string | null;
}

/** The same between two days, of one colleague's cases or of all. */
export const rightsBetween = (context: ReadContext, { from, to, whose }: Days): DueRight[] =>
  listRecords(
    context,
    rightsRequestKind,
    `t.due_on BETWEEN $from AND $to
     AND ($whose IS NULL OR t.case_file_id IN (SELECT case_file_id FROM works_on WHERE staff_id = $whose))`,
    { from, to, whose },
  ).flatMap((stored) => dueRight(context, stored));

function dueRight(context: ReadContext, { id, body }: Stored<RightsRequest>): DueRight[] {
  const on = comesBackOn(body);
  if (on === null) return [];
  const { kind, outcome, caseFileId } = body;
  return [{ requestId: RecordId.parse(id), of: caseRef(context, caseFileId), kind, on, isAgain: outcome !== null }];
}

/** The house said what holds where it is: the days of open requests follow. */
export function reckonRequestsAnew(context: WriteContext): void {
  const place = placeNow(context);
  for (const { id, revision, body } of listRecords(context, rightsRequestKind, 't.due_on IS NOT NULL')) {
    const anew = reckoned(body, place);
    if (body.outcome === null && anew.due !== dueOf(body)) save(context, { id, body: anew, basedOn: revision });
  }
}

const TIMING_THERE = { BLANK: 'POLICY', US_FEDERAL: 'POLICY', UK: 'UK_GDPR', EU_COE: 'GDPR' } as const;

/** What the newest request of the house ran by; until there is one, what holds where the house is. */
function timingOfHouse(context: Pick<ReadContext, 'db'>): Timing {
  const { db } = context;
  const row = db.get<Row & { timing: string }>(
    `SELECT json_extract(r.body, '$.timing') AS timing FROM rights_request t JOIN revision r ON r.audit_seq = t.revision_seq
     WHERE r.body IS NOT NULL ORDER BY t.revision_seq DESC LIMIT 1`,
  );
  return Timing.catch(TIMING_THERE[placeNow(context).pack]).parse(row?.timing);
}

function loadOpen(context: WriteContext, id: string): RightsRequest {
  const { body } = loadRecord(context, rightsRequestKind, id);
  if (body.outcome !== null) throw new VaultError('rule-broken', { rule: 'right-settled' });
  return body;
}

function save(
  context: WriteContext,
  { id, body, basedOn }: { id: string; body: RightsRequest; basedOn: number },
): StoredRightsRequest {
  const { caseFileId } = body;
  return shown(context, saveRecord(context, rightsRequestKind, { id, caseFileId, body, expectedRevision: basedOn }));
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<RightsRequest>): StoredRightsRequest => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  dueOn: dueOf(stored.body),
});
