// Takes EXIF, XMP, colour profile and everything unknown out of a WebP picture. One that moves is refused: its frames are
// containers of their own.
import { VaultError } from '#shared/contract/errors';
import type { Turn } from '#shared/records/attachment';
import { brokenPicture, type CleanPicture, requirePoints } from './clean-picture.ts';
import { turnOf } from './exif-turn.ts';

const DRAWS = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);
const ALPHA = 0x10;
const MOVES = 0x02;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Throws `file-damaged`, `file-kind-refused` for one that moves, `file-too-big` for too many points. */
export function cleanWebp(bytes: Buffer): CleanPicture {
  const end = bytes.length < 20 ? Infinity : 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw brokenPicture();
  const pieces: Uint8Array[] = [];
  let size: Size | null = null;
  let turn: Turn = 1;
  for (let at = 12; at + 8 <= end; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const payload = bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4));
    const next = at + 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2);
    if (next > end) throw brokenPicture();
    if (type === 'EXIF') turn = turnOf(withoutPrefix(payload));
    if (type === 'VP8X') pieces.push(plainCanvas(payload));
    else if (DRAWS.has(type)) pieces.push(bytes.subarray(at, next));
    size ??= sizeOf(type, payload);
    at = next;
  }
  if (size === null) throw brokenPicture();
  requirePoints(size.width, size.height);
  return { pieces: [frame(pieces), ...pieces], ...size, turn };
}

/** Some writers put JPEG's prefix before the block. */
const withoutPrefix = (payload: Buffer): Buffer =>
  payload.toString('latin1', 0, 6) === 'Exif\0\0' ? payload.subarray(6) : payload;

function frame(pieces: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(4 + pieces.reduce((sum, piece) => sum + piece.length, 0), 4);
  return header;
}

/** The canvas, with no more flags than transparency. */
function plainCanvas(payload: Buffer): Uint8Array {
  if (payload.length !== 10) throw brokenPicture();
  const flags = payload.readUInt8(0);
  if ((flags & MOVES) !== 0) throw new VaultError('file-kind-refused');
  const chunk = Buffer.from('VP8X\n\0\0\0', 'latin1');
  return Buffer.concat([chunk, Buffer.from([flags & ALPHA, 0, 0, 0]), payload.subarray(4)]);
}

function sizeOf(type: string, payload: Buffer): Size | null {
  if (type === 'VP8X') return { width: payload.readUIntLE(4, 3) + 1, height: payload.readUIntLE(7, 3) + 1 };
  if (type === 'VP8 ' && payload.length >= 10 && payload.readUIntBE(3, 3) === 0x9d012a)
    return { width: payload.readUInt16LE(6) & 0x3fff, height: payload.readUInt16LE(8) & 0x3fff };
  if (type !== 'VP8L' || payload.length < 5 || payload[0] !== 0x2f) return null;
  const bits = payload.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
