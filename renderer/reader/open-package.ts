// Opens a package in a browser as the vault does: decrypted to its last byte and judged, then again for each file that is read.
// Nothing plain is kept longer than it is looked at.
import { Decrypter, identityToRecipient } from 'age-encryption';
import { VaultError } from '#shared/contract/errors';
import { AGE_HEADER_LIMIT, ageHeaderOf, asksPassphrase } from '#shared/packages/age-header';
import { BagReader } from '#shared/packages/bag-reader';
import { BY_PASSPHRASE, type Manifest, type PackedFile } from '#shared/packages/manifest';
import type { OpenWith } from './key-text.ts';
import { bagTools } from './tools.ts';

/** security §9. */
const PACKAGE_LIMIT = 2 ** 31;
/** What is held in memory at once when a file is saved. */
const READ_LIMIT = 256 << 20;

export interface OpenedPackage {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest: what a reply answers. */
  readonly packageId: string;
  /** One file, whole. Throws `file-too-big` above 256 MiB. */
  read(name: string): Promise<Uint8Array>;
}

/** Throws `asks-passphrase` and `asks-key` besides the codes of the vault. */
export class KindOfKey extends Error {
  readonly asks: 'asks-passphrase' | 'asks-key';
  constructor(asks: 'asks-passphrase' | 'asks-key') {
    super(asks);
    this.asks = asks;
  }
}

/** Errors: wrong-key, file-damaged, file-empty, file-not-recognised, package-newer, signature-wrong, file-too-big, file-not-readable. */
export async function openPackage(file: File, openWith: OpenWith): Promise<OpenedPackage> {
  if (file.size > PACKAGE_LIMIT) throw new VaultError('file-too-big', { limitMb: PACKAGE_LIMIT / (1 << 20) });
  const header = ageHeaderOf(await startOf(file));
  if (asksPassphrase(header) !== 'passphrases' in openWith) {
    throw new KindOfKey('passphrases' in openWith ? 'asks-key' : 'asks-passphrase');
  }
  const fileKey = await findFileKey(header, openWith);
  const bag = new BagReader(bagTools);
  const manifest = await readThrough(file, fileKey, bag);
  await refuseWrappedAgain(manifest, openWith);
  return { manifest, packageId: bag.packageId, read: (name) => readOne(file, fileKey, fileNamed(manifest, name)) };
}

async function startOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, AGE_HEADER_LIMIT).arrayBuffer());
  } catch {
    throw new VaultError('file-not-readable');
  }
}

function fileNamed(manifest: Manifest, name: string): PackedFile {
  const file = manifest.files.find((packed) => packed.name === name);
  if (file === undefined) throw new VaultError('not-found');
  if (file.size > READ_LIMIT) throw new VaultError('file-too-big', { limitMb: READ_LIMIT / (1 << 20) });
  return file;
}

async function readOne(file: File, fileKey: Uint8Array, wanted: PackedFile): Promise<Uint8Array> {
  const content = new Uint8Array(wanted.size);
  let at = 0;
  const collect = (packed: PackedFile, chunk: Uint8Array): void => {
    if (packed.name !== wanted.name) return;
    content.set(chunk, at);
    at += chunk.length;
  };
  await readThrough(file, fileKey, new BagReader(bagTools, collect));
  return content;
}

/** Decrypts from the first to the last byte; the manifest is known once all of it was right. */
async function readThrough(file: File, fileKey: Uint8Array, bag: BagReader): Promise<Manifest> {
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  try {
    const reader = (await decrypter.decrypt(file.stream())).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) bag.take(next.value);
  } catch (error) {
    throw openingError(error);
  }
  return bag.end();
}

/** The library and the browser throw their own errors, which may quote; ours are codes. A stick that was pulled is told apart. */
function openingError(error: unknown): unknown {
  if (error instanceof VaultError) return error;
  const isGone = error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
  return isGone ? new VaultError('file-not-readable') : new VaultError('file-damaged', { reason: 'sealed' });
}

async function findFileKey(header: Uint8Array, openWith: OpenWith): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  if ('identity' in openWith) addIdentity(decrypter, openWith.identity);
  else for (const passphrase of openWith.passphrases) decrypter.addPassphrase(passphrase);
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

/** A key whose checksum is wrong is thrown out when it is decoded. */
function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity);
  } catch {
    throw new VaultError('bad-recipient', { reason: 'mistyped' });
  }
}

/** Somebody may have sealed the same signed bag again for us: then the manifest does not name us. */
async function refuseWrappedAgain(manifest: Manifest, openWith: OpenWith): Promise<void> {
  const opener = 'identity' in openWith ? await identityToRecipient(openWith.identity) : BY_PASSPHRASE;
  if (!manifest.recipients.some((recipient) => recipient === opener)) {
    throw new VaultError('signature-wrong', { reason: 'recipients' });
  }
}
