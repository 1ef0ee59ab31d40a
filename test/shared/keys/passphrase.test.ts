// How a typed passphrase and a typed sign-in name are read, and the numbers of the rule.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePassphrase, passphraseRule, passphraseVerdict } from '#shared/keys/passphrase';
import { foldSignInName, SignInName } from '#shared/keys/sign-in-name';

// Every UTF-16 unit, halves of pairs too: what a keyboard, a paste or a broken file can hold.
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('a typed passphrase', () => {
  test.each([
    ['  two  words\n', 'two words'],
    ['tab\tand\r\nline', 'tab and line'],
    ['no-break\u00a0space', 'no-break space'],
    ['Capitals Stay', 'Capitals Stay'],
    ['cafe\u0301', 'caf\u00e9'],
    ['ﬁne', 'fine'],
    ['', ''],
  ])('%j is read as %j', (typed, read) => {
    expect(normalisePassphrase(typed)).toBe(read);
  });

  test('read twice is the same', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const once = normalisePassphrase(typed);
        expect(normalisePassphrase(once)).toBe(once);
      }),
    );
  });
});

describe('the rule', () => {
  test.each([
    ['fourteen chars', 1e30, 'too-short'],
    ['fifteen   chars', 1e30, 'too-short'],
    ['fifteen charsss', 1e14, 'good'],
    ['fifteen charsss', 0.99e14, 'too-easy'],
    ['😀'.repeat(14), 1e30, 'too-short'],
    ['😀'.repeat(15), 1e30, 'good'],
    ['x'.repeat(256), 1e14, 'good'],
    ['x'.repeat(257), 1e30, 'too-long'],
  ])('%j with %d guesses is %s', (typed, guesses, verdict) => {
    expect(passphraseVerdict(typed, guesses)).toBe(verdict);
  });

  test('generated passphrases have at least 77 bits', () => {
    expect(passphraseRule.generatedWords * Math.log2(7776)).toBeGreaterThan(77);
  });
});

describe('a sign-in name', () => {
  test.each([
    ['  Night\tDESK ', 'night desk'],
    ['ANA', 'ana'],
    ['Ｍａｒｙ', 'mary'],
    ['Ana\u0301', 'an\u00e1'],
    ['مريم', 'مريم'],
    ['İnci', 'i̇nci'],
  ])('%j is %j', (typed, folded) => {
    expect(SignInName.parse(typed)).toBe(folded);
  });

  test('folded twice is the same', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const once = foldSignInName(typed);
        expect(foldSignInName(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['', '   ', 'x'.repeat(41), 'y'.repeat(5000)])('%j is none', (typed) => {
    expect(SignInName.safeParse(typed).success).toBe(false);
  });
});
