// The folder with the encrypted files, seen from the database: what it does not name is left over from a killed run or from a file
// that was taken away, and goes.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diskErrorCode } from '../keys/disk-error.ts';

/** Neutral on purpose: no person, no day, no kind. */
export const BLOB_NAME = /^[0-9a-f]{32}$/;
const OURS = /^[0-9a-f]{32}(?:\.part)?$/;

/** Whether the file is where it belongs, in its full size. Its content is proven only when it is read. */
export function isThere(folder: string, blob: string, storedBytes: number): boolean {
  try {
    const found = statSync(join(folder, blob));
    return found.isFile() && found.size === storedBytes;
  } catch {
    return false;
  }
}

/** Takes one file away; what cannot be removed now goes at the next unlock. */
export function removeBlob(folder: string, blob: string): void {
  try {
    rmSync(join(folder, blob), { force: true });
  } catch {
    // its key is gone already: nobody can read it, and the sweep tries again
  }
}

/**
 * After a commit that failed: files that it would have named. When the disk refused it, what was committed may still come back out of
 * the log at the next unlock; then they are kept, and the sweep there judges by what the database names.
 */
export function takeBack(folder: string, blobs: readonly string[], failure: unknown): void {
  if (diskErrorCode(failure) === 'disk-failing') return;
  for (const blob of blobs) removeBlob(folder, blob);
}

/** Removes our files that nobody names any more; returns how many. A name that is not ours is left alone. */
export function sweepBlobs(folder: string, named: ReadonlySet<string>): number {
  const left = namesIn(folder).filter((name) => OURS.test(name) && !named.has(name));
  for (const name of left) removeBlob(folder, name);
  return left.length;
}

/** How many whole files of ours lie in a folder, and their bytes together. */
export function countBlobs(folder: string): { readonly count: number; readonly bytes: number } {
  const sizes = namesIn(folder)
    .filter((name) => BLOB_NAME.test(name))
    .map((name) => statSync(join(folder, name)).size);
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no file was ever kept
  }
}
