// Files whose bytes are no longer what was kept: marked when a backup has read them all, and told without a title.
import { RecordId } from '#shared/ids';
import type { DamagedFile } from '#shared/records/backup';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { attachmentKind } from './attachment.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, saveRecord } from './record-kind.ts';

type Reader = { readonly db: ReadableDb };

const marked = (reader: Reader) =>
  listRecords(reader, attachmentKind, 't.removed_at IS NULL ORDER BY t.added_at, t.id').filter(
    ({ body }) => body.damagedSince !== null,
  );

export const markedDamaged = (reader: Reader): ReadonlySet<string> => new Set(marked(reader).map(({ id }) => id));

/** Marks the files that were found damaged, and takes the mark from those that read whole again. */
export function markDamaged(context: WriteContext, found: ReadonlySet<string>): void {
  for (const { id, body } of listRecords(context, attachmentKind, 't.removed_at IS NULL')) {
    const isDamaged = found.has(id);
    if (isDamaged === (body.damagedSince !== null)) continue;
    const next = { ...body, damagedSince: isDamaged ? context.now() : null };
    saveRecord(context, attachmentKind, { id, caseFileId: body.caseFileId, body: next });
  }
}

/** Every marked file, with the number of its case. For a proven backup, which whoever opened it may read whole. */
export const allDamaged = (reader: Reader): DamagedFile[] =>
  marked(reader).map(({ id, body }) => ({
    attachmentId: RecordId.parse(id),
    addedAt: body.addedAt,
    caseNumber: caseRef(reader, body.caseFileId).caseNumber,
  }));

/** The same for the person who asks: which case it is stays untold where she may not know of it. */
export const damagedFor = (context: ReadContext): DamagedFile[] =>
  marked(context).map(({ id, body }) => ({
    attachmentId: RecordId.parse(id),
    addedAt: body.addedAt,
    caseNumber: mayOpen(context, 'facts', body.caseFileId) ? caseRef(context, body.caseFileId).caseNumber : null,
  }));
