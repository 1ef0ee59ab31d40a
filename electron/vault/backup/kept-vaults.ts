// Vaults that a restore put aside on this computer: they open with the passphrases of their time until somebody takes them away.
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { flushFolder } from '../keys/atomic-file.ts';
import type { VaultFolder } from '../vault-folder.ts';
import { isRestoreWaiting, KEPT } from './restore-marker.ts';

export function keptVaults(place: VaultFolder): { readonly name: string; readonly day: string }[] {
  return namesIn(dirname(place.folder))
    .flatMap((name) => {
      const day = KEPT.exec(name)?.[1];
      return day === undefined ? [] : [{ name, day }];
    })
    .sort((one, other) => other.name.localeCompare(one.name, 'en', { numeric: true }));
}

/** Throws `not-found` for a name that is none of them, `restore-waiting` while one of them may still be wanted back. */
export function destroyKept(place: VaultFolder, name: string): void {
  if (isRestoreWaiting(place)) throw new VaultError('restore-waiting');
  if (!keptVaults(place).some((kept) => kept.name === name)) throw new VaultError('not-found');
  const dataDir = dirname(place.folder);
  rmSync(join(dataDir, name), { recursive: true, force: true });
  flushFolder(dataDir);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no folder, nothing put aside
  }
}
