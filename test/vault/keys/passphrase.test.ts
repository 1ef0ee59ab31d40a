// Passphrases: generated evenly, judged with what an attacker would know, and words for comparing keys.
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { effLargeWordlist } from '#shared/keys/eff-large-wordlist';
import { anchorWords, keyFingerprint } from '../../../electron/vault/keys/fingerprint.ts';
import { countGuesses, requireStrongPassphrase } from '../../../electron/vault/keys/passphrase-strength.ts';
import { generatePassphrase } from '../../../electron/vault/keys/passphrase-words.ts';
import { drawing, unhex } from './drawing.ts';
import { readVector } from './slot-vectors.ts';

const siteWords = ['Marigold House', 'Riverton', 'ana'];

describe('the word list', () => {
  test('is the published one, unchanged: 7,776 words in the order of the dice', () => {
    const die = (index: number, place: number) => 1 + (Math.floor(index / 6 ** place) % 6);
    const dice = (index: number) => [4, 3, 2, 1, 0].map((place) => die(index, place)).join('');
    const published = effLargeWordlist.map((word, index) => `${dice(index)}\t${word}\n`).join('');
    // SHA-256 of eff_large_wordlist.txt as the Electronic Frontier Foundation publishes it.
    expect(createHash('sha256').update(published).digest('hex')).toBe(
      'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
    );
    expect(new Set(effLargeWordlist).size).toBe(7776);
  });
});

describe('a generated passphrase', () => {
  test('is six words of the list', () => {
    const words = generatePassphrase(randomBytes).split(' ');
    expect(words).toHaveLength(6);
    for (const word of words) expect(effLargeWordlist).toContain(word);
  });

  test('throws away draws that would favour some words', () => {
    // 62,208 is 8 × 7,776: the first draw that must not count. 62,207 is the last that does.
    expect(generatePassphrase(drawing(['f300', 'ffff', 'f2ff', '0000']), 2)).toBe('zoom abacus');
  });

  test('always passes the rule for own passphrases', async () => {
    for (let round = 0; round < 5; round += 1) {
      await expect(requireStrongPassphrase(generatePassphrase(randomBytes), siteWords)).resolves.toBeUndefined();
    }
  });
});

describe('an own passphrase', () => {
  test.each([
    ['Shelter2026!', 'too-short'],
    ['', 'too-short'],
    ['              x', 'too-short'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaa', 'too-easy'],
    ['monday tuesday wednesday', 'too-easy'],
    ['qwertyuiop asdfghjkl', 'too-easy'],
    ['let me in please now', 'too-easy'],
    ['i love you so much', 'too-easy'],
    ['password password password', 'too-easy'],
    ['Marigold House Riverton', 'too-easy'],
    ['Marigold House 2026!', 'too-easy'],
    ['marigoldhouseana', 'too-easy'],
    ['x'.repeat(257), 'too-long'],
  ])('%j is refused: %s', async (passphrase, reason) => {
    await expect(requireStrongPassphrase(passphrase, siteWords)).rejects.toMatchObject({
      code: 'passphrase-too-weak',
      facts: { reason },
    });
  });

  test.each(['my aunt paints seven boats in may', 'Kx7#pQ2!vLm9@tRw', 'تشرب جدتي الشاي مع النعناع كل مساء'])(
    '%j passes',
    async (passphrase) => {
      await expect(requireStrongPassphrase(passphrase, siteWords)).resolves.toBeUndefined();
    },
  );

  test('is easier to guess when it uses names that an attacker knows', async () => {
    const known = await countGuesses('Marigold House Riverton', siteWords);
    expect(known).toBeLessThan((await countGuesses('Marigold House Riverton', [])) / 100);
  });
});

describe('words for comparing', () => {
  const Words = z.strictObject({
    keys: z.array(z.strictObject({ key: z.string(), fingerprint: z.string(), anchor: z.string() })),
  });
  test.each(Words.parse(readVector('words.json')).keys)(
    'are the frozen ones of $key',
    ({ key, fingerprint, anchor }) => {
      expect(keyFingerprint(unhex(key)).join(' ')).toBe(fingerprint);
      expect(anchorWords(unhex(key)).join(' ')).toBe(anchor);
    },
  );

  test('are the lowest digits to the base 7,776 of the hash', () => {
    const key = randomBytes(32);
    const hash = createHash('sha256').update('cv/fingerprint/1').update(key).digest('hex');
    const value = keyFingerprint(key).reduce((sum, word) => sum * 7776n + BigInt(effLargeWordlist.indexOf(word)), 0n);
    expect(value).toBe(BigInt(`0x${hash}`) % 7776n ** 6n);
    expect(() => keyFingerprint(key.subarray(1))).toThrow(RangeError);
  });
});
