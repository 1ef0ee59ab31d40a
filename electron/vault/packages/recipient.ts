// The key a package is sealed to, and the six words by which two people make sure over the telephone that it is the right one.
import { VaultError } from '#shared/contract/errors';
import { readRecipient } from '#shared/records/age-recipient';
import type { ReadRecipient } from '#shared/records/partner-agency';
import { keyFingerprint } from '../keys/fingerprint.ts';

/** Largest file in which a recipient is looked for, in bytes. */
export const RECIPIENT_FILE_LIMIT = 64 * 1024;

/** Throws `bad-recipient` with the reason: secret-key, newer-kind, mistyped or not-a-recipient. */
export function recipientFrom(text: string): ReadRecipient {
  const verdict = readRecipient(text);
  if (verdict.kind !== 'good') throw new VaultError('bad-recipient', { reason: verdict.kind });
  return { recipient: verdict.recipient, fingerprintWords: [...keyFingerprint(verdict.publicKey)] };
}
