// A reader of `slots.bin` and `vault.head` by somebody who has only FORMATS.md: other libraries (noble), none of
// the product's code. It shows that the page is enough, and it is the independent judge of the vectors.
import { gcm } from '@noble/ciphers/aes.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

const text = (label: string) => new TextEncoder().encode(label);
const u32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const read32 = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
const key32 = (ikm: Uint8Array, salt: Uint8Array | undefined, ...info: readonly Uint8Array[]) =>
  hkdf(sha256, ikm, salt, concatBytes(...info), 32);
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

export interface StrangerSecret {
  /** Type and id of the slot are looked up by these. */
  readonly id: Uint8Array;
  readonly bytes: Uint8Array;
  readonly keyFile?: Uint8Array;
}

export function strangerUserId(vaultId: Uint8Array, name: string): Uint8Array {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .split(/[\t\n\v\f\r ]+/)
    .filter(Boolean)
    .join(' ');
  return sha256(concatBytes(text('cv/slot/1'), vaultId, text(folded))).slice(0, 16);
}

export function strangerPassphrase(typed: string): Uint8Array {
  return text(
    typed
      .normalize('NFKC')
      .split(/[\t\n\v\f\r ]+/)
      .filter(Boolean)
      .join(' '),
  );
}

/** Opens one slot as FORMATS.md says and answers all its keys; throws on the first thing that does not fit. */
export function strangerOpens(file: Uint8Array, secret: StrangerSecret) {
  const end = file.length;
  if (!same(sha256(file.slice(0, end - 32)), file.slice(end - 32))) throw new Error('damaged');
  const vaultId = file.slice(6, 22);
  const epoch = u32(read32(file, 22));
  const slot = slotsOf(file).find((one) => same(one.slice(1, 17), secret.id));
  if (slot === undefined) throw new Error('no such slot');
  const root = openRoot(slot, vaultId, secret);
  const seal = key32(root, undefined, text('cv/seal/1'));
  const exchange = key32(root, undefined, text('cv/x25519/1'));
  const signing = key32(root, undefined, text('cv/ed25519/1'));
  if (!same(x25519.getPublicKey(exchange), slot.slice(103, 135))) throw new Error('pubX');
  if (!same(ed25519.getPublicKey(signing), slot.slice(135, 167))) throw new Error('pubEd');
  const shared = x25519.getSharedSecret(exchange, slot.slice(167, 199));
  const material = concatBytes(shared, slot.slice(167, 199), slot.slice(103, 135));
  const sealing = key32(material, seal, text('cv/vk/1'), vaultId, epoch);
  const context = concatBytes(file.slice(0, 22), epoch, slot.slice(0, 199));
  const vaultKey = gcm(sealing, new Uint8Array(12), context).decrypt(slot.slice(199, 247));
  const mac = hmac(sha256, key32(vaultKey, vaultId, text('cv/header-mac/1')), file.slice(0, end - 64));
  if (!same(mac, file.slice(end - 64, end - 32))) throw new Error('header MAC');
  return { root, vaultKey, seal, signing };
}

function openRoot(slot: Uint8Array, vaultId: Uint8Array, secret: StrangerSecret): Uint8Array {
  const id = slot.slice(1, 17);
  const stretched = slot[0] === 3 ? secret.bytes : stretch(slot, secret.bytes);
  const keyFile = slot[17] === 1 ? (secret.keyFile ?? new Uint8Array()) : new Uint8Array();
  const kek = key32(concatBytes(stretched, keyFile), undefined, text('cv/kek/1'), id);
  const context = concatBytes(text('CVKS'), Uint8Array.of(0, 1), vaultId, slot.slice(0, 55));
  return gcm(kek, slot.slice(43, 55), context).decrypt(slot.slice(55, 103));
}

function stretch(slot: Uint8Array, bytes: Uint8Array): Uint8Array {
  const [m, t, p] = [read32(slot, 18), read32(slot, 22), slot[26] ?? 0];
  return argon2id(bytes, slot.slice(27, 43), { m, t, p, dkLen: 32, version: 0x13 });
}

function slotsOf(file: Uint8Array): readonly Uint8Array[] {
  const count = ((file[30] ?? 0) << 8) | (file[31] ?? 0);
  return Array.from({ length: count }, (_, index) => file.slice(32 + 247 * index, 32 + 247 * (index + 1)));
}

/** A key of the table "Keys from the vault key". */
export function strangerKey(
  vaultKey: Uint8Array,
  vaultId: Uint8Array,
  label: string,
  id = new Uint8Array(),
): Uint8Array {
  return key32(vaultKey, vaultId, text(label), id);
}

/** Whether a record of `vault.head` is one this vault key made. */
export function strangerVouchesForHead(record: Uint8Array, vaultKey: Uint8Array, vaultId: Uint8Array): boolean {
  const key = strangerKey(vaultKey, vaultId, 'cv/head-mac/1');
  return same(hmac(sha256, key, record.slice(0, 96)), record.slice(96, 128));
}

/** The newest key of the compartment, from her seal in the database. Throws when it was not sealed to her. */
export function strangerOpensSeal(
  sealed: Uint8Array,
  by: { readonly root: Uint8Array; readonly slotId: Uint8Array },
  at: StrangerGeneration,
): Uint8Array {
  const exchange = key32(by.root, undefined, text('cv/x25519/1'));
  const ephemeral = sealed.slice(0, 32);
  const shared = x25519.getSharedSecret(exchange, ephemeral);
  const material = concatBytes(shared, ephemeral, x25519.getPublicKey(exchange));
  const info = [text('cv/compartment-key/2'), at.vaultId, u32(at.generation), by.slotId];
  return gcm(key32(material, at.compartmentId, ...info), new Uint8Array(12), keyContext(at)).decrypt(sealed.slice(32));
}

/** The public key of whoever has this root. */
export const strangerPublicX = (root: Uint8Array): Uint8Array =>
  x25519.getPublicKey(key32(root, undefined, text('cv/x25519/1')));

/** The mark of a seal, as somebody makes it who holds the key of its generation. */
export const strangerVouches = (
  key: Uint8Array,
  to: { readonly slotId: Uint8Array; readonly publicX: Uint8Array },
  at: StrangerGeneration,
): Uint8Array =>
  key32(key, at.compartmentId, text('cv/compartment-vouch/1'), at.vaultId, u32(at.generation), to.slotId, to.publicX);

export interface StrangerGeneration {
  readonly vaultId: Uint8Array;
  readonly compartmentId: Uint8Array;
  readonly generation: number;
}

const keyContext = (at: StrangerGeneration) =>
  concatBytes(text('CVCK'), Uint8Array.of(0, 1), at.vaultId, at.compartmentId, u32(at.generation));

/** The key of the generation before. */
export function strangerFollowsLink(link: Uint8Array, key: Uint8Array, at: StrangerGeneration): Uint8Array {
  const linking = key32(key, at.compartmentId, text('cv/compartment-link/1'), at.vaultId, u32(at.generation));
  return gcm(linking, new Uint8Array(12), keyContext(at)).decrypt(link);
}

/** The words of a sealed text in base64, for where it stands. Throws when this key is not the one of its generation. */
export function strangerReads(sealed: string, place: string, key: Uint8Array, at: StrangerGeneration): unknown {
  const bytes = new Uint8Array(Buffer.from(sealed, 'base64'));
  const ids = [at.vaultId, at.compartmentId];
  const own = key32(key, bytes.slice(10, 42), text('cv/compartment-text/1'), ...ids, u32(at.generation));
  const context = concatBytes(bytes.slice(0, 42), ...ids, text(place));
  return JSON.parse(new TextDecoder().decode(gcm(own, new Uint8Array(12), context).decrypt(bytes.slice(42))));
}
