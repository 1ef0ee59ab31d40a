// Rows of tables out of single pages, without the tree that leads to them: where a root or a branch of a table is damaged, its leaves
// can still be read. Format: https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.
import type { SqlValue } from './sql.ts';
import { USABLE } from './encrypted-pages.ts';

export interface LeafRow {
  readonly rowid: number;
  readonly values: readonly SqlValue[];
}

/** The newest whole content of a page, for what does not fit into one. */
type PageReader = (number: number) => Buffer | null;

const TABLE_LEAF = 0x0d;
const HEADER = 8;
/** The first page begins with the header of the file. */
const FILE_HEADER = 100;
const MAX_LOCAL = USABLE - 35;
const MIN_LOCAL = Math.floor(((USABLE - 12) * 32) / 255) - 23;
const CHAIN_ROOM = USABLE - 4;
/** A record in the vault is at most some MiB; a chain of pages that is longer is none. */
const LONGEST = 64 * 1024 * 1024;

/** The rows of a page, none when it is not a leaf of a table. A row that goes on in a page that is not whole is left out. */
export function rowsOfPage(content: Buffer, number: number, pageOf: PageReader): LeafRow[] {
  const start = number === 1 ? FILE_HEADER : 0;
  if (content[start] !== TABLE_LEAF) return [];
  const count = content.readUInt16BE(start + 3);
  const cells = start + HEADER;
  if (cells + 2 * count > content.length) return [];
  return Array.from({ length: count }, (_, index) => content.readUInt16BE(cells + 2 * index)).flatMap((at) =>
    rowAt(content, at, pageOf),
  );
}

/** Whatever is not as the format says is no row. */
function rowAt(content: Buffer, at: number, pageOf: PageReader): LeafRow[] {
  try {
    const length = varint(content, at);
    const rowid = varint(content, length.next);
    const payload = payloadOf(content, { at: rowid.next, length: length.value }, pageOf);
    return payload === null ? [] : [{ rowid: rowid.value, values: valuesOf(payload) }];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function payloadOf(
  content: Buffer,
  { at, length }: { readonly at: number; readonly length: number },
  pageOf: PageReader,
): Buffer | null {
  if (length > LONGEST) return null;
  const local = localPart(length);
  if (at + local > content.length) return null;
  const parts = [content.subarray(at, at + local)];
  let next = local < length ? content.readUInt32BE(at + local) : 0;
  for (let left = length - local; left > 0; left -= CHAIN_ROOM) {
    const page = next === 0 ? null : pageOf(next);
    if (page === null) return null;
    next = page.readUInt32BE(0);
    parts.push(page.subarray(4, 4 + Math.min(left, CHAIN_ROOM)));
  }
  return Buffer.concat(parts);
}

/** How many bytes of a record lie in the leaf itself. */
function localPart(length: number): number {
  if (length <= MAX_LOCAL) return length;
  const kept = MIN_LOCAL + ((length - MIN_LOCAL) % CHAIN_ROOM);
  return kept <= MAX_LOCAL ? kept : MIN_LOCAL;
}

function valuesOf(payload: Buffer): SqlValue[] {
  const header = varint(payload, 0);
  if (header.value > payload.length) throw new RangeError('a header longer than its record');
  const values: SqlValue[] = [];
  let at = header.value;
  for (let place = header.next; place < header.value; ) {
    const type = varint(payload, place);
    place = type.next;
    const { value, length } = valueAt(payload, at, type.value);
    values.push(value);
    at += length;
  }
  return values;
}

/** Bytes of an integer by its serial type. */
const INTEGERS: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8 };

function valueAt(payload: Buffer, at: number, type: number): { readonly value: SqlValue; readonly length: number } {
  if (type === 0) return { value: null, length: 0 };
  if (type === 8 || type === 9) return { value: type - 8, length: 0 };
  if (type === 7) return { value: payload.readDoubleBE(at), length: 8 };
  const integer = INTEGERS[type];
  if (integer !== undefined) return { value: integerAt(payload, at, integer), length: integer };
  if (type < 12) throw new RangeError('no such type');
  const length = (type - (type % 2 === 0 ? 12 : 13)) / 2;
  if (at + length > payload.length) throw new RangeError('a value longer than its record');
  const bytes = payload.subarray(at, at + length);
  return { value: type % 2 === 0 ? Uint8Array.from(bytes) : bytes.toString('utf8'), length };
}

const integerAt = (payload: Buffer, at: number, bytes: number): number =>
  bytes === 8 ? Number(payload.readBigInt64BE(at)) : payload.readIntBE(at, bytes);

/** A number of one to nine bytes, seven bits in each but the ninth. Throws RangeError beyond the end. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index);
    if (index === 8) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), next: at + index + 1 };
  }
  throw new RangeError('a number without an end');
}
