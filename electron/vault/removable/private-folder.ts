// A place inside the vault folder that only this user can read, for copies of outside files while they are checked.
// What is checked there is what is used; it is emptied when the work ends, and swept at the next start if it could not be.
import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type OutsideFile, passOutside, type ReadResult } from './open-outside.ts';
import { ownDiskError } from '../keys/disk-error.ts';

const PREFIX = 'checking-';
const NAME = /^[A-Za-z0-9._-]{1,80}$/;

/** A copy inside the private folder, open for reading: its bytes were counted and hashed as they came in. */
export interface PrivateCopy extends ReadResult {
  readonly handle: FileHandle;
}

export class PrivateFolder {
  readonly path: string;
  readonly #open: FileHandle[] = [];

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes a fresh folder, mode 0700. Errors: disk-full, disk-failing. */
  static async make(vaultFolder: string): Promise<PrivateFolder> {
    const path = join(vaultFolder, PREFIX + randomBytes(8).toString('hex'));
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      throw ownDiskError(error);
    }
    return new PrivateFolder(path);
  }

  /**
   * Copies an outside file in, verifying while it copies; a copy that fails is removed. `seen` hears how many bytes have come.
   * Errors as reading and as writing.
   */
  async copyIn(file: OutsideFile, name: string, seen?: (bytes: number) => void): Promise<PrivateCopy> {
    if (!NAME.test(name) || name.startsWith('.')) throw new TypeError('a private copy needs a plain name');
    const path = join(this.path, name);
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    this.#open.push(handle);
    try {
      let bytes = 0;
      const result = await passOutside(file, async (chunk) => {
        await writeAll(handle, chunk);
        seen?.((bytes += chunk.length));
      });
      return { ...result, handle };
    } catch (error) {
      await handle.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Closes and removes everything in it. */
  async remove(): Promise<void> {
    for (const handle of this.#open) await handle.close().catch(() => undefined); // closed already: nothing is left to do
    await rm(this.path, { recursive: true, force: true });
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  try {
    let done = 0;
    while (done < chunk.length) done += (await handle.write(chunk, done)).bytesWritten;
  } catch (error) {
    throw ownDiskError(error);
  }
}

/** Runs `work` with a private folder that is gone afterwards, whether it succeeded or not. */
export async function withPrivateFolder<T>(
  vaultFolder: string,
  work: (folder: PrivateFolder) => Promise<T>,
): Promise<T> {
  const folder = await PrivateFolder.make(vaultFolder);
  try {
    return await work(folder);
  } finally {
    await folder.remove();
  }
}

/** Removes private folders that a killed process left behind; returns how many (0 where the folder is not there yet). */
export async function sweepPrivateFolders(vaultFolder: string): Promise<number> {
  const names = await readdir(vaultFolder).catch(() => []); // nothing there yet: nothing left behind
  const left = names.filter((name) => /^checking-[0-9a-f]{16}$/.test(name));
  for (const name of left) {
    const path = join(vaultFolder, name);
    if ((await stat(path)).isDirectory()) await rm(path, { recursive: true, force: true });
  }
  return left.length;
}
