// The folder of a backup while it is being made.
import { join } from 'node:path';
import type { Stop } from '../removable/outside-error.ts';
import { isTaken, makePart, namePart, type OurParts } from '../removable/part-folder.ts';
import { type Medium, writeOutside } from '../removable/write-outside.ts';
import { FILES } from './backup-attachments.ts';
import { DATABASE, MANIFEST, SLOTS } from './manifest.ts';

const ours: OurParts = {
  name: /^backup-\d{4}-\d{2}-\d{2}-\d{1,16}\.part$/,
  folder: { name: FILES, files: /^[0-9a-f]{32}(?:\.part)?$/ },
  files: new Set([DATABASE, `${DATABASE}-journal`, SLOTS, `${SLOTS}.part`, MANIFEST, `${MANIFEST}.part`]),
};

export const makeBackupPart = (folder: string, name: string): Promise<string> => makePart(folder, name, ours);

/** Slots and manifest: a few kilobytes, flushed and read back like everything else. */
export async function writeSmall(
  medium: Medium,
  small: { readonly part: string; readonly name: string; readonly bytes: Uint8Array },
  signal: Stop | undefined,
): Promise<void> {
  const { part, name, bytes } = small;
  const source = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  const target = { folder: part, name, bytes: bytes.length };
  await writeOutside(medium, target, source, signal === undefined ? {} : { signal });
}

/**
 * Gives the proven part the first free name from `seq` on. A name that is taken is another backup of the same number (the vault
 * was once set back): never replaced.
 */
export async function nameBackup(
  medium: Medium,
  folder: string,
  part: string,
  { day, seq }: { readonly day: string; readonly seq: number },
): Promise<string> {
  let free = seq;
  while (await isTaken(join(folder, `backup-${day}-${free}`))) free += 1;
  const name = `backup-${day}-${free}`;
  await namePart(medium, folder, part, name);
  return name;
}
