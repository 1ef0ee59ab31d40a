// Files of cases after a salvage: one whose key is lost is taken away in its record, one whose bytes are lost is marked.
import { CaseFileId } from '#shared/ids';
import type { MissingRecord } from '#shared/records/salvage';
import { attachmentKind } from '../records/attachment.ts';
import { listRecords, type RecordKind, type Stored } from '../records/record-kind.ts';
import type { Attachment } from '#shared/records/attachment';
import { type Filling, replaceState } from './next-state.ts';

/** What stands where somebody else would say why a file was taken away. */
const LOST = 'Damaged on the disk';
const kind = attachmentKind as unknown as RecordKind<never>;

/** `lostFiles`: attachments whose bytes are neither here nor in the backup. */
export function settleFiles(filling: Filling, lostFiles: ReadonlySet<string>): MissingRecord[] {
  const { db, now } = filling;
  const keyless = listRecords(
    { db },
    attachmentKind,
    `t.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM attachment_content c JOIN revision x ON x.audit_seq = c.revision_seq
       WHERE c.attachment_id = t.id AND x.body IS NOT NULL)`,
  );
  for (const file of keyless) save(filling, file, { title: null, removed: { at: now, reason: LOST } });
  // Of a file whose own words are lost as well nothing is left to be saved: it is not there any more.
  db.run(
    `UPDATE attachment SET removed_at = ? WHERE removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM attachment_content c
       JOIN revision x ON x.audit_seq = c.revision_seq WHERE c.attachment_id = attachment.id AND x.body IS NOT NULL)`,
    [now],
  );
  const gone = listRecords({ db }, attachmentKind, 't.removed_at IS NULL').filter(({ id }) => lostFiles.has(id));
  for (const file of gone) save(filling, file, { damagedSince: file.body.damagedSince ?? now });
  return [...keyless, ...gone].map(missingOf);
}

const save = (filling: Filling, { id, body }: Stored<Attachment>, change: Partial<Attachment>): void =>
  replaceState(filling, kind, { id, caseFileId: body.caseFileId, body: { ...body, ...change } });

const missingOf = ({ id, body }: Stored<Attachment>): MissingRecord => ({
  recordId: id,
  kind: attachmentKind.kind,
  caseFileId: CaseFileId.parse(body.caseFileId),
  at: body.addedAt,
  loss: 'file',
});
