// The printed part of one trustee: 40 bytes as 5 lines of 16 signs, each line with a checksum of its own, so that a slip is found in the
// line in which it was made. Pure text and bits; what the bytes open is decided elsewhere (FORMATS.md §3).
import { CODE_SIGNS, foldCode } from './recovery-code.ts';

export const SHARE_LINES = 5;
export const LINE_SIGNS = 16;
const LINE_BYTES = 8;
const VERSION = 1;
const SET_BYTES = 4;
const PART_BYTES = 32;
const COVERED = 2 + SET_BYTES + PART_BYTES;

export interface TrusteeShare {
  /** 1, 2 or 3. */
  readonly number: number;
  /** The first 4 bytes of the key slot that this set opens: parts of two sets never open anything together. */
  readonly set: Uint8Array;
  /** 32 bytes. */
  readonly part: Uint8Array;
}

export type LineReading =
  | { readonly state: 'incomplete'; readonly missing: number }
  | { readonly state: 'mistyped'; readonly reason: 'character' | 'too-long' | 'checksum' }
  | { readonly state: 'well-formed'; readonly bytes: Uint8Array };

export type ShareReading =
  | { readonly state: 'incomplete' }
  /** `line` from 1; null when every line is right by itself, but they are not of one sheet. */
  | { readonly state: 'mistyped'; readonly line: number | null }
  | ({ readonly state: 'well-formed' } & TrusteeShare);

/** Five lines `XXXX-XXXX-XXXX-XXXX`. */
export function writeShare({ number, set, part }: TrusteeShare): string[] {
  if (set.length !== SET_BYTES || part.length !== PART_BYTES) throw new RangeError('a set has 4 bytes, a part 32');
  const covered = Uint8Array.from([VERSION, number, ...set, ...part]);
  const bytes = Uint8Array.from([...covered, ...twoBytes(crc16(covered))]);
  return Array.from({ length: SHARE_LINES }, (_, index) =>
    writeLine(bytes.subarray(index * LINE_BYTES, (index + 1) * LINE_BYTES), index),
  );
}

/** What one typed line is so far; `index` from 0 says which line of the sheet it must be. */
export function readShareLine(typed: string, index: number): LineReading {
  const digits = Array.from(foldCode(typed), (sign) => CODE_SIGNS.indexOf(sign));
  if (digits.includes(-1)) return { state: 'mistyped', reason: 'character' };
  if (digits.length > LINE_SIGNS) return { state: 'mistyped', reason: 'too-long' };
  if (digits.length < LINE_SIGNS) return { state: 'incomplete', missing: LINE_SIGNS - digits.length };
  const bits = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  const bytes = bytesOf(bits, LINE_BYTES + 2);
  const [line, check] = [bytes.subarray(0, LINE_BYTES), bytes.subarray(LINE_BYTES)];
  const isRight = twoBytes(crc16(Uint8Array.from([index + 1, ...line]))).every((byte, at) => byte === check[at]);
  return isRight ? { state: 'well-formed', bytes: line } : { state: 'mistyped', reason: 'checksum' };
}

/** A whole sheet, line by line. */
export function readShare(lines: readonly string[]): ShareReading {
  const readings = Array.from({ length: SHARE_LINES }, (_, index) => readShareLine(lines[index] ?? '', index));
  const slip = readings.findIndex(({ state }) => state === 'mistyped');
  if (slip >= 0) return { state: 'mistyped', line: slip + 1 };
  const bytes = Uint8Array.from(readings.flatMap((one) => (one.state === 'well-formed' ? [...one.bytes] : [])));
  if (bytes.length < SHARE_LINES * LINE_BYTES) return { state: 'incomplete' };
  const covered = bytes.subarray(0, COVERED);
  const isOne = twoBytes(crc16(covered)).every((byte, at) => byte === bytes[COVERED + at]);
  const number = bytes[1] ?? 0;
  if (!isOne || bytes[0] !== VERSION || number < 1 || number > 3) return { state: 'mistyped', line: null };
  return {
    state: 'well-formed',
    number,
    set: bytes.slice(2, 2 + SET_BYTES),
    part: bytes.slice(2 + SET_BYTES, COVERED),
  };
}

/** What a picture of a sheet holds, as its lines. Anything else comes back as one line and is judged as such. */
export const linesOf = (text: string): string[] => text.trim().split(/\s*\n\s*/);

function writeLine(bytes: Uint8Array, index: number): string {
  const all = [...bytes, ...twoBytes(crc16(Uint8Array.from([index + 1, ...bytes])))];
  const bits = all.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const signs = Array.from({ length: LINE_SIGNS }, (_, at) =>
    CODE_SIGNS.charAt(Number((bits >> BigInt(5 * (LINE_SIGNS - 1 - at))) & 31n)),
  );
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, no reflection, no final xor; of "123456789" it is 0x29B1. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

const twoBytes = (value: number): [number, number] => [value >> 8, value & 0xff];

function bytesOf(value: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 0xffn));
}
