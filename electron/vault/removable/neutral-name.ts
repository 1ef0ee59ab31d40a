// Names of what lies outside: random, so that they say nothing of a person, a day or a purpose.
import { randomBytes } from 'node:crypto';

/** 32 letters without i, l, o, u: easy to read aloud (Crockford). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** 5 bits each. */
export const randomLetters = (count: number): string =>
  Array.from(randomBytes(count), (byte) => LETTERS[byte & 31]).join('');

/** `r-` and eight random letters: 40 bits, so that two files on one stick do not meet. */
export const neutralName = (ending: 'age' | 'key'): string => `r-${randomLetters(8)}.${ending}`;
