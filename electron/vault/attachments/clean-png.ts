// Takes out of a PNG every chunk that does not draw it: text, EXIF, times, colour profiles, and anything unknown; also what
// follows its end, where cropping programs have left the picture as it was before.
import { crc32 } from 'node:zlib';
import { brokenPicture, type CleanPicture, requirePoints } from './clean-picture.ts';

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const DRAWS = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'],
  ...['acTL', 'fcTL', 'fdAT'], // the frames of one that moves
]);

/** Throws `file-damaged` when a chunk is cut off or does not match its checksum; `file-too-big` for too many points. */
export function cleanPng(bytes: Buffer): CleanPicture {
  const pieces: Uint8Array[] = [PNG_SIGNATURE];
  const seen = new Set<string>();
  for (let at = PNG_SIGNATURE.length; !seen.has('IEND'); ) {
    const { type, end } = chunkAt(bytes, at);
    if (seen.size === 0 && type !== 'IHDR') throw brokenPicture();
    if (DRAWS.has(type)) pieces.push(bytes.subarray(at, end));
    seen.add(type);
    at = end;
  }
  if (!seen.has('IDAT')) throw brokenPicture();
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  requirePoints(width, height);
  return { pieces, width, height, turn: 1 };
}

function chunkAt(bytes: Buffer, at: number): { readonly type: string; readonly end: number } {
  if (at + 12 > bytes.length) throw brokenPicture();
  const end = at + 12 + bytes.readUInt32BE(at);
  if (end > bytes.length) throw brokenPicture();
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw brokenPicture();
  if (type === 'IHDR' && end - at !== 25) throw brokenPicture();
  return { type, end };
}
