// The two encryptions of a key slot: the user root under a passphrase, and the vault key to a public key. AES-256-GCM, 16-byte tag.
// Each decryption answers undefined when the tag does not fit; what that means is decided in unlock.ts.
import type { KeyObject } from 'node:crypto';
import { decrypt, encrypt, onceNonce, u32 } from './aead.ts';
import { hkdf32 } from './kdf.ts';
import { privateKey, publicBytes, sharedSecret } from './root-keys.ts';
import {
  encodeBeforeSealedKey,
  encodeParameters,
  type KeySlot,
  type SlotParameters,
  type UnsealedSlot,
} from './slot-layout.ts';
import { wipe } from './wipe.ts';

/** Where a vault key belongs. */
export interface VaultEpoch {
  readonly vaultId: Uint8Array;
  readonly epoch: number;
}

const formatPrefix = Buffer.from('CVKS\0\x01', 'latin1');

/** Encrypts the user root with the slot's key-encryption key. */
export function sealRoot(
  userRoot: Uint8Array,
  kek: Uint8Array,
  parameters: SlotParameters,
  vaultId: Uint8Array,
): Uint8Array {
  return encrypt(kek, parameters.nonce, rootContext(parameters, vaultId), userRoot);
}

export function unsealRoot(keySlot: KeySlot, kek: Uint8Array, vaultId: Uint8Array): Uint8Array | undefined {
  return decrypt(kek, keySlot.nonce, rootContext(keySlot, vaultId), keySlot.sealedRoot);
}

/**
 * Seals the vault key to the owner of a slot. `sealSecret` proves that the sealer had a vault of this owner open before:
 * the public key alone stands in the file, and a stranger could otherwise seal a key of his own to it.
 */
export function sealVaultKey(
  slot: Omit<UnsealedSlot, 'ephemeral'>,
  to: VaultEpoch & { readonly vaultKey: Uint8Array; readonly sealSecret: Uint8Array },
  randomBytes: (size: number) => Uint8Array,
): KeySlot {
  const once = privateKey('x25519', Uint8Array.from(randomBytes(32)));
  const unsealed = { ...slot, ephemeral: publicBytes(once) };
  const secret = sharedSecret(once, slot.publicX);
  if (secret === undefined) throw new RangeError('not a usable public key');
  const key = sealingKey(secret, unsealed, to);
  const sealedKey = encrypt(key, onceNonce, keyContext(unsealed, to), to.vaultKey);
  wipe(key);
  return { ...unsealed, sealedKey };
}

export function unsealVaultKey(
  keySlot: KeySlot,
  to: VaultEpoch & { readonly exchange: KeyObject; readonly sealSecret: Uint8Array },
): Uint8Array | undefined {
  const secret = sharedSecret(to.exchange, keySlot.ephemeral);
  if (secret === undefined) return undefined;
  const key = sealingKey(secret, keySlot, to);
  const vaultKey = decrypt(key, onceNonce, keyContext(keySlot, to), keySlot.sealedKey);
  wipe(key);
  return vaultKey;
}

function sealingKey(
  secret: Uint8Array,
  slot: UnsealedSlot,
  to: VaultEpoch & { readonly sealSecret: Uint8Array },
): Uint8Array {
  const material = Buffer.concat([secret, slot.ephemeral, slot.publicX]);
  const key = hkdf32(material, to.sealSecret, 'cv/vk/1', to.vaultId, u32(to.epoch));
  wipe(secret, material);
  return key;
}

/** Neither epoch nor generation: the root stays sealed when a colleague renews the vault key without this passphrase. */
function rootContext(parameters: SlotParameters, vaultId: Uint8Array): Buffer {
  return Buffer.concat([formatPrefix, vaultId, encodeParameters(parameters)]);
}

function keyContext(slot: UnsealedSlot, to: VaultEpoch): Buffer {
  return Buffer.concat([formatPrefix, to.vaultId, u32(to.epoch), encodeBeforeSealedKey(slot)]);
}
