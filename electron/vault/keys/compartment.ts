// The compartment: texts that the vault key does not open (FORMATS.md §9). A key of its own for each generation of members, sealed to
// the X25519 key of each of them; a text is sealed with a key made from it. Which keys there are is kept by the caller.
import type { KeyObject } from 'node:crypto';
import { decrypt, encrypt, onceNonce, u32 } from './aead.ts';
import { hkdf32 } from './kdf.ts';
import { privateKey, publicBytes, sharedSecret } from './root-keys.ts';
import { wipe } from './wipe.ts';

/** Which key is meant: of which vault, which compartment (16 bytes each), and which generation of it, from 1. */
export interface Generation {
  readonly vaultId: Uint8Array;
  readonly compartmentId: Uint8Array;
  readonly generation: number;
}

/** The owner of a key slot, by its id and public key. */
export interface SealedTo {
  readonly slotId: Uint8Array;
  readonly publicX: Uint8Array;
}

type RandomBytes = (size: number) => Uint8Array;

/** Length in bytes of what `sealKey` makes: the public half of a key made for this once, 32 + 16 bytes of ciphertext. */
export const sealedKeyLength = 80;
const magic = Buffer.from('CVCT\0\x01', 'latin1');
const saltAt = 10;
const wordsAt = saltAt + 32;
/** Texts are filled up to a multiple of this, in bytes, so that their length tells little of what they say. */
const fillTo = 512;

/** Seals the key of a generation to one person. */
export function sealKey(key: Uint8Array, to: SealedTo, at: Generation, randomBytes: RandomBytes): Uint8Array {
  const once = privateKey('x25519', Uint8Array.from(randomBytes(32)));
  const secret = sharedSecret(once, to.publicX);
  if (secret === undefined) throw new RangeError('not a usable public key');
  const ephemeral = publicBytes(once);
  const sealing = sealingKey(secret, ephemeral, { to, at, label: VOUCHED });
  const sealed = encrypt(sealing, onceNonce, generationContext(at), key);
  wipe(sealing);
  return new Uint8Array(Buffer.concat([ephemeral, sealed]));
}

/** Seals of a generation whose members vouch for each other, and those from before they did. Nobody makes one of the other. */
const VOUCHED = 'cv/compartment-key/2';
const UNVOUCHED = 'cv/compartment-key/1';
type Label = typeof VOUCHED | typeof UNVOUCHED;

interface Holder {
  readonly slotId: Uint8Array;
  readonly exchangeKey: KeyObject;
}
export interface OpenedKey {
  readonly key: Uint8Array;
  /** Every seal of this generation carries `vouch`. */
  readonly isVouched: boolean;
}

/** Undefined when it was not sealed to this person, or not for this generation. */
export function openKey(sealed: Uint8Array, by: Holder, at: Generation): OpenedKey | undefined {
  const vouched = openAs(VOUCHED, sealed, by, at);
  const key = vouched ?? openAs(UNVOUCHED, sealed, by, at);
  return key && { key, isVouched: vouched !== undefined };
}

function openAs(label: Label, sealed: Uint8Array, by: Holder, at: Generation): Uint8Array | undefined {
  const ephemeral = sealed.subarray(0, 32);
  const secret = sharedSecret(by.exchangeKey, ephemeral);
  if (secret === undefined) return undefined;
  const to = { slotId: by.slotId, publicX: publicBytes(by.exchangeKey) };
  const sealing = sealingKey(secret, ephemeral, { to, at, label });
  const key = decrypt(sealing, onceNonce, generationContext(at), sealed.subarray(32));
  wipe(sealing);
  return key;
}

/** What only a holder of the key can say: that it is sealed to this slot under this public key. */
export function vouch(key: Uint8Array, { slotId, publicX }: SealedTo, at: Generation): Uint8Array {
  const ids = [at.vaultId, u32(at.generation), slotId, publicX];
  return hkdf32(key, at.compartmentId, 'cv/compartment-vouch/1', ...ids);
}

/** The key of the generation before, for whoever has the key of this one. */
export function linkBack(before: Uint8Array, key: Uint8Array, at: Generation): Uint8Array {
  const linking = hkdf32(key, at.compartmentId, 'cv/compartment-link/1', at.vaultId, u32(at.generation));
  const link = encrypt(linking, onceNonce, generationContext(at), before);
  wipe(linking);
  return link;
}

export function followLink(link: Uint8Array, key: Uint8Array, at: Generation): Uint8Array | undefined {
  const linking = hkdf32(key, at.compartmentId, 'cv/compartment-link/1', at.vaultId, u32(at.generation));
  const before = decrypt(linking, onceNonce, generationContext(at), link);
  wipe(linking);
  return before;
}

/** Seals a text for where it stands: in another place, or said to be of another generation, it does not open. */
export function sealText(
  text: { readonly words: string; readonly place: string },
  key: Uint8Array,
  at: Generation,
  randomBytes: RandomBytes,
): Uint8Array {
  const head = Buffer.concat([magic, u32(at.generation), randomBytes(32)]);
  const plain = filledUp(new TextEncoder().encode(text.words));
  const own = textKey(key, head, at);
  const sealed = encrypt(own, onceNonce, textContext(head, text.place, at), plain);
  wipe(own, plain);
  return new Uint8Array(Buffer.concat([head, sealed]));
}

/** The generation whose key opens it; undefined when this is no sealed text of a version known here. */
export function generationOf(sealed: Uint8Array): number | undefined {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  return bytes.length > wordsAt && bytes.subarray(0, magic.length).equals(magic) ? bytes.readUInt32BE(6) : undefined;
}

/** The words with the spaces they were filled up with; undefined when they are not those that were sealed for this place. */
export function openText(sealed: Uint8Array, place: string, key: Uint8Array, at: Generation): string | undefined {
  const head = sealed.subarray(0, wordsAt);
  const own = textKey(key, head, at);
  const plain = decrypt(own, onceNonce, textContext(head, place, at), sealed.subarray(wordsAt));
  wipe(own);
  if (plain === undefined) return undefined;
  const words = new TextDecoder('utf-8', { fatal: true }).decode(plain);
  wipe(plain);
  return words;
}

interface Sealing {
  readonly to: SealedTo;
  readonly at: Generation;
  readonly label: Label;
}

function sealingKey(secret: Uint8Array, ephemeral: Uint8Array, { to, at, label }: Sealing): Uint8Array {
  const material = Buffer.concat([secret, ephemeral, to.publicX]);
  const ids = [at.vaultId, u32(at.generation), to.slotId];
  const key = hkdf32(material, at.compartmentId, label, ...ids);
  wipe(secret, material);
  return key;
}

/** Each text has a key of its own, by its salt. */
function textKey(key: Uint8Array, head: Uint8Array, at: Generation): Uint8Array {
  return hkdf32(key, head.subarray(saltAt), 'cv/compartment-text/1', at.vaultId, at.compartmentId, u32(at.generation));
}

function generationContext(at: Generation): Buffer {
  return Buffer.concat([Buffer.from('CVCK\0\x01', 'latin1'), at.vaultId, at.compartmentId, u32(at.generation)]);
}

function textContext(head: Uint8Array, place: string, at: Generation): Buffer {
  return Buffer.concat([head, at.vaultId, at.compartmentId, Buffer.from(place, 'ascii')]);
}

function filledUp(words: Uint8Array): Uint8Array {
  const filled = new Uint8Array(Math.max(1, Math.ceil(words.length / fillTo)) * fillTo).fill(0x20);
  filled.set(words);
  wipe(words);
  return filled;
}
