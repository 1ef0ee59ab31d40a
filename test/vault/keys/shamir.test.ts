// Two of three: any two parts bring the secret back, one says nothing, and the arithmetic is the published one.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inverse, joinParts, multiply, type Part, PARTS, splitSecret } from '../../../electron/vault/keys/shamir.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const part = (number: 1 | 2 | 3, bytes: string): Part => ({
  number,
  bytes: Uint8Array.from(Buffer.from(bytes, 'hex')),
});

describe('the field', () => {
  it('multiplies as FIPS 197 does', () => {
    expect(multiply(0x57, 0x83)).toBe(0xc1);
    expect(multiply(0x57, 0x13)).toBe(0xfe);
    expect([0x02, 0x04, 0x08, 0x10].map((x) => multiply(0x57, x))).toEqual([0xae, 0x47, 0x8e, 0x07]);
  });

  it('has an inverse for every byte but zero', () => {
    for (let byte = 1; byte < 256; byte += 1) expect(multiply(byte, inverse(byte))).toBe(1);
    expect(inverse(0x53)).toBe(0xca);
  });
});

describe('the published test case (draft-mcgrew-tss-03)', () => {
  const one = part(1, 'b9fa07e185');
  const two = part(2, 'f5409b4511');

  it('joins to its secret', () => {
    expect(hex(joinParts(one, two))).toBe('7465737400');
    expect(hex(joinParts(two, one))).toBe('7465737400');
  });

  it('is what the same slope makes of the secret', () => {
    const secret = Buffer.from('7465737400', 'hex');
    const slope = Uint8Array.from(secret, (byte, at) => byte ^ one.bytes[at]!);
    const made = splitSecret(Uint8Array.from(secret), slope);
    expect(made.slice(0, 2).map(({ bytes }) => hex(bytes))).toEqual([hex(one.bytes), hex(two.bytes)]);
    expect(hex(joinParts(made[1]!, made[2]!))).toBe('7465737400');
  });
});

describe('parts', () => {
  it('any two of three bring any secret back', () => {
    for (let round = 0; round < 200; round += 1) {
      const secret = Uint8Array.from(randomBytes(32));
      const parts = splitSecret(secret, Uint8Array.from(randomBytes(32)));
      for (const one of parts)
        for (const other of parts.filter(({ number }) => number !== one.number))
          expect(hex(joinParts(one, other))).toBe(hex(secret));
    }
  });

  it('one alone says nothing: whatever it is, every secret is behind exactly one slope', () => {
    for (const number of PARTS) {
      for (let seen = 0; seen < 256; seen += 1) {
        const behind = new Set<number>();
        for (let slope = 0; slope < 256; slope += 1) behind.add(seen ^ multiply(slope, number));
        expect(behind.size).toBe(256);
      }
    }
  });

  it('the same one twice is no two', () => {
    const [one] = splitSecret(Uint8Array.from(randomBytes(32)), Uint8Array.from(randomBytes(32)));
    expect(() => joinParts(one!, one!)).toThrow(RangeError);
  });
});
