// Opening a package of unknown origin. `AuthenticatedPackage` is the only way to its content, and one exists only after the whole
// file was decrypted, to its last byte, and every size, hash and the signature were right.
import type { FileHandle } from 'node:fs/promises';
import { VaultError } from '#shared/contract/errors';
import type { OutsideFile } from '../removable/open-outside.ts';
import { type Stop, stopIfAsked } from '../removable/outside-error.ts';
import type { PrivateFolder } from '../removable/private-folder.ts';
import { loadAge } from './age.ts';
import { readAgeHeader } from './age-header.ts';
import type { BagReader } from '#shared/packages/bag-reader';
import { readBag } from './cvx1.ts';
import { BY_PASSPHRASE, type Manifest, type PackedFile } from '#shared/packages/manifest';
import { chunksOf, streamOf } from './web-stream.ts';

/** security §9. */
export const PACKAGE_LIMIT = 2 ** 31;
/** What may be held in memory at once when a file is read whole. */
const READ_LIMIT = 64 << 20;
const CHUNK = 1 << 20;

export type OpenWith = { readonly identity: string } | { readonly passphrase: string };
/** Or several secret lines of one house, of which any may fit. */
export type OpenWithAny = OpenWith | { readonly identities: readonly string[] };

/** `phase` hears when the copy is here and its checking begins. */
export type PackageSource = OutsideFile & { readonly phase?: (phase: 'reading' | 'checking') => void };

interface Sealed {
  readonly handle: FileHandle;
  readonly bytes: number;
  /** age's key of this one file: found once, so that a passphrase is stretched once. */
  readonly fileKey: Uint8Array;
}

type Known = Pick<AuthenticatedPackage, 'manifest' | 'packageId' | 'sha256'>;

export class AuthenticatedPackage {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest: what an answer to the package names. */
  readonly packageId: string;
  /** SHA-256 of the sealed file, lower-case hex. */
  readonly sha256: string;
  /** Of the sealed file. */
  readonly bytes: number;
  readonly #sealed: Sealed;

  private constructor({ manifest, packageId, sha256 }: Known, sealed: Sealed) {
    this.manifest = manifest;
    this.packageId = packageId;
    this.sha256 = sha256;
    this.bytes = sealed.bytes;
    this.#sealed = sealed;
  }

  /**
   * Copies the file into a private folder, sealed as it is, and checks all of it there. What is read later is decrypted again from
   * that same copy, so that nothing plain is written to a disk and nobody can change it in between.
   * Errors: wrong-key, file-damaged, signature-wrong, file-not-recognised, file-too-big, and those of reading from outside.
   */
  static async open(
    source: PackageSource,
    openWith: OpenWithAny,
    folder: PrivateFolder,
  ): Promise<AuthenticatedPackage> {
    source.phase?.('reading');
    const copy = await folder.copyIn({ ...source, limit: Math.min(source.limit, PACKAGE_LIMIT) }, 'package.age');
    source.phase?.('checking');
    const fileKey = await findFileKey(await readAgeHeader(copy.handle, copy.bytes), openWith);
    const sealed = { handle: copy.handle, bytes: copy.bytes, fileKey };
    const bag = readBag();
    const manifest = await readThrough(sealed, bag, source.signal);
    await refuseWrappedAgain(manifest, openWith);
    return new AuthenticatedPackage({ manifest, packageId: bag.packageId, sha256: copy.sha256 }, sealed);
  }

  /** One file, whole. Throws `not-found` for a name that is not in the manifest, `file-too-big` above 64 MiB. */
  async read(name: string): Promise<Uint8Array> {
    const file = this.manifest.files.find((packed) => packed.name === name);
    if (file === undefined) throw new VaultError('not-found');
    if (file.size > READ_LIMIT) throw new VaultError('file-too-big', { limitMb: READ_LIMIT / (1 << 20) });
    const parts: Uint8Array[] = [];
    const collect = (packed: PackedFile, chunk: Uint8Array): void => {
      if (packed.name === name) parts.push(Uint8Array.from(chunk));
    };
    await readThrough(this.#sealed, readBag(collect), undefined);
    return Buffer.concat(parts);
  }

  /**
   * Hands one file to `take`, in pieces of at least 1 MiB but for the last. It is known to be whole only when this resolves. Throws
   * `not-found` for a name that is not in the manifest, `cancelled`; what `take` throws passes through.
   */
  async pass(name: string, take: (chunk: Uint8Array) => Promise<void>, stop?: Stop): Promise<void> {
    if (!this.manifest.files.some((packed) => packed.name === name)) throw new VaultError('not-found');
    const waiting = piecesFor(take);
    const collect = (packed: PackedFile, chunk: Uint8Array): void => {
      if (packed.name === name) waiting.add(chunk);
    };
    await readThrough(this.#sealed, readBag(collect), stop, () => waiting.give(CHUNK));
    await waiting.give(1);
  }
}

/** Whoever tells a file by its beginning needs more of it than a chunk of the seal may hold. */
function piecesFor(take: (chunk: Uint8Array) => Promise<void>) {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  return {
    add: (chunk: Uint8Array): void => {
      parts.push(Uint8Array.from(chunk)); // a copy: the buffer of the chunk is used again
      bytes += chunk.length;
    },
    /** Gives on what is here when it is at least so many bytes. */
    give: async (least: number): Promise<void> => {
      if (bytes < least) return;
      const piece = Buffer.concat(parts);
      parts = [];
      bytes = 0;
      await take(piece);
    },
  };
}

/**
 * Decrypts the copy from its first to its last byte into a bag reader, and returns the manifest once all of it was right. `after`
 * is waited for after each chunk; it must throw typed errors only.
 */
async function readThrough(
  sealed: Sealed,
  bag: BagReader,
  stop: Stop | undefined,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<Manifest> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => sealed.fileKey });
  try {
    for await (const chunk of chunksOf(await decrypter.decrypt(streamOf(bytesOf(sealed))))) {
      stopIfAsked(stop);
      bag.take(chunk);
      await after();
    }
  } catch (error) {
    throw openingError(error);
  }
  return bag.end();
}

/** age-encryption throws plain errors for everything it refuses; which one it was does not matter to the person, ours do. */
const openingError = (error: unknown): unknown =>
  error instanceof VaultError || isSystemError(error) ? error : new VaultError('file-damaged', { reason: 'sealed' });

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

const identitiesOf = (openWith: Exclude<OpenWithAny, { readonly passphrase: string }>): readonly string[] =>
  'identity' in openWith ? [openWith.identity] : openWith.identities;

/** The file key, for whoever may open it. Throws `wrong-key`, or `file-damaged` when the header's own MAC is wrong. */
async function findFileKey(header: Uint8Array, openWith: OpenWithAny): Promise<Uint8Array> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  if ('passphrase' in openWith) decrypter.addPassphrase(openWith.passphrase);
  else for (const identity of identitiesOf(openWith)) decrypter.addIdentity(identity);
  // Asked only when nothing before it fitted: tells a wrong key from a damaged file without reading messages.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      throw new VaultError('wrong-key');
    },
  });
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    throw openingError(error);
  }
}

async function* bytesOf(sealed: Sealed): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    const { bytesRead } = await sealed.handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** A recipient could seal the same signed bag again for somebody else: then the manifest does not name whom it was opened for. */
async function refuseWrappedAgain(manifest: Manifest, openWith: OpenWithAny): Promise<void> {
  const { identityToRecipient } = await loadAge();
  const openers =
    'passphrase' in openWith ? [BY_PASSPHRASE] : await Promise.all(identitiesOf(openWith).map(identityToRecipient));
  if (!manifest.recipients.some((recipient) => openers.includes(recipient))) {
    throw new VaultError('signature-wrong', { reason: 'recipients' });
  }
}
