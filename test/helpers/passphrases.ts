// Passphrases that pass the rule and are quick to judge. The vault counts the guesses of each new one: for six words of a list that
// took longer than everything else in making a vault, because the work grows with the length and with words and digits in it.
import { createHash } from 'node:crypto';

const CONSONANTS = 'bcdfghjkmnpqrtvwxz';

/** Sixteen consonants without a pattern: her own for everybody, and the same in every run. */
export const passphraseOf = (signInName: string): string =>
  Array.from(createHash('sha256').update(signInName).digest().subarray(0, 16))
    .map((byte) => CONSONANTS[byte % CONSONANTS.length])
    .join('');
