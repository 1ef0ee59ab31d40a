// Enough of a case to name it in a list.
import { VaultError } from '#shared/contract/errors';
import { CaseFileId } from '#shared/ids';
import type { CaseRef } from '#shared/records/revision-mark';
import type { ReadableDb, Row } from '../database/sql.ts';

interface CaseRefRow extends Row {
  name_used: string;
  case_number: string;
}

/** Throws `not-found`. */
export function caseRef(context: { readonly db: ReadableDb }, id: string): CaseRef {
  const row = context.db.get<CaseRefRow>('SELECT name_used, case_number FROM case_file WHERE id = ?', [id]);
  if (row === undefined) throw new VaultError('not-found');
  return { caseFileId: CaseFileId.parse(id), nameUsed: row.name_used, caseNumber: row.case_number };
}
