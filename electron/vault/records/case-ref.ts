// Enough of a case to name it in a list.
import { VaultError } from '#shared/contract/errors';
import { CaseFileId } from '#shared/ids';
import type { CaseRef } from '#shared/records/revision-mark';
import type { ReadableDb, Row } from '../database/sql.ts';

interface CaseRefRow extends Row {
  id: string;
  name_used: string;
  case_number: string;
}

/** The case, or the one that it is a part of. Throws `not-found`. */
export function caseRef(context: { readonly db: ReadableDb }, id: string): CaseRef {
  const row = context.db.get<CaseRefRow>(
    `SELECT id, name_used, case_number FROM case_file
     WHERE id = coalesce((SELECT kept_id FROM same_person WHERE merged_id = $id), $id)`,
    { id },
  );
  if (row === undefined) throw new VaultError('not-found');
  return { caseFileId: CaseFileId.parse(row.id), nameUsed: row.name_used, caseNumber: row.case_number };
}
