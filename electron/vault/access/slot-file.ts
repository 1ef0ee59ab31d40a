// Changing who can open the vault: the slot files are written first, the database records their hash in the same commit as the
// people. A crash in between leaves newer slots, which the next unlock recognises by their MAC and adopts.
import { VaultError } from '#shared/contract/errors';
import { readIfPresent, writeSlotFiles } from '../keys/atomic-file.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import { decodeSlots, encodeSlots, slotsHash, slotsVouchedBy, type SlotFile } from '../keys/slots.ts';
import type { KeyTools } from '../keys/kdf.ts';
import type { OpenVault } from '../open-vault.ts';
import type { VaultFolder } from '../vault-folder.ts';

/** 64 slots of under 300 bytes fit well; more is not a slots file. */
const MAX_SLOT_FILE = 64 * 1024;

export interface SlotCopies {
  readonly bin: Uint8Array | null;
  readonly bak: Uint8Array | null;
}

export function readSlotCopies(place: VaultFolder): SlotCopies {
  return { bin: readIfPresent(place.slots, MAX_SLOT_FILE), bak: readIfPresent(place.slotsCopy, MAX_SLOT_FILE) };
}

/** The slots of the open vault. Throws `slots-damaged` when the file on disk is not the one this vault vouches for. */
export function currentSlots(vault: OpenVault, tools: KeyTools): SlotFile {
  const bytes = readIfPresent(vault.place.slots, MAX_SLOT_FILE);
  if (bytes === null || !slotsVouchedBy(bytes, vault.vaultKey, vault.vaultId)) throw new VaultError('slots-damaged');
  return decodeSlots(bytes, tools.policy);
}

/** Writes slots of the next generation and tells the vault; the caller commits the people in the same breath. */
export function writeSlots(
  vault: OpenVault,
  tools: KeyTools,
  change: (slots: readonly KeySlot[]) => readonly KeySlot[],
): void {
  const before = currentSlots(vault, tools);
  const generation = before.generation + 1;
  const bytes = encodeSlots({ ...before, generation, keySlots: change(before.keySlots) }, vault.vaultKey);
  writeSlotFiles(vault.place.folder, bytes);
  vault.slots = { generation, slotsHash: slotsHash(bytes) };
}

export const sameId = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
