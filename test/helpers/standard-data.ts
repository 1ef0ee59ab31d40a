// IOM's own files are not part of the project. Where they lie beside it, tests read them; elsewhere they say so and go on.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = resolve(root, '../shared/data/htcds');

/** The path of one of IOM's files, or null with a line that names what was not tested. */
export function standardFile(name: string): string | null {
  const path = resolve(folder, name);
  if (existsSync(path)) return path;
  console.log(`NOT TESTED: ${name} of the HTCDS data is not beside this project (../shared/data/htcds).`);
  return null;
}
