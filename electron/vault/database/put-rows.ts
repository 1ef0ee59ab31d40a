// Whole rows as they were, into a database that is being built from another one. Names come from the schema, never from what was read.
import type { Connection, ReadableDb, Row, SqlValue } from './sql.ts';

/** The columns of a table in their order; none when there is no such table. */
export const columnsOf = (db: ReadableDb, table: string): readonly string[] =>
  db.all<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid', [table]).map(({ name }) => name);

/** Values in the order of the columns; those that are missing at the end get their default. */
export function putRow(db: Connection, table: string, values: readonly SqlValue[]): void {
  const columns = columnsOf(db, table).slice(0, values.length);
  put(db, table, columns, values.slice(0, columns.length));
}

export function putFacts(db: Connection, table: string, facts: Readonly<Record<string, SqlValue>>): void {
  put(db, table, Object.keys(facts), Object.values(facts));
}

export const takeRow = (db: Connection, table: string, id: string): void =>
  void db.run(`DELETE FROM ${table} WHERE id = ?`, [id]);

/** Whether it went: false when a rule of the table refuses the row, which is then left out. */
export function putIfItFits(put: () => void): boolean {
  try {
    put();
    return true;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

function put(db: Connection, table: string, columns: readonly string[], values: readonly SqlValue[]): void {
  const places = columns.map(() => '?').join(', ');
  db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, [...values]);
}

export const rowsOf = (db: ReadableDb, table: string): Row[] => db.all(`SELECT * FROM ${table}`);

/** Takes out what refers to something that is not there, until nothing does; answers table and id of each. */
export function takeOutDangling(db: Connection): { readonly table: string; readonly id: string }[] {
  const taken: { table: string; id: string }[] = [];
  for (;;) {
    const dangling = db.all<{ table: string; rowid: number }>('PRAGMA foreign_key_check');
    if (dangling.length === 0) return taken;
    for (const { table, rowid } of dangling) {
      const row = db.get(`SELECT * FROM ${table} WHERE rowid = ?`, [rowid]);
      if (row === undefined) continue; // it dangled twice
      db.run(`DELETE FROM ${table} WHERE rowid = ?`, [rowid]);
      taken.push({ table, id: String(row['id'] ?? '') });
    }
  }
}
