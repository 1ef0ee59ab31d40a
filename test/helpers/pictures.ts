// Pictures as cameras and programs make them, with everything in them that must not be kept. Their drawing parts come from a
// browser's encoders; what is put around them is written here, byte by byte, as the standards say.
import { crc32, deflateSync } from 'node:zlib';

const from = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** 48 × 32 points, by Chromium. */
export const plainJpeg = from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgADADASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAAEFAwb/xAAiEAABAgMJAAAAAAAAAAAAAAAAERMBBRIVFiRCUWFlo+L/xAAWAQEBAQAAAAAAAAAAAAAAAAAEBQP/xAAcEQEBAQACAwEAAAAAAAAAAAACAAMBEgQxQYH/2gAMAwEAAhEDEQA/AOsgkdsv4llmnJUqrvDQ17j8l0ejIkE8sZ/DPPU56URdo6mvfjje/wAhyeflV8hb9+evr8vIAAcDZ6OAFFgwNHQAAAapo4ABYMDRwoAwGDo7/9k=',
);
export const plainWebp = from(
  'UklGRmQCAABXRUJQVlA4WAoAAAAgAAAALwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggdgAAANAEAJ0BKjAAIAA+tVSjTCclIyIqqADgFolmAJ05QVIeE+YHhf45hSWHMutpTPngAP6cqf4bnppXWUvha1+1+qKA0EoZLMFFoUd8qgjIeh3g8zdCTSWJOy4OgYH7uu9CcOjVqaSe3wbuJKx5EzBGFTh3mc4YsAA=',
);
export const seeThroughWebp = from(
  'UklGRo4CAABXRUJQVlA4WAoAAAAwAAAALwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZBTFBIGgAAAAEPMP8REYIg2wZh/jYzO8AOENH/CVgcSy8BVlA4IH4AAABQBACdASowACAAPrVSokwnJKMiKqgA4BaJZgCdMsu3oLvsACI5lQ5/G09QAP6cqf4bod1eo/2mlbkX7X6okxNShjp36uS1dVZ4N15qupE/6wr6r3YLWL6rfe7dhdrN+I5yV6ylpfR1XBWuMcX0Z5lb4iwF543NP33FOSpEOAA=',
);

/** 41° 24′ 12.2″ N, 2° 10′ 26.5″ E: the numbers as a camera writes them. */
const LATITUDE = [41, 1, 24, 1, 122, 10];
const LONGITUDE = [2, 1, 10, 1, 265, 10];
export const CAMERA = 'Moonlight Q7 serial 55120934';
export const PLACE = 'Harbour Street 9';

/** An EXIF block (TIFF, little-endian): camera, orientation, time, and a GPS directory. */
export function exifWithGps(orientation = 6): Buffer {
  const camera = Buffer.from(`${CAMERA}\0`, 'latin1');
  const taken = Buffer.from('2026:11:20 21:14:03\0', 'latin1');
  const entries = 4;
  const gpsAt = 8 + 2 + entries * 12 + 4;
  const gpsEntries = 4;
  const dataAt = gpsAt + 2 + gpsEntries * 12 + 4;
  const latitudeAt = dataAt + camera.length + taken.length;
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  const ifd = directory([
    [0x0110, 2, camera.length, dataAt],
    [0x0112, 3, 1, orientation],
    [0x0132, 2, taken.length, dataAt + camera.length],
    [0x8825, 4, 1, gpsAt],
  ]);
  const gps = directory([
    [1, 2, 2, 'N'.charCodeAt(0)],
    [2, 5, 3, latitudeAt],
    [3, 2, 2, 'E'.charCodeAt(0)],
    [4, 5, 3, latitudeAt + 24],
  ]);
  return Buffer.concat([head, ifd, gps, camera, taken, u32s(LATITUDE), u32s(LONGITUDE)]);
}

type Entry = readonly [tag: number, type: number, count: number, value: number];
function directory(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
  bytes.writeUInt16LE(entries.length, 0);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 2 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  return bytes;
}
const u32s = (values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

/** Where a picture was taken, as a reader of EXIF finds it: null when it says nothing. Looks through all bytes for such a block. */
export function placeIn(bytes: Uint8Array): { readonly latitude: number; readonly longitude: number } | null {
  const all = Buffer.from(bytes);
  const tiff = all.indexOf('II*\0', 0, 'latin1');
  if (tiff === -1) return null;
  const pointer = valueOf(all, tiff, all.readUInt32LE(tiff + 4), 0x8825);
  if (pointer === null) return null;
  const degrees = (tag: number): number => {
    const at = tiff + (valueOf(all, tiff, pointer, tag) ?? 0);
    const part = (index: number): number => all.readUInt32LE(at + index * 8) / all.readUInt32LE(at + index * 8 + 4);
    return part(0) + part(1) / 60 + part(2) / 3600;
  };
  return { latitude: degrees(2), longitude: degrees(4) };
}

function valueOf(all: Buffer, tiff: number, ifd: number, tag: number): number | null {
  const count = all.readUInt16LE(tiff + ifd);
  for (let index = 0; index < count; index += 1) {
    const at = tiff + ifd + 2 + index * 12;
    if (all.readUInt16LE(at) === tag) return all.readUInt32LE(at + 8);
  }
  return null;
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><photoshop:City>${PLACE}</photoshop:City></x:xmpmeta>`;

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

/** A JPEG as a phone makes it: EXIF with GPS, XMP, IPTC, a colour profile, a comment, and a second picture after its end. */
export function phoneJpeg(orientation = 6): Buffer {
  const told = [
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifWithGps(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${XMP}`, 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x15\x1c\x02\x5a\0\x10${PLACE}`, 'latin1')),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${CAMERA}`, 'latin1')),
    segment(0xfe, Buffer.from(`taken at ${PLACE}`, 'latin1')),
  ];
  return Buffer.concat([plainJpeg.subarray(0, 2), ...told, plainJpeg.subarray(2), plainJpeg, Buffer.from(PLACE)]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

/** Grey points of any size, with or without what a phone and a cropping program add. */
interface PngWish {
  readonly width?: number;
  readonly height?: number;
  readonly told?: boolean;
  /** What its header says of its size, where that is a lie. */
  readonly header?: { readonly width: number; readonly height: number };
}
export function aPng({ width = 8, height = 8, told = false, header }: PngWish = {}): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(header?.width ?? width, 0);
  ihdr.writeUInt32BE(header?.height ?? height, 4);
  ihdr.writeUInt8(8, 8);
  const rows = Buffer.alloc(height * (width + 1), 0x40);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const extra = told
    ? [
        chunk('eXIf', exifWithGps()),
        chunk('tEXt', Buffer.from(`Author\0${CAMERA}`, 'latin1')),
        chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`, 'latin1')),
        chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(PLACE)])),
        chunk('tIME', Buffer.from([7, 0xea, 11, 20, 21, 14, 3])),
      ]
    : [];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', ihdr),
    ...extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
    ...(told ? [chunk('IDAT', deflateSync(Buffer.from(PLACE)))] : []),
  ]);
}

function riff(type: string, data: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The chunk that draws the plain one: Chromium puts a canvas and a colour profile before it. */
export const drawnWebp = (): Buffer => plainWebp.subarray(plainWebp.indexOf('VP8 ', 0, 'latin1'));

/** A WebP in the extended form, with EXIF and XMP around what draws it. */
export function phoneWebp({ moves = false } = {}): Buffer {
  const canvas = Buffer.alloc(10);
  canvas.writeUInt8(0x2c | (moves ? 0x02 : 0), 0); // profile, EXIF and XMP are there
  canvas.writeUIntLE(47, 4, 3);
  canvas.writeUIntLE(31, 7, 3);
  const parts = [
    riff('VP8X', canvas),
    riff('ICCP', Buffer.from(CAMERA)),
    drawnWebp(),
    riff('EXIF', exifWithGps(3)),
    riff('XMP ', Buffer.from(XMP)),
  ];
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.from(PLACE)]);
}
