// Tables that were given out, and each copy of one that left. Neither is ever changed.
import { RecordId } from '#shared/ids';
import { IssuedTable, type StoredIssuedTable, TableCopy } from '#shared/records/statistics';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, loadRecord, recordKind, type Stored } from '../records/record-kind.ts';
import { revisionMark } from '../records/revision-mark.ts';

export const issuedTableKind = recordKind<IssuedTable>({
  kind: 'issued-table',
  schema: IssuedTable,
  table: 'issued_table',
  columns: ({ period, set, mode }) => ({ period, set_id: set, mode }),
});

export const tableCopyKind = recordKind<TableCopy>({
  kind: 'table-copy',
  schema: TableCopy,
  table: 'table_copy',
  columns: ({ issuedTableId, way }) => ({ issued_table_id: issuedTableId, way }),
});

type Reader = { readonly db: ReadableDb };

export const loadIssued = (reader: Reader, id: string): Stored<IssuedTable> => loadRecord(reader, issuedTableKind, id);

/** Those of this year, or of a part of it: no other period has a day in common with it. Newest first. */
export const issuedInYear = (reader: Reader, period: string): Stored<IssuedTable>[] =>
  listRecords(reader, issuedTableKind, 'substr(t.period, 1, 4) = ? ORDER BY t.revision_seq DESC', [period.slice(0, 4)]);

/** Newest first. */
export const allIssued = (reader: Reader, withExact: boolean): Stored<IssuedTable>[] =>
  listRecords(reader, issuedTableKind, "(? = 1 OR t.mode <> 'EXACT') ORDER BY t.revision_seq DESC LIMIT 2000", [
    Number(withExact),
  ]);

/** Without the marks. */
export function shownIssued(reader: Reader, stored: Stored<IssuedTable>): StoredIssuedTable {
  const { marks, breakdowns, ...told } = stored.body;
  const copies = reader.db.get<{ n: number }>('SELECT count(*) AS n FROM table_copy WHERE issued_table_id = ?', [
    stored.id,
  ]);
  return { ...told, ...revisionMark(reader, stored), id: RecordId.parse(stored.id), copies: copies?.n ?? 0 };
}
