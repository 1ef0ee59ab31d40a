// The encrypted files of cases: whole ones are copied as they lie here, others come out of the backup, and what neither has is told.
import { VaultError } from '#shared/contract/errors';
import { AttachmentContent } from '#shared/records/attachment';
import { asStoredBlob, blobInto, bytesOfBlob, type StoredBlob } from '../attachments/blob-copy.ts';
import { isThere, removeBlob } from '../attachments/blob-folder.ts';
import type { AuthenticatedBackup } from '../backup/authenticated-backup.ts';
import { proveBlobs } from '../backup/backup-attachments.ts';
import { attachmentContentKind } from '../records/attachment.ts';
import { type Stop, stopIfAsked } from '../removable/outside-error.ts';
import type { JoinedBody } from './join-bodies.ts';

/** The files that the joined records name. */
export function filesNamed(bodies: readonly JoinedBody[]): StoredBlob[] {
  const named = new Map<string, StoredBlob>();
  for (const { row, body } of bodies) {
    if (row.record_kind !== attachmentContentKind.kind) continue;
    if (body === null) named.delete(row.record_id);
    else named.set(row.record_id, asStoredBlob(AttachmentContent.parse(JSON.parse(body))));
  }
  return [...named.values()];
}

/** Only by name and size, for a first look; with a backup its files count as found. */
export const filesNotThere = (
  folder: string,
  blobs: readonly StoredBlob[],
  backup: AuthenticatedBackup | null,
): ReadonlySet<string> =>
  new Set(
    blobs
      .filter(({ blob, storedBytes }) => backup === null && !isThere(folder, blob, storedBytes))
      .map(({ attachmentId }) => attachmentId),
  );

export interface Bringing {
  readonly from: string;
  readonly into: string;
  readonly backup: AuthenticatedBackup | null;
  readonly signal: Stop | undefined;
  readonly seen: (share: number) => void;
}

/** Answers the attachments whose bytes are nowhere. Errors: disk-full, disk-failing, stick-removed, cancelled. */
export async function bringFiles(blobs: readonly StoredBlob[], work: Bringing): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  for (const [index, blob] of blobs.entries()) {
    if (!(await fromHere(blob, work)) && !(await fromBackup(blob, work))) lost.add(blob.attachmentId);
    work.seen((index + 1) / blobs.length);
  }
  return lost;
}

async function fromHere(blob: StoredBlob, { from, into, signal }: Bringing): Promise<boolean> {
  const target = await blobInto(into, blob.blob);
  let isWhole = true;
  try {
    for await (const piece of bytesOfBlob(from, blob)) {
      stopIfAsked(signal);
      await target.take(piece);
    }
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'attachment-damaged') throw error;
    isWhole = false;
  } finally {
    await target.end();
  }
  if (!isWhole) removeBlob(into, blob.blob);
  return isWhole;
}

async function fromBackup(blob: StoredBlob, { into, backup, signal }: Bringing): Promise<boolean> {
  if (backup === null) return false;
  try {
    await proveBlobs(backup.place, [blob], into, { signal, seen: () => undefined });
    return true;
  } catch (error) {
    const isMissing =
      error instanceof VaultError && (error.code === 'backup-incomplete' || error.code === 'backup-damaged');
    if (!isMissing) throw error;
    removeBlob(into, blob.blob);
    return false;
  }
}
