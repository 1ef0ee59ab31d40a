// The encrypted files of attachments in a backup: folder `files`, each under the name that the database in the same backup knows.
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { blobInto, bytesOfBlob, type StoredBlob, totalOf } from '../attachments/blob-copy.ts';
import { BLOB_NAME } from '../attachments/blob-folder.ts';
import { namesOutside, passOutside, sizeOutside } from '../removable/open-outside.ts';
import { type Stop, writingError } from '../removable/outside-error.ts';
import { makeFolder } from '../removable/part-folder.ts';
import { type Medium, writeOutside } from '../removable/write-outside.ts';
import type { BackupPlace } from './authenticated-backup.ts';

/** The folder of the files inside a backup. */
export const FILES = 'files';
/** More than any shelter has; a hostile folder has no end. */
const MOST = 100_000;

export interface Copying {
  readonly signal: Stop | undefined;
  /** Hears the share of all bytes that has passed. */
  readonly seen: (share: number) => void;
}

/**
 * Copies the files that the database of the backup names into its part, each flushed and read back. Errors: attachment-damaged (a
 * file here is no longer what was kept), those of writing outside.
 */
export async function copyOut(
  medium: Medium,
  from: string,
  part: string,
  blobs: readonly StoredBlob[],
  { signal, seen }: Copying,
): Promise<void> {
  if (blobs.length === 0) return;
  const folder = join(part, FILES);
  await makeFolder(folder);
  const all = totalOf(blobs).bytes;
  let done = 0;
  for (const blob of blobs) {
    const target = { folder, name: blob.blob, bytes: blob.storedBytes };
    await writeOutside(medium, target, bytesOfBlob(from, blob), signal === undefined ? {} : { signal });
    seen((done += blob.storedBytes) / all);
  }
}

/** What the manifest says of them lies there in number and size; their content is proven when it is used. Throws `backup-incomplete`. */
export async function requireBlobs(
  place: BackupPlace,
  expected: { readonly count: number; readonly bytes: number },
): Promise<void> {
  if (expected.count === 0) return;
  const names = await namesOutside(join(place.folder, place.name, FILES), (name) => BLOB_NAME.test(name), MOST).catch(
    () => [],
  );
  let bytes = 0;
  for (const name of names)
    bytes += (await sizeOutside({ folder: place.folder, names: [place.name, FILES, name] })) ?? 0;
  if (names.length !== expected.count || bytes !== expected.bytes) throw new VaultError('backup-incomplete');
}

/**
 * Proves every file of a backup against what its proven database says of it, and takes it into `into` unless that is null.
 * Errors: backup-incomplete, backup-damaged, those of reading outside and of a full disk.
 */
export async function proveBlobs(
  place: BackupPlace,
  blobs: readonly StoredBlob[],
  into: string | null,
  { signal, seen }: Copying,
): Promise<void> {
  const all = totalOf(blobs).bytes;
  let done = 0;
  for (const { blob, storedBytes, storedSha256 } of blobs) {
    const target = into === null ? null : await blobInto(into, blob);
    const file = {
      folder: place.folder,
      names: [place.name, FILES, blob] as const,
      limit: storedBytes,
      expect: { bytes: storedBytes, sha256: storedSha256 },
      ...(signal === undefined ? {} : { signal }),
    };
    try {
      await passOutside({ ...file, names: [...file.names] }, async (piece) => {
        await target?.take(piece);
        seen((done += piece.length) / all);
      });
    } catch (error) {
      throw blobError(error);
    } finally {
      await target?.end();
    }
  }
}

function blobError(error: unknown): unknown {
  if (!(error instanceof VaultError)) return writingError(error);
  if (error.code === 'file-gone') return new VaultError('backup-incomplete', { part: FILES });
  const isOther = error.code === 'file-damaged' || error.code === 'file-too-big' || error.code === 'not-a-regular-file';
  return isOther ? new VaultError('backup-damaged', { part: FILES }) : error;
}
