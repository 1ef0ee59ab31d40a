// The frozen vectors of `slots.bin` (test/vectors/slots.json), checked on reading, and small edits that keep the plain hash right.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ErrorCode } from '#shared/contract/errors';
import { unhex } from './drawing.ts';

const Hex = z.string().regex(/^([0-9a-f]{2})*$/);
const Cost = z.strictObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() });
const keys = { draws: z.array(Hex).length(4), id: Hex, publicX: Hex, publicEd: Hex, sealSecret: Hex };
const User = z.strictObject({
  kind: z.literal('user'),
  signInName: z.string(),
  typedName: z.string(),
  passphrase: z.string(),
  typed: z.string(),
  keyFile: Hex.optional(),
  cost: Cost,
  ...keys,
});
const Recovery = z.strictObject({
  kind: z.literal('recovery-code'),
  entropy: Hex,
  code: z.string(),
  cost: Cost,
  ...keys,
});
const Quorum = z.strictObject({ kind: z.literal('trustee-quorum'), secret: Hex, ...keys });
const Edit = z.strictObject({
  name: z.string(),
  inSlot: z.string().optional(),
  fromEnd: z.int().optional(),
  at: z.int(),
  bytes: Hex,
  error: ErrorCode,
});
const Wrong = z.discriminatedUnion('kind', [
  z.strictObject({
    name: z.string(),
    kind: z.literal('passphrase'),
    signInName: z.string(),
    passphrase: z.string(),
    keyFile: Hex.optional(),
    error: ErrorCode,
  }),
  z.strictObject({ name: z.string(), kind: z.literal('recovery-code'), code: z.string(), error: ErrorCode }),
]);
const SlotVectors = z.strictObject({
  about: z.string(),
  vaultId: Hex,
  vaultKey: Hex,
  epoch: z.int(),
  generation: z.int(),
  owners: z.array(z.discriminatedUnion('kind', [User, Recovery, Quorum])),
  file: Hex,
  slotsHash: Hex,
  edits: z.array(Edit),
  credentials: z.array(Wrong),
});
export type SlotEdit = z.output<typeof Edit>;

export const slotVectors = SlotVectors.parse(readVector('slots.json'));

export function readVector(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8'));
}

/** Makes the closing SHA-256 right again, as anyone can who changes the file. */
export function rehashed(bytes: Uint8Array): Uint8Array {
  const end = Math.max(0, bytes.length - 32);
  const hash = createHash('sha256').update(bytes.subarray(0, end)).digest();
  return Uint8Array.from(Buffer.concat([bytes.subarray(0, end), hash]));
}

/** The vector's file with one field changed and the hash made right. */
export function edited(edit: SlotEdit): Uint8Array {
  const bytes = unhex(slotVectors.file);
  bytes.set(unhex(edit.bytes), placeOf(edit, bytes));
  return rehashed(bytes);
}

function placeOf(edit: SlotEdit, bytes: Uint8Array): number {
  if (edit.fromEnd !== undefined) return bytes.length - edit.fromEnd + edit.at;
  if (edit.inSlot === undefined) return edit.at;
  const owner = slotVectors.owners.find((one) => nameOf(one) === edit.inSlot);
  const count = bytes[31] ?? 0;
  const starts = Array.from({ length: count }, (_, index) => 32 + 247 * index);
  const start = starts.find((from) => Buffer.from(bytes.subarray(from + 1, from + 17)).toString('hex') === owner?.id);
  if (start === undefined) throw new Error('the vector names no such slot');
  return start + edit.at;
}

function nameOf(owner: (typeof slotVectors.owners)[number]): string {
  return owner.kind === 'user' ? owner.signInName : owner.kind;
}
