// Before a backup is brought back: every list of erased cases that can be read, on this computer, beside the backup, and where
// somebody said to look as well.
import type { AuthenticatedBackup } from '../backup/authenticated-backup.ts';
import { unhex } from '../backup/manifest.ts';
import type { VaultFolder } from '../vault-folder.ts';
import { type ErasedList, joined } from './erased-list.ts';
import { listBeside, listsOn } from './kept-list.ts';

/** Null when there is none of this vault. Errors: those of reading a stick. */
export async function listWithinReach(
  { unlocked, facts, place: from }: AuthenticatedBackup,
  place: VaultFolder,
  folders: readonly string[],
): Promise<ErasedList | null> {
  const vault = { vaultKey: unlocked.opened.vaultKey, vaultId: unhex(facts.vaultId), earlier: [] };
  const beside = listBeside(place, vault);
  const lists = beside === null ? [] : [beside];
  for (const folder of new Set([from.folder, ...folders])) lists.push(...(await listsOn(folder, vault)));
  return joined(lists);
}
