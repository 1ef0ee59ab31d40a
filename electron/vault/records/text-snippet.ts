// The words around a match, as they were written: search is folded, what is shown is not. Pieces, so that the page needs no markup.
import { foldWords } from '#shared/fold';
import type { Snippet } from '#shared/records/case-search';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Code units kept before the first match, and from its start on. */
const BEFORE = 40;
const AFTER = 120;
const MOST_PIECES = 20;

/** The first word of `text` that begins like one of the folded `words`, with its neighbourhood; empty when there is none. */
export function snippetOf(text: string, words: readonly string[]): Snippet {
  const matches = [...text.matchAll(WORD)].filter(([word]) =>
    words.some((sought) => foldWords(word).startsWith(sought)),
  );
  const first = matches[0];
  if (first === undefined) return [];
  const from = wordStart(text, Math.max(0, first.index - BEFORE), first.index);
  const to = Math.min(text.length, first.index + Math.max(AFTER, first[0].length));
  return pieces(
    text,
    from,
    to,
    matches.filter(({ index }) => index < to),
  );
}

function pieces(text: string, from: number, to: number, matches: readonly RegExpExecArray[]): Snippet {
  const all: Snippet = [];
  let at = from;
  for (const { index, 0: word } of matches) {
    all.push({ text: text.slice(at, index), found: false }, { text: word, found: true });
    at = index + word.length;
  }
  all.push({ text: wholeCharacters(text.slice(at, Math.max(at, to))), found: false });
  const shown = all.filter((piece) => piece.text !== '').slice(0, MOST_PIECES);
  return shown.map((piece) => ({ ...piece, text: wholeCharacters(piece.text.slice(0, 400)) }));
}

/** The first word after `from`, so that a snippet never begins in the middle of one. */
function wordStart(text: string, from: number, match: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, match).search(/\s/u);
  return space < 0 ? match : from + space + 1;
}

/** Without half of a surrogate pair at the end. */
const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/u, '');
