// Shamir's secret sharing, two of three, byte by byte over GF(2^8) with the polynomial of AES (x^8 + x^4 + x^3 + x + 1, FIPS 197 §4.2).
// A. Shamir, "How to share a secret", 1979; the same field and layout as draft-mcgrew-tss-03, whose test case is among the vectors.
// Each byte of the secret is f(0) of a line f(x) = secret + slope · x with a random slope; a part is f(1), f(2) or f(3). One point
// of a line says nothing about where it meets zero: for every secret there is exactly one slope that fits.

/** The numbers of the parts: where each line is looked at. Zero is the secret itself. */
export const PARTS = [1, 2, 3] as const;
export type PartNumber = (typeof PARTS)[number];

export interface Part {
  readonly number: PartNumber;
  /** As long as the secret. */
  readonly bytes: Uint8Array;
}

/** Reduction of x^8, without that bit. */
const REDUCTION = 0x1b;

/** Three parts; any two bring the secret back. `slope` is random, as long as the secret, and never used twice. */
export function splitSecret(secret: Uint8Array, slope: Uint8Array): readonly Part[] {
  if (slope.length !== secret.length) throw new RangeError('a slope is as long as its secret');
  return PARTS.map((number) => ({
    number,
    bytes: secret.map((byte, at) => byte ^ multiply(slope[at] ?? 0, number)),
  }));
}

/** The secret behind two parts with different numbers. Whether it is the right one only its use can say. */
export function joinParts(one: Part, other: Part): Uint8Array {
  if (one.number === other.number || one.bytes.length !== other.bytes.length)
    throw new RangeError('not two parts of one secret');
  // Lagrange at zero: f(0) = y1 · x2 / (x1 + x2) + y2 · x1 / (x1 + x2). Plus and minus are the same here.
  const below = inverse(one.number ^ other.number);
  const ofOne = multiply(other.number, below);
  const ofOther = multiply(one.number, below);
  return one.bytes.map((byte, at) => multiply(byte, ofOne) ^ multiply(other.bytes[at] ?? 0, ofOther));
}

/** Without tables and branches: how long it takes does not depend on the bytes. */
export function multiply(a: number, b: number): number {
  let left = a;
  let product = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= left & -((b >> bit) & 1);
    left = ((left << 1) & 0xff) ^ (REDUCTION & -(left >> 7));
  }
  return product;
}

/** a^254: every byte but zero has order 255 or a divisor of it. */
export function inverse(a: number): number {
  let power = 1;
  for (let times = 0; times < 254; times += 1) power = multiply(power, a);
  return power;
}
