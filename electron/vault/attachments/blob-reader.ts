// Reads an encrypted file back, chunk by chunk, each vouched for before it is handed on. Size and header say that the file is whole;
// the last chunk is marked as the last, so a file that was cut off and filled up again does not pass either.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { blobName } from './blob-writer.ts';
import {
  type BlobSecrets,
  CHUNK_BYTES,
  HEADER_BYTES,
  headerOf,
  openChunk,
  storedBytesOf,
  TAG_BYTES,
} from './blob-format.ts';

/**
 * Plain chunks in order, read when they are asked for. Throws `attachment-damaged` for anything that is not exactly the file that
 * was written.
 */
export function* readBlob(folder: string, secrets: BlobSecrets, bytes: number): Generator<Uint8Array> {
  const fd = openBlob(join(folder, blobName(secrets.blobId)));
  try {
    requireFrame(fd, secrets, bytes);
    const count = Math.ceil(bytes / CHUNK_BYTES);
    for (let index = 0; index < count; index += 1) {
      const isLast = index === count - 1;
      const plain = isLast ? bytes - index * CHUNK_BYTES : CHUNK_BYTES;
      const sealed = exactly(fd, plain + TAG_BYTES, HEADER_BYTES + index * (CHUNK_BYTES + TAG_BYTES));
      yield openChunk(secrets, index, isLast, sealed);
    }
  } finally {
    closeSync(fd);
  }
}

/** The first `most` bytes, or all of them. Errors as `readBlob`. */
export function readStart(folder: string, secrets: BlobSecrets, bytes: number, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const chunk of readBlob(folder, secrets, bytes)) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}

function openBlob(path: string): number {
  try {
    return openSync(path, 'r');
  } catch {
    throw new VaultError('attachment-damaged'); // not there, or not ours to read: either way its content is gone
  }
}

function requireFrame(fd: number, { blobId }: BlobSecrets, bytes: number): void {
  const found = fstatSync(fd);
  if (!found.isFile() || found.size !== storedBytesOf(bytes)) throw new VaultError('attachment-damaged');
  if (Buffer.compare(exactly(fd, HEADER_BYTES, 0), headerOf(blobId)) !== 0) throw new VaultError('attachment-damaged');
}

function exactly(fd: number, length: number, position: number): Uint8Array {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const read = readSome(fd, buffer, done, position + done);
    if (read === 0) throw new VaultError('attachment-damaged');
    done += read;
  }
  return buffer;
}

function readSome(fd: number, buffer: Buffer, done: number, position: number): number {
  try {
    return readSync(fd, buffer, done, buffer.length - done, position);
  } catch {
    throw new VaultError('attachment-damaged'); // a bad block
  }
}
