// The list of erased cases and parts as a file: beside the vault and on every medium with a backup, so that a copy of an earlier day does
// not bring an erased case back. Sealed with a key of the vault and padded: a finder learns the number of the vault and a day. And
// once more for every earlier vault key: a backup of those days is brought back with the key of its day, and nothing else.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ErasedPart } from '#shared/records/erased-part';
import { ErasedCase } from '#shared/records/retention';
import { Instant } from '#shared/time';
import { decrypt, encrypt } from '../keys/aead.ts';
import { erasedListKey } from '../keys/derived-keys.ts';
import { wipe } from '../keys/wipe.ts';
import type { KeyedVault } from './case-key.ts';

/** Ten thousand erased cases and their figures; more than a small shelter meets in a lifetime. */
export const LIST_LIMIT = 32 * 1024 * 1024;
/** The length tells only how many times this much fits in. */
const PADDED_TO = 16 * 1024;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
/** 1: cases alone, as every program reads it. 2: cases and parts; written only once there is a part. */
const Head = z.strictObject({ format: z.union([z.literal(1), z.literal(2)]), vaultId: hex(16), writtenAt: Instant });
const Box = { nonce: hex(12), sealed: z.string().regex(/^[0-9a-f]+$/) };
const Frame = z.strictObject({
  list: z.strictObject({ ...Head.shape, ...Box, earlier: z.array(z.strictObject(Box)).max(1_000).optional() }),
  sha256: hex(32),
});
const Cases = z.array(ErasedCase).max(10_000);
const Whole = z.strictObject({ cases: Cases, parts: z.array(ErasedPart).max(20_000) });

/** What is gone, of cases and of parts of others. */
export interface Erased {
  readonly entries: readonly ErasedCase[];
  readonly parts: readonly ErasedPart[];
}
export interface ErasedList extends Erased {
  readonly writtenAt: number;
}

export function encodeList({ writtenAt, entries, parts }: ErasedList, vault: KeyedVault): Uint8Array {
  const format = parts.length === 0 ? (1 as const) : (2 as const);
  const head = { format, vaultId: Buffer.from(vault.vaultId).toString('hex'), writtenAt };
  const content = format === 1 ? Cases.parse(entries) : Whole.parse({ cases: entries, parts });
  const plain = padded(JSON.stringify(content));
  const box = (vaultKey: Uint8Array) => sealedFor(erasedListKey(vaultKey, vault.vaultId), contextOf(head), plain);
  const earlier = vault.earlier.map(({ vaultKey }) => box(vaultKey));
  const list = { ...head, ...box(vault.vaultKey), ...(earlier.length === 0 ? {} : { earlier }) };
  return Buffer.from(`${JSON.stringify({ list, sha256: sha256(JSON.stringify(list)) })}\n`, 'utf8');
}

/** Null for what is not a whole list of this vault: damaged, of another vault, forged, or of a later program. */
export function decodeList(bytes: Uint8Array, vault: KeyedVault): ErasedList | null {
  const read = Frame.safeParse(asJson(bytes));
  if (!read.success || sha256(JSON.stringify(read.data.list)) !== read.data.sha256) return null;
  const { nonce, sealed, earlier = [], ...head } = read.data.list;
  if (head.vaultId !== Buffer.from(vault.vaultId).toString('hex')) return null;
  const key = erasedListKey(vault.vaultKey, vault.vaultId);
  const plain = [{ nonce, sealed }, ...earlier]
    .map((box) => decrypt(key, Buffer.from(box.nonce, 'hex'), contextOf(head), Buffer.from(box.sealed, 'hex')))
    .find((opened) => opened !== undefined);
  wipe(key);
  if (plain === undefined) return null;
  const content = head.format === 1 ? { cases: asJson(plain), parts: [] } : asJson(plain);
  const whole = Whole.safeParse(content);
  if (!whole.success) return null;
  return { writtenAt: head.writtenAt, entries: whole.data.cases, parts: whole.data.parts };
}

/** Each case and each part once, whichever list it stands in; as new as the newest. Null when there is no list. */
export function joined(lists: readonly ErasedList[]): ErasedList | null {
  if (lists.length === 0) return null;
  const entries = new Map(lists.flatMap((list) => list.entries).map((entry) => [entry.caseKey, entry]));
  const parts = new Map(lists.flatMap((list) => list.parts).map((part) => [part.certificate, part]));
  const writtenAt = Math.max(...lists.map((list) => list.writtenAt));
  return { writtenAt, entries: [...entries.values()], parts: [...parts.values()] };
}

function sealedFor(key: Uint8Array, context: Uint8Array, plain: Uint8Array): { nonce: string; sealed: string } {
  const nonce = randomBytes(12);
  const sealed = encrypt(key, nonce, context, plain);
  wipe(key);
  return { nonce: nonce.toString('hex'), sealed: Buffer.from(sealed).toString('hex') };
}

const contextOf = (head: z.output<typeof Head>): Uint8Array => Buffer.from(JSON.stringify(head), 'utf8');

function padded(text: string): Uint8Array {
  const bytes = Buffer.byteLength(text, 'utf8');
  return Buffer.from(text + ' '.repeat(Math.ceil(bytes / PADDED_TO) * PADDED_TO - bytes), 'utf8');
}

function asJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
