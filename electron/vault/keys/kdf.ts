// From what a person holds (passphrase, recovery code, key file) to the key that opens one key slot.
// Never runs Argon2id with parameters outside the policy it was given.
import { hkdfSync, randomBytes } from 'node:crypto';
import { type Algorithm, hashRaw } from '@node-rs/argon2';
import { VaultError } from '#shared/contract/errors';
import { normalisePassphrase } from '#shared/keys/passphrase';
import { wipe } from './wipe.ts';

/** What one Argon2id run costs: memory in KiB (1024 bytes), passes over it, lanes. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** The costs a slot may ask for. Lanes are always 1: more lanes gain nothing here and help an attacker's parallel machine. */
export interface KdfPolicy {
  readonly minMemoryKiB: number;
  readonly maxMemoryKiB: number;
  readonly minPasses: number;
  readonly maxPasses: number;
}

/** Argon2id version 0x13 (RFC 9106) without secret and associated data; answers 32 bytes. */
export type Argon2id = (password: Uint8Array, salt: Uint8Array, cost: KdfCost) => Promise<Uint8Array>;

/** What the key functions need from outside: the slow hash, a source of randomness, and the bounds. */
export interface KeyTools {
  readonly argon2id: Argon2id;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly policy: KdfPolicy;
}

/** RFC 9106 §4, second recommended option in memory and passes: the least a vault ever uses. */
export const floorCost: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** About 0.3 s on a fast computer and 1 s on an office computer of 2015. */
export const defaultCost: KdfCost = { memoryKiB: 256 * 1024, passes: 3, lanes: 1 };
/** RFC 9106 §4, first recommended option in memory: the most a slot may ask for, so that a forged file cannot stop the computer. */
const ceilingKiB = 2 * 1024 * 1024;

export const productTools: KeyTools = {
  argon2id: nativeArgon2id,
  randomBytes,
  policy: { minMemoryKiB: floorCost.memoryKiB, maxMemoryKiB: ceilingKiB, minPasses: floorCost.passes, maxPasses: 20 },
};

/** A const enum has no value at run time: 2 is Argon2id. */
const argon2idAlgorithm = 2 as Algorithm;

/** Argon2id of the native package, on a worker thread, so that the vault keeps answering meanwhile. */
export async function nativeArgon2id(password: Uint8Array, salt: Uint8Array, cost: KdfCost): Promise<Uint8Array> {
  return hashRaw(password, {
    algorithm: argon2idAlgorithm,
    salt,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  });
}

export function isWithinPolicy(cost: KdfCost, policy: KdfPolicy): boolean {
  return (
    cost.lanes === 1 &&
    cost.memoryKiB >= policy.minMemoryKiB &&
    cost.memoryKiB <= policy.maxMemoryKiB &&
    cost.passes >= policy.minPasses &&
    cost.passes <= policy.maxPasses
  );
}

/** HKDF-SHA-256 (RFC 5869) to 32 bytes; `info` is an ASCII label followed by the ids that bind the key to its purpose. */
export function hkdf32(secret: Uint8Array, salt: Uint8Array, label: string, ...ids: readonly Uint8Array[]): Uint8Array {
  const info = Buffer.concat([Buffer.from(label, 'ascii'), ...ids]);
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, 32));
}

/** The bytes of a passphrase as they enter Argon2id: normalised, then UTF-8. */
export function passphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(normalisePassphrase(passphrase));
}

/** What a slot is made from. */
export interface SlotSecret {
  /** Bytes of the passphrase or of the recovery code; wiped by the caller. */
  readonly secret: Uint8Array;
  /** 32 bytes of an optional key file. */
  readonly keyFile?: Uint8Array | undefined;
}

/** The slow half of a slot's key: Argon2id of the secret, 32 bytes. Throws `slots-policy` before any work when the cost is outside the policy. */
export async function stretch(
  secret: Uint8Array,
  slot: { readonly salt: Uint8Array; readonly cost: KdfCost },
  tools: KeyTools,
): Promise<Uint8Array> {
  if (!isWithinPolicy(slot.cost, tools.policy)) throw new VaultError('slots-policy');
  return tools.argon2id(secret, slot.salt, slot.cost);
}

/** The key-encryption key of one slot: HKDF(stretched ‖ key file, info = "cv/kek/1" ‖ slot id). */
export function kekFrom(stretched: Uint8Array, keyFile: Uint8Array | null, slotId: Uint8Array): Uint8Array {
  const both = Buffer.concat([stretched, keyFile ?? new Uint8Array()]);
  const kek = hkdf32(both, new Uint8Array(), 'cv/kek/1', slotId);
  wipe(both);
  return kek;
}

/** Both halves, for a slot that is being made. Throws as `stretch`. */
export async function deriveKek(
  from: SlotSecret,
  slot: { readonly id: Uint8Array; readonly salt: Uint8Array; readonly cost: KdfCost },
  tools: KeyTools,
): Promise<Uint8Array> {
  if (from.keyFile !== undefined && from.keyFile.length !== 32) throw new RangeError('a key file holds 32 bytes');
  const stretched = await stretch(from.secret, slot, tools);
  const kek = kekFrom(stretched, from.keyFile ?? null, slot.id);
  wipe(stretched);
  return kek;
}

/** The key-encryption key of a slot whose secret is 32 random bytes and needs no stretching: that of the trustees. */
export function kekOfSecret(secret: Uint8Array, slotId: Uint8Array): Uint8Array {
  if (secret.length !== 32) throw new RangeError('such a secret has 32 bytes');
  return hkdf32(secret, new Uint8Array(), 'cv/kek/1', slotId);
}
