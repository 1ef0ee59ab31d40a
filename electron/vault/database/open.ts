// Opens the encrypted database file. The only file that knows the binding, and the place of every setting that was measured.
import { Database, setLogger } from '@signalapp/sqlcipher';
import { openSync, readSync, closeSync, existsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { VaultError } from '#shared/contract/errors';
import { diskErrorCode } from '../keys/disk-error.ts';
import { connection, type Connection, type WritableDb } from './sql.ts';

/** 'SRec' in ASCII: marks our database among SQLCipher files. `sqlcipher_export` does not carry it, so copies set it again. */
export const APPLICATION_ID = 0x53526563;
const SALT_BYTES = 16;
const CACHE_KIB = 64 * 1024;
/** The open vault's: a case that was read before is not decrypted again (design: performance §3.4). */
export const liveCacheKiB = totalmem() >= 8 * 1024 ** 3 ? 256 * 1024 : CACHE_KIB;

// SQLCipher's own log lines go nowhere: they would reach stderr, and errors are already thrown. In the main thread only: a thread that
// set a logger writes into freed memory when it ends (the binding lets go of it after the thread's own end).
if (isMainThread) setLogger(() => undefined);

/** The key pragma of a raw 32-byte key with an explicit 16-byte salt (SQLCipher 4, no PBKDF2). */
export function rawKey(key: Uint8Array, salt: Uint8Array): string {
  if (key.length !== 32 || salt.length !== SALT_BYTES) throw new VaultError('internal');
  return `x'${Buffer.from(key).toString('hex')}${Buffer.from(salt).toString('hex')}'`;
}

/** The salt is the first 16 bytes of a SQLCipher file. */
export function saltOf(file: string): Uint8Array {
  const salt = Buffer.alloc(SALT_BYTES);
  const fd = openSync(file, 'r');
  try {
    if (readSync(fd, salt, 0, SALT_BYTES, 0) !== SALT_BYTES) throw new VaultError('vault-damaged');
  } finally {
    closeSync(fd);
  }
  if (salt.toString('latin1').startsWith('SQLite format 3')) throw new VaultError('vault-damaged');
  return salt;
}

/** Creates a new encrypted file. Throws `vault-exists` rather than touch one that is there. */
export function createDatabase(file: string, key: Uint8Array, salt: Uint8Array): Connection {
  if (existsSync(file)) throw new VaultError('vault-exists');
  // Owner-only whatever the umask; SQLite gives -wal and -shm the mode of the database file.
  closeSync(openSync(file, 'wx', 0o600));
  const db = keyed(file, key, salt);
  db.pragma('page_size = 4096');
  settings(db);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  return db;
}

/**
 * Opens an existing file with its key.
 * Throws `vault-missing`, or `vault-damaged` for anything that does not decrypt: the key itself was proven by slots.bin before.
 */
export function openDatabase(file: string, key: Uint8Array): Connection {
  if (!existsSync(file)) throw new VaultError('vault-missing');
  if (statSync(file).size === 0) throw new VaultError('vault-damaged');
  const db = keyed(file, key, saltOf(file));
  try {
    db.get('SELECT count(*) AS n FROM sqlite_master');
    settings(db);
    if (db.pragma('application_id') !== APPLICATION_ID) throw new VaultError('vault-damaged');
  } catch (error) {
    db.close();
    throw error instanceof VaultError ? error : asDamage(error);
  }
  return db;
}

/**
 * Opens a file exactly as it stands: what copies from it and what checks it must not change its journal mode, or anything else,
 * by looking. The salt is given, not read: opening and closing the file once more would drop the locks of a connection to it.
 * Errors as `openDatabase`.
 */
export function openUntouched(file: string, key: Uint8Array, salt: Uint8Array): Connection {
  if (!existsSync(file)) throw new VaultError('vault-missing');
  const db = keyed(file, key, salt);
  try {
    quiet(db);
    db.get('SELECT count(*) AS n FROM sqlite_master');
    if (db.pragma('application_id') !== APPLICATION_ID) throw new VaultError('vault-damaged');
  } catch (error) {
    db.close();
    throw error instanceof VaultError ? error : asDamage(error);
  }
  return db;
}

function keyed(file: string, key: Uint8Array, salt: Uint8Array): Connection {
  const db = connection(opened(file));
  db.pragma(`key = "${rawKey(key, salt)}"`);
  return db;
}

/** The binding says no code when SQLite cannot open a file, and gives its message instead. */
function opened(file: string): Database {
  try {
    return new Database(file);
  } catch (error) {
    throw diskErrorCode(error) === null ? new VaultError('disk-failing') : error;
  }
}

/** security.md §5: measured settings. FULL is asserted because WAL re-opens with NORMAL, which loses commits on power cuts. */
function settings(db: Connection): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  quiet(db);
  db.pragma(`cache_size = -${liveCacheKiB}`);
  if (db.pragma('synchronous') !== 2) throw new VaultError('internal');
}

/** The settings that leave no mark in the file. */
function quiet(db: Connection): void {
  db.pragma('cipher_memory_security = OFF');
  db.pragma('cipher_log_level = NONE');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('mmap_size = 0');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  db.pragma('busy_timeout = 5000');
}

/** Runs `work` with the small cache: what writes very much would else hold in memory all that it wrote. */
export function withSmallCache<T>(db: WritableDb, work: () => T): T {
  db.get(`PRAGMA cache_size = -${CACHE_KIB}`);
  try {
    return work();
  } finally {
    db.get(`PRAGMA cache_size = -${liveCacheKiB}`);
  }
}

/** SQLITE_CORRUPT, NOTADB and a plain "logic error" all mean damage once the key is proven (200 flips measured). */
export function asDamage(error: unknown): VaultError {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR_WRITE')) return new VaultError('disk-full');
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new VaultError('vault-open-elsewhere');
  return new VaultError('vault-damaged');
}
