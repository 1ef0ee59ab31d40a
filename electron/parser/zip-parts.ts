// The parts of a zip, from bytes already in memory. Names are looked up, never used as paths; sizes are never believed:
// what comes out is counted while it comes out, and its checksum is compared at the end.
import { TextDecoder } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import { VaultError } from '#shared/contract/errors';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { damaged, limits, tooBig } from './limits.ts';

export interface Part {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: number;
  readonly size: number;
  readonly crc32: number;
}

/** Parts by lower-case name. Errors: file-damaged, file-encrypted, file-too-big. */
export async function zipParts(content: Buffer): Promise<ReadonlyMap<string, Part>> {
  try {
    const zip = await fromBufferPromise(content, { strictFileNames: true });
    if (zip.entryCount > limits.zipEntries) tooBig('entries', limits.zipEntries);
    const entries = await allEntries(zip);
    return await locate(zip, entries, content);
  } catch (error) {
    // yauzl tells everything by message; whatever it refuses is a damaged zip.
    throw error instanceof VaultError ? error : damaged('zip');
  }
}

async function allEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize;
    if (declared > limits.declaredBytes) tooBig('unpacked', limits.inflatedBytes);
    if (entry.isEncrypted()) throw new VaultError('file-encrypted');
    entries.push(entry);
  }
  return entries;
}

async function locate(zip: ZipFile, entries: readonly Entry[], content: Buffer): Promise<ReadonlyMap<string, Part>> {
  const parts = new Map<string, Part>();
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase();
    // Two entries of one name: which of them a reader sees depends on the reader. Never made by a spreadsheet program.
    if (parts.has(name)) throw damaged('zip-names');
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    if (end > content.length) throw damaged('zip');
    parts.set(name, {
      name,
      packed: content.subarray(fileDataStart, end),
      method: entry.compressionMethod,
      size: entry.uncompressedSize,
      crc32: entry.crc32,
    });
  }
  return parts;
}

/** Counts what all parts of one file unpack to. */
export class UnpackBudget {
  #left: number = limits.inflatedBytes;

  take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) tooBig('unpacked', limits.inflatedBytes);
  }
}

const STORED = 0;
const DEFLATED = 8;
const SLICE = 262_144;

/** The bytes of a part as they are unpacked. Errors: file-damaged, file-too-big. */
export async function* unpack(part: Part, budget: UnpackBudget): AsyncGenerator<Uint8Array> {
  let out = 0;
  let sum = 0;
  for await (const bytes of unpacked(part)) {
    out += bytes.length;
    budget.take(bytes.length);
    if (out > limits.ratioFrom && out > part.packed.length * limits.ratio) tooBig('unpacked', limits.inflatedBytes);
    sum = crc32(bytes, sum);
    yield bytes;
  }
  if (out !== part.size || sum !== part.crc32) throw damaged('zip-checksum');
}

async function* unpacked({ packed, method }: Part): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    for (let at = 0; at < packed.length; at += SLICE) yield packed.subarray(at, at + SLICE);
    return;
  }
  if (method !== DEFLATED) throw damaged('zip-method');
  const inflate = createInflateRaw({ chunkSize: SLICE });
  inflate.end(packed);
  try {
    for await (const bytes of inflate) yield bytes as Uint8Array;
  } catch (error) {
    throw error instanceof VaultError ? error : damaged('zip-data');
  } finally {
    inflate.destroy();
  }
}

/** A small part whole, as text. Errors as `unpack`. */
export async function partText(part: Part, budget: UnpackBudget): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of unpack(part, budget)) {
    bytes += piece.length;
    if (bytes > limits.smallPartBytes) tooBig('unpacked', limits.smallPartBytes);
    pieces.push(piece);
  }
  const decoder = new XmlDecoder();
  return decoder.write(Buffer.concat(pieces)) + decoder.end();
}

/** Bytes to text: UTF-8, or UTF-16 when it says so in its first two bytes. Anything that is not valid is `file-damaged`. */
export class XmlDecoder {
  #decoder: TextDecoder | undefined;

  write(bytes: Uint8Array): string {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    return this.#decode(() => this.#decoder?.decode(bytes, { stream: true }) ?? '');
  }

  end(): string {
    return this.#decode(() => this.#decoder?.decode() ?? '');
  }

  #decode(work: () => string): string {
    try {
      return work();
    } catch {
      throw damaged('xml-text');
    }
  }
}

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
