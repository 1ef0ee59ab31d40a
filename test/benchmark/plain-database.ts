// The floor: the same binding and the same settings without a key, which is plain SQLite. It lives here and not in the product,
// because the product must have no way to open a database that is not encrypted.
import { closeSync, openSync, readSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import { liveCacheKiB } from '../../electron/vault/database/open.ts';
import { type Connection, connection, type SqlValues } from '../../electron/vault/database/sql.ts';

/** As `open.ts` sets them, without those that only SQLCipher knows. */
const SETTINGS = [
  'page_size = 4096',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'temp_store = MEMORY',
  'mmap_size = 0',
  `cache_size = -${liveCacheKiB}`,
  'busy_timeout = 5000',
];

/** Opens or makes a database without a key. */
export function openPlain(file: string): Connection {
  const db = connection(new Database(file));
  for (const setting of SETTINGS) db.pragma(setting);
  return db;
}

/** Throws when a floor is encrypted after all, or what should be encrypted is not: the ratios would be about nothing. */
export function expectPlain(file: string, isPlain: boolean): void {
  const first = Buffer.alloc(15);
  const fd = openSync(file, 'r');
  readSync(fd, first, 0, first.length, 0);
  closeSync(fd);
  if ((first.toString('latin1') === 'SQLite format 3') !== isPlain) throw new Error('a floor is not what it is called');
}

export interface Statement {
  readonly how: 'get' | 'all' | 'run';
  readonly sql: string;
  readonly values: SqlValues;
}

/** The statements of one request, again: those that ask, or those that write. */
export function replay(db: Connection, statements: readonly Statement[]): void {
  for (const { how, sql, values } of statements) db[how](sql, values);
}
