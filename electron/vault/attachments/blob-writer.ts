// Writes one encrypted file beside the database: a part first, flushed, then under its name, and the folder flushed. Until the
// database names it, it is nobody's and goes at the next unlock.
import { createHash } from 'node:crypto';
import { constants, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '../keys/atomic-file.ts';
import { ownDiskError } from '../keys/disk-error.ts';
import { type BlobSecrets, CHUNK_BYTES, headerOf, sealChunk } from './blob-format.ts';

export interface WrittenBlob {
  /** Of the plain content. */
  readonly bytes: number;
  readonly sha256: string;
  readonly storedBytes: number;
  readonly storedSha256: string;
}

export const blobName = (blobId: Uint8Array): string => Buffer.from(blobId).toString('hex');

export class BlobWriter {
  readonly #secrets: BlobSecrets;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #plainHash = createHash('sha256');
  readonly #storedHash = createHash('sha256');
  /** Held back until it is known whether it is the last. */
  readonly #chunk = Buffer.alloc(CHUNK_BYTES);
  #filled = 0;
  #index = 0;
  #bytes = 0;
  #storedBytes = 0;

  private constructor(secrets: BlobSecrets, path: string, handle: FileHandle) {
    this.#secrets = secrets;
    this.#path = path;
    this.#handle = handle;
  }

  /** Errors: disk-full, disk-failing. */
  static async begin(folder: string, secrets: BlobSecrets): Promise<BlobWriter> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, blobName(secrets.blobId));
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
      const writer = new BlobWriter(secrets, path, await open(`${path}.part`, flags, 0o600));
      await writer.#begin();
      return writer;
    } catch (error) {
      throw ownDiskError(error);
    }
  }

  async #begin(): Promise<void> {
    try {
      await this.#put(headerOf(this.#secrets.blobId));
    } catch (error) {
      await this.giveUp();
      throw error;
    }
  }

  /** Takes plain content in order. Errors: disk-full, disk-failing. */
  async write(plain: Uint8Array): Promise<void> {
    this.#plainHash.update(plain);
    this.#bytes += plain.length;
    for (let at = 0; at < plain.length; ) {
      if (this.#filled === CHUNK_BYTES) await this.#seal(false);
      const part = plain.subarray(at, at + CHUNK_BYTES - this.#filled);
      this.#chunk.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
    }
  }

  /** Durable under its name when it returns. At least one byte was written. Errors: disk-full, disk-failing. */
  async finish(): Promise<WrittenBlob> {
    if (this.#filled === 0) throw new RangeError('an attachment has content');
    await this.#seal(true);
    try {
      await this.#handle.sync();
      await this.#handle.close();
      await rename(`${this.#path}.part`, this.#path);
      flushFolder(join(this.#path, '..'));
    } catch (error) {
      throw ownDiskError(error);
    }
    return {
      bytes: this.#bytes,
      sha256: this.#plainHash.digest('hex'),
      storedBytes: this.#storedBytes,
      storedSha256: this.#storedHash.digest('hex'),
    };
  }

  /** Leaves nothing behind. Never throws: what failed before is what is told. */
  async giveUp(): Promise<void> {
    this.#chunk.fill(0);
    await this.#handle.close().catch(() => undefined); // closed already
    for (const path of [`${this.#path}.part`, this.#path]) await rm(path, { force: true }).catch(() => undefined);
  }

  async #seal(isLast: boolean): Promise<void> {
    await this.#put(sealChunk(this.#secrets, this.#index, isLast, this.#chunk.subarray(0, this.#filled)));
    this.#index += 1;
    this.#filled = 0;
    if (isLast) this.#chunk.fill(0);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#storedHash.update(bytes);
    this.#storedBytes += bytes.length;
    try {
      let done = 0;
      while (done < bytes.length) done += (await this.#handle.write(bytes, done)).bytesWritten;
    } catch (error) {
      throw ownDiskError(error);
    }
  }
}
