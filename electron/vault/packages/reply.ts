// An answer from outside: opened with the key of the package that it says it answers, and believed only with that package's own
// code. Small, so it is read whole; nothing of it is kept before all of it was judged.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { ageHeaderOf } from '#shared/packages/age-header';
import { readReply, REPLY_LIMIT, REPLY_SECRET_BYTES, type ReplyWords, signedReply } from '#shared/packages/reply';
import type { NewReplyKey, ReplyKey } from '../records/package-reply.ts';
import { chosenFile, readOutside } from '../removable/open-outside.ts';
import { loadAge } from './age.ts';

/** A fresh key and secret for one package. */
export async function newReplyKey(): Promise<NewReplyKey> {
  const { generateX25519Identity, identityToRecipient } = await loadAge();
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const secret = randomBytes(REPLY_SECRET_BYTES).toString('hex');
  return { identity, to: { format: 'cv/reply-to/1', recipient, secret } };
}

export interface OpenedReply {
  readonly words: ReplyWords;
  readonly key: ReplyKey;
  /** Of the sealed file. */
  readonly sha256: string;
}

/**
 * Errors: reply-not-ours (no package of ours, or one that was erased), reply-forged (another code, or sealed to another package's
 * key), file-damaged, package-newer, file-not-recognised, file-empty, file-too-big, and those of reading from outside.
 */
export async function openReply(path: string, keys: readonly ReplyKey[]): Promise<OpenedReply> {
  const { content, sha256 } = await readOutside(chosenFile(path, REPLY_LIMIT));
  ageHeaderOf(content);
  const identities = keys.map(({ identity }) => identity);
  const { reply, mac } = readReply(asText(await decrypted(content, identities, 'reply-not-ours')));
  const key = keys.find(({ packageId }) => packageId === reply.packageId);
  if (key === undefined) throw new VaultError('reply-not-ours');
  await decrypted(content, [key.identity], 'reply-forged');
  if (!hasCode(key, reply, mac)) throw new VaultError('reply-forged');
  return { words: reply, key, sha256 };
}

async function decrypted(
  sealed: Uint8Array,
  identities: readonly string[],
  otherwise: 'reply-not-ours' | 'reply-forged',
): Promise<Uint8Array> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  // Asked only when no key before it fitted.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      throw new VaultError(otherwise);
    },
  });
  try {
    return await decrypter.decrypt(new Uint8Array(sealed));
  } catch (error) {
    throw error instanceof VaultError ? error : new VaultError('file-damaged', { reason: 'sealed' });
  }
}

function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new VaultError('file-damaged', { reason: 'reply' });
  }
}

function hasCode({ secret }: ReplyKey, reply: ReplyWords, mac: string): boolean {
  const expected = createHmac('sha256', Buffer.from(secret, 'hex')).update(signedReply(reply), 'utf8').digest();
  return timingSafeEqual(expected, Buffer.from(mac, 'hex'));
}
