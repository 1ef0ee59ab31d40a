// Keys and hashes as words that two people can compare over the telephone (FORMATS.md §14). For comparing only: nothing is decoded.
import { createHash } from 'node:crypto';
import { FINGERPRINT_LABEL, FINGERPRINT_WORDS, wordsOfHash } from '#shared/keys/words-of-hash';

/** Six words (77.5 bits) for a 32-byte public key: a partner agency's recipient, a shelter's signing key. */
export function keyFingerprint(publicKey: Uint8Array): readonly string[] {
  return wordsOf(FINGERPRINT_LABEL, publicKey, FINGERPRINT_WORDS);
}

/** Ten words (129 bits) for a 32-byte chain hash, printed on slips and in backup lists. */
export function anchorWords(chainHead: Uint8Array): readonly string[] {
  return wordsOf('cv/anchor/1', chainHead, 10);
}

function wordsOf(label: string, bytes: Uint8Array, count: number): readonly string[] {
  if (bytes.length !== 32) throw new RangeError('expected 32 bytes');
  return wordsOfHash(createHash('sha256').update(label, 'ascii').update(bytes).digest('hex'), count);
}
