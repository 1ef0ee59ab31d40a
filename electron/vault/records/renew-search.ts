// Brings the words that search finds to what today's program makes of each record: after a migration, when it finds more kinds
// or folds other letters. Derived text only; what is written down stays as it was.
import { foldWords } from '#shared/fold';
import type { Row, WritableDb } from '../database/sql.ts';
import { allKinds, type RecordKind } from './record-kind.ts';

interface KeptRow extends Row {
  place: number;
  id: string;
  body: string | null;
  case_file_id: string | null;
  folded: string | null;
}
const AT_A_TIME = 500;

/** Writes only what differs, so that running it again writes nothing. */
export function renewSearch(db: WritableDb): void {
  for (const kind of allKinds()) if (kind.searchText !== undefined) renewKind(db, kind);
}

function renewKind(db: WritableDb, kind: RecordKind<never>): void {
  for (let after = 0; ; ) {
    const rows = db.all<KeptRow>(
      `SELECT t.rowid AS place, t.id AS id, r.body AS body, e.case_file_id AS case_file_id, s.folded AS folded
       FROM ${kind.table} t JOIN revision r ON r.audit_seq = t.revision_seq JOIN audit_entry e ON e.seq = r.audit_seq
         LEFT JOIN search_text s ON s.record_id = t.id
       WHERE t.rowid > ? ORDER BY t.rowid LIMIT ${AT_A_TIME}`,
      [after],
    );
    for (const row of rows) renewRow(db, kind, row);
    if (rows.length < AT_A_TIME) return;
    after = Number(rows.at(-1)?.place);
  }
}

function renewRow(db: WritableDb, kind: RecordKind<never>, { id, body, case_file_id, folded }: KeptRow): void {
  if (body === null) return;
  const words = foldWords(kind.searchText?.(kind.schema.parse(JSON.parse(body))) ?? '');
  if (words === folded) return;
  db.run(
    `INSERT INTO search_text (record_kind, record_id, case_file_id, folded) VALUES (?, ?, ?, ?)
     ON CONFLICT (record_id) DO UPDATE SET folded = excluded.folded`,
    [kind.kind, id, case_file_id, words],
  );
}
