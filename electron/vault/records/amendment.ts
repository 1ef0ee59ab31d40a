// Corrections and statements beside a record: written once, shown wherever the record they are about is shown.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { Amendment, type amendmentOperations, amendmentRefusal, type StoredAmendment } from '#shared/records/amendment';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const amendmentKind = recordKind<Amendment>({
  kind: 'amendment',
  schema: Amendment,
  table: 'amendment',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    amendment_kind: body.kind,
    about_id: body.about?.recordId ?? null,
    about_revision: body.about?.revision ?? null,
  }),
});

/** What is sealed is not pointed at from a page that is not. */
const SEALED = ['sealed-words', 'sealed-note', 'privileged-box', 'privileged-names', 'sealed-opening'];

export const amendmentHandlers: Handlers<typeof amendmentOperations> = {
  add: (context, body) => {
    caseRef(context, body.caseFileId);
    obey(amendmentRefusal(body, context.today()));
    requireAbout(context, body);
    const { caseFileId } = body;
    return asStored(context, saveRecord(context, amendmentKind, { id: context.newId(), caseFileId, body }));
  },
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return amendmentsOf(context, caseFileId);
  },
};

/** Of the case and its parts, oldest first. */
export const amendmentsOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): StoredAmendment[] =>
  listRecords(context, amendmentKind, `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.revision_seq`, {
    case: caseFileId,
  }).map((stored) => asStored(context, stored));

/** The records that were put right, each with the newest saved state that a correction is about. */
export function putRight(context: Pick<ReadContext, 'db'>, caseFileId: string): ReadonlyMap<string, number> {
  const rows = context.db.all<Row & { id: string; revision: number }>(
    `SELECT about_id AS id, max(about_revision) AS revision FROM amendment
     WHERE case_file_id IN (${ALL_PARTS}) AND amendment_kind = 'CORRECTION' GROUP BY about_id`,
    { case: caseFileId },
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Throws `not-found` when what it is about is not a saved state of this case that may be read here. */
function requireAbout(context: WriteContext, { about, caseFileId }: Amendment): void {
  if (about === null) return;
  const found = context.db.get(
    `SELECT 1 AS there FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq
     WHERE r.record_kind = $kind AND r.record_id = $id AND r.revision = $revision AND r.body IS NOT NULL
       AND e.case_file_id IN (${ALL_PARTS})`,
    { kind: about.recordKind, id: about.recordId, revision: about.revision, case: caseFileId },
  );
  if (found === undefined || SEALED.includes(about.recordKind)) throw new VaultError('not-found');
}

const asStored = (context: Pick<ReadContext, 'db'>, stored: Stored<Amendment>): StoredAmendment => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
