// The files of the next epoch, from the moment they are written until they have the names of the vault's own (keys/README.md, "A new
// vault key"). Every step may be cut off; which key opens what says how far it had come.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { VaultError } from '#shared/contract/errors';
import { openDatabase, saltOf } from './database/open.ts';
import { flushFolder, readIfPresent } from './keys/atomic-file.ts';
import { databaseKey, deriveVaultKeys } from './keys/derived-keys.ts';
import { headFileLength, readHead } from './keys/head.ts';
import { wipe } from './keys/wipe.ts';
import type { VaultFolder } from './vault-folder.ts';

/** One of the slot files is the new one: from here on only the new database opens. */
export const isClaimed = (place: VaultFolder, slots: Uint8Array): boolean =>
  [place.slots, place.slotsCopy].some((file) => {
    const there = readIfPresent(file, slots.length);
    return there !== null && Buffer.compare(there, slots) === 0;
  });

/**
 * What the slots that were just opened have claimed takes its place: after a renewal, and before an unlock when a renewal was cut off.
 * Nothing moves that this vault key does not open. No database of this vault may be open.
 */
export function takePlace(place: VaultFolder, vaultId: Uint8Array, vaultKey: Uint8Array): void {
  if (opensWith(place.nextDatabase, vaultId, vaultKey) && !opensWith(place.database, vaultId, vaultKey)) {
    for (const beside of ['-wal', '-shm']) rmSync(`${place.database}${beside}`, { force: true });
    renameSync(place.nextDatabase, place.database);
  }
  const { headMac, auditMac } = deriveVaultKeys(vaultKey, vaultId);
  const head = readIfPresent(place.nextHead, headFileLength);
  if (head !== null && readHead(head, headMac).newest !== null) renameSync(place.nextHead, place.head);
  wipe(headMac, auditMac);
  flushFolder(place.folder);
}

function opensWith(file: string, vaultId: Uint8Array, vaultKey: Uint8Array): boolean {
  if (!existsSync(file)) return false;
  try {
    const key = databaseKey(vaultKey, vaultId, saltOf(file));
    openDatabase(file, key).close();
    wipe(key);
    return true;
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
}

/** What a renewal that never was claimed left behind. */
export function dropNext(place: VaultFolder): void {
  for (const file of [place.nextHead, place.nextDatabase]) {
    for (const end of ['', '-wal', '-shm', '-journal', '.part']) rmSync(`${file}${end}`, { force: true });
  }
}
