// Our answers to packages of other houses. Kept once, never changed.
import { RecordId } from '#shared/ids';
import { SentReply, type StoredSentReply } from '#shared/records/sent-reply';
import type { ReadContext, WriteContext } from '../context.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

export const sentReplyKind = recordKind<SentReply>({
  kind: 'sent-reply',
  schema: SentReply,
  table: 'sent_reply',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    received_package_id: body.receivedPackageId,
    reply_number: body.replyNumber,
    sent_at: body.sentAt,
  }),
});

export function keepSentReply(context: WriteContext, id: string, body: SentReply): StoredSentReply {
  const { caseFileId } = body;
  return asStored(context, saveRecord(context, sentReplyKind, { id, caseFileId, body, expectedRevision: 0 }));
}

const NEWEST_FIRST = 'ORDER BY t.sent_at DESC, t.id DESC';

export const answersTo = (context: ReadContext, receivedPackageId: string): StoredSentReply[] =>
  listRecords(context, sentReplyKind, `t.received_package_id = ? ${NEWEST_FIRST}`, [receivedPackageId]).map((stored) =>
    asStored(context, stored),
  );

/** Every answer about the person of one case. */
export const answersOf = (context: ReadContext, caseFileId: string): StoredSentReply[] =>
  listRecords(context, sentReplyKind, `t.case_file_id = ? ${NEWEST_FIRST}`, [caseFileId]).map((stored) =>
    asStored(context, stored),
  );

const asStored = (context: ReadContext | WriteContext, stored: Stored<SentReply>): StoredSentReply => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
