// Writes one file to a folder outside the vault so that "saved" is true: whole, flushed, read back from the medium.
// Never overwrites, never leaves a half file under its final name, and leaves no `.part` behind when it fails.
import { createHash } from 'node:crypto';
import { constants, type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { dropCachedPages } from './drop-cached-pages.ts';
import { passOutside } from './open-outside.ts';
import { type Stop, stopIfAsked, writingError } from './outside-error.ts';
import type { Space, StickPort } from './stick-port.ts';

export type WriteStage = 'writing' | 'flushing' | 'verifying';
/** What writing needs of the machine. */
export type Medium = Pick<StickPort, 'space' | 'mountedTwice' | 'sync'>;

export interface OutsideTarget {
  /** The folder the person chose. */
  readonly folder: string;
  /** A neutral name: no person, no case number. */
  readonly name: string;
  /** The size it will have, for the check before the first byte. */
  readonly bytes: number;
  /** What the file says it was last changed, UTC milliseconds; left to the system when absent. */
  readonly modifiedAt?: number;
}

export interface WriteControl {
  readonly signal?: Stop;
  stage?(stage: WriteStage, done: number): void;
}

export interface WrittenFile {
  readonly bytes: number;
  /** Lower-case hex, of what was written and, equal to it, of what was read back. */
  readonly sha256: string;
  readonly verified: true;
  /** False where the system cannot drop cached pages: the read-back may then have come from memory. */
  readonly readFromMedium: boolean;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const MB = 1_000_000;
/** Room for the directory entry and the format's own tables. */
const SLACK = 256 * 1024;

/** Bytes that are in memory already, as a source for `writeOutside`. */
export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/**
 * Writes `source` to `folder/name`, mode 0600. Errors: file-too-big-for-format, disk-full, stick-too-small (before the first
 * byte, with needed and free megabytes), place-not-writable, stick-removed, verify-failed, conflict (the name is taken), cancelled.
 */
export async function writeOutside(
  medium: Medium,
  target: OutsideTarget,
  source: AsyncIterable<Uint8Array>,
  control: WriteControl = {},
): Promise<WrittenFile> {
  if (!NAME.test(target.name)) throw new TypeError('an outside file needs a plain name');
  const final = join(target.folder, target.name);
  await refuseTaken(final);
  await checkSpace(medium, target.folder, target.bytes);
  const written = await writePart(medium, target, source, control);
  await nameIt(`${final}.part`, final);
  try {
    control.stage?.('flushing', 1);
    await flushFolder(medium, target.folder);
    stopIfAsked(control.signal);
    const readFromMedium = await verifyOutside(target.folder, target.name, written, control);
    return { ...written, verified: true, readFromMedium };
  } catch (error) {
    await removeQuietly(final);
    throw writingError(error);
  }
}

async function refuseTaken(path: string): Promise<void> {
  const taken = await lstat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw writingError(error);
  });
  if (taken) throw new VaultError('conflict');
}

const inMb = (bytes: number): number => Math.ceil(bytes / MB);

/** Three different refusals before the first byte, each with the numbers its sentence needs. */
export async function checkSpace(medium: Pick<StickPort, 'space'>, folder: string, bytes: number): Promise<void> {
  const space = await medium.space(folder).catch((error: unknown) => {
    throw writingError(error);
  });
  const facts = {
    neededMb: inMb(bytes),
    freeMb: Math.floor(space.freeBytes / MB),
    totalMb: Math.floor(space.totalBytes / MB),
  };
  if (space.largestFileBytes !== null && bytes > space.largestFileBytes)
    throw new VaultError('file-too-big-for-format', facts);
  if (bytes + SLACK > space.totalBytes) throw new VaultError('stick-too-small', facts);
  if (bytes + SLACK > space.freeBytes) throw new VaultError('disk-full', facts);
}

async function writePart(
  medium: Medium,
  target: OutsideTarget,
  source: AsyncIterable<Uint8Array>,
  control: WriteControl,
): Promise<{ bytes: number; sha256: string }> {
  const part = join(target.folder, `${target.name}.part`);
  try {
    await rm(part, { force: true }); // left by a killed run: the name is ours
    const handle = await open(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      const written = await writeChunks(handle, target, source, control);
      if (target.modifiedAt !== undefined) await handle.utimes(target.modifiedAt / 1000, target.modifiedAt / 1000);
      await handle.sync();
      return written;
    } finally {
      await handle.close();
    }
  } catch (error) {
    await removeQuietly(part);
    throw await withSpaceFacts(writingError(error), medium, target);
  }
}

async function writeChunks(
  handle: FileHandle,
  target: OutsideTarget,
  source: AsyncIterable<Uint8Array>,
  control: WriteControl,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    stopIfAsked(control.signal);
    hash.update(chunk);
    let done = 0;
    while (done < chunk.length) done += (await handle.write(chunk, done)).bytesWritten;
    bytes += chunk.length;
    control.stage?.('writing', target.bytes === 0 ? 1 : Math.min(1, bytes / target.bytes));
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** A disk that filled up in the middle says so with both numbers, like one that was full before. */
async function withSpaceFacts(error: unknown, medium: Medium, target: OutsideTarget): Promise<unknown> {
  if (!(error instanceof VaultError) || (error.code !== 'disk-full' && error.code !== 'file-too-big-for-format'))
    return error;
  if ('neededMb' in error.facts) return error;
  const space: Space | null = await medium.space(target.folder).catch(() => null); // the numbers are extra: the code stands without them
  if (!space) return error;
  return new VaultError(error.code, { neededMb: inMb(target.bytes), freeMb: Math.floor(space.freeBytes / MB) });
}

/** Gives the whole file its name. Looks again first: rename(2) would replace, and FAT has no link(2) that would not. */
async function nameIt(part: string, final: string): Promise<void> {
  try {
    await refuseTaken(final);
    await rename(part, final);
  } catch (error) {
    await removeQuietly(part);
    throw writingError(error);
  }
}

/**
 * Makes a rename and everything before it durable: fsync of the folder, then a flush of the whole file system,
 * and of all of them when this one is mounted twice. Errors: stick-removed, place-not-writable.
 */
export async function flushFolder(medium: Medium, folder: string): Promise<void> {
  try {
    await syncFolder(folder);
    await medium.sync(folder, await medium.mountedTwice(folder));
  } catch (error) {
    throw writingError(error);
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // a folder cannot be opened for flushing there
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Reads a file back from the medium and compares size and SHA-256. Returns whether its cached pages were dropped first.
 * Errors: verify-failed, stick-removed, cancelled.
 */
export async function verifyOutside(
  folder: string,
  name: string,
  written: { readonly bytes: number; readonly sha256: string },
  control: WriteControl = {},
): Promise<boolean> {
  control.stage?.('verifying', 0);
  const dropped = await dropCachedPages(join(folder, name));
  let seen = 0;
  const stop = control.signal ? { signal: control.signal } : {};
  const found = await passOutside({ folder, names: [name], limit: written.bytes, ...stop }, (chunk) => {
    seen += chunk.length;
    control.stage?.('verifying', written.bytes === 0 ? 1 : seen / written.bytes);
    return Promise.resolve();
  }).catch((error: unknown) => {
    throw readBackError(error);
  });
  if (found.bytes !== written.bytes || found.sha256 !== written.sha256) throw new VaultError('verify-failed');
  return dropped;
}

/** A file that was just written and is gone means the stick is gone; one that grew is not what was written. */
function readBackError(error: unknown): unknown {
  if (!(error instanceof VaultError)) return error;
  if (error.code === 'file-gone') return new VaultError('stick-removed');
  if (error.code === 'file-too-big' || error.code === 'not-a-regular-file') return new VaultError('verify-failed');
  return error;
}

/** Tidying after a failure must not hide the failure itself. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
