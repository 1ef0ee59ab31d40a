// Files that were to leave the house: their making stands in the chain from before the first byte, with the name they would have. A
// begin without an end, once the vault was opened again, means that nobody saw whether the file came into being.
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, RecordId } from '#shared/ids';
import { UNFINISHED_TOLD_DAYS, type UnfinishedFile } from '#shared/records/unfinished-file';
import { DAY } from '#shared/time';
import type { ReadContext, TaskContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';

export interface OutgoingFile {
  readonly caseFileId: CaseFileId;
  /** Of the line that says that it left; begin and end stand in the chain under it. */
  readonly recordId: string;
  readonly fileName: string;
}

const BEGUN = 'begun:';

/**
 * Says that a file is begun, makes it, and says so when that fails. Its end is the record that `work` keeps under the same id.
 * Errors: those of `work`.
 */
export async function begunOutside<T>(context: TaskContext, file: OutgoingFile, work: () => Promise<T>): Promise<T> {
  const { fileName, ...about } = file;
  context.write((write) => write.note(`${BEGUN}${fileName}`, about));
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

/** Newest entries that are asked: the work of many days, and few enough to be read whenever Today is. */
const NEWEST = 3_000;

interface BegunRow extends Row {
  at: number;
  record_id: string;
  case_file_id: string;
  detail: string;
}

/** Of her cases, newest first. One that is being made at this moment was begun after the door was opened, and is not told. */
export function unfinishedFiles(context: ReadContext): UnfinishedFile[] {
  return context.db
    .all<BegunRow>(
      `SELECT b.at, b.record_id, b.case_file_id, b.detail
         FROM audit_entry b JOIN case_file c ON c.id = b.case_file_id
        WHERE b.seq > (SELECT max(seq) FROM audit_entry) - ${NEWEST}
          AND b.detail >= '${BEGUN}' AND b.detail < 'begun;' AND b.at >= $since AND ${inHerCases('b.case_file_id')}
          AND EXISTS (SELECT 1 FROM audit_entry o WHERE o.seq > b.seq
            AND o.action IN ('session.unlock', 'session.recover', 'session.openWithTrustees'))
          AND NOT EXISTS (SELECT 1 FROM audit_entry e
            WHERE e.case_file_id = b.case_file_id AND e.seq > b.seq AND e.record_id = b.record_id)
        ORDER BY b.seq DESC LIMIT 20`,
      { since: context.now() - UNFINISHED_TOLD_DAYS * DAY, ...herCases(context) },
    )
    .map(({ at, record_id: id, case_file_id: caseFileId, detail }) => ({
      id: RecordId.parse(id),
      of: caseRef(context, caseFileId),
      begunAt: at,
      fileName: detail.slice(BEGUN.length),
    }));
}
