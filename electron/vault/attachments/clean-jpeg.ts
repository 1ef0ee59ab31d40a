// Takes out of a JPEG everything that does not draw it: EXIF with GPS, XMP, IPTC, comments, thumbnails, colour profiles (they name
// devices), and whatever follows its end, such as the second picture or the film that phones append. Nothing is encoded anew.
import type { Turn } from '#shared/records/attachment';
import { brokenPicture, type CleanPicture, requirePoints } from './clean-picture.ts';
import { turnOf } from './exif-turn.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Tables and frames: DHT, DQT, DRI, and frames that a browser draws (baseline, extended, progressive). */
const DRAWS = new Set([0xc4, 0xdb, 0xdd, 0xc0, 0xc1, 0xc2]);
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, hierarchical and arithmetic frames: nothing here draws them. */
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** JFIF 1.1, one to one, without a thumbnail. */
const PLAIN_JFIF = Buffer.from([0xff, APP0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

interface Segment {
  readonly marker: number;
  /** Where the marker begins, where the payload begins, where the next thing begins. */
  readonly start: number;
  readonly payload: number;
  readonly end: number;
}

/** Throws `file-damaged` when it ends before its end or its segments do not follow one another; `file-too-big` for too many points. */
export function cleanJpeg(bytes: Buffer): CleanPicture {
  const pieces: Uint8Array[] = [Buffer.from([0xff, SOI])];
  let size = { width: 0, height: 0 };
  let turn: Turn = 1;
  let scans = 0;
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at);
    if (segment.marker === EOI) break;
    at = segment.end;
    if (OTHER_FRAMES.has(segment.marker)) throw brokenPicture();
    if (FRAMES.has(segment.marker)) size = frameSize(bytes, segment);
    if (segment.marker === APP1) turn = exifTurn(bytes, segment) ?? turn;
    if (segment.marker === SOS) {
      at = endOfScan(bytes, segment.end);
      scans += 1;
      pieces.push(bytes.subarray(segment.start, at));
    } else pieces.push(...kept(bytes, segment));
  }
  requirePoints(size.width, size.height);
  if (scans === 0) throw brokenPicture();
  return { pieces: [...pieces, Buffer.from([0xff, EOI])], ...size, turn };
}

function segmentAt(bytes: Buffer, from: number): Segment {
  if (bytes[from] !== 0xff) throw brokenPicture();
  let at = from + 1;
  while (bytes[at] === 0xff) at += 1; // fill bytes
  const marker = bytes[at];
  if (marker === undefined) throw brokenPicture();
  const payload = at + 3;
  if (marker === EOI) return { marker, start: at - 1, payload: at + 1, end: at + 1 };
  if (payload > bytes.length || marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) throw brokenPicture();
  const length = bytes.readUInt16BE(at + 1);
  const end = at + 1 + length;
  if (length < 2 || end > bytes.length) throw brokenPicture();
  return { marker, start: at - 1, payload, end };
}

function frameSize(bytes: Buffer, { payload, end }: Segment): { width: number; height: number } {
  if (end - payload < 6) throw brokenPicture();
  return { width: bytes.readUInt16BE(payload + 3), height: bytes.readUInt16BE(payload + 1) };
}

function exifTurn(bytes: Buffer, { payload, end }: Segment): Turn | null {
  const isExif = bytes.toString('latin1', payload, payload + 6) === 'Exif\0\0';
  return isExif ? turnOf(bytes.subarray(payload + 6, end)) : null;
}

function kept(bytes: Buffer, { marker, start, payload, end }: Segment): readonly Uint8Array[] {
  if (DRAWS.has(marker)) return [bytes.subarray(start, end)];
  if (marker === APP0) return bytes.toString('latin1', payload, payload + 5) === 'JFIF\0' ? [PLAIN_JFIF] : [];
  // Adobe's twelve bytes say how colours were mixed; without them some pictures come out green.
  const isAdobe =
    marker === APP14 && end - payload === 12 && bytes.toString('latin1', payload, payload + 5) === 'Adobe';
  return isAdobe ? [bytes.subarray(start, end)] : [];
}

/** The first marker after the coded data that is neither a stuffed FF nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw brokenPicture();
}
