// CVX1, the bag inside the age file: u32 length ‖ manifest ‖ signature ‖ the files, one after the other (FORMATS.md §13).
// Read as a stream, in the vault and in the reader of partners alike: a package of any size needs the memory of one chunk.
import { VaultError } from '../contract/errors.ts';
import { MANIFEST_LIMITS, type Manifest, type PackedFile, readManifest } from './manifest.ts';

export const LENGTH_BYTES = 4;
export const SIGNATURE_BYTES = 64;
/** Keeps a signature made for a package from meaning anything elsewhere (security §3). */
export const SIGNATURE_LABEL = 'cv/export/1';

export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** Lower-case hex. */
  end(): string;
}

/** What Node and a browser each have their own of. */
export interface BagTools {
  sha256(): RunningHash;
  /** Ed25519 (RFC 8032) over `SIGNATURE_LABEL` ‖ manifest, by the key in hex. */
  isSigned(publicKey: string, manifest: Uint8Array, signature: Uint8Array): boolean;
  /** Throws for what is not UTF-8. */
  utf8(bytes: Uint8Array): string;
}

const damaged = (reason: string): VaultError => new VaultError('file-damaged', { reason });

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

const unsigned32 = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getUint32(0);

/**
 * Takes the bytes of a bag in any portions and judges them as they come: manifest, signature, each file's size and hash, and that
 * nothing follows. `end()` must be reached before anything of it is believed. Errors: file-damaged, package-newer, signature-wrong.
 */
export class BagReader {
  #head = new Uint8Array();
  #manifest: Manifest | null = null;
  #manifestSha256 = '';
  #fileIndex = 0;
  #left = 0;
  #hash: RunningHash;
  readonly #tools: BagTools;
  readonly #onFile: (file: PackedFile, chunk: Uint8Array) => void;

  /** `onFile` sees each portion of each file, before its hash is known. */
  constructor(tools: BagTools, onFile: (file: PackedFile, chunk: Uint8Array) => void = () => undefined) {
    this.#tools = tools;
    this.#onFile = onFile;
    this.#hash = tools.sha256();
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

  /** SHA-256 of the manifest's bytes: the name of this one package, for whoever answers it. */
  get packageId(): string {
    return this.#manifestSha256;
  }

  #takeHead(chunk: Uint8Array): void {
    this.#head = joined(this.#head, chunk) as Uint8Array<ArrayBuffer>;
    if (this.#head.length < LENGTH_BYTES) return;
    const length = unsigned32(this.#head);
    if (length > MANIFEST_LIMITS.bytes) throw damaged('manifest');
    const filesAt = LENGTH_BYTES + length + SIGNATURE_BYTES;
    if (this.#head.length < filesAt) return;
    const head = this.#head;
    this.#head = new Uint8Array();
    this.#open(head.subarray(LENGTH_BYTES, LENGTH_BYTES + length), head.subarray(LENGTH_BYTES + length, filesAt));
    this.#takeFiles(head.subarray(filesAt));
  }

  #open(bytes: Uint8Array, signature: Uint8Array): void {
    const manifest = readManifest(this.#text(bytes));
    if (!this.#tools.isSigned(manifest.sender.publicKey, bytes, signature)) throw new VaultError('signature-wrong');
    const name = this.#tools.sha256();
    name.update(bytes);
    this.#manifestSha256 = name.end();
    this.#manifest = manifest;
    this.#left = manifest.files[0]?.size ?? 0;
  }

  #text(bytes: Uint8Array): string {
    try {
      return this.#tools.utf8(bytes);
    } catch {
      throw damaged('manifest');
    }
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
      if (this.#hash.end() !== file.sha256) throw damaged('file');
      this.#hash = this.#tools.sha256();
      this.#fileIndex += 1;
      this.#left = this.#current()?.size ?? 0;
    }
  }
}
