// An opened vault: database, keys, chain and head record together. Every commit goes through `commit` here,
// so that the head record follows each one before anybody is told that it is saved.
import { closeSync, copyFileSync, openSync, readFileSync, rmSync } from 'node:fs';
import { VaultError } from '#shared/contract/errors';
import { openChain, type Chain } from './audit/chain.ts';
import { verifyVault, type VaultReport } from './audit/verify-vault.ts';
import { migrate, needsMigration } from './database/migrate.ts';
import { dropKeptLog, keepLog } from './database/kept-log.ts';
import { keepSalt } from './database/kept-salt.ts';
import { createDatabase, openDatabase, saltOf } from './database/open.ts';
import type { Connection } from './database/sql.ts';
import { diskErrorCode } from './keys/disk-error.ts';
import { auditKeys, earlierKeys, type EpochKey } from './epoch-keys.ts';
import { databaseKey, deriveVaultKeys, type VaultKeys } from './keys/derived-keys.ts';
import { newHeadFile, readHead, writeHead, type Head } from './keys/head.ts';
import { replaceFile } from './keys/atomic-file.ts';
import { wipe } from './keys/wipe.ts';
import { renewDerived } from './records/renew-facts.ts';
import { readLastSeen, writeLastSeen, type VaultFolder } from './vault-folder.ts';

/** Above this many entries the whole chain is walked at backups and on request, no longer at each unlock. */
const VERIFY_AT_UNLOCK = 30_000;

export interface SlotsMark {
  readonly generation: number;
  readonly slotsHash: Uint8Array;
}

export interface OpenVault {
  readonly place: VaultFolder;
  readonly db: Connection;
  readonly chain: Chain;
  readonly vaultId: Uint8Array;
  readonly vaultKey: Uint8Array;
  /** The first 16 bytes of records.db; a second connection is given it instead of opening the file to look. */
  readonly databaseSalt: Uint8Array;
  readonly keys: VaultKeys;
  readonly epoch: number;
  /** Those of the epochs before, oldest first. */
  readonly earlier: readonly EpochKey[];
  slots: SlotsMark;
  /** One transaction and its head record. Durable when it returns. */
  commit<T>(work: () => T): T;
  commitSeq(): number;
  verify(): VaultReport;
  close(): void;
}

interface StateRow extends Record<string, string | number | null | Uint8Array> {
  vault_id: Uint8Array;
  commit_seq: number;
  epoch: number;
  slots_generation: number;
  slots_hash: Uint8Array;
}

export interface Birth {
  readonly vaultId: Uint8Array;
  readonly vaultKey: Uint8Array;
  readonly epoch: number;
  readonly shelterName: string;
  readonly createdAt: number;
  readonly slots: SlotsMark;
  readonly salt: Uint8Array;
}

/** Makes the database and the head record of a new vault; slots.bin is already there. */
export function createVaultFiles(place: VaultFolder, birth: Birth): OpenVault {
  const db = createDatabase(place.database, databaseKey(birth.vaultKey, birth.vaultId, birth.salt), birth.salt);
  migrate(db);
  db.run(
    `INSERT INTO vault_state (id, vault_id, shelter_name, created_at, commit_seq, epoch, slots_generation, slots_hash)
     VALUES (1, ?, ?, ?, 0, ?, ?, ?)`,
    [birth.vaultId, birth.shelterName, birth.createdAt, birth.epoch, birth.slots.generation, birth.slots.slotsHash],
  );
  const keys = deriveVaultKeys(birth.vaultKey, birth.vaultId);
  const head: Head = {
    commitSeq: 0,
    epoch: birth.epoch,
    chainHead: Buffer.alloc(32),
    slotsHash: birth.slots.slotsHash,
    slotsGeneration: birth.slots.generation,
  };
  replaceFile(place.head, newHeadFile(head, keys.headMac));
  return assemble(place, db, { ...birth, databaseSalt: birth.salt }, keys, 1);
}

/**
 * Opens and checks an existing vault. Four different stories have four codes: `vault-damaged`, `vault-from-the-future`,
 * `vault-commits-missing` (the head record knows more than the database), `vault-rolled-back` (an older state was put back).
 */
export function openVaultFiles(
  place: VaultFolder,
  opened: {
    readonly vaultId: Uint8Array;
    readonly vaultKey: Uint8Array;
    readonly epoch: number;
    readonly slots: SlotsMark;
    judge(stored: SlotsMark): 'same' | 'newer';
  },
): OpenVault {
  keepLog(place.database);
  const databaseSalt = saltOf(place.database);
  const key = databaseKey(opened.vaultKey, opened.vaultId, databaseSalt);
  const db = openDatabase(place.database, key);
  wipe(key);
  try {
    migrateSafely(place, db);
    const state = db.get<StateRow>('SELECT * FROM vault_state WHERE id = 1');
    if (state === undefined || Buffer.compare(state.vault_id, opened.vaultId) !== 0 || state.epoch !== opened.epoch)
      throw new VaultError('vault-damaged');
    const keys = deriveVaultKeys(opened.vaultKey, opened.vaultId);
    const nextIndex = judgeHead(place, db, state, keys);
    const freshSlots = opened.judge({ generation: state.slots_generation, slotsHash: state.slots_hash }) === 'newer';
    const vault = assemble(place, db, { ...opened, databaseSalt }, keys, nextIndex);
    if (vault.chain.seq <= VERIFY_AT_UNLOCK) vault.verify();
    if (freshSlots) vault.commit(() => undefined);
    writeLastSeen(place, opened.vaultId, { commitSeq: vault.commitSeq(), epoch: vault.epoch });
    keepSalt(place.database, databaseSalt);
    dropKeptLog(place.database);
    return vault;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Returns the index of the head record to write next. */
function judgeHead(place: VaultFolder, db: Connection, state: StateRow, keys: VaultKeys): 0 | 1 {
  const reading = readHead(readHeadBytes(place), keys.headMac);
  const { newest } = reading;
  if (newest === null) throw new VaultError('vault-rolled-back', { reason: 'head-lost' });
  if (state.commit_seq < newest.commitSeq) {
    throw new VaultError('vault-commits-missing', { missing: newest.commitSeq - state.commit_seq });
  }
  if (state.commit_seq > newest.commitSeq + 1) throw new VaultError('vault-rolled-back', { reason: 'head-older' });
  const seen = readLastSeen(place, state.vault_id).commitSeq;
  if (state.commit_seq < seen) throw new VaultError('vault-rolled-back', { missing: seen - state.commit_seq });
  const chainHead =
    db.get<{ mac: Uint8Array }>('SELECT mac FROM audit_entry ORDER BY seq DESC LIMIT 1')?.mac ?? Buffer.alloc(32);
  if (state.commit_seq === newest.commitSeq && Buffer.compare(chainHead, newest.chainHead) !== 0) {
    throw new VaultError('vault-rolled-back', { reason: 'chain-head' });
  }
  return reading.nextIndex;
}

function readHeadBytes(place: VaultFolder): Uint8Array {
  try {
    return readFileSync(place.head);
  } catch {
    return new Uint8Array(0);
  }
}

const copyBeforeMigration = (place: VaultFolder): string => `${place.database}.before-migration`;

/** What a migration that was killed may have left: an older state of the whole file. */
export const dropCopyBeforeMigration = (place: VaultFolder): void =>
  rmSync(copyBeforeMigration(place), { force: true });

/** Copies the file first; the copy goes once the new schema has been proven by opening. */
function migrateSafely(place: VaultFolder, db: Connection): void {
  if (!needsMigration(db)) {
    migrate(db);
    return;
  }
  const copy = copyBeforeMigration(place);
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(place.database, copy);
  migrate(db, () => renewDerived(db));
  rmSync(copy, { force: true });
}

function assemble(
  place: VaultFolder,
  db: Connection,
  identity: {
    readonly vaultId: Uint8Array;
    readonly vaultKey: Uint8Array;
    readonly databaseSalt: Uint8Array;
    readonly epoch: number;
    readonly slots: SlotsMark;
  },
  keys: VaultKeys,
  firstIndex: 0 | 1,
): OpenVault {
  const chain = openChain(db, keys.auditMac, identity.epoch);
  const headFile = openSync(place.head, 'r+');
  let index = firstIndex;
  let isHeadBehind = false;
  const seq = (): number => db.get<{ commit_seq: number }>('SELECT commit_seq FROM vault_state')?.commit_seq ?? 0;
  const followHead = (): void => {
    const head: Head = {
      commitSeq: seq(),
      epoch: vault.epoch,
      chainHead: chain.head,
      slotsHash: vault.slots.slotsHash,
      slotsGeneration: vault.slots.generation,
    };
    index = writeHead(headFile, index, head, keys.headMac);
    isHeadBehind = false;
  };
  const vault: OpenVault = {
    place,
    db,
    chain,
    keys,
    vaultId: identity.vaultId,
    vaultKey: identity.vaultKey,
    databaseSalt: identity.databaseSalt,
    epoch: identity.epoch,
    earlier: earlierKeys(db),
    slots: identity.slots,
    commitSeq: seq,
    commit: (work) => {
      // Never more than one ahead of the head: two would read as an older head that was put back.
      if (isHeadBehind) followHead();
      try {
        const result = db.transaction(() => {
          const value = work();
          db.run('UPDATE vault_state SET commit_seq = commit_seq + 1, slots_generation = ?, slots_hash = ?', [
            vault.slots.generation,
            vault.slots.slotsHash,
          ]);
          return value;
        });
        isHeadBehind = true;
        tryTwice(followHead);
        return result;
      } catch (error) {
        chain.reload(db);
        throw error;
      }
    },
    verify: () => verifyVault(db, auditKeys(db, identity.vaultId, { epoch: identity.epoch, auditMac: keys.auditMac })),
    close: () => {
      // A disk that refuses this must keep nobody from locking: what is in the log stays whole, and a note too old stops no one.
      if (isHeadBehind) tryTwice(followHead);
      tryOnce(() => writeLastSeen(place, identity.vaultId, { commitSeq: seq(), epoch: identity.epoch }));
      tryOnce(() => db.pragma('wal_checkpoint(TRUNCATE)'));
      tryOnce(() => closeSync(headFile));
      tryOnce(() => db.close());
      wipe(identity.vaultKey, keys.auditMac, keys.headMac, ...vault.earlier.map(({ vaultKey }) => vaultKey));
    },
  };
  return vault;
}

/**
 * The database is what says that something is saved, and it has said so: when the head cannot follow even at the second try, nothing
 * is taken back, and nothing more is saved until it has followed.
 */
const tryTwice = (work: () => void): void => void (tryOnce(work) || tryOnce(work));

/** False when the disk refused; anything else is a bug and passes through. */
function tryOnce(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (diskErrorCode(error) !== null) return false;
    throw error;
  }
}
