import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseHit } from '#shared/records/case-search';
import { fold } from '#shared/fold';
import { snippetOf } from '../../electron/vault/records/text-snippet.ts';

const whole = (text: string, words: string[]): string =>
  snippetOf(text, words)
    .map((piece) => piece.text)
    .join('');

describe('the words around a match', () => {
  it('are shown as they were written, marks and all', () =>
    expect(snippetOf('Visited Nguyễn today.', ['nguyen'])).toEqual([
      { text: 'Visited ', found: false },
      { text: 'Nguyễn', found: true },
      { text: ' today.', found: false },
    ]));
  it('begin at a word, not in the middle of one', () => {
    const long = `${'quietly '.repeat(20)}sewing ${'slowly '.repeat(40)}`;
    expect(whole(long, ['sewing']).startsWith('quietly ')).toBe(true);
    expect(whole(long, ['sewing']).length).toBeLessThan(200);
  });
  it('are nothing when there is no match', () => expect(snippetOf('tea', ['coffee'])).toEqual([]));
  it('always fit the contract, are a piece of the text, and mark only what matches', () => {
    const texts = fc
      .array(fc.constantFrom('tea ', 'Té', '\u{1F56F}', 'شاي ', 'tea', 'x'.repeat(600), '\n', ' ', 'e\u0301'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('tea', 'te', 'شاي', 'xxx', 'e'), (text, word) => {
        const snippet = snippetOf(text, [word]);
        CaseHit.shape.snippet.parse(snippet);
        for (const piece of snippet) {
          expect(text).toContain(piece.text);
          // Half a surrogate pair would come back as U+FFFD.
          expect(new TextDecoder().decode(new TextEncoder().encode(piece.text))).toBe(piece.text);
          if (piece.found) expect(fold(piece.text).startsWith(word)).toBe(true);
        }
      }),
    );
  });
});
