// Cases that are one record of one person now: every question about the whole asks here which cases belong to it. Nothing is ever
// moved from one case to another, so parting them again gives each exactly what is its own.
import { CaseFileId } from '#shared/ids';
import type { CaseRef } from '#shared/records/revision-mark';
import type { ReadableDb, Row } from '../database/sql.ts';

/** The case and its parts; binds $case. */
export const ALL_PARTS = 'SELECT $case UNION ALL SELECT merged_id FROM same_person WHERE kept_id = $case';
/** The cases that are a part of another, and so stand in no list of their own. */
export const PARTS_OF_OTHERS = 'SELECT merged_id FROM same_person WHERE merged_id IS NOT NULL';

interface Reader {
  readonly db: ReadableDb;
}
interface OwnRow extends Row {
  id: string;
  name_used: string;
  case_number: string;
}

const refOf = (row: OwnRow): CaseRef => ({
  caseFileId: CaseFileId.parse(row.id),
  nameUsed: row.name_used,
  caseNumber: row.case_number,
});

/** The case that this one is a part of, or null. */
export function wholeOf({ db }: Reader, caseFileId: string): CaseRef | null {
  const row = db.get<OwnRow>(
    `SELECT c.id, c.name_used, c.case_number FROM same_person s JOIN case_file c ON c.id = s.kept_id WHERE s.merged_id = ?`,
    [caseFileId],
  );
  return row === undefined ? null : refOf(row);
}

/** The cases that are parts of this one, each under its own name and number. */
export const partsOf = ({ db }: Reader, caseFileId: string): CaseRef[] =>
  db
    .all<OwnRow>(
      `SELECT c.id, c.name_used, c.case_number FROM same_person s JOIN case_file c ON c.id = s.merged_id
       WHERE s.kept_id = ? ORDER BY c.opened_on, c.id`,
      [caseFileId],
    )
    .map(refOf);

/** A case under its own name and number, also when it is a part of another. */
export function ownRef({ db }: Reader, caseFileId: string): CaseRef | null {
  const row = db.get<OwnRow>('SELECT id, name_used, case_number FROM case_file WHERE id = ?', [caseFileId]);
  return row === undefined ? null : refOf(row);
}
