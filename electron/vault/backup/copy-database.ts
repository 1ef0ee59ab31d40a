// Copies a database under another key and salt, from one consistent snapshot, without stopping anyone who writes to it.
// Never VACUUM INTO and never a file copy: both keep key and salt, and their pages could be moved back into the vault (17 of 17).
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { VaultError } from '#shared/contract/errors';
import { APPLICATION_ID, openUntouched, rawKey } from '../database/open.ts';
import type { Connection, ReadableDb, Row } from '../database/sql.ts';
import { readIfPresent } from '../keys/atomic-file.ts';
import { slotFileLimit, slotsHash } from '../keys/slots.ts';
import { wipe } from '../keys/wipe.ts';

export interface KeyedFile {
  readonly file: string;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
}

export interface CopyJob {
  readonly kind: 'copy';
  readonly source: KeyedFile;
  /** Must not exist yet. */
  readonly target: KeyedFile;
  /** The slot files that must be of the same moment as the snapshot; null when that is not asked. */
  readonly slotFiles: { readonly bin: string; readonly bak: string } | null;
}

/** What the vault knew of itself at the moment of the snapshot. */
export interface Snapshot {
  /** These three in lower-case hex. */
  readonly vaultId: string;
  readonly slotsHash: string;
  /** MAC of the newest entry, 32 zero bytes in an empty chain. */
  readonly chainHead: string;
  readonly shelterName: string;
  readonly commitSeq: number;
  readonly epoch: number;
  readonly slotsGeneration: number;
  readonly entries: number;
  readonly newestEntryAt: number | null;
  readonly schema: number;
}

export interface CopyOutcome {
  readonly snapshot: Snapshot;
  /** The bytes of `slots.bin` that belong to the snapshot; empty when they were not asked for. */
  readonly slots: Uint8Array;
  readonly bytes: number;
}

/** Rounds of 50 ms to wait for a change of slots that is half written (files first, then the commit). */
const SLOT_ROUNDS = 40;

/**
 * Throws `vault-damaged` when the source does not decrypt or a table lost a row on the way, `disk-full`, `stick-removed`,
 * `place-not-writable`, `slots-damaged` when neither slot file is of the snapshot.
 */
export function copyDatabase(job: CopyJob): CopyOutcome {
  try {
    closeSync(openSync(job.target.file, 'wx', 0o600)); // owner-only whatever the umask
    const db = openUntouched(job.source.file, job.source.key, job.source.salt);
    try {
      db.run('ATTACH DATABASE ? AS copy KEY ?', [job.target.file, rawKey(job.target.key, job.target.salt)]);
      const { snapshot, slots } = exportSnapshot(db, job);
      db.exec('DETACH DATABASE copy');
      flush(job.target.file);
      return { snapshot, slots, bytes: statSync(job.target.file).size };
    } finally {
      db.close();
    }
  } catch (error) {
    throw copyError(error);
  } finally {
    wipe(job.source.key, job.target.key);
  }
}

function exportSnapshot(db: Connection, job: CopyJob): { readonly snapshot: Snapshot; readonly slots: Uint8Array } {
  const { snapshot, slots } = beginWithSlots(db, job);
  const before = rowCounts(db, 'main');
  db.exec("SELECT sqlcipher_export('copy')");
  // The export carries neither: without the version every migration would run again on the copy.
  const marks = [`copy.user_version = ${snapshot.schema}`, `copy.application_id = ${APPLICATION_ID}`];
  for (const mark of marks) db.pragma(mark);
  const after = rowCounts(db, 'copy');
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new VaultError('vault-damaged', { reason: 'rows' });
  db.exec('COMMIT');
  return { snapshot, slots };
}

/** Holds a snapshot to which one of the slot files belongs. A change of slots is on disk a moment before its commit: try again then. */
function beginWithSlots(db: Connection, job: CopyJob): { readonly snapshot: Snapshot; readonly slots: Uint8Array } {
  for (let round = 0; round < SLOT_ROUNDS; round += 1) {
    db.exec('BEGIN');
    const snapshot = readSnapshot(db);
    if (job.slotFiles === null) return { snapshot, slots: new Uint8Array(0) };
    const { bin, bak } = job.slotFiles;
    const slots = [bin, bak]
      .map((file) => readIfPresent(file, slotFileLimit) ?? new Uint8Array(0))
      .find((bytes) => toHex(slotsHash(bytes)) === snapshot.slotsHash);
    if (slots !== undefined) return { snapshot, slots };
    db.exec('ROLLBACK');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  throw new VaultError('slots-damaged');
}

interface StateRow extends Row {
  vault_id: Uint8Array;
  shelter_name: string;
  commit_seq: number;
  epoch: number;
  slots_generation: number;
  slots_hash: Uint8Array;
}

/** The first read of the transaction: from here on the snapshot is fixed. */
export function readSnapshot(db: Connection): Snapshot {
  const state = db.get<StateRow>('SELECT * FROM vault_state WHERE id = 1');
  if (state === undefined) throw new VaultError('vault-damaged', { reason: 'state' });
  const newest = db.get<{ seq: number; at: number; mac: Uint8Array }>(
    'SELECT seq, at, mac FROM audit_entry ORDER BY seq DESC LIMIT 1',
  );
  return {
    vaultId: toHex(state.vault_id),
    slotsHash: toHex(state.slots_hash),
    chainHead: toHex(newest?.mac ?? new Uint8Array(32)),
    shelterName: state.shelter_name,
    commitSeq: state.commit_seq,
    epoch: state.epoch,
    slotsGeneration: state.slots_generation,
    entries: newest?.seq ?? 0,
    newestEntryAt: newest?.at ?? null,
    schema: Number(db.pragma('user_version') ?? 0),
  };
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The code of a system or database error, or ''. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** Rows of every ordinary table, by name. */
function rowCounts(db: ReadableDb, schema: 'main' | 'copy'): readonly (readonly [string, number])[] {
  const tables = db.all<{ name: string }>(
    `SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return tables.map(({ name }) => {
    const row = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${schema}."${name.replaceAll('"', '""')}"`);
    return [name, row?.n ?? 0] as const;
  });
}

function flush(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const targetGone = new Set(['ENOENT', 'ENOTDIR', 'EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'SQLITE_CANTOPEN']);
const notWritable = new Set(['EROFS', 'EACCES', 'EPERM', 'SQLITE_READONLY', 'SQLITE_PERM']);

/** The source is ours and already open: what fails to open or to be written is the target, what fails to decrypt is the source. */
function copyError(error: unknown): unknown {
  if (error instanceof VaultError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new VaultError('disk-full');
  if (code === 'EFBIG') return new VaultError('file-too-big-for-format');
  if (notWritable.has(code)) return new VaultError('place-not-writable');
  if (targetGone.has(code) || code.startsWith('SQLITE_IOERR')) return new VaultError('stick-removed');
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR')
    return new VaultError('vault-damaged');
  return error;
}
