// Finds the word in a text that says who it is about: a name in any script, a case number, a birthday (domain §12). Used where
// nothing may say it: an inquiry without a name, the notes of a meeting. Strict on purpose: it is rephrased in a moment.
import { fold, foldWords } from '../fold.ts';
import { monthNamed } from '../htcds/month-names.ts';
import type { PartialDate } from '../partial-date.ts';
import { dayParts } from '../time.ts';
import { readCaseNumber } from './case-number.ts';
import { inLatin } from './names.ts';

export interface Known {
  readonly names: readonly string[];
  readonly caseNumbers: readonly string[];
  readonly born: PartialDate | null;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no space between words: there a name is looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** Parts of names that say nothing alone. */
const PARTICLES = new Set('and the van von der den des del dos das las los bin ibn abu umm bint mrs miss'.split(' '));
/** Shorter parts of a name are words of every language; only the whole of a name may be so short. */
const SHORTEST = 3;

/** The first word that stands out, as it was written; null when none does. */
export function wordThatSaysWho(text: string, known: Known): string | null {
  return saidNumber(text, known.caseNumbers) ?? saidName(text, known.names) ?? saidBirthday(text, known.born);
}

function saidNumber(text: string, known: readonly string[]): string | null {
  for (const [found] of text.matchAll(/[\p{L}\p{N}]{3}-[\p{L}\p{N}]{3}(?![\p{L}\p{N}-])/gu))
    if (readCaseNumber(found) !== null) return found;
  // Looked ahead, because one candidate may begin inside another: "the 7K2 F9Q".
  for (const [, found = ''] of text.matchAll(
    /(?<![\p{L}\p{N}])(?=([\p{L}\p{N}]{3}\s?[\p{L}\p{N}]{3})(?![\p{L}\p{N}]))/gu,
  )) {
    const number = readCaseNumber(found);
    if (number !== null && known.includes(number)) return found;
  }
  return null;
}

const forms = (word: string): readonly string[] => [foldWords(word), inLatin(word)].filter((form) => form !== '');

function saidName(text: string, names: readonly string[]): string | null {
  const inside = names.find((name) => UNSPACED.test(name) && fold(text).includes(fold(name)));
  if (inside !== undefined) return inside.slice(0, 80);
  const sought = new Set(names.flatMap((name) => partsOf(name).flatMap(forms)));
  const found = [...text.matchAll(WORD)].find(([word]) => forms(word).some((form) => sought.has(form)));
  return found?.[0].slice(0, 80) ?? null;
}

function partsOf(name: string): readonly string[] {
  const words = name.match(WORD) ?? [];
  if (words.length === 1) return words;
  return words.filter((word) => word.length >= SHORTEST && !PARTICLES.has(fold(word)));
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Only a whole date says who: a year or a month is many people's. */
function saidBirthday(text: string, born: PartialDate | null): string | null {
  if (born?.precision !== 'exact') return null;
  const day = dayParts(born.date);
  return inFigures(text, day) ?? inWords(text, day);
}

function inFigures(text: string, { year, month, day }: Day): string | null {
  for (const [found, one, two, three] of text.matchAll(/(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})/gu)) {
    const [a, b, c] = [Number(one), Number(two), Number(three)];
    const isYear = (figure: number): boolean => figure === year || figure === year % 100;
    const isDay = (p: number, q: number): boolean => (p === day && q === month) || (p === month && q === day);
    if ((isYear(c) && isDay(a, b)) || (isYear(a) && isDay(b, c))) return found;
  }
  return null;
}

/** "4 May 1994", "May 4th, 1994", in the languages whose months we know. */
function inWords(text: string, { year, month, day }: Day): string | null {
  const words = [...text.matchAll(WORD)];
  for (const [at, match] of words.entries()) {
    if (monthNamed(match[0]) !== month) continue;
    const near = words.slice(Math.max(0, at - 2), at + 4);
    const figures = near.map(([word]) => Number.parseInt(word, 10));
    if (!figures.includes(day) || !figures.includes(year)) continue;
    const first = near.find(([word]) => Number.parseInt(word, 10) === day) ?? match;
    const last = near.find(([word]) => Number.parseInt(word, 10) === year) ?? match;
    const [from, to] = [
      Math.min(first.index, match.index),
      Math.max(match.index + match[0].length, last.index + last[0].length),
    ];
    return text.slice(from, to).slice(0, 80);
  }
  return null;
}
