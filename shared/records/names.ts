// The names of one person (domain §1): which of them is said aloud and stands in lists, which are found by whom.
import { fold } from '../fold.ts';
import { transliterate } from '../transliterate.ts';
import type { Alias } from './case-facts.ts';

export interface Names {
  readonly nameUsed: string;
  /** False when even the name she uses is not to be said where others hear or read it. */
  readonly nameUsedIsSafe: boolean;
  readonly aliases: readonly Alias[];
  readonly caseNumber: string;
}

/** Names on papers, and what somebody who did harm called her: T3, for who works on the case. */
const CLOSE = ['DOCUMENT', 'GIVEN_BY_TRAFFICKER'] as const;
export const isClose = ({ use }: Pick<Alias, 'use'>): boolean => CLOSE.some((one) => one === use);

/** The order in which another name stands in for one that is not safe. Never a close one. */
const SAID = ['CHOSEN', 'NICKNAME', 'OTHER'] as const;

/** The name that lists and heads show: always one that is safe to say aloud, or the case number when there is none. */
export function nameToSay({ nameUsed, nameUsedIsSafe, aliases, caseNumber }: Names): string {
  if (nameUsedIsSafe) return nameUsed;
  const safe = SAID.flatMap((use) => aliases.filter((alias) => alias.use === use && alias.safeToSayAloud));
  return safe[0]?.text ?? caseNumber;
}

export const allNames = ({ nameUsed, aliases }: Pick<Names, 'nameUsed' | 'aliases'>): readonly string[] => [
  nameUsed,
  ...aliases.map(({ text }) => text),
];

/** Names as somebody finds them who does not work on the case: without the close ones. */
export const openNames = ({ nameUsed, aliases }: Pick<Names, 'nameUsed' | 'aliases'>): readonly string[] =>
  allNames({ nameUsed, aliases: aliases.filter((alias) => !isClose(alias)) });

/** A name in folded Latin letters: "Łucja" is found as "lucja", and "Оксана" as "oksana". Kept in the vault to be found by. */
export const inLatin = (name: string): string => transliterate(fold(name));

const LAST_LETTER = /[هة](?=\P{L}|$)/gu;

/** Folded, with the other of two letters that end an Arabic word: فاطمة is often written فاطمه. */
export const foldedOtherwise = (text: string): string =>
  fold(text).replace(LAST_LETTER, (letter) => (letter === 'ه' ? 'ة' : 'ه'));

/** Whether a name holds what somebody typed, whatever marks, case or script either was written with. */
export function holds(name: string, typed: string): boolean {
  const latin = inLatin(typed.trim());
  const ways = [fold(typed.trim()), foldedOtherwise(typed.trim())];
  return ways.some((way) => fold(name).includes(way)) || (latin !== '' && inLatin(name).includes(latin));
}
