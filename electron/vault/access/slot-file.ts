// Changing who can open the vault: the slot files are written first, the database records their hash in the same commit as the
// people. A crash in between leaves newer slots, which the next unlock recognises by their MAC and adopts.
import { VaultError } from '#shared/contract/errors';
import type { WritableDb } from '../database/sql.ts';
import { readIfPresent, replaceFile, writeSlotFiles } from '../keys/atomic-file.ts';
import type { NewSlot } from '../keys/slot-keys.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import { decodeSlots, encodeSlots, slotFileLimit, slotsHash, slotsVouchedBy, type SlotFile } from '../keys/slots.ts';
import type { KeyTools } from '../keys/kdf.ts';
import { judgeGeneration, type SlotCopies } from '../keys/unlock.ts';
import type { OpenVault } from '../open-vault.ts';
import type { VaultFolder } from '../vault-folder.ts';

export function readSlotCopies(place: VaultFolder): SlotCopies {
  return { bin: readIfPresent(place.slots, slotFileLimit), bak: readIfPresent(place.slotsCopy, slotFileLimit) };
}

export interface CurrentSlots {
  readonly file: SlotFile;
  readonly bytes: Uint8Array;
}

/**
 * The slots of the open vault as they lie on the disk. Throws `slots-damaged` when the vault does not vouch for them, and
 * `slots-rolled-back` for an older file put back under it. A newer one is ours: its commit was cut off.
 */
export function currentSlots(vault: OpenVault, tools: KeyTools): CurrentSlots {
  const bytes = readIfPresent(vault.place.slots, slotFileLimit);
  if (bytes === null || !slotsVouchedBy(bytes, vault.vaultKey, vault.vaultId)) throw new VaultError('slots-damaged');
  const file = decodeSlots(bytes, tools.policy);
  judgeGeneration({ file, bytes }, vault.slots);
  return { file, bytes };
}

/** Writes slots of the next generation and tells the vault; the caller commits the people in the same breath. */
export function writeSlots(
  vault: OpenVault,
  tools: KeyTools,
  change: (slots: readonly KeySlot[]) => readonly KeySlot[],
): void {
  const { file: before, bytes: bytesBefore } = currentSlots(vault, tools);
  const generation = before.generation + 1;
  const bytes = encodeSlots({ ...before, generation, keySlots: change(before.keySlots) }, vault.vaultKey);
  try {
    writeSlotFiles(vault.place.folder, bytes);
  } catch (error) {
    putBack(vault.place, bytesBefore);
    throw error;
  }
  vault.slots = { generation, slotsHash: slotsHash(bytes) };
}

/** What is refused must not have happened: a first copy that was written before the second failed would count. */
function putBack({ slots, slotsCopy }: VaultFolder, bytes: Uint8Array): void {
  for (const file of [slots, slotsCopy]) {
    const found = readIfPresent(file, slotFileLimit);
    if (found !== null && Buffer.compare(found, bytes) !== 0) replaceFile(file, bytes);
  }
}

/**
 * Before a slot gets another root: from here until its new secret is kept, nobody seals to it. A run that is cut off in between leaves no
 * secret that belongs to another root than the one in the file; its owner brings hers back when she signs in (unlock.ts).
 */
export function forgetSecret(db: WritableDb, slotId: Uint8Array): void {
  db.run('UPDATE slot_secret SET seal_secret = zeroblob(32) WHERE slot_id = ?', [slotId]);
}

export const sameId = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** For `writeSlots`: this slot in the place of the one with its number, or as one more. */
export const withSlot =
  (next: KeySlot) =>
  (slots: readonly KeySlot[]): readonly KeySlot[] => [...slots.filter(({ id }) => !sameId(id, next.id)), next];

/** What the vault must know of a slot to seal a new vault key to it, without its owner. */
export function keepSecret({ db }: Pick<OpenVault, 'db'>, slot: Pick<NewSlot, 'keySlot' | 'sealSecret'>): void {
  db.run(
    'INSERT INTO slot_secret (slot_id, seal_secret) VALUES (?, ?) ON CONFLICT (slot_id) DO UPDATE SET seal_secret = excluded.seal_secret',
    [slot.keySlot.id, slot.sealSecret],
  );
}
