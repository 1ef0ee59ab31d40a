// Answers to packages, and the key of each package that an answer is sealed to. Kept once, never changed.
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import type { ReplyTo } from '#shared/packages/reply';
import { PackageReply, type StoredPackageReply } from '#shared/records/package-reply';
import type { ReadContext, WriteContext } from '../context.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

const ReplyKey = z.strictObject({
  caseFileId: z.string(),
  disclosureId: z.string(),
  /** SHA-256 of the manifest of the package. */
  packageId: z.string().regex(/^[0-9a-f]{64}$/),
  /** age's secret line. Inside the encrypted vault only; no operation returns it. */
  identity: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/),
  /** Of the code in an answer, in hex; the package carries it too. */
  secret: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReplyKey = z.output<typeof ReplyKey>;

export const replyKeyKind = recordKind<ReplyKey>({
  kind: 'reply-key',
  schema: ReplyKey,
  table: 'reply_key',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    disclosure_id: body.disclosureId,
    package_id: body.packageId,
  }),
});

export const packageReplyKind = recordKind<PackageReply>({
  kind: 'package-reply',
  schema: PackageReply,
  table: 'package_reply',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    disclosure_id: body.disclosureId,
    reply_number: body.replyNumber,
    received_at: body.receivedAt,
  }),
});

/** A key of a package, and what the package says of it. */
export interface NewReplyKey {
  readonly identity: string;
  readonly to: ReplyTo;
}

/** Kept in the same breath as the line of the log that it belongs to. */
export function keepReplyKey(
  context: WriteContext,
  { identity, to }: NewReplyKey,
  of: Pick<ReplyKey, 'caseFileId' | 'disclosureId' | 'packageId'>,
): void {
  const body = { ...of, identity, secret: to.secret };
  saveRecord(context, replyKeyKind, { id: context.newId(), caseFileId: of.caseFileId, body, expectedRevision: 0 });
}

/** Of every package that can be answered, newest first. */
export const replyKeys = (context: Pick<ReadContext, 'db'>): readonly ReplyKey[] =>
  listRecords(context, replyKeyKind, '1 = 1 ORDER BY t.revision_seq DESC').map(({ body }) => body);

/** Throws `reply-seen` when this very answer was kept before. */
export function refuseSeen(context: Pick<ReadContext, 'db'>, replyNumber: string): void {
  const seen = context.db.get('SELECT id FROM package_reply WHERE reply_number = ?', [replyNumber]);
  if (seen !== undefined) throw new VaultError('reply-seen');
}

export function keepReply(context: WriteContext, body: PackageReply): StoredPackageReply {
  refuseSeen(context, body.replyNumber);
  const { caseFileId } = body;
  const stored = saveRecord(context, packageReplyKind, { id: context.newId(), caseFileId, body, expectedRevision: 0 });
  return asStored(context, stored);
}

export const repliesOf = (context: ReadContext, caseFileId: string): StoredPackageReply[] =>
  listRecords(context, packageReplyKind, 't.case_file_id = ? ORDER BY t.received_at DESC, t.id DESC', [caseFileId]).map(
    (stored) => asStored(context, stored),
  );

const asStored = (context: ReadContext | WriteContext, stored: Stored<PackageReply>): StoredPackageReply => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
