// From a path outside to an encrypted file beside the database: read once, as from a hostile computer; told apart by content;
// pictures cleaned; encrypted while it passes; flushed; and read back before anyone is told that it is kept.
import { createHash, randomBytes } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { ATTACHMENT_LIMIT, type AttachmentFormat, PICTURE_LIMIT, type Turn } from '#shared/records/attachment';
import { chosenFile, type OutsideFile, passOutside, sizeOutside } from '../removable/open-outside.ts';
import { type Stop, stopIfAsked } from '../removable/outside-error.ts';
import { checkSpace, type Medium } from '../removable/write-outside.ts';
import { BLOB_ID_BYTES, type BlobSecrets, CHUNK_BYTES, storedBytesOf } from './blob-format.ts';
import { readBlob } from './blob-reader.ts';
import { BlobWriter, type WrittenBlob } from './blob-writer.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import type { CleanPicture } from './clean-picture.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { promisedBy } from './kind-of-file.ts';
import { type Watcher, watcherOf } from './passing-file.ts';

export interface TakingIn {
  /** The folder of the encrypted files, and one that exists on the same disk. */
  readonly blobs: string;
  readonly vaultFolder: string;
  readonly vaultId: Uint8Array;
  readonly medium: Pick<Medium, 'space'>;
  readonly signal: Stop;
  phase(phase: 'reading' | 'checking', done: number): void;
}

export interface TakenIn {
  readonly format: AttachmentFormat;
  readonly secrets: BlobSecrets;
  readonly written: WrittenBlob;
  readonly picture: { readonly width: number; readonly height: number; readonly turn: Turn } | null;
}

/** Bytes read back in one go: some 3 ms. */
const PAUSE_EVERY = 16 * CHUNK_BYTES;
const CLEANERS = { jpeg: cleanJpeg, png: cleanPng, webp: cleanWebp } as const;
type PictureFormat = keyof typeof CLEANERS;

/**
 * Errors: file-empty, file-too-big, file-kind-refused, file-damaged, file-encrypted, file-with-program, those of reading outside,
 * disk-full, disk-failing, verify-failed, cancelled. Nothing is left behind then.
 */
export async function takeIn(path: string, work: TakingIn): Promise<TakenIn> {
  const file: OutsideFile = { ...chosenFile(path, ATTACHMENT_LIMIT), signal: work.signal };
  return takeInFrom({ bytes: await sizeOutside(file), pass: (take) => passOutside(file, take) }, work);
}

/** Where a file comes from. */
export interface Incoming {
  /** Null when it is not known beforehand. */
  readonly bytes: number | null;
  /** Hands every chunk on, the first at least as long as it takes to tell what it is; throws when the file was not whole. */
  pass(take: (chunk: Uint8Array) => Promise<void>): Promise<unknown>;
}

/** The same for a file that comes by another way than a path. Errors as `takeIn`, and what the way throws. */
export async function takeInFrom(file: Incoming, work: TakingIn): Promise<TakenIn> {
  const { bytes } = file;
  if (bytes === 0) throw new VaultError('file-empty');
  if ((bytes ?? 0) > ATTACHMENT_LIMIT) throw new VaultError('file-too-big', { limitMb: ATTACHMENT_LIMIT / 1e6 });
  await requireRoom(work, Math.min(bytes ?? 0, ATTACHMENT_LIMIT));
  const secrets = { vaultId: work.vaultId, blobId: randomBytes(BLOB_ID_BYTES), key: randomBytes(32) };
  const writer = await BlobWriter.begin(work.blobs, secrets);
  try {
    const seen = await passInto(writer, file, (done) =>
      work.phase('reading', bytes === null ? 0 : Math.min(1, done / bytes)),
    );
    const written = await writer.finish();
    await requireSame(secrets, written, work);
    return { ...seen, secrets, written };
  } catch (error) {
    await writer.giveUp();
    throw error;
  }
}

/** The disk of this computer is not a stick: too small and too full are the same to her. */
async function requireRoom({ medium, vaultFolder }: TakingIn, bytes: number): Promise<void> {
  await checkSpace(medium, vaultFolder, storedBytesOf(bytes)).catch((error: unknown) => {
    throw error instanceof VaultError && error.code === 'stick-too-small'
      ? new VaultError('disk-full', error.facts)
      : error;
  });
}

type Seen = Pick<TakenIn, 'format' | 'picture'>;

/** How a file is taken in, decided by its first chunk: a picture is gathered and cleaned, a document passes straight through. */
type Way =
  | { readonly is: 'picture'; readonly format: PictureFormat; readonly parts: Buffer[] }
  | { readonly is: 'document'; readonly watcher: Watcher };

function wayOf(chunk: Uint8Array): Way {
  const promised = promisedBy(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  return isPictureFormat(promised)
    ? { is: 'picture', format: promised, parts: [] }
    : { is: 'document', watcher: watcherOf(promised) };
}

async function passInto(writer: BlobWriter, file: Incoming, seen: (bytes: number) => void): Promise<Seen> {
  const ways: Way[] = [];
  let bytes = 0;
  await file.pass(async (chunk) => {
    seen((bytes += chunk.length));
    if (ways.length === 0) ways.push(wayOf(chunk));
    for (const way of ways) {
      if (way.is === 'picture') gather(way.parts, chunk, bytes);
      else {
        way.watcher.see(chunk);
        await writer.write(chunk);
      }
    }
  });
  const [way] = ways;
  if (way === undefined) throw new VaultError('file-empty'); // it had a size a moment ago
  return way.is === 'picture' ? writePicture(writer, way) : { format: way.watcher.end(), picture: null };
}

const isPictureFormat = (promised: string): promised is PictureFormat => Object.hasOwn(CLEANERS, promised);

function gather(parts: Buffer[], chunk: Uint8Array, bytes: number): void {
  if (bytes > PICTURE_LIMIT) throw new VaultError('file-too-big', { limitMb: PICTURE_LIMIT / 1e6 });
  parts.push(Buffer.from(chunk)); // a copy: the buffer of the chunk is used again
}

async function writePicture(
  writer: BlobWriter,
  { format, parts }: { readonly format: PictureFormat; readonly parts: Buffer[] },
): Promise<Seen> {
  const whole = Buffer.concat(parts.splice(0)); // the parts are let go of at once
  const { pieces, width, height, turn }: CleanPicture = CLEANERS[format](whole);
  for (const piece of pieces) await writer.write(piece);
  return { format, picture: { width, height, turn } };
}

/** From the disk, through every tag: what can be shown tomorrow is what was brought today. */
async function requireSame(secrets: BlobSecrets, written: WrittenBlob, work: TakingIn): Promise<void> {
  const hash = createHash('sha256');
  let done = 0;
  for (const chunk of readBlob(work.blobs, secrets, written.bytes)) {
    hash.update(chunk);
    done += chunk.length;
    if (done % PAUSE_EVERY !== 0) continue;
    work.phase('checking', done / written.bytes);
    await new Promise((resolve) => setImmediate(resolve)); // a save of somebody's words goes first
    stopIfAsked(work.signal);
  }
  if (hash.digest('hex') !== written.sha256) throw new VaultError('verify-failed');
}
