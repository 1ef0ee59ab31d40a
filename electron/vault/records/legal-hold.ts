// Legal holds in the vault. One on a case counts for the whole record it is part of: whatever asks "may this be erased" asks here.
import { CaseFileId, RecordId } from '#shared/ids';
import type { PartCategory } from '#shared/records/erased-part';
import {
  type DueHold,
  LegalHold,
  type legalHoldOperations,
  reviewDueOn,
  type StoredHold,
} from '#shared/records/legal-hold';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { SEALED_FILES } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const legalHoldKind = recordKind<LegalHold>({
  kind: 'legal-hold',
  schema: LegalHold,
  table: 'legal_hold',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    started_on: body.startedOn,
    review_due_on: reviewDueOn(body),
    ended_on: body.ended?.on ?? null,
  }),
});

type Reader = { readonly db: ReadableDb };

export const legalHoldHandlers: Handlers<typeof legalHoldOperations> = {
  list: (context, { caseFileId }) =>
    holdsOf(context, caseRef(context, caseFileId).caseFileId).map((hold) => shown(context, hold)),
  place: (context, { caseFileId, reason, authority, covers }) => {
    const of = caseRef(context, caseFileId).caseFileId;
    obey(standingHolds(context, of).length > 0 ? 'hold-known' : null);
    return shown(context, placeHold(context, { caseFileId: of, reason, authority, covers, placedBy: 'DIRECTOR' }));
  },
  review: (context, { id, basedOn }) =>
    change(context, id, basedOn, (body) => ({
      ...body,
      reviews: [...body.reviews, { on: context.today(), by: context.staffMember.id }],
    })),
  end: (context, { id, basedOn, why }) =>
    change(context, id, basedOn, (body) => ({ ...body, ended: { on: context.today(), why } })),
};

/** Places a hold from today on. A legal request calls this by itself when it is logged (domain §14); a second one is no harm. */
export function placeHold(
  context: WriteContext,
  hold: Pick<LegalHold, 'caseFileId' | 'reason' | 'authority' | 'placedBy'> & Partial<Pick<LegalHold, 'covers'>>,
): Stored<LegalHold> {
  const body = { covers: [], ...hold, startedOn: context.today(), reviews: [], ended: null };
  return saveRecord(context, legalHoldKind, {
    id: context.newId(),
    caseFileId: hold.caseFileId,
    body,
    expectedRevision: 0,
  });
}

/** Every hold of a record and its parts, newest first. `caseFileId`: the whole. */
export const holdsOf = (context: Reader, caseFileId: string): Stored<LegalHold>[] =>
  listRecords(
    context,
    legalHoldKind,
    `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.ended_on IS NOT NULL, t.started_on DESC, t.revision_seq DESC`,
    { case: caseFileId },
  );

/** Those that nobody has ended: while there is one, nothing of the record is erased. */
export const standingHolds = (context: Reader, caseFileId: string): Stored<LegalHold>[] =>
  holdsOf(context, caseFileId).filter(({ body }) => body.ended === null);

/** Whether a hold that stands keeps this of a record: one that names nothing keeps everything. */
export const isCategoryHeld = (context: Reader, caseFileId: string, category: PartCategory): boolean =>
  standingHolds(context, caseRef(context, caseFileId).caseFileId).some(
    ({ body: { covers } }) => covers.length === 0 || covers.includes(category),
  );

/** Refuses to take anything of a case away for good while a hold stands: rule-broken {rule: 'hold-stands'}. */
export const refuseWhileHeld = (context: Reader, caseFileId: string): void =>
  obey(isHeld(context, caseFileId) ? 'hold-stands' : null);

/** Of a case or of the record that it is a part of. */
export const isHeld = (context: Reader, caseFileId: string): boolean =>
  standingHolds(context, caseRef(context, caseFileId).caseFileId).length > 0;

/** For a director's Today: the holds to be looked at by this day, earliest first. */
export const dueHolds = (context: ReadContext, until: string): DueHold[] =>
  context.db
    .all<{ id: string; on: string }>(
      `SELECT case_file_id AS id, review_due_on AS "on" FROM legal_hold
       WHERE review_due_on <= ? AND case_file_id NOT IN (${SEALED_FILES}) ORDER BY 2, 1`,
      [until],
    )
    .map(({ id, on }) => ({ of: caseRef(context, CaseFileId.parse(id)), on }));

function change(context: WriteContext, id: string, basedOn: number, to: (body: LegalHold) => LegalHold): StoredHold {
  const { body } = loadRecord(context, legalHoldKind, id);
  obey(body.ended === null ? null : 'hold-ended');
  const record = { id, caseFileId: body.caseFileId, body: to(body), expectedRevision: basedOn };
  return shown(context, saveRecord(context, legalHoldKind, record));
}

const shown = (context: ReadContext | WriteContext, stored: Stored<LegalHold>): StoredHold => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  reviewDueOn: reviewDueOn(stored.body),
});
