// Where the list of erased cases lies: beside the vault, outside its folder, so that it stays when an older folder is put back;
// and twice on a medium, written by turns, so that one whole list is there whenever a stick is pulled.
import { dirname, join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { DAY } from '#shared/time';
import { readIfPresent, replaceFile } from '../keys/atomic-file.ts';
import { readOutside } from '../removable/open-outside.ts';
import { removeOutside } from '../removable/remove-outside.ts';
import { type Medium, writeOutside } from '../removable/write-outside.ts';
import type { VaultFolder } from '../vault-folder.ts';
import type { KeyedVault } from './case-key.ts';
import { decodeList, encodeList, type ErasedList, joined, LIST_LIMIT } from './erased-list.ts';

/** Two vaults that meet on one stick keep their lists apart. */
const markOf = ({ vaultId }: KeyedVault): string => Buffer.from(vaultId).toString('hex').slice(0, 8);

const besideOf = (place: VaultFolder, vault: KeyedVault): string =>
  join(dirname(place.folder), `Records.list-${markOf(vault)}`);

const namesOn = (vault: KeyedVault): readonly [string, string] => [
  `backup-list-${markOf(vault)}-1.json`,
  `backup-list-${markOf(vault)}-2.json`,
];

/** Null when there is none, or none that is whole. */
export function listBeside(place: VaultFolder, vault: KeyedVault): ErasedList | null {
  const bytes = readIfPresent(besideOf(place, vault), LIST_LIMIT);
  return bytes === null ? null : decodeList(bytes, vault);
}

/** Writes what is new, and once a day that nothing is: how old the list is says how much it can know. */
export function keepBeside(place: VaultFolder, vault: KeyedVault, list: ErasedList): void {
  const there = listBeside(place, vault);
  const whole = joined([...(there === null ? [] : [there]), list]) ?? list;
  const said = ({ entries, parts }: ErasedList): string => JSON.stringify([entries, parts]);
  const isKnown = there !== null && said(there) === said(whole);
  if (isKnown && list.writtenAt - there.writtenAt < DAY) return;
  replaceFile(besideOf(place, vault), encodeList(whole, vault));
}

/** Every whole list of this vault in a folder. Errors: those of reading a stick, but not that a list is missing. */
export async function listsOn(folder: string, vault: KeyedVault): Promise<ErasedList[]> {
  const found: ErasedList[] = [];
  for (const name of namesOn(vault)) {
    const list = await listAt(folder, name, vault);
    if (list !== null) found.push(list);
  }
  return found;
}

async function listAt(folder: string, name: string, vault: KeyedVault): Promise<ErasedList | null> {
  try {
    return decodeList((await readOutside({ folder, names: [name], limit: LIST_LIMIT })).content, vault);
  } catch (error) {
    const isOnlyMissing =
      error instanceof VaultError && ['file-gone', 'not-a-regular-file', 'file-too-big'].includes(error.code);
    if (isOnlyMissing) return null;
    throw error;
  }
}

/** Adds to what a medium knows; the list that was there stays until the new one was read back. Errors: those of writing outside. */
export async function keepOn(medium: Medium, folder: string, vault: KeyedVault, list: ErasedList): Promise<void> {
  const [one, other] = namesOn(vault);
  const [first, second] = [await listAt(folder, one, vault), await listAt(folder, other, vault)];
  const whole = joined([first, second, list].filter((known) => known !== null)) ?? list;
  const name = first !== null && (second === null || second.writtenAt < first.writtenAt) ? other : one;
  await removeOutside(folder, name);
  const bytes = encodeList(whole, vault);
  const source = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  await writeOutside(medium, { folder, name, bytes: bytes.length }, source);
}
