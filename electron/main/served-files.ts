// Which files the page may ask for: those the build put there, listed once at start. A path is looked up, never resolved,
// so that no spelling of `..` can reach another file.
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ORIGIN } from './policy.ts';

export interface ServedFile {
  readonly file: string;
  readonly contentType: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Every servable file below `folder`, by its URL. Kinds of file without a content type here are not served at all. */
export function listServedFiles(folder: string, address: string = ORIGIN): ReadonlyMap<string, ServedFile> {
  const found = new Map<string, ServedFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    const url = `${address}/${entry.name}`;
    const contentType = CONTENT_TYPES[extname(entry.name)];
    if (entry.isDirectory()) for (const [key, served] of listServedFiles(file, url)) found.set(key, served);
    else if (entry.isFile() && contentType !== undefined) found.set(url, { file, contentType });
  }
  return found;
}
