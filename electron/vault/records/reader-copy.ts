// Which reader each agency was handed, and when; never changed.
import { RecordId } from '#shared/ids';
import { ReaderCopy, type StoredReaderCopy } from '#shared/records/partner-reader';
import type { ReadContext, WriteContext } from '../context.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

export const readerCopyKind = recordKind<ReaderCopy>({
  kind: 'reader-copy',
  schema: ReaderCopy,
  table: 'reader_copy',
  columns: (body) => ({ partner_agency_id: body.partnerAgencyId, handed_over_at: body.handedOverAt }),
});

export const keepReaderCopy = (context: WriteContext, body: ReaderCopy): StoredReaderCopy =>
  asStored(
    context,
    saveRecord(context, readerCopyKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 }),
  );

/** Newest first. */
export const readerCopiesOf = (context: ReadContext, partnerAgencyId: string): StoredReaderCopy[] =>
  listRecords(context, readerCopyKind, 't.partner_agency_id = ? ORDER BY t.handed_over_at DESC, t.id DESC', [
    partnerAgencyId,
  ]).map((stored) => asStored(context, stored));

const asStored = (context: ReadContext | WriteContext, stored: Stored<ReaderCopy>): StoredReaderCopy => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
