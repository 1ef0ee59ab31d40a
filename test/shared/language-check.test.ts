// domain §4, language check: every pair of the list, the marks of identifiers in plain text, and nothing where nothing is.
import { describe, expect, it } from 'vitest';
import { checkLanguage } from '#shared/language-check';
import { firstWordList } from '#shared/records/word-list';

const marks = (text: string) => checkLanguage(text, firstWordList.terms);
const found = (text: string) => marks(text).map((mark) => mark.found);
const identifiers = (text: string) => marks(text).flatMap((mark) => ('identifier' in mark ? [mark.identifier] : []));

describe('domain §4: words', () => {
  it.each([
    ['She alleges that he left.', 'alleges'],
    ['He CLAIMS so.', 'CLAIMS'],
    ['She admitted it.', 'admitted'],
    ['She refused dinner.', 'refused'],
    ['Non-compliant with rules', 'Non-compliant'],
    ['was uncooperative', 'uncooperative'],
    ['a prostitute', 'prostitute'],
    ['She is illegal here', 'illegal'],
    ['was rescued by police', 'rescued'],
    ['her pimp called', 'her pimp'],
    ['was hysterical', 'hysterical'],
    ['a frequent  flyer', 'frequent  flyer'],
    ['her story changed', 'story changed'],
    ['The victim slept', 'victim'],
  ])('%s', (text, word) => expect(found(text)).toEqual([word]));

  it('only whole words count, and other scripts do not confuse it', () => {
    for (const text of ['reclaimed wool', 'unclaimed', 'victimless', 'Illegalität', 'نامت حتى التاسعة', ''])
      expect(marks(text)).toEqual([]);
  });

  it('a line of the list may hold any sign without breaking the check', () => {
    expect(checkLanguage('a (b) c', [{ find: '(b), [', say: 'x' }]).map((mark) => mark.found)).toEqual(['(b)']);
    expect(checkLanguage('say C+ now', [{ find: 'C+', say: 'x' }]).map((mark) => mark.found)).toEqual(['C+']);
    expect(checkLanguage('text', [{ find: ' , ', say: 'x' }])).toEqual([]);
  });
});

describe('domain §4: possible identifiers', () => {
  it.each([
    ['Call +34 600 123 456 after six', 'PHONE'],
    ['Her number is (555) 010-4477.', 'PHONE'],
    ['Write to mia.b@example.org', 'EMAIL'],
    ['File A-012 345 678', 'A_NUMBER'],
    ['File A012345678', 'A_NUMBER'],
    ['Lives at 12 Old Mill Road', 'STREET'],
    ['Vive en Calle Mayor 12', 'STREET'],
    ['A white van, AB12 CDE', 'PLATE'],
    ['plate 1234 BCD', 'PLATE'],
  ])('%s', (text, identifier) => expect(identifiers(text)).toEqual([identifier]));

  it.each(['Slept 9 hours on 2026-03-02.', 'Room 12, bed B3', 'U1 until 03:30', 'took 2 of 3 pills at 10'])(
    'nothing in “%s”',
    (text) => expect(identifiers(text)).toEqual([]),
  );

  it('marks stand in the order of the text and never over one another', () => {
    const all = marks('She claims he called A-012 345 678 and +34 600 123 456, the victim');
    expect(all.map((mark) => mark.from)).toEqual([...all.map((mark) => mark.from)].sort((a, b) => a - b));
    expect(all.map((mark) => mark.found)).toEqual(['claims', 'A-012 345 678', '+34 600 123 456', 'victim']);
  });

  it('is quick on a long note, whatever it holds', () => {
    const long = `${'1'.repeat(5_000)} ${'a '.repeat(20_000)}${'12 a b '.repeat(2_000)}`;
    const before = performance.now();
    checkLanguage(long, firstWordList.terms);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
