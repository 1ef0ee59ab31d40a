// Older backups of this vault go from a place once a new one there was read back: a stick that is full makes no backup, and what was
// erased since lies in every older one. The new one stays, and so does whatever our own key does not vouch for.
import { generationsKept } from '#shared/records/backup-rule';
import type { OwnBackup } from './backup-folder.ts';
import { removeFolderOutside } from '../removable/remove-outside.ts';
import { flushFolder, type Medium } from '../removable/write-outside.ts';

/**
 * Takes away what no generation keeps, and says what went. `earlier` lay there before `made`, which was just read back and always stays. A
 * place that can no longer be written is left as it is: the new backup is whole, and the next one clears.
 */
export async function clearOlder(
  medium: Medium,
  folder: string,
  earlier: readonly OwnBackup[],
  made: { readonly createdAt: number },
): Promise<OwnBackup[]> {
  const kept = generationsKept([made, ...earlier]);
  const gone: OwnBackup[] = [];
  try {
    for (const one of earlier) {
      if (kept.has(one)) continue;
      await removeFolderOutside(folder, one.name);
      gone.push(one);
    }
    if (gone.length > 0) await flushFolder(medium, folder);
  } catch {
    // Told by what stays there.
  }
  return gone;
}
