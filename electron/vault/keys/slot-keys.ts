// Making, opening and changing one key slot in two stages: what a person holds opens the user root, the root opens the vault key.
// Nothing here reads or writes files, and nothing here decides that a slot may be believed: unlock.ts checks the HMAC.
import { createHash, type KeyObject } from 'node:crypto';
import { foldSignInName } from '#shared/keys/sign-in-name';
import {
  deriveKek,
  floorCost,
  type KdfCost,
  kekFrom,
  kekOfSecret,
  type KeyTools,
  passphraseBytes,
  type SlotSecret,
  stretch,
} from './kdf.ts';
import { rootKeys } from './root-keys.ts';
import { sealRoot, sealVaultKey, unsealRoot, unsealVaultKey, type VaultEpoch } from './seal.ts';
import type { KeySlot, SlotParameters, SlotType } from './slot-layout.ts';
import { wipe } from './wipe.ts';

export interface VaultKeyOfEpoch extends VaultEpoch {
  readonly vaultKey: Uint8Array;
}

export interface NewPassphrase {
  readonly passphrase: string;
  /** 32 bytes of a key file that will be needed beside the passphrase. */
  readonly keyFile?: Uint8Array;
  readonly cost: KdfCost;
}

export interface NewSlot {
  readonly keySlot: KeySlot;
  /** 32 bytes to keep in the database: whoever renews the vault key needs it to seal the new key to this owner. */
  readonly sealSecret: Uint8Array;
  /** Ed25519 private key of the new owner. Only who comes in with it in the same act may keep it. */
  readonly signingKey: KeyObject;
}

/** What a slot gives to its owner. */
export interface OpenedSlot {
  readonly keySlot: KeySlot;
  readonly userRoot: Uint8Array;
  readonly vaultKey: Uint8Array;
  /** Ed25519 private key; its public half is `keySlot.publicEd`. */
  readonly signingKey: KeyObject;
  /** X25519 private key; its public half is `keySlot.publicX`. Opens what is sealed to her alone. */
  readonly exchangeKey: KeyObject;
  readonly sealSecret: Uint8Array;
  /** The one of the key files that opened it; null for a slot that needs none. */
  readonly keyFile: Uint8Array | null;
}

/** What a person brings to a slot. */
export interface BroughtSecret {
  /** Bytes of the passphrase or of the recovery code; wiped by the caller. */
  readonly secret: Uint8Array;
  /** The key files that are at hand, 32 bytes each: hers may be any of them, or none. */
  readonly keyFiles?: readonly Uint8Array[] | undefined;
}

/** The slot of a staff member: the first 16 bytes of SHA-256("cv/slot/1" ‖ vault id ‖ folded sign-in name). */
export function userSlotId(vaultId: Uint8Array, signInName: string): Uint8Array {
  return slotId('cv/slot/1', vaultId, new TextEncoder().encode(foldSignInName(signInName)));
}

/** The slot of a recovery code. The code holds 128 random bits, so that its hash gives nothing away. */
export function recoverySlotId(vaultId: Uint8Array, entropy: Uint8Array): Uint8Array {
  return slotId('cv/recovery-slot/1', vaultId, entropy);
}

/** A slot for a new staff member. Needs the vault key and the new passphrase, and nobody else's. */
export async function createUserSlot(
  owner: VaultKeyOfEpoch & NewPassphrase & { readonly signInName: string },
  tools: KeyTools,
): Promise<NewSlot> {
  const id = userSlotId(owner.vaultId, owner.signInName);
  const from = { secret: passphraseBytes(owner.passphrase), keyFile: owner.keyFile };
  return createSlot({ ...owner, type: 'user', id, from, userRoot: Uint8Array.from(tools.randomBytes(32)) }, tools);
}

/** The slot of a printed recovery code, 16 random bytes. Its entropy makes the cost irrelevant, so that the least is used. */
export async function createRecoverySlot(
  owner: VaultKeyOfEpoch & { readonly entropy: Uint8Array },
  tools: KeyTools,
): Promise<NewSlot> {
  const id = recoverySlotId(owner.vaultId, owner.entropy);
  const from = { secret: Uint8Array.from(owner.entropy) };
  const cost = leastCost(tools);
  return createSlot(
    { ...owner, type: 'recovery-code', id, from, cost, userRoot: Uint8Array.from(tools.randomBytes(32)) },
    tools,
  );
}

/** The slot that two of three trustees open. `secret`: 32 random bytes that are in no one's hands whole. */
export async function createQuorumSlot(
  owner: VaultKeyOfEpoch & { readonly secret: Uint8Array },
  tools: KeyTools,
): Promise<NewSlot> {
  const id = Uint8Array.from(tools.randomBytes(16));
  const from = { secret: Uint8Array.from(owner.secret) };
  const cost = { memoryKiB: 0, passes: 0, lanes: 0 };
  const userRoot = Uint8Array.from(tools.randomBytes(32));
  return createSlot({ ...owner, type: 'trustee-quorum', id, from, cost, userRoot }, tools);
}

/** The same slot under a new passphrase: same id, same root, same public keys; fresh salt, nonce and sealing. */
export async function changePassphrase(
  keySlot: KeySlot,
  owner: VaultKeyOfEpoch & NewPassphrase & { readonly userRoot: Uint8Array },
  tools: KeyTools,
): Promise<KeySlot> {
  const from = { secret: passphraseBytes(owner.passphrase), keyFile: owner.keyFile };
  const userRoot = Uint8Array.from(owner.userRoot);
  const changed = await createSlot({ ...owner, type: keySlot.type, id: keySlot.id, from, userRoot }, tools);
  return changed.keySlot;
}

/** The same slot for a new vault key, without its owner's passphrase. */
export function resealSlot(
  keySlot: KeySlot,
  next: VaultKeyOfEpoch & { readonly sealSecret: Uint8Array },
  tools: KeyTools,
): KeySlot {
  return sealVaultKey(keySlot, next, tools.randomBytes);
}

/**
 * Opens a slot with its secret. `wrong-secret`: the passphrase, code or key file is not the one of this slot, or none was at hand.
 * `inconsistent`: the root opened, but what follows does not belong to it, so that somebody changed the slot.
 */
export async function openSlot(
  keySlot: KeySlot,
  at: VaultEpoch & { readonly from: BroughtSecret },
  tools: KeyTools,
): Promise<OpenedSlot | 'wrong-secret' | 'inconsistent'> {
  const root = await openRoot(keySlot, at, tools);
  if (root === undefined) return 'wrong-secret';
  const { userRoot, keyFile } = root;
  const keys = rootKeys(userRoot);
  const belongs =
    Buffer.compare(keys.publicX, keySlot.publicX) === 0 && Buffer.compare(keys.publicEd, keySlot.publicEd) === 0;
  const vaultKey = belongs ? unsealVaultKey(keySlot, { ...at, ...keys }) : undefined;
  if (vaultKey !== undefined)
    return {
      keySlot,
      userRoot,
      vaultKey,
      signingKey: keys.signing,
      exchangeKey: keys.exchange,
      sealSecret: keys.sealSecret,
      keyFile,
    };
  wipe(userRoot, keys.sealSecret);
  return 'inconsistent';
}

interface OpenedRoot {
  readonly userRoot: Uint8Array;
  readonly keyFile: Uint8Array | null;
}

/** The slow hash runs once, also when no key file is at hand: how long it takes must not tell which name needs one. */
async function openRoot(
  keySlot: KeySlot,
  { from, vaultId }: VaultEpoch & { readonly from: BroughtSecret },
  tools: KeyTools,
): Promise<OpenedRoot | undefined> {
  const isQuorum = keySlot.type === 'trustee-quorum';
  const stretched = isQuorum ? Uint8Array.from(from.secret) : await stretch(from.secret, keySlot, tools);
  const tries = keySlot.needsKeyFile ? (from.keyFiles ?? []) : [null];
  try {
    for (const keyFile of tries) {
      const kek = kekFrom(stretched, keyFile, keySlot.id);
      const userRoot = unsealRoot(keySlot, kek, vaultId);
      wipe(kek);
      if (userRoot !== undefined) return { userRoot, keyFile };
    }
    return undefined;
  } finally {
    wipe(stretched);
  }
}

interface SlotToMake extends VaultKeyOfEpoch {
  readonly type: SlotType;
  readonly id: Uint8Array;
  readonly from: SlotSecret;
  readonly cost: KdfCost;
  /** Wiped when the slot is made. */
  readonly userRoot: Uint8Array;
}

async function createSlot(make: SlotToMake, tools: KeyTools): Promise<NewSlot> {
  const { type, id, cost, userRoot } = make;
  const needsKeyFile = make.from.keyFile !== undefined;
  const isQuorum = type === 'trustee-quorum';
  const salt = isQuorum ? new Uint8Array(16) : Uint8Array.from(tools.randomBytes(16));
  const fresh = { salt, nonce: Uint8Array.from(tools.randomBytes(12)) };
  const parameters: SlotParameters = { type, id, needsKeyFile, cost, ...fresh };
  const kek = await kekOf(make.from, parameters, tools);
  const { publicX, publicEd, sealSecret, signing } = rootKeys(userRoot);
  const sealedRoot = sealRoot(userRoot, kek, parameters, make.vaultId);
  wipe(kek, userRoot, make.from.secret);
  const keySlot = sealVaultKey(
    { ...parameters, sealedRoot, publicX, publicEd },
    { ...make, sealSecret },
    tools.randomBytes,
  );
  return { keySlot, sealSecret, signingKey: signing };
}

/** What the trustees hold together is random and goes in as it is; everything else is stretched. */
async function kekOf(from: SlotSecret, slot: SlotParameters, tools: KeyTools): Promise<Uint8Array> {
  return slot.type === 'trustee-quorum' ? kekOfSecret(from.secret, slot.id) : deriveKek(from, slot, tools);
}

function leastCost(tools: KeyTools): KdfCost {
  return { ...floorCost, memoryKiB: tools.policy.minMemoryKiB, passes: tools.policy.minPasses };
}

function slotId(label: string, vaultId: Uint8Array, name: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(label, 'ascii').update(vaultId).update(name).digest();
  return new Uint8Array(digest.subarray(0, 16));
}
