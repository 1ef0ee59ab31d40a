// Encrypted files on their way to a backup or from one: copied as they are, without their keys, and proven by size and hash.
import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { AttachmentContent } from '#shared/records/attachment';
import { ownDiskError } from '../keys/disk-error.ts';
import { type Stop, stopIfAsked } from '../removable/outside-error.ts';
import { flushNow } from '../removable/whole-file.ts';

/** What a copy of one encrypted file must be. */
export type StoredBlob = Pick<AttachmentContent, 'attachmentId' | 'blob' | 'storedBytes' | 'storedSha256'>;

export const asStoredBlob = ({ attachmentId, blob, storedBytes, storedSha256 }: StoredBlob): StoredBlob => ({
  attachmentId,
  blob,
  storedBytes,
  storedSha256,
});

/** How many files, and how many bytes they have together. */
export interface BlobTotal {
  readonly count: number;
  readonly bytes: number;
}
export const totalOf = (blobs: readonly StoredBlob[]): BlobTotal => ({
  count: blobs.length,
  bytes: blobs.reduce((sum, { storedBytes }) => sum + storedBytes, 0),
});

const PIECE = 1 << 20;

/** The bytes of one of our own encrypted files. Throws `attachment-damaged` at its end when they are not what the database says. */
export async function* bytesOfBlob(
  folder: string,
  { blob, storedBytes, storedSha256 }: StoredBlob,
): AsyncGenerator<Uint8Array> {
  const handle = await open(join(folder, blob), 'r').catch(() => {
    throw new VaultError('attachment-damaged');
  });
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(PIECE);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE, null).catch(() => {
        throw new VaultError('attachment-damaged'); // a bad block
      });
      if (bytesRead === 0) break;
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      bytes += bytesRead;
      if (bytes > storedBytes) throw new VaultError('attachment-damaged');
      yield piece;
    }
    if (bytes !== storedBytes || hash.digest('hex') !== storedSha256) throw new VaultError('attachment-damaged');
  } finally {
    await handle.close();
  }
}

/** Reads every file once; returns the attachments whose bytes are not what the database says. Throws `cancelled`. */
export async function findDamaged(
  folder: string,
  blobs: readonly StoredBlob[],
  { signal, seen }: { readonly signal: Stop | undefined; readonly seen: (share: number) => void },
): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  const all = totalOf(blobs).bytes;
  let done = 0;
  for (const blob of blobs) {
    if (!(await isWhole(folder, blob, signal))) damaged.add(blob.attachmentId);
    seen((done += blob.storedBytes) / all);
  }
  return damaged;
}

async function isWhole(folder: string, blob: StoredBlob, signal: Stop | undefined): Promise<boolean> {
  try {
    for await (const _piece of bytesOfBlob(folder, blob)) stopIfAsked(signal);
    return true;
  } catch (error) {
    if (error instanceof VaultError && error.code === 'attachment-damaged') return false;
    throw error;
  }
}

/** Takes pieces of one file into a folder of ours; durable when `end` returns. Errors: disk-full, disk-failing. */
export async function blobInto(folder: string, blob: string) {
  const path = join(folder, blob);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(path, 'wx', 0o600);
    return {
      take: async (piece: Uint8Array): Promise<void> => {
        let done = 0;
        while (done < piece.length) done += (await handle.write(piece, done)).bytesWritten;
      },
      end: async (): Promise<void> => {
        await handle.close();
        flushNow(path);
      },
    };
  } catch (error) {
    throw ownDiskError(error);
  }
}
