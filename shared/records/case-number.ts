// Case numbers: random, so that they say nothing about how many cases there are, whose they are, or when they began (domain §1).
// Letters and digits that are not mistaken for one another in handwriting or by telephone, and no vowels, so no words.
import { z } from 'zod';

/** 24 signs: no 0 O, 1 I L, 2 Z, 5 S, 8, vowels. Six of them are 191 million numbers. */
export const CASE_NUMBER_ALPHABET = '34679BCDFGHJKMNPQRTVWXY2';
const LENGTH = 6;

export const CaseNumber = z
  .string()
  .regex(/^[2-46-79BCDFGHJKMNP-RTV-Y]{3}-[2-46-79BCDFGHJKMNP-RTV-Y]{3}$/)
  .brand<'CaseNumber'>();
export type CaseNumber = z.output<typeof CaseNumber>;

/**
 * A number like 7K2-F9Q from random bytes (16 or more, from a cryptographic source). Bytes of 240 and above are passed
 * over, so that every sign is equally likely. Throws RangeError when too few bytes are left.
 */
export function caseNumberFrom(bytes: Uint8Array): CaseNumber {
  const even = CASE_NUMBER_ALPHABET.length * Math.floor(256 / CASE_NUMBER_ALPHABET.length);
  const signs = [...bytes].filter((byte) => byte < even).map((byte) => CASE_NUMBER_ALPHABET.charAt(byte % 24));
  if (signs.length < LENGTH) throw new RangeError('too few random bytes');
  return CaseNumber.parse(`${signs.slice(0, 3).join('')}-${signs.slice(3, LENGTH).join('')}`);
}

/** What a person typed, as a case number: any case, with or without the hyphen. Null when it cannot be one. */
export function readCaseNumber(typed: string): CaseNumber | null {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/gu, '');
  const read = CaseNumber.safeParse(`${signs.slice(0, 3)}-${signs.slice(3)}`);
  return read.success ? read.data : null;
}
