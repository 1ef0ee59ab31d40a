// Keys and hashes as words that two people can compare over the telephone (README.md). For comparing only: nothing is decoded.
import { createHash } from 'node:crypto';
import { effLargeWordlist } from './eff-large-wordlist.ts';

/** Six words (77.5 bits) for a 32-byte public key: a partner agency's recipient, a shelter's signing key. */
export function keyFingerprint(publicKey: Uint8Array): readonly string[] {
  return wordsOf('cv/fingerprint/1', publicKey, 6);
}

/** Ten words (129 bits) for a 32-byte chain hash, printed on slips and in backup lists. */
export function anchorWords(chainHead: Uint8Array): readonly string[] {
  return wordsOf('cv/anchor/1', chainHead, 10);
}

/** The SHA-256 of label and bytes as one big-endian number; its last digits to the base 7,776, most significant first. */
function wordsOf(label: string, bytes: Uint8Array, count: number): readonly string[] {
  if (bytes.length !== 32) throw new RangeError('expected 32 bytes');
  const base = BigInt(effLargeWordlist.length);
  let rest = BigInt(`0x${createHash('sha256').update(label, 'ascii').update(bytes).digest('hex')}`);
  const words: string[] = [];
  for (let place = 0; place < count; place += 1) {
    words.unshift(effLargeWordlist[Number(rest % base)] ?? '');
    rest /= base;
  }
  return words;
}
