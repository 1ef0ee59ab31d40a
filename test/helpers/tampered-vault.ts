// A closed vault that a test tampers with, and the truth to compare with: what its tables hold, read with its own key.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import type { PageKey } from '../../electron/vault/database/encrypted-pages.ts';
import { openUntouched, saltOf } from '../../electron/vault/database/open.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { databaseKey } from '../../electron/vault/keys/derived-keys.ts';
import { openSlots } from '../../electron/vault/keys/unlock.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { copyOf } from './backups.ts';
import { quickKeyTools } from './quick-keys.ts';
import { DIRECTOR } from './vault.ts';

export const databaseOf = (dataDir: string): string => join(dataDir, 'Records.vault', 'records.db');

/** A copy of a data folder with one file of its vault changed. */
export function tampered(dataDir: string, file: string, change: (bytes: Buffer) => Buffer): string {
  const copy = copyOf(dataDir);
  const path = join(copy, 'Records.vault', file);
  writeFileSync(path, change(readFileSync(path)));
  return copy;
}

/** The page (from 0) of `old` in the place of the one that is there. */
export function withPage(bytes: Buffer, old: Buffer, page: number): Buffer {
  const changed = Buffer.from(bytes);
  old.copy(changed, page * PAGE, page * PAGE, (page + 1) * PAGE);
  return changed;
}
export const PAGE = 4096;

/** The key of the database of a closed vault. */
export async function withKey<T>(dataDir: string, use: (key: PageKey) => T, tools = quickKeyTools()): Promise<T> {
  const copies = readSlotCopies(vaultFolder(dataDir));
  const { file, opened } = await openSlots(copies, { kind: 'passphrase', ...DIRECTOR }, tools);
  const salt = saltOf(databaseOf(dataDir));
  return use({ key: databaseKey(opened.vaultKey, file.vaultId, salt), salt });
}

/** Looks at the database of a closed vault with its own key, changing nothing. */
export const withDatabase = <T>(dataDir: string, look: (db: Connection) => T): Promise<T> =>
  withKey(dataDir, ({ key, salt }) => {
    const db = openUntouched(databaseOf(dataDir), key, salt);
    try {
      return look(db);
    } finally {
      db.close();
    }
  });

/** Pages whose MAC SQLCipher refuses. */
export const refusedPages = (dataDir: string): Promise<number> =>
  withDatabase(dataDir, (db) => db.all('PRAGMA cipher_integrity_check').length);

/** Everything that any query could read: the rows of every table and the definitions, not where they stand in the file. */
export const everythingRead = (dataDir: string): Promise<string> =>
  withDatabase(dataDir, (db) => {
    const definitions = db.all<{ name: string; sql: string | null }>(
      'SELECT name, sql FROM sqlite_master ORDER BY name',
    );
    const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    const rows = tables.map(({ name }) => {
      const found = db.all(`SELECT * FROM "${name}"`).map((row) => JSON.stringify(row));
      return [name, found.sort()];
    });
    return JSON.stringify([definitions, rows]);
  });
