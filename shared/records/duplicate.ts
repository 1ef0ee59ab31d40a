// Could two entries be the same person? Points and a threshold for a suggestion, never a merge (domain §1).
// Only a likeness of names can suggest anything: a birthday, a language and a country shared by two strangers stay silent.
import { fold } from '../fold.ts';
import { type PartialDate, possibleDays } from '../partial-date.ts';
import type { CalendarDate } from '../time.ts';
import { transliterate } from '../transliterate.ts';

export interface PersonFacts {
  /** Every name and alias, in any script. */
  readonly names: readonly string[];
  readonly born: PartialDate | null;
  /** Codes; any that both share counts once. */
  readonly languages: readonly string[];
  readonly nationalities: readonly string[];
}

/** Points of domain §1. */
const POINTS = {
  identicalName: 4,
  similarName: 3,
  sameBirthday: 2,
  nearBirthday: 1,
  language: 1,
  nationality: 1,
} as const;
const SUGGEST_FROM = 4;
/** Jaro-Winkler likeness from which two names are similar (domain §1). */
export const SIMILAR_FROM = 0.9;

/** Age bands of CTDC by their first year of age (domain §1). */
const BANDS = [0, 9, 18, 21, 24, 27, 30, 39, 48] as const;

/** A name ready to be compared: folded, in Latin letters where we can, its words in order and sorted. */
export interface ComparableName {
  readonly plain: string;
  /** The same words sorted: family and given name change places from form to form. */
  readonly sorted: string;
  /** Sound of each word, sorted; empty for scripts that have none here. */
  readonly sound: string;
}

export function comparableName(name: string): ComparableName {
  const words = fold(transliterate(fold(name)))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { plain: words.join(' '), sorted: words.toSorted().join(' '), sound: soundOf(words) };
}

/** 4 identical, 3 similar by spelling or sound, 0 neither. */
export function namePoints(a: ComparableName, b: ComparableName): 0 | 3 | 4 {
  if (a.plain === '' || b.plain === '') return 0;
  if (a.sorted === b.sorted) return POINTS.identicalName;
  if (a.sound !== '' && a.sound === b.sound) return POINTS.similarName;
  const likeness = Math.max(jaroWinkler(a.plain, b.plain), jaroWinkler(a.sorted, b.sorted));
  return likeness >= SIMILAR_FROM ? POINTS.similarName : 0;
}

/** Points for what stands beside the name: at most 4. */
export function factPoints(a: PersonFacts, b: PersonFacts, today: CalendarDate): number {
  const shares = (one: readonly string[], other: readonly string[]): boolean =>
    one.some((code) => other.includes(code));
  return (
    birthPoints(a.born, b.born, today) +
    (shares(a.languages, b.languages) ? POINTS.language : 0) +
    (shares(a.nationalities, b.nationalities) ? POINTS.nationality : 0)
  );
}

/** Points of two people, best pair of names, and whether to suggest that they may be one. */
export function comparePeople(
  a: PersonFacts,
  b: PersonFacts,
  today: CalendarDate,
): { points: number; suggest: boolean } {
  const [ours, theirs] = [a.names.map(comparableName), b.names.map(comparableName)];
  const name = Math.max(0, ...ours.flatMap((one) => theirs.map((other) => namePoints(one, other))));
  const points = name + factPoints(a, b, today);
  return { points, suggest: name > 0 && points >= SUGGEST_FROM };
}

export const suggestsSamePerson = (name: number, facts: number): boolean => name > 0 && name + facts >= SUGGEST_FROM;

function birthPoints(a: PartialDate | null, b: PartialDate | null, today: CalendarDate): number {
  if (a === null || b === null) return 0;
  if (a.precision === 'exact' && b.precision === 'exact' && a.date === b.date) return POINTS.sameBirthday;
  const [ours, theirs] = [possibleDays(a), possibleDays(b)];
  if (ours === null || theirs === null) return 0;
  const year = (date: CalendarDate): number => Number(date.slice(0, 4));
  const apart = Math.max(year(ours.first) - year(theirs.last), year(theirs.first) - year(ours.last));
  const band = bandOf(ours.first, ours.last, today);
  const isNear = apart <= 1 || (band !== null && band === bandOf(theirs.first, theirs.last, today));
  return isNear ? POINTS.nearBirthday : 0;
}

/** The band that holds every age she may have, or null when it is not sure. */
function bandOf(first: CalendarDate, last: CalendarDate, today: CalendarDate): number | null {
  const band = (born: CalendarDate): number => BANDS.findLastIndex((from) => ageOn(born, today) >= from);
  return band(first) === band(last) && band(first) !== -1 ? band(first) : null;
}

function ageOn(born: CalendarDate, today: CalendarDate): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/**
 * Jaro-Winkler likeness, 0 to 1 (Winkler 1990: prefix of at most 4, scale 0.1). By UTF-16 unit, which is enough for folded names.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const jaro = jaroLikeness(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroLikeness(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matched: number[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const end = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= end; other += 1) {
      if (taken[other] === 1 || a.charCodeAt(at) !== b.charCodeAt(other)) continue;
      taken[other] = 1;
      matched.push(a.charCodeAt(at));
      break;
    }
  }
  if (matched.length === 0) return 0;
  return (
    (matched.length / a.length +
      matched.length / b.length +
      (matched.length - swaps(b, taken, matched)) / matched.length) /
    3
  );
}

function swaps(b: string, taken: Uint8Array, matched: readonly number[]): number {
  let at = 0;
  let different = 0;
  for (let other = 0; other < b.length; other += 1) {
    if (taken[other] !== 1) continue;
    if (b.charCodeAt(other) !== matched[at]) different += 1;
    at += 1;
  }
  return different / 2;
}

// Soundex as the United States National Archives describe it: letters that sound alike share a digit,
// neighbours of one digit count once, also across h and w, vowels part them.
const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, digit) =>
    Array.from(letters, (letter) => [letter, String(digit + 1)]),
  ),
);

function soundOf(words: readonly string[]): string {
  if (words.length === 0 || words.some((word) => !/^[a-z]{2,}$/.test(word))) return '';
  return words.map(soundex).toSorted().join(' ');
}

/** "robert" and "rupert" → "r163". Takes plain a–z. */
export function soundex(word: string): string {
  let code = word.slice(0, 1);
  let before = SOUNDS[code];
  for (const letter of word.slice(1)) {
    const sound = SOUNDS[letter];
    if (sound !== undefined && sound !== before) code += sound;
    if (letter !== 'h' && letter !== 'w') before = sound;
  }
  return code.slice(0, 4).padEnd(4, '0');
}
