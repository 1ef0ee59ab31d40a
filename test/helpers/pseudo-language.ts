// A language nobody speaks, to find words that are not in the text files, and screens that break when words are longer
// (as German or French are) or run from right to left. Values in {{braces}} stay whole.
import type { Language, Words } from '#shared/text/language';
import { english } from '#shared/text/english';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  y: 'ý',
  A: 'Å',
  E: 'É',
  I: 'Ï',
  O: 'Ø',
  U: 'Û',
};

/** Accented and a third longer, in brackets, so that a cut end is seen. */
export function pseudoText(text: string): string {
  const letters = text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)));
  const padding = '·'.repeat(Math.ceil(text.length / 3));
  return `[${letters.join('')}${padding}]`;
}

type Tree = { readonly [key: string]: string | Tree };
const change = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? pseudoText(value) : change(value)]),
  );

const words = change(english) as unknown as Words;
export const pseudo: Language = { code: 'en-XA', name: 'Pseudo', direction: 'ltr', words };
export const mirrored: Language = { code: 'ar-XB', name: 'Mirrored', direction: 'rtl', words };
