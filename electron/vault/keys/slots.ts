// The file format of `slots.bin` (FORMATS.md §3): canonical, big-endian, fixed widths; anything else is refused, never repaired.
// Two seals: an HMAC under the vault key (nobody without the key can change a byte) and a plain SHA-256 (damage shows without it).
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { headerMacKey } from './derived-keys.ts';
import type { KdfPolicy } from './kdf.ts';
import { bySlotId, encodeKeySlot, type KeySlot, keySlotLength, readKeySlot } from './slot-layout.ts';
import { wipe } from './wipe.ts';

export interface SlotFile {
  /** 16 random bytes, fixed for the life of the vault. */
  readonly vaultId: Uint8Array;
  /** Rises by one with every new vault key; from 1. */
  readonly epoch: number;
  /** Rises by one with every change of this file; from 1. */
  readonly generation: number;
  /** 1 to 64, ascending by id. */
  readonly keySlots: readonly KeySlot[];
}

const magic = Buffer.from('CVKS', 'ascii');
const version = 1;
const headerLength = 32;
const sealLength = 32;
const mostSlots = 64;
/** The longest file worth reading, in bytes: sixteen times the longest of this version, so that a later version is recognised. */
export const slotFileLimit = 16 * (headerLength + mostSlots * keySlotLength + 2 * sealLength);

/** The bytes of `slots.bin`, sorted and sealed with the vault key. */
export function encodeSlots(file: SlotFile, vaultKey: Uint8Array): Uint8Array {
  const keySlots = file.keySlots.toSorted(bySlotId);
  const header = encodeHeader(file, keySlots.length);
  const body = Buffer.concat([header, ...keySlots.map(encodeKeySlot)]);
  const vouched = Buffer.concat([body, headerMac(body, vaultKey, file.vaultId)]);
  return new Uint8Array(Buffer.concat([vouched, sha256(vouched)]));
}

/**
 * Reads `slots.bin`. Throws `slots-damaged` when a byte is wrong, `vault-from-the-future` when the file is whole but of a later
 * version, `slots-policy` when a slot asks for Argon2id work outside the policy. Says nothing yet about who wrote the file.
 */
export function decodeSlots(bytes: Uint8Array, policy: KdfPolicy): SlotFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUndamaged(file)) throw new VaultError('slots-damaged');
  const found = file.readUInt16BE(4);
  if (found !== version) throw new VaultError(found > version ? 'vault-from-the-future' : 'slots-damaged');
  const count = file.readUInt16BE(30);
  if (count < 1 || count > mostSlots || file.length !== lengthWith(count)) throw new VaultError('slots-damaged');
  const keySlots = Array.from({ length: count }, (_, index) => {
    const start = headerLength + index * keySlotLength;
    return readKeySlot(file.subarray(start, start + keySlotLength), policy);
  });
  const decoded = { ...readNumbers(file), vaultId: new Uint8Array(file.subarray(6, 22)), keySlots };
  if (!isCanonical(decoded)) throw new VaultError('slots-damaged');
  return decoded;
}

/** Whether the holder of this vault key wrote these bytes. Only then may anything in them be believed. */
export function slotsVouchedBy(bytes: Uint8Array, vaultKey: Uint8Array, vaultId: Uint8Array): boolean {
  const seals = bytes.length - 2 * sealLength;
  if (seals < headerLength) return false;
  const expected = headerMac(bytes.subarray(0, seals), vaultKey, vaultId);
  return timingSafeEqual(expected, bytes.subarray(seals, seals + sealLength));
}

/** The identity of one state of the file: its closing SHA-256, 32 bytes. Kept in the database, the head and every backup. */
export function slotsHash(bytes: Uint8Array): Uint8Array {
  return bytes.slice(bytes.length - sealLength);
}

/** Whether these bytes are a whole file of exactly that state, and not only end as it does. */
export const isSlotsOf = (bytes: Uint8Array, hash: Uint8Array): boolean =>
  isUndamaged(Buffer.from(bytes)) && Buffer.compare(slotsHash(bytes), hash) === 0;

/** In every version the file begins with magic and version and ends with the SHA-256 of all before it. */
function isUndamaged(file: Buffer): boolean {
  if (file.length < headerLength + 2 * sealLength || file.length > slotFileLimit) return false;
  if (!file.subarray(0, 4).equals(magic)) return false;
  const end = file.length - sealLength;
  return sha256(file.subarray(0, end)).equals(file.subarray(end));
}

function isCanonical(file: SlotFile): boolean {
  const ascending = file.keySlots.every((keySlot, index) => {
    const previous = file.keySlots[index - 1];
    return previous === undefined || bySlotId(previous, keySlot) < 0;
  });
  return ascending && file.epoch >= 1 && file.generation >= 1;
}

function encodeHeader(file: SlotFile, count: number): Buffer {
  if (count < 1 || count > mostSlots) throw new RangeError('a vault has 1 to 64 key slots');
  if (file.vaultId.length !== 16) throw new RangeError('a vault id has 16 bytes');
  const header = Buffer.alloc(headerLength);
  magic.copy(header, 0);
  header.writeUInt16BE(version, 4);
  header.set(file.vaultId, 6);
  header.writeUInt32BE(file.epoch, 22);
  header.writeUInt32BE(file.generation, 26);
  header.writeUInt16BE(count, 30);
  return header;
}

function readNumbers(file: Buffer): { readonly epoch: number; readonly generation: number } {
  return { epoch: file.readUInt32BE(22), generation: file.readUInt32BE(26) };
}

function headerMac(body: Uint8Array, vaultKey: Uint8Array, vaultId: Uint8Array): Buffer {
  const key = headerMacKey(vaultKey, vaultId);
  const mac = createHmac('sha256', key).update(body).digest();
  wipe(key);
  return mac;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function lengthWith(count: number): number {
  return headerLength + count * keySlotLength + 2 * sealLength;
}
