// A new vault key when somebody was removed: the database is written anew under it, proven, and put in place of the old one. What
// decides is slots.bin: before it is replaced, everything is as it was; after it, the new database takes its place, at the latest at
// the next unlock. No moment in between leaves a vault that opens with neither.
import { VaultError } from '#shared/contract/errors';
import { verifyVault } from '../audit/verify-vault.ts';
import { openChain } from '../audit/chain.ts';
import type { Signer } from '../audit/signing.ts';
import { attachCopy, detachCopy, exportToCopy } from '../database/attached-copy.ts';
import { asDamage, openDatabase } from '../database/open.ts';
import type { Connection, ReadableDb } from '../database/sql.ts';
import { auditKeys } from '../epoch-keys.ts';
import { keepListBeside } from '../erasure/settle.ts';
import { replaceFile, writeSlotFiles } from '../keys/atomic-file.ts';
import { databaseKey, deriveVaultKeys, type VaultKeys } from '../keys/derived-keys.ts';
import { newHeadFile } from '../keys/head.ts';
import type { KeyTools } from '../keys/kdf.ts';
import { resealSlot } from '../keys/slot-keys.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import { encodeSlots, slotsHash } from '../keys/slots.ts';
import { wipe } from '../keys/wipe.ts';
import { dropNext, isClaimed, takePlace } from '../next-files.ts';
import { type OpenVault, openVaultFiles, type SlotsMark } from '../open-vault.ts';
import { codeOf } from '../backup/copy-database.ts';
import { createEmpty, flushNow } from '../removable/whole-file.ts';
import type { Session } from '../session.ts';
import { readLastSeen } from '../vault-folder.ts';
import { currentSlots, sameId } from './slot-file.ts';

const ACTION = 'vaultKey.renew';

/** Somebody was removed since this vault got its key. */
export const isKeyDue = (db: ReadableDb): boolean =>
  db.get<{ due: number }>('SELECT key_due AS due FROM vault_state')?.due === 1;

/**
 * Gives the open vault a new key and every colleague who is left the way to it; nobody's passphrase is needed. Nothing can be saved
 * meanwhile (a second for 200 MB). Throws `already-running` while other long work reads the old file, `disk-full`,
 * `disk-failing`, `vault-damaged` when the new database is not the same as the old; all is as it was then, and the key stays due.
 */
export function renewKey(session: Session): void {
  if (session.tasksRunning() > 1) throw new VaultError('already-running');
  const { vault, ...person } = session.opened();
  const next = nextOf(vault, session.settings.tools);
  try {
    buildNext(vault, next, { at: session.settings.now(), staffId: person.person.id, signer: person.signer });
    writeSlotFiles(vault.place.folder, next.slotsBytes);
  } catch (error) {
    if (!isClaimed(vault.place, next.slotsBytes)) dropNext(vault.place);
    throw asRefusal(error);
  }
  const { place, vaultId } = vault;
  session.leave();
  takePlace(place, vaultId, next.vaultKey);
  session.enter({ ...person, vault: openVaultFiles(place, { ...next, vaultId, judge: () => 'same' }) });
  keepListBeside(session);
}

/** Tried again at every unlock until it goes: a full disk must keep nobody out. */
export function renewIfDue(session: Session): void {
  if (!isKeyDue(session.opened().vault.db)) return;
  try {
    renewKey(session);
  } catch (error) {
    if (!session.isOpen()) throw error;
    session.settings.log({ event: 'key-not-renewed', detail: error instanceof VaultError ? error.code : 'internal' });
  }
}

interface By {
  readonly at: number;
  readonly staffId: string;
  readonly signer: Signer | null;
}

interface Next {
  readonly epoch: number;
  /** 32 random bytes. */
  readonly vaultKey: Uint8Array;
  readonly keys: VaultKeys;
  readonly slotsBytes: Uint8Array;
  readonly slots: SlotsMark;
  /** Of the new database file. */
  readonly salt: Uint8Array;
}

function nextOf(vault: OpenVault, tools: KeyTools): Next {
  const { file } = currentSlots(vault, tools);
  const epoch = Math.max(vault.epoch, readLastSeen(vault.place, vault.vaultId).epoch) + 1;
  const generation = file.generation + 1;
  const vaultKey = Uint8Array.from(tools.randomBytes(32));
  const secretOf = secretsIn(vault.db);
  const keySlots = file.keySlots
    .filter(isSomebodys(vault.db))
    .map((slot) => resealSlot(slot, { vaultId: vault.vaultId, epoch, vaultKey, sealSecret: secretOf(slot) }, tools));
  const slotsBytes = encodeSlots({ ...file, epoch, generation, keySlots }, vaultKey);
  return {
    epoch,
    vaultKey,
    keys: deriveVaultKeys(vaultKey, vault.vaultId),
    slotsBytes,
    slots: { generation, slotsHash: slotsHash(slotsBytes) },
    salt: Uint8Array.from(tools.randomBytes(16)),
  };
}

/**
 * A slot that was written when its making was cut off, and that no commit tells of: nobody was ever told what opens it, or nobody is behind
 * it. It has no secret, not even a lost one, and is left behind with the old key.
 */
function isSomebodys(db: Connection): (slot: KeySlot) => boolean {
  const rows = db.all<{ id: Uint8Array }>(
    'SELECT slot_id AS id FROM slot_secret UNION SELECT slot_id FROM staff_member',
  );
  return (slot) => rows.some(({ id }) => sameId(id, slot.id));
}

/** Without its secret a slot cannot be sealed to, and its owner would be shut out: then nothing is renewed. */
function secretsIn(db: Connection): (slot: KeySlot) => Uint8Array {
  const rows = db.all<{ id: Uint8Array; secret: Uint8Array }>(
    'SELECT slot_id AS id, seal_secret AS secret FROM slot_secret',
  );
  return (slot) => {
    const secret = rows.find(({ id }) => sameId(id, slot.id))?.secret;
    // All zero after a salvage that did not find it: its owner brings it back when she next signs in (unlock.ts).
    if (secret === undefined || secret.every((byte) => byte === 0))
      throw new VaultError('rule-broken', { rule: 'key-waits-for-colleague' });
    return secret;
  };
}

/** Database and head of the next epoch, whole, proven and flushed, under names that nobody opens yet. */
function buildNext(vault: OpenVault, next: Next, by: By): void {
  const { place, db } = vault;
  dropNext(place);
  createEmpty(place.nextDatabase);
  const key = databaseKey(next.vaultKey, vault.vaultId, next.salt);
  copyInto(db, place.nextDatabase, key, next.salt);
  const copy = openDatabase(place.nextDatabase, key);
  wipe(key);
  try {
    const head = beginEpoch(copy, vault, next, by);
    replaceFile(place.nextHead, newHeadFile(head, next.keys.headMac));
  } finally {
    copy.pragma('wal_checkpoint(TRUNCATE)');
    copy.close();
  }
  flushNow(place.nextDatabase);
  proveNext(vault, next);
  // The log of the old file must be empty before a new file takes its name: it would be read into it.
  if (db.pragma('wal_checkpoint(TRUNCATE)') !== 0) throw new VaultError('already-running');
}

/** As the next unlock will find it, after the last flush and through a connection of its own: what is claimed next has no way back. */
function proveNext({ place, vaultId }: OpenVault, { vaultKey, salt, epoch, keys }: Next): void {
  const key = databaseKey(vaultKey, vaultId, salt);
  const there = openDatabase(place.nextDatabase, key);
  wipe(key);
  try {
    verifyVault(there, auditKeys(there, vaultId, { epoch, auditMac: keys.auditMac }));
  } finally {
    there.close();
  }
}

function copyInto(db: Connection, file: string, key: Uint8Array, salt: Uint8Array): void {
  attachCopy(db, file, key, salt);
  try {
    db.transaction(() => exportToCopy(db));
  } finally {
    detachCopy(db);
  }
}

function asRefusal(error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof VaultError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new VaultError('disk-full');
  return code.startsWith('SQLITE') ? asDamage(error) : error;
}

/** The first commit of the new epoch: it keeps the key of the one before, and its entry goes on from the last of that one. */
function beginEpoch(copy: Connection, { vaultKey, epoch }: OpenVault, next: Next, { signer, ...by }: By) {
  const chain = openChain(copy, next.keys.auditMac, next.epoch);
  chain.signAs(signer);
  const { generation, slotsHash: hash } = next.slots;
  copy.transaction(() => {
    copy.run('INSERT INTO epoch_key (epoch, vault_key) VALUES (?, ?)', [epoch, vaultKey]);
    chain.append(copy, { ...by, action: ACTION, detail: `epoch:${next.epoch}` });
    copy.run(
      `UPDATE vault_state SET epoch = ?, commit_seq = commit_seq + 1, slots_generation = ?, slots_hash = ?, key_due = 0`,
      [next.epoch, generation, hash],
    );
  });
  const commitSeq = copy.get<{ seq: number }>('SELECT commit_seq AS seq FROM vault_state')?.seq ?? 0;
  return { commitSeq, epoch: next.epoch, chainHead: chain.head, slotsHash: hash, slotsGeneration: generation };
}
