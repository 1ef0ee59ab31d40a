// CVX1, the bag inside the age file, written and read in Node. FORMATS.md §13 describes it; shared/packages/bag-reader.ts judges it.
// Writing and reading are streams: a package of any size needs the memory of one chunk.
import { createHash } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { BagReader, type BagTools, LENGTH_BYTES, SIGNATURE_BYTES } from '#shared/packages/bag-reader';
import { type Manifest, MANIFEST_LIMITS, manifestText, type PackedFile } from '#shared/packages/manifest';
import { isSignedBy } from './signature.ts';

export interface FileToPack extends PackedFile {
  /** The bytes, from the start at every call. */
  content(): AsyncIterable<Uint8Array>;
}

/** The manifest's bytes. Throws when it breaks its own schema or limits: a package that nobody would open is never made. */
export function writeManifest(manifest: Manifest): Uint8Array {
  const bytes = Buffer.from(manifestText(manifest), 'utf8');
  if (bytes.length > MANIFEST_LIMITS.bytes) throw new VaultError('file-too-big', { limitMb: 1 });
  return bytes;
}

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

const tools: BagTools = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), end: () => hash.digest('hex') };
  },
  isSigned: (publicKey, manifest, signature) => isSignedBy(Buffer.from(publicKey, 'hex'), manifest, signature),
  utf8: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

/** A bag of unknown origin, judged with Node's own hashes and signatures; `onFile` sees each portion before its hash is known. */
export const readBag = (onFile?: (file: PackedFile, chunk: Uint8Array) => void): BagReader =>
  new BagReader(tools, onFile);
