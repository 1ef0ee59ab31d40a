// The list of a packed program's files by their hashes, kept beside it, with which the app compares itself on the page "This program"
// (electron/main/program-files.ts). On Linux it stands in for the integrity check that Electron makes on Windows and macOS alone.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectFolder } from '../run/setup/folders.mjs';

/** Where the list lies in the program's folder; it is not in itself. */
export const LIST = 'resources/program-files.json';
/** As many words as are printed on the card of a release: 129 bits. */
const WORDS = 10;

/** Writes the list of every file below `folder` into it, and gives what lineOfHashes says of them. */
export async function writeList(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = {};
  for (const file of files.sort()) {
    const name = relative(folder, file).replaceAll('\\', '/');
    if (name !== LIST)
      hashes[name] = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
  }
  await writeFile(join(folder, LIST), `${JSON.stringify(hashes, null, 1)}\n`, { mode: 0o644 });
  return hashOfList(hashes);
}

/** SHA-256 over the lines "<sha256 of a file>  <its name>\n", sorted by name: `{ hash, words }`. */
export async function hashOfList(hashes) {
  const lines = Object.keys(hashes)
    .sort()
    .map((name) => `${hashes[name]}  ${name}\n`);
  const hash = createHash('sha256').update(lines.join('')).digest('hex');
  return { hash, words: await wordsOf(hash) };
}

/** As shared/keys/words-of-hash.ts, which is TypeScript: that both say the same is asserted on the packed app. */
async function wordsOf(hash) {
  const source = await readFile(join(projectFolder, 'shared/keys/eff-large-wordlist.ts'), 'utf8');
  const list = /`([^`]+)`/.exec(source)[1].trim().split(/\s+/);
  const words = [];
  for (let rest = BigInt(`0x${hash}`); words.length < WORDS; rest /= BigInt(list.length)) {
    words.unshift(list[Number(rest % BigInt(list.length))]);
  }
  return words;
}
