// Packages of other houses, kept beside a case as they wrote them. Kept once, never changed.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { type ReceivedLine, ReceivedPackage, type StoredReceivedPackage } from '#shared/records/received-package';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

/** No search text: what others wrote is read in its case, and is not found as if it were known here. */
export const receivedPackageKind = recordKind<ReceivedPackage>({
  kind: 'received-package',
  schema: ReceivedPackage,
  table: 'received_package',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    sha256: body.sha256,
    package_id: body.packageId,
    signing_key: body.sender.publicKey,
    words_compared: Number(body.wordsCompared),
    received_at: body.receivedAt,
  }),
});

type Reader = { readonly db: ReadableDb };

/** Throws `rule-broken` when this package was kept before, in whatever case, also when somebody sealed the same one anew. */
export function refuseKept({ db }: Reader, { sha256, packageId }: Pick<ReceivedPackage, 'sha256' | 'packageId'>): void {
  const kept = db.get('SELECT id FROM received_package WHERE sha256 = ? OR package_id = ?', [sha256, packageId]);
  if (kept !== undefined) throw new VaultError('rule-broken', { rule: 'package-seen' });
}

/** What is known here of a key that signed: nothing about whom it wrote of. */
export function knownKey(
  { db }: Reader,
  publicKey: string,
): { readonly keptBefore: boolean; readonly comparedBefore: boolean } {
  const row = db.get<{ kept: number; compared: number | null }>(
    'SELECT count(*) AS kept, max(words_compared) AS compared FROM received_package WHERE signing_key = ?',
    [publicKey],
  );
  return { keptBefore: (row?.kept ?? 0) > 0, comparedBefore: row?.compared === 1 };
}

export function keepReceived(context: WriteContext, id: RecordId, body: ReceivedPackage): StoredReceivedPackage {
  refuseKept(context, body);
  const { caseFileId } = body;
  return asStored(context, saveRecord(context, receivedPackageKind, { id, caseFileId, body, expectedRevision: 0 }));
}

/** Newest first, without what they say. */
export const receivedOf = (context: ReadContext, caseFileId: string): ReceivedLine[] =>
  listRecords(context, receivedPackageKind, 't.case_file_id = ? ORDER BY t.received_at DESC, t.id DESC', [
    caseFileId,
  ]).map(({ id, body: { sender, purpose, usableUntil, receivedAt, ...body } }) => ({
    id: RecordId.parse(id),
    caseFileId: body.caseFileId,
    sender,
    purpose,
    usableUntil,
    receivedAt,
  }));

export const receivedPackage = (context: ReadContext, id: string): StoredReceivedPackage =>
  asStored(context, loadRecord(context, receivedPackageKind, id));

/** With how to answer it: for whoever seals the answer, never for a page. */
export const receivedWithReply = (context: Reader, id: string): ReceivedPackage =>
  loadRecord(context, receivedPackageKind, id).body;

function asStored(context: ReadContext | WriteContext, stored: Stored<ReceivedPackage>): StoredReceivedPackage {
  const { replyTo, ...body } = stored.body;
  return { ...body, ...revisionMark(context, stored), id: RecordId.parse(stored.id), canAnswer: replyTo !== null };
}
