// The language check: words in notes that judge, and marks by which somebody could be found. It advises and never blocks.
// The words come from a list the shelter edits; the patterns for identifiers are fixed. Her own words are never checked.

export interface Term {
  /** One spelling or several with commas: "claims, claimed". */
  readonly find: string;
  /** What could be written instead. */
  readonly say: string;
}

export type Identifier = 'A_NUMBER' | 'EMAIL' | 'PHONE' | 'STREET' | 'PLATE';
export type LanguageMark =
  | { readonly from: number; readonly found: string; readonly say: string }
  | { readonly from: number; readonly found: string; readonly identifier: Identifier };

const STREETS = 'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|square|way';
const STREETS_FIRST = 'calle|avenida|rue|avenue|via|rua|straße|strasse|plaza';

/** In this order: what one pattern has taken, the next ones leave alone. */
const patterns: readonly (readonly [Identifier, RegExp])[] = [
  ['A_NUMBER', /(?<![\p{L}\d])A[-\s]?\d{2,3}[-\s]?\d{3}[-\s]?\d{3}(?!\d)/gu],
  ['EMAIL', /[^\s@<>,;]+@[^\s@<>,;]+\.[\p{L}]{2,}/gu],
  ['STREET', new RegExp(`(?<!\\d)\\d{1,5}\\s+(?:[\\p{L}.'’-]+\\s+){1,3}(?:${STREETS})(?![\\p{L}\\d])`, 'giu')],
  ['STREET', new RegExp(`(?<!\\p{L})(?:${STREETS_FIRST})\\s+(?:[\\p{L}.'’-]+\\s+){1,4}\\d{1,5}(?!\\d)`, 'giu')],
  ['PLATE', /(?<![\p{L}\d])(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]{2,3}[-\s]\d{3,4}|\d{4}[-\s]?[B-Z]{3})(?![\p{L}\d])/gu],
  ['PHONE', /(?<![\p{L}\d])\+?\d(?:[\s().-]{0,2}\d){6,14}(?!\d)/gu],
];
/** A day is no telephone number. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Marks in the order of the text, none over another. */
export function checkLanguage(text: string, terms: readonly Term[]): LanguageMark[] {
  const marks: LanguageMark[] = [];
  const taken: (readonly [number, number])[] = [];
  const take = (from: number, found: string): boolean => {
    const to = from + found.length;
    if (taken.some(([start, end]) => from < end && start < to)) return false;
    taken.push([from, to]);
    return true;
  };
  for (const [identifier, pattern] of patterns)
    for (const { index: from, 0: found } of text.matchAll(pattern))
      if (!DAY.test(found) && take(from, found)) marks.push({ from, found, identifier });
  for (const { find, say } of terms) {
    const pattern = patternOf(find);
    if (pattern === null) continue;
    for (const { index: from, 0: found } of text.matchAll(pattern))
      if (take(from, found)) marks.push({ from, found, say });
  }
  return marks.sort((one, other) => one.from - other.from);
}

/** Whole words in any case; null for a line without one. */
function patternOf(find: string): RegExp | null {
  const spellings = find
    .split(',')
    .map((spelling) => spelling.trim())
    .filter((spelling) => spelling !== '')
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+'));
  if (spellings.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spellings.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
