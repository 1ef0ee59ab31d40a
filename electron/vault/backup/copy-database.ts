// Copies a database under another key and salt, from one consistent snapshot, without stopping anyone who writes to it.
// Never VACUUM INTO and never a file copy: both keep key and salt, and their pages could be moved back into the vault (17 of 17).
import { VaultError } from '#shared/contract/errors';
import { attachCopy, detachCopy, exportToCopy } from '../database/attached-copy.ts';
import { openUntouched } from '../database/open.ts';
import type { Connection, Row } from '../database/sql.ts';
import { readIfPresent } from '../keys/atomic-file.ts';
import { isSlotsOf, slotFileLimit } from '../keys/slots.ts';
import { wipe } from '../keys/wipe.ts';
import { createEmpty, flushNow } from '../removable/whole-file.ts';

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
export function copyDatabase({ source, target, slotFiles }: CopyJob): CopyOutcome {
  try {
    createEmpty(target.file);
    const db = openUntouched(source.file, source.key, source.salt);
    try {
      attachCopy(db, target.file, target.key, target.salt);
      const { snapshot, slots } = beginWithSlots(db, slotFiles);
      exportToCopy(db);
      db.exec('COMMIT');
      detachCopy(db);
      return { snapshot, slots, bytes: flushNow(target.file) };
    } finally {
      db.close();
    }
  } catch (error) {
    throw copyError(error);
  } finally {
    wipe(source.key, target.key);
  }
}

/** Holds a snapshot to which one of the slot files belongs. A change of slots is on disk a moment before its commit: try again then. */
function beginWithSlots(
  db: Connection,
  slotFiles: CopyJob['slotFiles'],
): { readonly snapshot: Snapshot; readonly slots: Uint8Array } {
  for (let round = 0; round < SLOT_ROUNDS; round += 1) {
    db.exec('BEGIN');
    const snapshot = readSnapshot(db);
    if (slotFiles === null) return { snapshot, slots: new Uint8Array(0) };
    const slots = [slotFiles.bin, slotFiles.bak]
      .map((file) => readIfPresent(file, slotFileLimit) ?? new Uint8Array(0))
      .find((bytes) => isSlotsOf(bytes, Buffer.from(snapshot.slotsHash, 'hex')));
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
  const newest = db.get<{ at: number; mac: Uint8Array }>('SELECT at, mac FROM audit_entry ORDER BY seq DESC LIMIT 1');
  return {
    vaultId: toHex(state.vault_id),
    slotsHash: toHex(state.slots_hash),
    chainHead: toHex(newest?.mac ?? new Uint8Array(32)),
    shelterName: state.shelter_name,
    commitSeq: state.commit_seq,
    epoch: state.epoch,
    slotsGeneration: state.slots_generation,
    // Counted: where a salvage left a gap, the number of the newest entry is higher.
    entries: db.get<{ n: number }>('SELECT count(*) AS n FROM audit_entry')?.n ?? 0,
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
