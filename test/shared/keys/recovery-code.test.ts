// The recovery code: frozen codes, tolerant reading, and which typing errors can never pass.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { crc12, readRecoveryCode, recoveryCodeCharacters, writeRecoveryCode } from '#shared/keys/recovery-code';

const Codes = z.strictObject({ codes: z.array(z.strictObject({ entropy: z.string(), code: z.string() })) });
const vectors = Codes.parse(
  JSON.parse(readFileSync(new URL('../../vectors/recovery-code.json', import.meta.url), 'utf8')),
);
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);

// Every UTF-16 unit, halves of pairs too: what a keyboard, a paste or a broken file can hold.
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('a recovery code', () => {
  test.each(vectors.codes)('is the frozen one: $code', ({ entropy, code }) => {
    expect(writeRecoveryCode(unhex(entropy))).toBe(code);
    expect(readRecoveryCode(code)).toEqual({ state: 'well-formed', entropy: unhex(entropy) });
  });

  test('carries the checksum of the catalogue: CRC-12/CDMA2000 of "123456789" is 0xD4D', () => {
    expect(crc12(new TextEncoder().encode('123456789'))).toBe(0xd4d);
  });

  test('holds 16 bytes, no fewer', () => {
    expect(() => writeRecoveryCode(new Uint8Array(15))).toThrow(RangeError);
  });

  test('is read as it is spoken and written: small letters, spaces, other dashes, O for 0, I and L for 1, full-width forms', () => {
    fc.assert(
      fc.property(
        entropies,
        fc.constantFrom('', ' ', '-', ' – ', '\n', '\u00a0'),
        fc.constantFrom('I', 'l', 'i', 'L'),
        (entropy, joint, one) => {
          const typed = writeRecoveryCode(entropy)
            .toLowerCase()
            .replaceAll('-', joint)
            .replaceAll('0', 'o')
            .replaceAll('1', one);
          expect(readRecoveryCode(` ${typed} `)).toEqual({ state: 'well-formed', entropy });
        },
      ),
    );
    const { code = '', entropy = '' } = vectors.codes[3] ?? {};
    const wide = code.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect(readRecoveryCode(wide)).toEqual({ state: 'well-formed', entropy: unhex(entropy) });
  });
});

describe('while it is typed', () => {
  const code = vectors.codes[3]?.code ?? '';
  test('it says how much is missing, from nothing to the last character', () => {
    for (let typed = 0; typed < code.length; typed += 1) {
      const characters = code.slice(0, typed).replaceAll('-', '').length;
      const expected = { state: 'incomplete', missing: recoveryCodeCharacters - characters };
      expect(readRecoveryCode(code.slice(0, typed))).toEqual(expected);
    }
  });

  test.each([
    ['a letter that no code has', 'U', 'character'],
    ['a sign', '9VW1_', 'character'],
    ['an emoji', '9VW1😀', 'character'],
    ['a character too many', `${code}0`, 'too-long'],
    ['a wrong last character', replaced(code, code.length - 1, 'A'), 'checksum'],
  ])('%s is noticed', (_name, typed, reason) => {
    expect(readRecoveryCode(typed)).toEqual({ state: 'mistyped', reason });
  });

  test('any one wrong character is noticed', () => {
    fc.assert(
      fc.property(entropies, fc.nat(27), fc.constantFrom(...alphabet.split('')), (entropy, at, letter) => {
        const plain = writeRecoveryCode(entropy).replaceAll('-', '');
        const typed = replaced(plain, at, letter);
        expect(readRecoveryCode(typed).state).toBe(typed === plain ? 'well-formed' : 'mistyped');
      }),
      { numRuns: 2000 },
    );
  });

  test('any two neighbours swapped are noticed', () => {
    fc.assert(
      fc.property(entropies, fc.nat(26), (entropy, at) => {
        const plain = writeRecoveryCode(entropy).replaceAll('-', '');
        const typed = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
        expect(readRecoveryCode(typed).state).toBe(typed === plain ? 'well-formed' : 'mistyped');
      }),
      { numRuns: 2000 },
    );
  });

  test('text of any kind never throws', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(['incomplete', 'mistyped', 'well-formed']).toContain(readRecoveryCode(typed).state);
      }),
    );
  });
});
