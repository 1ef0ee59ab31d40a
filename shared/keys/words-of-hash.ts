// A hash as words that two people can compare over the telephone. For comparing only: nothing is decoded.
import { effLargeWordlist } from './eff-large-wordlist.ts';

/** Before the hash: which kind of bytes the words are of (FORMATS.md §14). */
export const FINGERPRINT_LABEL = 'cv/fingerprint/1';
export const FINGERPRINT_WORDS = 6;

/** A SHA-256 in hex as one big-endian number; its last `count` digits to the base 7,776, most significant first. */
export function wordsOfHash(sha256Hex: string, count: number): readonly string[] {
  const base = BigInt(effLargeWordlist.length);
  let rest = BigInt(`0x${sha256Hex}`);
  const words: string[] = [];
  for (let place = 0; place < count; place += 1) {
    words.unshift(effLargeWordlist[Number(rest % base)] ?? '');
    rest /= base;
  }
  return words;
}
