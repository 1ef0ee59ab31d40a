// The one place in this room that touches the disk: small files that are either the old ones or the new ones, never half of each.
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { ownDiskError } from './disk-error.ts';

/**
 * Replaces a file, readable by its owner alone: written beside it, flushed, renamed, and the folder flushed.
 * Throws `disk-full` or `disk-failing`; the old file is then untouched.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true }); // left by a cut power
    writeFlushed(part, bytes);
    requireSame(part, bytes);
    renameSync(part, file);
    flushFolder(path.dirname(file));
  } catch (error) {
    removeIfPossible(part);
    throw ownDiskError(error);
  }
}

/** Both copies of the key slots. The second is written only when the first is on the disk. */
export function writeSlotFiles(folder: string, bytes: Uint8Array): void {
  replaceFile(path.join(folder, 'slots.bin'), bytes);
  replaceFile(path.join(folder, 'slots.bak'), bytes);
}

/**
 * A small file's bytes, or null when there is none. What cannot be read, is longer than `limit` or is no ordinary file comes back
 * empty, so that its reader calls it damaged and the other copy is used.
 */
export function readIfPresent(file: string, limit: number): Uint8Array | null {
  const fd = openIfPresent(file);
  if (fd === null) return null;
  if (fd === 'unreadable') return new Uint8Array(0);
  try {
    return readUpTo(fd, limit);
  } catch {
    return new Uint8Array(0); // a bad block
  } finally {
    closeSync(fd);
  }
}

/** Overwrites bytes in place and waits until they are on the disk. */
export function overwriteAt(fd: number, position: number, bytes: Uint8Array): void {
  try {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(fd, bytes, written, bytes.length - written, position + written);
    }
    fdatasyncSync(fd);
  } catch (error) {
    throw ownDiskError(error);
  }
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // the failure that brought us here is the one to report; the next replacement removes what is left
  }
}

function openIfPresent(file: string): number | 'unreadable' | null {
  try {
    // Never follow a link and never wait for a pipe that somebody put in the place of the file. Windows knows neither flag.
    return openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : 'unreadable';
  }
}

function readUpTo(fd: number, limit: number): Uint8Array {
  const stats = fstatSync(fd);
  if (!stats.isFile() || stats.size > limit) return new Uint8Array(0);
  const bytes = new Uint8Array(stats.size);
  let read = 0;
  while (read < bytes.length) {
    const more = readSync(fd, bytes, read, bytes.length - read, read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

/** What is put in place of a good file must be there: a disk may say that it has written and have not. */
function requireSame(file: string, bytes: Uint8Array): void {
  const found = readIfPresent(file, bytes.length);
  if (found === null || Buffer.compare(found, bytes) !== 0) throw new VaultError('disk-failing');
}

function writeFlushed(file: string, bytes: Uint8Array): void {
  const fd = openSync(file, 'wx', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(fd, bytes, written);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Makes the rename itself durable. Windows cannot open a folder and does not need to: NTFS journals its names. */
/** Puts renames in a folder on the disk. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
