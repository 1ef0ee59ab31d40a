// A package that somebody else sent, opened with what is ours: judged by the reader of packages, then its record by the rules of the
// record, and the two compared. What passes is what the page shows and what is kept.
import { basename } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { normalisePassphrase } from '#shared/keys/passphrase';
import type { Manifest } from '#shared/packages/manifest';
import { readReceivedRecord, RECEIVED_RECORD_LIMIT, RECORD_FILE } from '#shared/packages/record';
import { REPLY_FILE, REPLY_LIMIT, ReplyTo } from '#shared/packages/reply';
import { readRecipient } from '#shared/records/age-recipient';
import { ATTACHMENT_LIMIT } from '#shared/records/attachment';
import type { ReleasedContent, ReleasedFile } from '#shared/records/package';
import type { FileInPackage, OpenedWith, ReceivedPackage } from '#shared/records/received-package';
import type { ReadContext } from '../context.ts';
import { keyFingerprint } from '../keys/fingerprint.ts';
import { refuseKept } from '../records/received-package.ts';
import { isOfThisHistory } from './history-words.ts';
import type { AuthenticatedPackage, OpenWithAny } from './open.ts';
import { receivingIdentities } from './receiving-key.ts';
import { isShelterKey } from './shelter-key.ts';

/** What is known of a package before it is kept, and how to read its files. */
export interface Received {
  readonly opened: AuthenticatedPackage;
  readonly content: ReleasedContent;
  readonly facts: Omit<ReceivedPackage, 'caseFileId' | 'receivedAt' | 'wordsCompared' | 'files' | 'replyTo'>;
  /** How to answer it; null when it does not say so in a way that is known here. */
  readonly replyTo: ReplyTo | null;
}

/** Throws `wrong-key` while this house has no key: then nothing can have been sealed to it. */
export function openWithOurs(context: Pick<ReadContext, 'db'>, openWith: OpenedWith): OpenWithAny {
  if (openWith.by === 'passphrase') return { passphrase: normalisePassphrase(openWith.passphrase) };
  const identities = receivingIdentities(context);
  if (identities.length === 0) throw new VaultError('wrong-key');
  return { identities };
}

/**
 * Throws rule-broken {rule: 'package-own' | 'package-seen'}, and history-other for one of this house that is of another history.
 * `words`: of its history (history-words.ts).
 */
export function refuseOwnAndKept(
  context: Pick<ReadContext, 'db'>,
  opened: AuthenticatedPackage,
  words: readonly string[] | null,
): void {
  const { sender, createdAt } = opened.manifest;
  if (isShelterKey(context, sender.publicKey)) {
    if (!isOfThisHistory(context.db, words, Date.parse(createdAt))) throw new VaultError('history-other');
    throw new VaultError('rule-broken', { rule: 'package-own' });
  }
  refuseKept(context, opened);
}

/** Errors: file-not-recognised (no record in it), file-too-big, file-damaged {reason: record}, package-newer, signature-wrong. */
export async function receivedFrom(
  opened: AuthenticatedPackage,
  { path, sealedBy }: { readonly path: string; readonly sealedBy: OpenedWith['by'] },
): Promise<Received> {
  const { manifest, sha256, packageId, bytes } = opened;
  const words = wordsOf(manifest);
  const { files, ...record } = await recordOf(opened);
  const content = files === undefined ? record : { ...record, files };
  requireSame(manifest, content);
  const facts = {
    ...{ sender: { name: manifest.sender.name, publicKey: manifest.sender.publicKey, words: [...words] } },
    ...{ fileName: basename(path).slice(0, 255), bytes, sha256, packageId, sealedBy },
    ...{ caseReference: manifest.caseReference, madeOn: manifest.createdAt.slice(0, 10) },
    ...{ omissions: manifest.omissions, ...record },
  };
  return { opened, content, facts, replyTo: await replyToOf(opened) };
}

/** The words are worked out here. A manifest that gives others leads whoever compares them to another key. */
function wordsOf({ sender }: Manifest): readonly string[] {
  const words = keyFingerprint(Buffer.from(sender.publicKey, 'hex'));
  if (words.join(' ') !== sender.keyFingerprint) throw new VaultError('signature-wrong', { reason: 'words' });
  return words;
}

async function recordOf(opened: AuthenticatedPackage): Promise<ReleasedContent> {
  const file = opened.manifest.files.find(({ name }) => name === RECORD_FILE);
  if (file === undefined) throw new VaultError('file-not-recognised');
  if (file.size > RECEIVED_RECORD_LIMIT)
    throw new VaultError('file-too-big', { limitMb: RECEIVED_RECORD_LIMIT / (1 << 20) });
  return readReceivedRecord(asText(await opened.read(RECORD_FILE)));
}

/** As the reader does: a package whose way to be answered is not understood is read all the same, and answered by telephone. */
async function replyToOf(opened: AuthenticatedPackage): Promise<ReplyTo | null> {
  const file = opened.manifest.files.find(({ name }) => name === REPLY_FILE);
  if (file === undefined || file.size > REPLY_LIMIT) return null;
  try {
    const found = ReplyTo.safeParse(JSON.parse(asText(await opened.read(REPLY_FILE))));
    return found.success && readRecipient(found.data.recipient).kind === 'good' ? found.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof VaultError && error.facts['reason'] === 'record'))
      return null;
    throw error;
  }
}

const damaged = (): VaultError => new VaultError('file-damaged', { reason: 'record' });

function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

/** The record must not say another purpose, day or file than the manifest, which is what a reader without this program goes by. */
function requireSame(manifest: Manifest, { purpose, usableUntil, files = [] }: ReleasedContent): void {
  if (purpose !== manifest.purpose || usableUntil !== manifest.usableUntil) throw damaged();
  if (new Set(files.map(({ name }) => name)).size !== files.length) throw damaged();
  if (!files.every((file) => isPacked(manifest, file))) throw damaged();
}

const isPacked = (manifest: Manifest, { name, bytes, sha256 }: ReleasedFile): boolean =>
  manifest.files.some((packed) => packed.name === name && packed.size === bytes && packed.sha256 === sha256);

/** Every file of the package; those of the sender's case under what they are called there. */
export const filesIn = ({ opened, content: { files = [] } }: Received): FileInPackage[] =>
  opened.manifest.files.map(({ name, size }) => {
    const title = files.find((file) => file.name === name)?.title ?? null;
    return { name, title, bytes: size, mayCome: title !== null && size <= ATTACHMENT_LIMIT };
  });
