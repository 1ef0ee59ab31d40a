// The only place that opens a path from outside the vault folder. The other side is treated as a hostile computer:
// never waits on a pipe, never follows a link, never believes a size, and hashes what it read while it reads it.
import { createHash } from 'node:crypto';
import { constants, type FileHandle, lstat, open, opendir } from 'node:fs/promises';
import { dirname, basename, join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { readingError, type Stop, stopIfAsked } from './outside-error.ts';

const CHUNK = 1 << 20;
// O_NOFOLLOW and O_NONBLOCK do not exist on Windows, where neither links nor pipes open by name without special rights.
const flag = (name: 'O_NOFOLLOW' | 'O_NONBLOCK' | 'O_DIRECTORY' | 'O_NOCTTY'): number => constants[name] ?? 0;
const READ_FILE = constants.O_RDONLY | flag('O_NONBLOCK') | flag('O_NOFOLLOW') | flag('O_NOCTTY');
const READ_FOLDER = constants.O_RDONLY | flag('O_DIRECTORY') | flag('O_NOFOLLOW');

export interface OutsideFile {
  /** The folder the person chose. It may itself be reached by links; nothing below it may. */
  readonly folder: string;
  /** Names from that folder down to the file. */
  readonly names: readonly [string, ...string[]];
  /** Bytes after which reading stops with file-too-big, whatever the file says of itself. */
  readonly limit: number;
  /** What a checked manifest promised; a difference is file-damaged. */
  readonly expect?: { readonly bytes: number; readonly sha256: string };
  readonly signal?: Stop;
}

/** A file chosen directly in a dialog, as folder and name. */
export const chosenFile = (path: string, limit: number): OutsideFile => ({
  folder: dirname(path),
  names: [basename(path)],
  limit,
});

export interface ReadResult {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Reads a whole small file. Errors: not-a-regular-file, file-too-big, file-gone, file-not-readable, file-damaged, stick-removed. */
export async function readOutside(file: OutsideFile): Promise<ReadResult & { readonly content: Uint8Array }> {
  const parts: Uint8Array[] = [];
  const result = await passOutside(file, (chunk) => {
    parts.push(new Uint8Array(chunk)); // a copy: slice() of a Buffer would be a view of the buffer that the next read fills
    return Promise.resolve();
  });
  return { ...result, content: Buffer.concat(parts) };
}

/**
 * Hands every chunk of an outside file to `take`, which must be done with it when it resolves (the buffer is used again).
 * Counts and hashes in the same pass. Errors as `readOutside`; what `take` throws passes through.
 */
export async function passOutside(file: OutsideFile, take: (chunk: Uint8Array) => Promise<void>): Promise<ReadResult> {
  const handle = await openOutside(file);
  try {
    return await pass(handle, file, take);
  } finally {
    await handle.close();
  }
}

/** The size of a file as its descriptor tells it, or null when it is not there or is no ordinary file. Errors: stick-removed, … */
export async function sizeOutside(file: Pick<OutsideFile, 'folder' | 'names'>): Promise<number | null> {
  try {
    const handle = await openOutside({ ...file, limit: Number.MAX_SAFE_INTEGER });
    try {
      return (await handle.stat()).size;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof VaultError && (error.code === 'file-gone' || error.code === 'not-a-regular-file')) return null;
    throw error;
  }
}

/**
 * Names in a chosen folder that `wanted` accepts, at most `most` of them and never after more than 100,000 entries: a hostile
 * folder has no end. Errors: file-gone (the folder itself), file-not-readable, stick-removed.
 */
export async function namesOutside(
  folder: string,
  wanted: (name: string) => boolean,
  most: number,
): Promise<readonly string[]> {
  const names: string[] = [];
  let looked = 0;
  try {
    for await (const entry of await opendir(folder)) {
      if (names.length >= most || ++looked > 100_000) break;
      if (wanted(entry.name)) names.push(entry.name);
    }
  } catch (error) {
    throw readingError(error);
  }
  return names;
}

async function pass(
  handle: FileHandle,
  file: OutsideFile,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<ReadResult> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let bytes = 0;
  for (;;) {
    stopIfAsked(file.signal);
    const chunk = await nextChunk(handle, buffer);
    if (chunk.length === 0) break;
    bytes += chunk.length;
    if (bytes > file.limit) throw new VaultError('file-too-big', { limitMb: Math.floor(file.limit / 1e6) });
    hash.update(chunk);
    await take(chunk);
  }
  const sha256 = hash.digest('hex');
  if (file.expect && (file.expect.bytes !== bytes || file.expect.sha256 !== sha256))
    throw new VaultError('file-damaged');
  return { bytes, sha256 };
}

async function nextChunk(handle: FileHandle, buffer: Buffer): Promise<Uint8Array> {
  try {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw readingError(error);
  }
}

async function openOutside(file: OutsideFile): Promise<FileHandle> {
  if (file.names.some((name) => name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name))) {
    throw new VaultError('not-a-regular-file');
  }
  try {
    return await openRegular(await openWithoutLinks(file.folder, file.names), file.limit);
  } catch (error) {
    throw readingError(error);
  }
}

/** Looks at the opened descriptor, not at the name: a pipe or a device opens without blocking and is refused here. */
async function openRegular(handle: FileHandle, limit: number): Promise<FileHandle> {
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new VaultError('not-a-regular-file');
    if (found.size > limit) throw new VaultError('file-too-big', { limitMb: Math.floor(limit / 1e6) });
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Opens name by name. On Linux each step goes through the descriptor of the folder before (what openat(2) does),
 * so that a folder swapped for a link between two looks changes nothing; elsewhere each prefix is looked at first.
 */
async function openWithoutLinks(folder: string, names: readonly string[]): Promise<FileHandle> {
  if (process.platform !== 'linux') return openByPath(folder, names);
  let above = await open(folder, constants.O_RDONLY | flag('O_DIRECTORY'));
  try {
    for (const name of names.slice(0, -1)) {
      const next = await open(`/proc/self/fd/${above.fd}/${name}`, READ_FOLDER);
      await above.close();
      above = next;
    }
    return await open(`/proc/self/fd/${above.fd}/${names.at(-1)!}`, READ_FILE);
  } finally {
    await above.close();
  }
}

async function openByPath(folder: string, names: readonly string[]): Promise<FileHandle> {
  let path = folder;
  for (const name of names) {
    path = join(path, name);
    const found = await lstat(path);
    if (found.isSymbolicLink()) throw new VaultError('not-a-regular-file');
  }
  return open(path, READ_FILE);
}
