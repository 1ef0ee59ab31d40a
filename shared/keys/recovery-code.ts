// The printed recovery code: 128 random bits and a 12-bit checksum as 28 characters, 7 groups of 4.
// Pure text and bits; randomness is an argument, so that the page can judge a code while it is typed.

/** Crockford base32: no I, L, O, U. https://www.crockford.com/base32.html */
export const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const entropyBytes = 16;
export const recoveryCodeCharacters = 28;

export type RecoveryCodeReading =
  | { readonly state: 'incomplete'; readonly missing: number }
  | { readonly state: 'mistyped'; readonly reason: 'character' | 'too-long' | 'checksum' }
  | { readonly state: 'well-formed'; readonly entropy: Uint8Array };

/** 16 random bytes as `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. */
export function writeRecoveryCode(entropy: Uint8Array): string {
  if (entropy.length !== entropyBytes) throw new RangeError('a recovery code holds 16 bytes');
  const bits = (bigEndian(entropy) << 12n) | BigInt(crc12(entropy));
  const characters = Array.from({ length: recoveryCodeCharacters }, (_, index) => {
    const shift = BigInt(5 * (recoveryCodeCharacters - 1 - index));
    return CODE_SIGNS.charAt(Number((bits >> shift) & 31n));
  });
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * What a typed code is so far. Capitals, spaces and dashes do not matter; O is read as 0, I and L as 1.
 * One wrong character, or two neighbours swapped, is always noticed; anything else in 4,095 of 4,096 cases.
 */
export function readRecoveryCode(typed: string): RecoveryCodeReading {
  const plain = foldCode(typed);
  const digits = Array.from(plain, (character) => CODE_SIGNS.indexOf(character));
  if (digits.includes(-1)) return { state: 'mistyped', reason: 'character' };
  if (digits.length > recoveryCodeCharacters) return { state: 'mistyped', reason: 'too-long' };
  if (digits.length < recoveryCodeCharacters) {
    return { state: 'incomplete', missing: recoveryCodeCharacters - digits.length };
  }
  const bits = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  const entropy = toBytes(bits >> 12n);
  if (crc12(entropy) !== Number(bits & 0xfffn)) return { state: 'mistyped', reason: 'checksum' };
  return { state: 'well-formed', entropy };
}

/** What was typed, without spaces and dashes, in the signs that a code has. */
export function foldCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** CRC-12/CDMA2000: polynomial 0xF13, start 0xFFF, no reflection, no final xor; of "123456789" it is 0xD4D. */
export function crc12(bytes: Uint8Array): number {
  let crc = 0xfff;
  for (const byte of bytes) {
    crc ^= byte << 4;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800 ? ((crc << 1) ^ 0xf13) & 0xfff : (crc << 1) & 0xfff;
  }
  return crc;
}

function bigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function toBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: entropyBytes }, (_, index) =>
    Number((value >> BigInt(8 * (entropyBytes - 1 - index))) & 0xffn),
  );
}
