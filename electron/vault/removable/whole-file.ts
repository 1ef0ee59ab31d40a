// Steps on one whole file for a thread that does nothing else meanwhile: synchronous, so that a job reads from top to bottom.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';

const CHUNK = 1 << 20;

/** An empty file that was not there before, readable by its owner alone whatever the umask. Throws EEXIST and those of writing. */
export function createEmpty(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** Waits until everything written to the file is on its medium; answers its size in bytes. */
export function flushNow(file: string): number {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return statSync(file).size;
}

/** Reads a file from beginning to end. SHA-256 in lower-case hex. */
export function hashNow(file: string): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let bytes = 0;
  const fd = openSync(file, 'r');
  try {
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(fd);
  }
  return { sha256: hash.digest('hex'), bytes };
}
