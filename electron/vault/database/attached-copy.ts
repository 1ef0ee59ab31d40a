// A second database file attached to an open connection, and everything in the first exported into it under the second's key.
import { VaultError } from '#shared/contract/errors';
import { APPLICATION_ID, rawKey } from './open.ts';
import type { Connection, ReadableDb } from './sql.ts';

/** The file may be empty; what is written into it is encrypted with this key and begins with this salt. */
export function attachCopy(db: Connection, file: string, key: Uint8Array, salt: Uint8Array): void {
  db.run('ATTACH DATABASE ? AS copy KEY ?', [file, rawKey(key, salt)]);
}

/**
 * Fills the attached copy inside the transaction that is running, so that it is the state of that snapshot.
 * Throws `vault-damaged` when a table does not have as many rows there as here.
 */
export function exportToCopy(db: Connection): void {
  const before = rowCounts(db, 'main');
  db.exec("SELECT sqlcipher_export('copy')");
  // The export carries neither mark: without the version every migration would run again on the copy.
  db.pragma(`copy.user_version = ${Number(db.pragma('main.user_version') ?? 0)}`);
  db.pragma(`copy.application_id = ${APPLICATION_ID}`);
  const after = rowCounts(db, 'copy');
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new VaultError('vault-damaged', { reason: 'rows' });
}

export function detachCopy(db: Connection): void {
  db.exec('DETACH DATABASE copy');
}

/** Rows of every ordinary table, by name. */
function rowCounts(db: ReadableDb, schema: 'main' | 'copy'): readonly (readonly [string, number])[] {
  const tables = db.all<{ name: string }>(
    `SELECT name FROM ${schema}.sqlite_master
     WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return tables.map(({ name }) => {
    const row = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${schema}."${name.replaceAll('"', '""')}"`);
    return [name, row?.n ?? 0] as const;
  });
}
