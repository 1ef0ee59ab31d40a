// The folder of a backup while it is being made: `<name>.part`, ours alone, renamed when everything in it was proven.
import { stat, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesOutside } from '../removable/open-outside.ts';
import { type Stop, writingError } from '../removable/outside-error.ts';
import { flushFolder, type Medium, writeOutside } from '../removable/write-outside.ts';
import { DATABASE, MANIFEST, SLOTS } from './manifest.ts';

const PART = /^backup-\d{4}-\d{2}-\d{2}-\d{1,16}\.part$/;
/** What a killed run can leave inside a `.part`; a folder that holds anything else is not ours to remove. */
const OURS = new Set([DATABASE, `${DATABASE}-journal`, SLOTS, `${SLOTS}.part`, MANIFEST, `${MANIFEST}.part`]);
const LOOK_EVERY_MS = 250;

/** Makes an empty part, mode 0700; those that killed runs left behind go first, so that they do not fill the stick. */
export async function makePart(folder: string, name: string): Promise<string> {
  try {
    for (const left of await namesOutside(folder, (found) => PART.test(found), 1_000))
      await removeLeft(join(folder, left));
    const part = join(folder, `${name}.part`);
    await mkdir(part, { mode: 0o700 });
    return part;
  } catch (error) {
    throw writingError(error);
  }
}

async function removeLeft(part: string): Promise<void> {
  if (!(await lstat(part)).isDirectory()) return;
  if ((await readdir(part)).every((name) => OURS.has(name))) await rm(part, { recursive: true });
}

/** Removes a part after a failure; the failure itself is what counts, so this never adds one. */
export async function dropPart(part: string): Promise<void> {
  await rm(part, { recursive: true, force: true }).catch(() => undefined);
}

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
 * Gives the proven part the first free name from `seq` on and flushes the folder. A name that is taken is another backup of the
 * same number (the vault was once set back): never replaced.
 */
export async function nameBackup(
  medium: Medium,
  folder: string,
  part: string,
  named: { readonly day: string; readonly seq: number },
): Promise<string> {
  const name = await freeName(folder, named.day, named.seq);
  try {
    await flushFolder(medium, part);
    await rename(part, join(folder, name));
    await flushFolder(medium, folder);
    return name;
  } catch (error) {
    await dropPart(join(folder, name));
    throw writingError(error);
  }
}

async function freeName(folder: string, day: string, from: number): Promise<string> {
  for (let seq = from; ; seq += 1) {
    const name = `backup-${day}-${seq}`;
    const taken = await lstat(join(folder, name)).catch(() => null); // what cannot be looked at fails at the rename
    if (taken === null) return name;
  }
}

/** Tells the size of a growing file until stopped: the copy itself runs as one statement and reports nothing. */
export function watchSize(file: string, seen: (bytes: number) => void): () => void {
  const timer = setInterval(() => {
    void stat(file).then(
      ({ size }) => seen(size),
      () => undefined, // not there yet, or no longer: the copy reports its own failure
    );
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
