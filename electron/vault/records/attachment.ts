// Attachments as records: what is known of a file, and where its bytes lie with the key that opens them. The second is emptied
// when the file is taken away, and with it the file is gone, whatever a disk still holds of it.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { Attachment, AttachmentContent, type StoredAttachment } from '#shared/records/attachment';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { eraseBodies, listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark, staffRef } from './revision-mark.ts';

/** No search text: a title may be of something sealed, and files are found in their case. */
export const attachmentKind = recordKind<Attachment>({
  kind: 'attachment',
  schema: Attachment,
  table: 'attachment',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    added_at: body.addedAt,
    sealed: Number(body.sealed),
    removed_at: body.removed?.at ?? null,
  }),
});

export const attachmentContentKind = recordKind<AttachmentContent>({
  kind: 'attachment-content',
  schema: AttachmentContent,
  table: 'attachment_content',
  columns: (body) => ({ case_file_id: body.caseFileId, attachment_id: body.attachmentId, blob: body.blob }),
});

type Reader = { readonly db: ReadableDb };

/** Every file that should lie beside the database, in the order of their names. */
export const namedContents = (reader: Reader): AttachmentContent[] =>
  listRecords(reader, attachmentContentKind, 'r.body IS NOT NULL ORDER BY t.blob').map(({ body }) => body);

/** Null once the file was taken away. */
export const contentOf = (reader: Reader, attachmentId: string): AttachmentContent | null =>
  listRecords(reader, attachmentContentKind, 't.attachment_id = ?', [attachmentId])[0]?.body ?? null;

/** Throws `rule-broken` when it is no longer here. */
export function presentAttachment(
  reader: Reader,
  attachmentId: string,
): Stored<Attachment> & { readonly title: string } {
  const stored = loadRecord(reader, attachmentKind, attachmentId);
  const { title } = stored.body;
  if (title === null) throw new VaultError('rule-broken', { rule: 'attachment-removed' });
  return { ...stored, title };
}

type NewAttachment = Omit<Attachment, 'addedAt' | 'removed' | 'damagedSince'>;

/** Both records in one transaction. */
export function keepAttachment(
  context: WriteContext,
  { caseFileId, ...told }: NewAttachment,
  content: Omit<AttachmentContent, 'caseFileId' | 'attachmentId'>,
): Stored<Attachment> {
  const id = RecordId.parse(context.newId());
  const body = { caseFileId, ...told, addedAt: context.now(), removed: null, damagedSince: null };
  const saved = saveRecord(context, attachmentKind, { id, caseFileId, body, expectedRevision: 0 });
  const kept = { caseFileId, attachmentId: id, ...content };
  saveRecord(context, attachmentContentKind, { id: context.newId(), caseFileId, body: kept, expectedRevision: 0 });
  return saved;
}

/** Empties what opens it and what it was called; returns the name of the file that is nobody's now. */
export function forgetContent(context: WriteContext, attachment: Stored<Attachment>): string | null {
  const [content] = listRecords(context, attachmentContentKind, 't.attachment_id = ?', [attachment.id]);
  eraseBodies(context, attachmentKind, attachment.id, attachment.revision);
  if (content === undefined) return null;
  eraseBodies(context, attachmentContentKind, content.id, content.revision);
  return content.body.blob;
}

/** `there`: whether its bytes are where they belong. What is sealed shows no title in a list. */
export function shownAttachment(
  context: Pick<ReadContext, 'db'>,
  stored: Stored<Attachment>,
  there: (content: AttachmentContent) => boolean,
): StoredAttachment {
  const content = contentOf(context, stored.id);
  return {
    ...stored.body,
    ...revisionMark(context, stored),
    id: RecordId.parse(stored.id),
    title: stored.body.sealed ? null : stored.body.title,
    addedBy: staffRef(context, firstHand(context, stored.id)),
    there: content !== null && stored.body.damagedSince === null && there(content),
  };
}

/** Who brought it: the chain knows, also when the first body was emptied. */
const firstHand = ({ db }: Reader, id: string): string | null =>
  db.get<{ staff_id: string | null }>(
    'SELECT e.staff_id FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq WHERE r.record_id = ? AND r.revision = 1',
    [id],
  )?.staff_id ?? null;

export const attachmentCount = ({ db }: Reader, caseFileId: string): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM attachment WHERE case_file_id = ?', [caseFileId])?.n ?? 0;
