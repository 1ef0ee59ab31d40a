// Brings columns that a migration added to what the bodies say. Only those a kind names are written: any other fact that does not
// fit its body is a sign of an old page put back, and stays as it is to be noticed.
import type { Row, WritableDb } from '../database/sql.ts';
import { allKinds, type RecordKind } from './record-kind.ts';
import { renewSearch } from './renew-search.ts';

const AT_A_TIME = 500;

/** What is derived from records by code, after a migration: columns of facts, and words that search finds. */
export function renewDerived(db: WritableDb): void {
  for (const kind of allKinds()) if (kind.renewed !== undefined) renewKind(db, kind, kind.renewed);
  renewSearch(db);
}

function renewKind(db: WritableDb, kind: RecordKind<never>, names: readonly string[]): void {
  for (let after = 0; ; ) {
    const rows = db.all(
      `SELECT t.rowid AS place, t.*, r.body AS r_body FROM ${kind.table} t JOIN revision r ON r.audit_seq = t.revision_seq
       WHERE t.rowid > ? ORDER BY t.rowid LIMIT ${AT_A_TIME}`,
      [after],
    );
    for (const row of rows) renewRow(db, kind, { row, names });
    if (rows.length < AT_A_TIME) return;
    after = Number(rows.at(-1)?.['place']);
  }
}

function renewRow(
  db: WritableDb,
  kind: RecordKind<never>,
  { row, names }: { readonly row: Row; readonly names: readonly string[] },
): void {
  if (row['r_body'] === null) return;
  const facts = kind.columns(kind.schema.parse(JSON.parse(String(row['r_body']))));
  if (names.every((name) => row[name] === facts[name])) return;
  const values = names.map((name) => facts[name] ?? null);
  db.run(`UPDATE ${kind.table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE rowid = ?`, [
    ...values,
    Number(row['place']),
  ]);
}
