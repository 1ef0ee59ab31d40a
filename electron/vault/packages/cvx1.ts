// CVX1, the bag inside the age file: u32 length ‖ manifest ‖ signature ‖ the files, one after the other. README.md describes it.
// Writing and reading are streams: a package of any size needs the memory of one chunk.
import { createHash, type Hash } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { MANIFEST_LIMITS, type Manifest, type PackedFile, readManifest } from './manifest.ts';
import { isSignedBy, SIGNATURE_BYTES } from './signature.ts';

export interface FileToPack extends PackedFile {
  /** The bytes, from the start at every call. */
  content(): AsyncIterable<Uint8Array>;
}

const LENGTH_BYTES = 4;

/** Bytes of the whole bag. */
export const bagBytes = (manifest: Uint8Array, files: readonly PackedFile[]): number =>
  LENGTH_BYTES + manifest.length + SIGNATURE_BYTES + files.reduce((sum, { size }) => sum + size, 0);

/** The bag as a stream. A file that is not what its manifest entry says ends it with `file-damaged`: nothing wrong is sealed. */
export async function* writeBag(
  manifest: Uint8Array,
  signature: Uint8Array,
  files: readonly FileToPack[],
): AsyncGenerator<Uint8Array> {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(manifest.length);
  yield Buffer.concat([length, manifest, signature]);
  for (const file of files) yield* checkedContent(file);
}

async function* checkedContent(file: FileToPack): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of file.content()) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  if (size !== file.size || hash.digest('hex') !== file.sha256)
    throw new VaultError('file-damaged', { reason: 'file' });
}

const damaged = (reason: string): VaultError => new VaultError('file-damaged', { reason });

/**
 * Takes the bytes of a bag in any portions and judges them as they come: manifest, signature, each file's size and hash, and that
 * nothing follows. `end()` must be reached before anything of it is believed. Errors: file-damaged, signature-wrong.
 */
export class BagReader {
  #head: Buffer[] = [];
  #headBytes = 0;
  #manifest: Manifest | null = null;
  #fileIndex = 0;
  #left = 0;
  #hash: Hash = createHash('sha256');
  readonly #onFile: (file: PackedFile, chunk: Uint8Array) => void;

  /** `onFile` sees each portion of each file, before its hash is known. */
  constructor(onFile: (file: PackedFile, chunk: Uint8Array) => void = () => undefined) {
    this.#onFile = onFile;
  }

  /** Takes the next portion. */
  take(chunk: Uint8Array): void {
    if (this.#manifest === null) this.#takeHead(chunk);
    else this.#takeFiles(chunk);
  }

  /** The whole bag has been taken. Returns its manifest; throws when something is missing. */
  end(): Manifest {
    if (this.#manifest === null) throw damaged('cut-short');
    this.#closeEmptyFiles();
    if (this.#fileIndex < this.#manifest.files.length) throw damaged('cut-short');
    return this.#manifest;
  }

  #takeHead(chunk: Uint8Array): void {
    this.#head.push(Buffer.from(chunk));
    this.#headBytes += chunk.length;
    if (this.#headBytes < LENGTH_BYTES) return;
    const head = Buffer.concat(this.#head);
    this.#head = [head];
    const length = head.readUInt32BE(0);
    if (length > MANIFEST_LIMITS.bytes) throw damaged('manifest');
    const filesAt = LENGTH_BYTES + length + SIGNATURE_BYTES;
    if (head.length < filesAt) return;
    this.#open(head.subarray(LENGTH_BYTES, LENGTH_BYTES + length), head.subarray(LENGTH_BYTES + length, filesAt));
    this.#head = [];
    this.#takeFiles(head.subarray(filesAt));
  }

  #open(bytes: Uint8Array, signature: Uint8Array): void {
    const manifest = readManifest(bytes);
    if (!isSignedBy(Buffer.from(manifest.sender.publicKey, 'hex'), bytes, signature))
      throw new VaultError('signature-wrong');
    this.#manifest = manifest;
    this.#left = manifest.files[0]?.size ?? 0;
  }

  #takeFiles(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0) {
      this.#closeEmptyFiles();
      const file = this.#current();
      if (file === undefined) throw damaged('too-long');
      const part = rest.subarray(0, this.#left);
      this.#hash.update(part);
      this.#onFile(file, part);
      this.#left -= part.length;
      rest = rest.subarray(part.length);
    }
  }

  #current(): PackedFile | undefined {
    return this.#manifest?.files[this.#fileIndex];
  }

  /** Ends the current file when all of it is here, and any empty ones after it. */
  #closeEmptyFiles(): void {
    for (let file = this.#current(); file !== undefined && this.#left === 0; file = this.#current()) {
      if (this.#hash.digest('hex') !== file.sha256) throw damaged('file');
      this.#hash = createHash('sha256');
      this.#fileIndex += 1;
      this.#left = this.#current()?.size ?? 0;
    }
  }
}
