// The one thing of a picture's EXIF block that is needed to draw it: which way is up. Everything else in it is thrown away.
import type { Turn } from '#shared/records/attachment';

const ORIENTATION = 0x0112;
const SHORT = 3;
const UPRIGHT = 1;

/** Reads the orientation of a TIFF block as EXIF carries it. A block that makes no sense leaves the picture as it is. */
export function turnOf(tiff: Uint8Array): Turn {
  const bytes = Buffer.from(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = bytes.toString('latin1', 0, 2);
  if (bytes.length < 14 || (order !== 'II' && order !== 'MM')) return UPRIGHT;
  const u16 = (at: number): number => (order === 'II' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const start = order === 'II' ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  if (start + 2 > bytes.length) return UPRIGHT;
  const count = Math.min(u16(start), 512);
  for (let entry = start + 2; entry < start + 2 + count * 12 && entry + 12 <= bytes.length; entry += 12) {
    if (u16(entry) !== ORIENTATION || u16(entry + 2) !== SHORT) continue;
    const turn = u16(entry + 8);
    return turn >= 1 && turn <= 8 ? turn : UPRIGHT;
  }
  return UPRIGHT;
}
