// Looks for words in files as bytes, in the ways in which a program could have left them there.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';

/** In base64 a text looks different at each of three offsets; its inner part, without the ends shared with neighbours, does not. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64');
    const whole = Math.floor(((offset + Buffer.byteLength(text)) * 8) / 6);
    return padded.slice(Math.ceil((offset * 8) / 6), whole);
  });

const waysOf = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  ...inBase64(text).map((part) => Buffer.from(part)),
];

const GZIP = Buffer.from([0x1f, 0x8b, 8]);
/** More than this much of one packed part is not unpacked. */
const MOST_UNPACKED = 1 << 26;

/** What is packed in a file, wherever in it that begins; a part that is cut short is unpacked as far as it goes. */
function unpacked(content: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = content.indexOf(GZIP); at >= 0; at = content.indexOf(GZIP, at + 1)) {
    try {
      const how = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED };
      parts.push(inflateRawSync(content.subarray(afterHead(content, at)), how));
    } catch {
      // Three bytes that look like a beginning and are none.
    }
  }
  return parts;
}

/** Where the packed bytes begin: ten bytes on, and after the names that the fourth of them announces (RFC 1952). */
function afterHead(content: Buffer, at: number): number {
  const flags = content[at + 3] ?? 0;
  let from = at + 10;
  if ((flags & 4) !== 0) from += 2 + content.readUInt16LE(from);
  for (const named of [8, 16]) if ((flags & named) !== 0) from = content.indexOf(0, from) + 1;
  return from + ((flags & 2) === 0 ? 0 : 2);
}

/** Every regular file under a folder that holds one of the texts, and all that were read, as paths within the folder. */
export function filesWith(folder: string, texts: readonly string[]): { hits: string[]; files: string[] } {
  const wanted = texts.flatMap(waysOf);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const hits = files.filter((file) => {
    const content = readFileSync(file);
    return [content, ...unpacked(content)].some((bytes) => wanted.some((way) => bytes.includes(way)));
  });
  const within = (paths: readonly string[]) => paths.map((path) => relative(folder, path));
  return { hits: within(hits), files: within(files) };
}
