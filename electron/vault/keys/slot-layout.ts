// One key slot as 247 bytes (FORMATS.md §3). Unknown types and flags are refused: no best effort with keys.
import { VaultError } from '#shared/contract/errors';
import { isWithinPolicy, type KdfCost, type KdfPolicy } from './kdf.ts';

export type SlotType = 'user' | 'recovery-code' | 'trustee-quorum';

/** Fixed before anything is encrypted. */
export interface SlotParameters {
  readonly type: SlotType;
  /** 16 bytes; found from the sign-in name or the recovery code (slot-keys.ts). */
  readonly id: Uint8Array;
  /** The key of this slot also needs a key file of 32 bytes. */
  readonly needsKeyFile: boolean;
  readonly cost: KdfCost;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  /** 12 bytes, for `sealedRoot`. */
  readonly nonce: Uint8Array;
}

/** A slot that lacks only the vault key. */
export interface UnsealedSlot extends SlotParameters {
  /** User root under the slot's key-encryption key, AES-256-GCM: 32 + 16 bytes. */
  readonly sealedRoot: Uint8Array;
  readonly publicX: Uint8Array;
  readonly publicEd: Uint8Array;
  /** Public half of the X25519 key made for this one sealing. */
  readonly ephemeral: Uint8Array;
}

export interface KeySlot extends UnsealedSlot {
  /** Vault key sealed to `publicX`, AES-256-GCM: 32 + 16 bytes. */
  readonly sealedKey: Uint8Array;
}

export const keySlotLength = 247;
const slotTypes: ReadonlyMap<number, SlotType> = new Map([
  [1, 'user'],
  [2, 'recovery-code'],
  [3, 'trustee-quorum'],
]);
const keyFileFlag = 0x01;
const parametersLength = 55;

/** The first 55 bytes: all that is fixed before anything is sealed. */
export function encodeParameters(keySlot: SlotParameters): Buffer {
  const bytes = Buffer.alloc(parametersLength);
  bytes.writeUInt8(numberOf(keySlot.type), 0);
  bytes.set(exactly(16, keySlot.id), 1);
  bytes.writeUInt8(keySlot.needsKeyFile ? keyFileFlag : 0, 17);
  bytes.writeUInt32BE(keySlot.cost.memoryKiB, 18);
  bytes.writeUInt32BE(keySlot.cost.passes, 22);
  bytes.writeUInt8(keySlot.cost.lanes, 26);
  bytes.set(exactly(16, keySlot.salt), 27);
  bytes.set(exactly(12, keySlot.nonce), 43);
  return bytes;
}

/** Everything before the sealed vault key: 199 bytes. */
export function encodeBeforeSealedKey(keySlot: UnsealedSlot): Buffer {
  return Buffer.concat([
    encodeParameters(keySlot),
    exactly(48, keySlot.sealedRoot),
    exactly(32, keySlot.publicX),
    exactly(32, keySlot.publicEd),
    exactly(32, keySlot.ephemeral),
  ]);
}

export function encodeKeySlot(keySlot: KeySlot): Buffer {
  return Buffer.concat([encodeBeforeSealedKey(keySlot), exactly(48, keySlot.sealedKey)]);
}

/** Reads 247 bytes. Throws `slots-damaged` or, for Argon2id work outside the policy, `slots-policy`. */
export function readKeySlot(bytes: Buffer, policy: KdfPolicy): KeySlot {
  const type = slotTypes.get(bytes.readUInt8(0));
  const flags = bytes.readUInt8(17);
  if (type === undefined || (flags & ~keyFileFlag) !== 0) throw new VaultError('slots-damaged');
  const cost = { memoryKiB: bytes.readUInt32BE(18), passes: bytes.readUInt32BE(22), lanes: bytes.readUInt8(26) };
  const keySlot = { type, needsKeyFile: flags === keyFileFlag, cost, ...readFields(bytes) };
  if (!costIsAllowed(keySlot, policy)) throw new VaultError('slots-policy');
  return keySlot;
}

function readFields(bytes: Buffer): Omit<KeySlot, 'type' | 'needsKeyFile' | 'cost'> {
  const field = (start: number, length: number) => new Uint8Array(bytes.subarray(start, start + length));
  return {
    id: field(1, 16),
    salt: field(27, 16),
    nonce: field(43, 12),
    sealedRoot: field(55, 48),
    publicX: field(103, 32),
    publicEd: field(135, 32),
    ephemeral: field(167, 32),
    sealedKey: field(199, 48),
  };
}

/** A quorum's secret is 32 random bytes and is never stretched: its cost and salt are all zero. */
function costIsAllowed(keySlot: SlotParameters, policy: KdfPolicy): boolean {
  if (keySlot.type !== 'trustee-quorum') return isWithinPolicy(keySlot.cost, policy);
  const { memoryKiB, passes, lanes } = keySlot.cost;
  return memoryKiB === 0 && passes === 0 && lanes === 0 && keySlot.salt.every((byte) => byte === 0);
}

/** Order of slots in the file: ids compared as unsigned bytes. */
export function bySlotId(one: Pick<KeySlot, 'id'>, other: Pick<KeySlot, 'id'>): number {
  return Buffer.compare(one.id, other.id);
}

function numberOf(type: SlotType): number {
  for (const [number, name] of slotTypes) if (name === type) return number;
  throw new RangeError('unknown slot type');
}

function exactly(length: number, bytes: Uint8Array): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes`);
  return bytes;
}
