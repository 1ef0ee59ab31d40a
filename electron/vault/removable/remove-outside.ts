// Takes back a file that we have just written, when what it belongs to failed afterwards.
import { lstat, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writingError } from './outside-error.ts';

/** Removes one file of ours from a chosen folder. Never throws: the failure that led here is the one to tell. */
export async function removeOutside(folder: string, name: string): Promise<void> {
  await rm(join(folder, basename(name)), { force: true }).catch(() => undefined);
}

/** Removes a folder of ours that has had its time, with everything in it. A link is left alone. Errors: those of writing outside. */
export async function removeFolderOutside(folder: string, name: string): Promise<void> {
  const path = join(folder, basename(name));
  try {
    if ((await lstat(path)).isDirectory()) await rm(path, { recursive: true });
  } catch (error) {
    throw writingError(error);
  }
}
