// A folder that is being filled in a place outside: `<name>.part`, ours alone, renamed when everything in it was proven. What a
// killed run left behind goes before the next one begins, so that it does not fill the stick.
import { lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { namesOutside } from './open-outside.ts';
import { writingError } from './outside-error.ts';
import { flushFolder, type Medium } from './write-outside.ts';

/** How to know our own parts again: by name, and by holding nothing but these files. */
export interface OurParts {
  readonly name: RegExp;
  readonly files: ReadonlySet<string>;
  /** One folder more, with files of such names. */
  readonly folder?: { readonly name: string; readonly files: RegExp };
}

const LOOK_EVERY_MS = 250;

/** Makes an empty part, mode 0700. Errors: those of writing outside. */
export async function makePart(folder: string, name: string, ours: OurParts): Promise<string> {
  try {
    for (const left of await namesOutside(folder, (found) => ours.name.test(found), 1_000)) {
      await removeLeft(join(folder, left), ours);
    }
    const part = join(folder, `${name}.part`);
    await mkdir(part, { mode: 0o700 });
    return part;
  } catch (error) {
    throw writingError(error);
  }
}

/** One folder inside a part, mode 0700. Errors: those of writing outside. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    throw writingError(error);
  });
}

async function removeLeft(part: string, ours: OurParts): Promise<void> {
  if (!(await lstat(part)).isDirectory()) return;
  const inside = ours.folder === undefined ? [] : await namesOf(join(part, ours.folder.name));
  const isOurs = (await readdir(part)).every((name) => ours.files.has(name) || name === ours.folder?.name);
  if (isOurs && inside.every((name) => ours.folder?.files.test(name))) await rm(part, { recursive: true });
}

/** A folder that is not there, or is none, has no names. */
const namesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Removes a part after a failure; the failure itself is what counts, so this never adds one. */
export async function dropPart(part: string): Promise<void> {
  await rm(part, { recursive: true, force: true }).catch(() => undefined);
}

/** Gives a proven part its name, with everything flushed before and after. A folder that cannot be flushed then is removed again. */
export async function namePart(medium: Medium, folder: string, part: string, name: string): Promise<void> {
  const final = join(folder, name);
  try {
    await flushFolder(medium, part);
    await rename(part, final);
  } catch (error) {
    throw writingError(error);
  }
  try {
    await flushFolder(medium, folder);
  } catch (error) {
    await dropPart(final);
    throw writingError(error);
  }
}

/** Whether anything has this name already; what cannot be looked at fails at the rename. */
export const isTaken = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Tells the size of a growing file until stopped, for work that reports nothing itself. */
export function watchSize(file: string, seen: (bytes: number) => void): () => void {
  const timer = setInterval(() => {
    void stat(file).then(
      ({ size }) => seen(size),
      () => undefined, // not there yet, or no longer: the work reports its own failure
    );
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
