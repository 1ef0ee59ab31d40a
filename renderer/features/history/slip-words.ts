// The ten words of a slip while they are typed, or as they come out of its picture.
import { effLargeWordlist } from '#shared/keys/eff-large-wordlist';
import { SLIP_WORDS } from '#shared/records/audit-entry';

let known: ReadonlySet<string> | null = null;

export type SlipReading =
  | { readonly state: 'INCOMPLETE'; readonly count: number }
  | { readonly state: 'NOT_A_WORD'; readonly word: string }
  | { readonly state: 'TOO_MANY' }
  | { readonly state: 'TEN'; readonly words: readonly string[] };

/** What was typed so far. The word that is still being typed may be the beginning of one. */
export function readSlipWords(typed: string): SlipReading {
  const list = (known ??= new Set(effLargeWordlist));
  const folded = typed.normalize('NFKC').toLowerCase();
  const words = folded.split(/[\s,;]+/u).filter((word) => word !== '');
  const isTyping = !/[\s,;]$/u.test(folded);
  const wrong = words.find((word, at) => !list.has(word) && !(isTyping && at === words.length - 1 && begins(word)));
  if (wrong !== undefined) return { state: 'NOT_A_WORD', word: wrong };
  if (words.length > SLIP_WORDS) return { state: 'TOO_MANY' };
  const isWhole = words.length === SLIP_WORDS && words.every((word) => list.has(word));
  return isWhole
    ? { state: 'TEN', words }
    : { state: 'INCOMPLETE', count: words.filter((word) => list.has(word)).length };
}

const begins = (start: string): boolean => effLargeWordlist.some((word) => word.startsWith(start));

/** The number and the words, where both were scanned or pasted at once. */
export function readSlip(typed: string): { readonly number: string; readonly words: string } | null {
  const [, number, words] = /^\s*(\d{1,15})\s+(\S.*)$/su.exec(typed) ?? [];
  return number === undefined || words === undefined ? null : { number, words };
}
