// Which name is said, how a name is found, and in which letters it is written.
import { expect, test } from 'vitest';
import { holds, inLatin, nameToSay } from '#shared/records/names';
import { scriptOf } from '#shared/script';

const names = { nameUsed: 'Maya', nameUsedIsSafe: false, aliases: [], caseNumber: '7K2-F9Q' };

test('the name to say is the one used, unless it is not safe; then the first safe one, chosen before nickname, or the number', () => {
  expect(nameToSay({ ...names, nameUsedIsSafe: true })).toBe('Maya');
  expect(nameToSay(names)).toBe('7K2-F9Q');
  const lu = { text: 'Lu', use: 'NICKNAME', safeToSayAloud: true } as const;
  const ada = { text: 'Ada', use: 'CHOSEN', safeToSayAloud: true } as const;
  expect(nameToSay({ ...names, aliases: [lu, ada] })).toBe('Ada');
  expect(nameToSay({ ...names, aliases: [lu, { ...ada, safeToSayAloud: false }] })).toBe('Lu');
});

test('a name of papers, or one that was given by who did harm, is never the one that is said', () => {
  for (const use of ['DOCUMENT', 'GIVEN_BY_TRAFFICKER'] as const)
    expect(nameToSay({ ...names, aliases: [{ text: 'Kitty', use, safeToSayAloud: true }] })).toBe('7K2-F9Q');
});

test('Latin letters stand for every script we can spell', () => {
  expect(['Łucja', 'Оксана', 'فاطمة', 'Nguyễn', '王'].map(inLatin)).toEqual([
    'lucja',
    'oksana',
    'fatma',
    'nguyen',
    '王',
  ]);
  expect(holds('Łucja Święta', 'swie')).toBe(true);
  expect(holds('Oksana', 'Окса')).toBe(true);
  expect(holds('Oksana', 'ь')).toBe(false);
});

test('the script is that of the first letter', () => {
  expect(['Łucja', 'مايا', 'Оксана', 'Ελένη', 'ሰላም', '王芳', 'さくら', '민지', '12-3'].map(scriptOf)).toEqual([
    'Latn',
    'Arab',
    'Cyrl',
    'Grek',
    'Ethi',
    'Hani',
    'Jpan',
    'Kore',
    null,
  ]);
});
