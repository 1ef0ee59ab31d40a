// Proves that a copy is whole: every page against its MAC, the tree, the chain with every body, every fact against its record.
// Looks only; the file is the same afterwards.
import { VaultError } from '#shared/contract/errors';
import type { DamagedFile } from '#shared/records/backup';
import { asStoredBlob, type StoredBlob } from '../attachments/blob-copy.ts';
import { verifyEntries } from '../audit/verify-vault.ts';
import { migrate, needsMigration } from '../database/migrate.ts';
import { openUntouched } from '../database/open.ts';
import type { Connection } from '../database/sql.ts';
import { auditKeys } from '../epoch-keys.ts';
import { wipe } from '../keys/wipe.ts';
import { renewDerived } from '../records/renew-facts.ts';
import { namedContents } from '../records/attachment.ts';
import { allDamaged } from '../records/damaged-file.ts';
import { verifyFacts } from '../records/record-kind.ts';
import { hashNow } from '../removable/whole-file.ts';
import { codeOf, type KeyedFile, readSnapshot, type Snapshot } from './copy-database.ts';
import { unhex } from './manifest.ts';

export interface CheckJob {
  readonly kind: 'check';
  readonly database: KeyedFile;
  /** Of the epoch that the copy says it is of; those of earlier ones lie in it. */
  readonly auditKey: Uint8Array;
  readonly parts: readonly CheckPart[];
  /** A private copy of an older program's backup is brought to today's schema before its records are compared. */
  readonly mayMigrate: boolean;
}

/**
 * `hash`: SHA-256 of the file. `pages`: SQLCipher's MACs. `structure`: trees and foreign keys. `chain`: entries, bodies, orphans.
 * `facts`: what each record says of itself. Where an older schema is brought forward, that is done by `chain`, before `facts`.
 */
export type CheckPart = 'hash' | 'pages' | 'structure' | 'chain' | 'facts';

export interface CheckOutcome {
  readonly sha256: string | null;
  readonly bytes: number;
  readonly chain: {
    readonly snapshot: Snapshot;
    readonly entries: number;
    readonly revisions: number;
    /** The encrypted files that belong to this database. */
    readonly blobs: readonly StoredBlob[];
    /** Files that are marked damaged in it. */
    readonly damaged: readonly DamagedFile[];
  } | null;
  /** Live records of each kind. */
  readonly records: Readonly<Record<string, number>> | null;
}

/**
 * Throws `verify-failed` (with the part) when pages or structure do not hold, `vault-damaged` when the content contradicts itself,
 * `stick-removed` when the medium stops answering.
 */
export function checkDatabase(job: CheckJob): CheckOutcome {
  try {
    const hashed = job.parts.includes('hash') ? hashFile(job.database.file) : { sha256: null, bytes: 0 };
    if (job.parts.includes('pages')) withDatabase(job, checkPages);
    if (job.parts.includes('structure')) withDatabase(job, checkStructure);
    const chain = job.parts.includes('chain') ? withDatabase(job, (db) => checkChain(db, job)) : null;
    const records = job.parts.includes('facts') ? withDatabase(job, (db) => verifyFacts({ db })) : null;
    return { ...hashed, chain, records };
  } finally {
    wipe(job.database.key, job.auditKey);
  }
}

/** A fresh connection for each part: after one page that does not decrypt, a connection answers nothing more. */
function withDatabase<T>(job: CheckJob, work: (db: Connection) => T): T {
  const db = openForCheck(job.database);
  try {
    return work(db);
  } catch (error) {
    throw checkError(error);
  } finally {
    db.close();
  }
}

/** The key is proven: what does not open has a damaged first page, what is not there went away with its medium. */
function openForCheck({ file, key, salt }: KeyedFile): Connection {
  try {
    return openUntouched(file, key, salt);
  } catch (error) {
    if (error instanceof VaultError && error.code === 'vault-missing') throw new VaultError('stick-removed');
    if (error instanceof VaultError) throw new VaultError('verify-failed', { part: 'pages' });
    throw error;
  }
}

function checkPages(db: Connection): void {
  if (db.all('PRAGMA cipher_integrity_check').length > 0) throw new VaultError('verify-failed', { part: 'pages' });
}

function checkStructure(db: Connection): void {
  if (db.pragma('integrity_check') !== 'ok') throw new VaultError('verify-failed', { part: 'structure' });
  if (db.all('PRAGMA foreign_key_check').length > 0) throw new VaultError('verify-failed', { part: 'structure' });
}

function checkChain(db: Connection, job: CheckJob): CheckOutcome['chain'] {
  const snapshot = readSnapshot(db);
  if (job.mayMigrate && needsMigration(db)) migrate(db, () => renewDerived(db));
  const keys = auditKeys(db, unhex(snapshot.vaultId), { epoch: snapshot.epoch, auditMac: job.auditKey });
  const { entries, revisions } = verifyEntries(db, keys);
  return {
    snapshot,
    entries,
    revisions,
    blobs: namedContents({ db }).map(asStoredBlob),
    damaged: allDamaged({ db }),
  };
}

function hashFile(file: string): { readonly sha256: string; readonly bytes: number } {
  try {
    return hashNow(file);
  } catch (error) {
    throw checkError(error);
  }
}

/** Damage is the answer of a check, a medium that stops answering is not. */
function checkError(error: unknown): unknown {
  if (error instanceof VaultError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR')
    return new VaultError('verify-failed', { part: 'pages' });
  if (code.startsWith('SQLITE_IOERR') || /^(ENOENT|ENOTDIR|EIO|ENODEV|ENXIO|ESTALE)$/.test(code))
    return new VaultError('stick-removed');
  return error;
}
