// Files that were to leave the house: their making stands in the chain from before the first byte, and the name they would have beside
// it, where it goes with the case. A begin without an end, once the vault was opened again, means that nobody saw whether the file came
// into being.
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, RecordId } from '#shared/ids';
import { UNFINISHED_TOLD_DAYS, type UnfinishedFile } from '#shared/records/unfinished-file';
import { DAY } from '#shared/time';
import type { ReadContext, TaskContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';

export interface OutgoingFile {
  readonly caseFileId: CaseFileId;
  /** Of the line that says that it left; begin and end stand in the chain under it. */
  readonly recordId: string;
  readonly fileName: string;
}

const BEGUN = 'begun';

/**
 * Says that a file is begun, makes it, and says so when that fails. Its end is the record that `work` keeps under the same id.
 * Errors: those of `work`.
 */
export async function begunOutside<T>(context: TaskContext, file: OutgoingFile, work: () => Promise<T>): Promise<T> {
  const { fileName, ...about } = file;
  context.write((write) => {
    forgetOld(write);
    write.note(BEGUN, about);
    write.db.run('INSERT INTO unfinished_file (begun_seq, case_file_id, file_name) VALUES (?, ?, ?)', [
      write.chain.seq,
      file.caseFileId,
      fileName,
    ]);
  });
  try {
    return await work();
  } catch (error) {
    noteFailure(context, about, error instanceof VaultError ? error.code : 'internal');
    throw error;
  }
}

/** A vault that was locked or filled up meanwhile cannot take the note; the begin without an end then says it. */
function noteFailure(context: TaskContext, about: Omit<OutgoingFile, 'fileName'>, code: string): void {
  try {
    context.write((write) => write.note(code, about));
  } catch (error) {
    if (!(error instanceof VaultError) && !(error instanceof Error && 'code' in error)) throw error;
  }
}

/** Whether anything followed under the same id: its record, or that it failed. */
const ENDED = `EXISTS (SELECT 1 FROM audit_entry e
  WHERE e.case_file_id = b.case_file_id AND e.seq > b.seq AND e.record_id = b.record_id)`;

/** Of those that ended, and of those that were told long enough, no name is kept. */
function forgetOld(context: WriteContext): void {
  context.db.run(
    `DELETE FROM unfinished_file WHERE begun_seq IN
       (SELECT b.seq FROM unfinished_file u JOIN audit_entry b ON b.seq = u.begun_seq WHERE b.at < ? OR ${ENDED})`,
    [context.now() - UNFINISHED_TOLD_DAYS * DAY],
  );
}

interface BegunRow extends Row {
  at: number;
  record_id: string;
  case_file_id: string;
  file_name: string;
}

/** Of her cases, newest first. One that is being made at this moment was begun after the door was opened, and is not told. */
export function unfinishedFiles(context: ReadContext): UnfinishedFile[] {
  return context.db
    .all<BegunRow>(
      `SELECT b.at, b.record_id, b.case_file_id, u.file_name
         FROM unfinished_file u JOIN audit_entry b ON b.seq = u.begun_seq
        WHERE b.at >= $since AND ${inHerCases('b.case_file_id')}
          AND EXISTS (SELECT 1 FROM audit_entry o WHERE o.seq > b.seq
            AND o.action IN ('session.unlock', 'session.recover', 'session.openWithTrustees'))
          AND NOT ${ENDED}
        ORDER BY b.seq DESC LIMIT 20`,
      { since: context.now() - UNFINISHED_TOLD_DAYS * DAY, ...herCases(context) },
    )
    .map(({ at, record_id: id, case_file_id: caseFileId, file_name: fileName }) => ({
      id: RecordId.parse(id),
      of: caseRef(context, caseFileId),
      begunAt: at,
      fileName,
    }));
}
