// A zip of a few small files, none of them packed: all that a workbook needs (APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16).
// No time is written into it, so that the same content always has the same bytes.
import { crc32 } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0, names in UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;
/** 1 January 1980: the earliest day that a zip can name. */
const NO_DATE = 0x21;

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
  return bytes;
};
const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32LE(value >>> 0, at * 4));
  return bytes;
};

/** What stands both before a file and in the directory. */
function about({ name, content }: ZipPart): Buffer {
  const length = Buffer.byteLength(name);
  return Buffer.concat([
    u16(VERSION, UTF8, 0, 0, NO_DATE),
    u32(crc32(content), content.length, content.length),
    u16(length, 0),
  ]);
}

export function storedZip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const file = Buffer.concat([u32(LOCAL), about(part), name, part.content]);
    directory.push(Buffer.concat([u32(CENTRAL), u16(VERSION), about(part), u16(0, 0, 0), u32(0, at), name]));
    files.push(file);
    at += file.length;
  }
  const central = Buffer.concat(directory);
  const end = [u32(END), u16(0, 0, parts.length, parts.length), u32(central.length, at), u16(0)];
  return Buffer.concat([...files, central, ...end]);
}
