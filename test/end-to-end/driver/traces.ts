// Looks for words in files as bytes, in the ways in which a program could have left them there.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

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

/** Every regular file under a folder that holds one of the texts, and all that were read, as paths within the folder. */
export function filesWith(folder: string, texts: readonly string[]): { hits: string[]; files: string[] } {
  const wanted = texts.flatMap(waysOf);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const hits = files.filter((file) => {
    const content = readFileSync(file);
    return wanted.some((way) => content.includes(way));
  });
  const within = (paths: readonly string[]) => paths.map((path) => relative(folder, path));
  return { hits: within(hits), files: within(files) };
}
