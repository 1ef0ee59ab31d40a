// Colleagues who were removed after a backup was made: in it their key slots still open the records. Told by the key slots of this
// computer, or those of a later backup beside it; both are read without any key, and a name only out of the backup itself.
import { readSlotCopies } from '../access/slot-file.ts';
import { openUntouched } from '../database/open.ts';
import type { KdfPolicy, KeyTools } from '../keys/kdf.ts';
import { decodeSlots, type SlotFile } from '../keys/slots.ts';
import { withPrivateFolder } from '../removable/private-folder.ts';
import { readLastSeen, type VaultFolder } from '../vault-folder.ts';
import { dirname } from 'node:path';
import type { AuthenticatedBackup } from './authenticated-backup.ts';
import { readManifestAt, readSlotsAt } from './authenticated-backup.ts';
import { namesOfBackups } from './backup-folder.ts';
import { toHex } from './copy-database.ts';

/** Ids of key slots, in lower-case hex, that the backup has and the newest state within reach has not. */
export async function returnedSlots(
  backup: AuthenticatedBackup,
  place: VaultFolder,
  tools: KeyTools,
): Promise<ReadonlySet<string>> {
  const now = slotsHere(backup, place, tools.policy) ?? (await slotsOfLater(backup, tools));
  if (now === null) return new Set();
  const there = new Set(now.keySlots.map(({ id }) => toHex(id)));
  const staff = backup.unlocked.file.keySlots.filter(({ type }) => type === 'user').map(({ id }) => toHex(id));
  return new Set(staff.filter((id) => !there.has(id)));
}

/** Those of this computer, when they are of the same vault and newer. */
function slotsHere({ facts }: AuthenticatedBackup, place: VaultFolder, policy: KdfPolicy): SlotFile | null {
  const copies = readSlotCopies(place);
  const files = [copies.bin, copies.bak].flatMap((bytes) => (bytes === null ? [] : readable(bytes, policy)));
  const ours = files.filter(({ vaultId }) => toHex(vaultId) === facts.vaultId);
  const [newest] = ours.toSorted((one, other) => other.generation - one.generation);
  if (newest === undefined) return null;
  const isLater = readLastSeen(place, newest.vaultId).commitSeq > facts.commitSeq;
  return isLater && newest.generation > facts.slotsGeneration ? newest : null;
}

function readable(bytes: Uint8Array, policy: KdfPolicy): SlotFile[] {
  try {
    return [decodeSlots(bytes, policy)];
  } catch {
    return []; // damaged: it says nothing
  }
}

/** Those of the latest backup of this vault in the same folder. One that cannot be read says nothing. */
async function slotsOfLater({ facts, place }: AuthenticatedBackup, tools: KeyTools): Promise<SlotFile | null> {
  let latest = { commitSeq: facts.commitSeq, file: null as SlotFile | null };
  for (const name of await namesOfBackups(place.folder)) {
    const other = { folder: place.folder, name };
    const manifest = await readManifestAt(other).catch(() => null);
    if (manifest === null || manifest.facts.vaultId !== facts.vaultId) continue;
    if (manifest.facts.commitSeq <= latest.commitSeq) continue;
    const slots = await readSlotsAt(other, manifest, tools).catch(() => null);
    if (slots !== null) latest = { commitSeq: manifest.facts.commitSeq, file: decodeSlots(slots, tools.policy) };
  }
  return latest.file;
}

/** What the backup calls them. It is copied to a private place for this, so only a backup that brings somebody back is asked. */
export async function namesOfReturned(
  backup: AuthenticatedBackup,
  slots: ReadonlySet<string>,
  place: VaultFolder,
): Promise<string[]> {
  if (slots.size === 0) return [];
  return withPrivateFolder(dirname(place.folder), async (room) => {
    const { file, salt } = await backup.bringIn(room, undefined, () => undefined);
    const db = openUntouched(file, backup.databaseKey(), salt);
    try {
      const rows = db.all<{ name: string; slot: Uint8Array }>(
        'SELECT name, slot_id AS slot FROM staff_member WHERE disabled_at IS NULL ORDER BY name',
      );
      return rows.filter(({ slot }) => slots.has(toHex(slot))).map(({ name }) => name);
    } finally {
      db.close();
    }
  });
}
