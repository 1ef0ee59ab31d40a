// What was found of the program, beside what was listed when it was packed.
import { createHash } from 'node:crypto';
import type { ProgramFacts, ProgramFiles } from '#shared/contract/program';

/** The SHA-256 of each file, in hex, by its name below the program's folder. */
export type Hashes = Readonly<Record<string, string>>;

export function compareHashes(listed: Hashes, found: Hashes): ProgramFiles {
  const names = Object.keys(listed);
  const missing = names.filter((name) => !Object.hasOwn(found, name)).length;
  const same = names.filter((name) => Object.hasOwn(found, name) && found[name] === listed[name]).length;
  const added = Object.keys(found).filter((name) => !Object.hasOwn(listed, name)).length;
  return { same, missing, added, changed: names.length - missing - same };
}

/** SHA-256 in hex over the lines "<hash>  <name>\n", sorted by name: the build prints the same (build/installer/program-files.mjs). */
export function hashOfHashes(found: Hashes): string {
  const lines = Object.keys(found)
    .sort()
    .map((name) => `${found[name] ?? ''}  ${name}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** @param devices the names of the network devices that the process has */
export function networkVerdict(platform: string, devices: readonly string[]): ProgramFacts['network'] {
  if (platform !== 'linux') return 'not-known';
  return devices.every((name) => name === 'lo') ? 'denied' : 'not-denied';
}
