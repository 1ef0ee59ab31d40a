// Older backups of this vault go from a place once a new one there was read back: a stick that is full makes no backup, and what was
// erased since lies in every older one. The new one stays, and so does whatever our own key does not vouch for.
import { generationsKept } from '#shared/records/backup-rule';
import { findBackups, isOwn, type OwnBackup } from './backup-folder.ts';
import type { LocalVault } from './local-vault.ts';
import { removeFolderOutside } from '../removable/remove-outside.ts';
import { flushFolder, type Medium } from '../removable/write-outside.ts';

/**
 * Takes away what no generation keeps, and says what went. `newest` is the name of the backup that was just read back: unless it lies
 * there, everything stays. A place that can no longer be written is
 * left as it is: the new backup is whole, and the next one clears.
 */
export async function clearOlder(
  medium: Medium,
  folder: string,
  { local, newest }: { readonly local: LocalVault; readonly newest: string },
): Promise<OwnBackup[]> {
  const gone: OwnBackup[] = [];
  try {
    const own = (await findBackups(folder, local)).filter(isOwn);
    const made = own.find(({ name }) => name === newest);
    if (made === undefined) return [];
    const kept = generationsKept(own);
    for (const one of own) {
      if (kept.has(one) || one === made) continue;
      await removeFolderOutside(folder, one.name);
      gone.push(one);
    }
    if (gone.length > 0) await flushFolder(medium, folder);
  } catch {
    // Told by what stays there.
  }
  return gone;
}
