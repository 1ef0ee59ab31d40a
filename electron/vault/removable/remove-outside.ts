// Takes back a file that we have just written, when what it belongs to failed afterwards.
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Removes one file of ours from a chosen folder. Never throws: the failure that led here is the one to tell. */
export async function removeOutside(folder: string, name: string): Promise<void> {
  await rm(join(folder, basename(name)), { force: true }).catch(() => undefined);
}
