// Seals files for one recipient: manifest, signature and files in one bag, the bag inside an age file, streamed to the medium
// and read back from it. Nothing plain is ever written to a disk.
import { createHash } from 'node:crypto';
import type { Encrypter } from 'age-encryption';
import type { Omission } from '#shared/packages/omission';
import type { CalendarDate, Instant } from '#shared/time';
import { neutralName, randomLetters } from '../removable/neutral-name.ts';
import { type Medium, type WriteControl, writeOutside, type WrittenFile } from '../removable/write-outside.ts';
import { loadAge } from './age.ts';
import { bagBytes, type FileToPack, writeBag, writeManifest } from './cvx1.ts';
import { BY_PASSPHRASE, type Manifest } from '#shared/packages/manifest';
import { type Sender, signedMessage } from './signature.ts';
import { chunksOf, streamOf } from './web-stream.ts';

/** age's own default: scrypt with N = 2^18, about a second; readers refuse more than 2^20. */
const SCRYPT_LOG_N = 18;
/** Written in pieces of this size: age makes 64 KiB chunks, and a stick likes fewer, larger writes. */
const PIECE = 1 << 20;

export type SealFor = { readonly recipients: readonly string[] } | { readonly passphrase: string };

export interface PackagePlan {
  readonly sender: Sender;
  readonly sealFor: SealFor;
  readonly caseReference: string;
  readonly releaseReference: string;
  readonly createdAt: Instant;
  readonly purpose: string;
  readonly usableUntil: CalendarDate;
  readonly files: readonly FileToPack[];
  readonly omissions: readonly Omission[];
}

export const packageFileName = (): string => neutralName('age');
/** The random name of the case in this one package. */
export const randomCaseReference = (): string => randomLetters(10).toUpperCase();

export function manifestOf(plan: PackagePlan): Manifest {
  return {
    version: 1,
    sender: {
      name: plan.sender.name,
      keyFingerprint: plan.sender.keyFingerprint.join(' '),
      publicKey: Buffer.from(plan.sender.publicKey).toString('hex'),
    },
    recipients: 'passphrase' in plan.sealFor ? [BY_PASSPHRASE] : [...plan.sealFor.recipients],
    caseReference: plan.caseReference,
    releaseReference: plan.releaseReference,
    createdAt: new Date(plan.createdAt).toISOString(),
    purpose: plan.purpose,
    usableUntil: plan.usableUntil,
    files: plan.files.map(({ name, size, sha256, type }) => ({ name, size, sha256, type })),
    omissions: [...plan.omissions],
  };
}

export async function encrypterFor(sealFor: SealFor): Promise<Encrypter> {
  const encrypter = new (await loadAge()).Encrypter();
  if ('passphrase' in sealFor) {
    encrypter.setPassphrase(sealFor.passphrase);
    encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  } else {
    for (const recipient of sealFor.recipients) encrypter.addRecipient(recipient);
  }
  return encrypter;
}

/** The sealed file as a stream, and how long it will be. Errors: file-damaged when a file is not what its entry says. */
export async function sealedStream(
  plan: PackagePlan,
): Promise<{ readonly bytes: number; readonly packageId: string; readonly content: AsyncIterable<Uint8Array> }> {
  const manifest = writeManifest(manifestOf(plan));
  const signature = plan.sender.sign(signedMessage(manifest));
  const bag = streamOf(writeBag(manifest, signature, plan.files));
  const encrypter = await encrypterFor(plan.sealFor);
  const sealed = await encrypter.encrypt(bag);
  const packageId = createHash('sha256').update(manifest).digest('hex');
  return { bytes: sealed.size(bagBytes(manifest, plan.files)), packageId, content: inPieces(chunksOf(sealed)) };
}

export async function* inPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

export interface SealedPackage extends WrittenFile {
  readonly fileName: string;
  /** SHA-256 of the manifest: what an answer to it names. */
  readonly packageId: string;
}

/** Seals and writes a package into a folder, under a name that `packageFileName` made. Errors: file-damaged and those of `writeOutside`. */
export async function sealPackage(
  plan: PackagePlan,
  place: { readonly folder: string; readonly medium: Medium; readonly fileName: string },
  control: WriteControl = {},
): Promise<SealedPackage> {
  const { bytes, packageId, content } = await sealedStream(plan);
  const { fileName } = place;
  const target = { folder: place.folder, name: fileName, bytes, modifiedAt: midnightOf(plan.createdAt) };
  return { fileName, packageId, ...(await writeOutside(place.medium, target, content, control)) };
}

/** A package says on which day it was made, never at which minute (security §3). */
export const midnightOf = (at: Instant): Instant => at - (at % 86_400_000);
