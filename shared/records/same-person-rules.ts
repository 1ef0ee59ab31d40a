// Two records of one person made one, and parted again (domain §1). What the kept case takes over is written down, so that undoing
// gives back exactly that and leaves everything written since. The other record itself is never changed.
import { fold } from '../fold.ts';
import type { Alias } from './case-facts.ts';
import type { CaseFile } from './case-file.ts';
import type { ContactMethod } from './safe-contact.ts';
import type { SamePersonAnswer, Taken } from './same-person.ts';

/** Days within which it can be undone (domain §1). */
export const UNDO_DAYS = 30;

const MOST = { aliases: 50, languages: 20, goodToKnow: 40, methods: 12, doNotContact: 30 } as const;

export type MergeRefusal =
  | 'merge-self'
  | 'merge-agrees'
  | 'merge-part'
  | 'merge-closed'
  | 'merge-apart'
  | 'merge-over'
  | 'merge-earlier';

export interface MergeState {
  readonly answer: SamePersonAnswer;
  /** One of them is part of another record already, or has parts of its own that would hang in the air. */
  readonly isPart: boolean;
  /** A conflict flag stands between them: then they are two people. */
  readonly isApart: boolean;
  readonly keptIsOpen: boolean;
  readonly otherIsOpen: boolean;
}

export function mergeRefusal({ answer, isPart, isApart, keptIsOpen, otherIsOpen }: MergeState): MergeRefusal | null {
  if (answer !== 'AGREES') return 'merge-agrees';
  if (isPart) return 'merge-part';
  if (isApart) return 'merge-apart';
  return otherIsOpen && !keptIsOpen ? 'merge-closed' : null;
}

/** What the kept case lacks of the other. Ways to reach her come as not known, which is a no, until she agrees anew. */
export function whatIsTaken(kept: CaseFile, other: CaseFile): Taken {
  const { safeContact: ours } = kept;
  const { safeContact: theirs } = other;
  const room = <T>(list: readonly T[], used: readonly T[], most: number): T[] =>
    list.slice(0, Math.max(0, most - used.length));
  const lacks = (list: readonly string[], known: readonly string[]): string[] =>
    list.filter((one) => !known.some((other) => fold(other) === fold(one)));
  const methods = theirs.methods
    .filter((method) => !ours.methods.some((known) => isSameWay(known, method)))
    .map((method): ContactMethod => ({ ...method, safe: 'UNKNOWN', voicemail: 'UNKNOWN' }));
  const names = namesOf(other).filter(({ text }) => !namesOf(kept).some((known) => known.text === text));
  return {
    aliases: room(names, kept.aliases, MOST.aliases),
    languages: room(lacks(other.languages, kept.languages), kept.languages, MOST.languages),
    goodToKnow: room(
      other.goodToKnow.filter((line) => !kept.goodToKnow.some(({ words }) => words === line.words)),
      kept.goodToKnow,
      MOST.goodToKnow,
    ),
    methods: room(methods, ours.methods, MOST.methods),
    doNotContact: room(lacks(theirs.doNotContact, ours.doNotContact), ours.doNotContact, MOST.doNotContact),
    pronouns: kept.pronouns === '' ? other.pronouns : '',
    gender: kept.gender === '' ? other.gender : '',
    identifyAs: ours.identifyAs === '' ? theirs.identifyAs : '',
  };
}

const isSameWay = (one: ContactMethod, other: ContactMethod): boolean =>
  one.way === other.way && one.value === other.value;

const namesOf = ({ nameUsed, nameUsedIsSafe, aliases }: CaseFile): Alias[] => [
  { text: nameUsed, use: 'OTHER', safeToSayAloud: nameUsedIsSafe },
  ...aliases.filter(({ text }) => text !== nameUsed),
];

const orElse = (now: string, taken: string): string => (now === '' ? taken : now);

export const withTaken = (kept: CaseFile, taken: Taken): CaseFile => ({
  ...kept,
  aliases: [...kept.aliases, ...taken.aliases],
  languages: [...kept.languages, ...taken.languages],
  goodToKnow: [...kept.goodToKnow, ...taken.goodToKnow],
  pronouns: orElse(kept.pronouns, taken.pronouns),
  gender: orElse(kept.gender, taken.gender),
  safeContact: {
    ...kept.safeContact,
    identifyAs: orElse(kept.safeContact.identifyAs, taken.identifyAs),
    methods: [...kept.safeContact.methods, ...taken.methods],
    doNotContact: [...kept.safeContact.doNotContact, ...taken.doNotContact],
  },
});

/** Takes out what came with the other record. A name or a way goes also when it was changed since; words changed since stay. */
export function withoutTaken(kept: CaseFile, taken: Taken): CaseFile {
  const emptied = (now: string, then: string): string => (then !== '' && now === then ? '' : now);
  const { safeContact } = kept;
  return {
    ...kept,
    aliases: kept.aliases.filter(({ text }) => !taken.aliases.some((one) => one.text === text)),
    languages: kept.languages.filter((one) => !taken.languages.includes(one)),
    goodToKnow: kept.goodToKnow.filter(({ words }) => !taken.goodToKnow.some((one) => one.words === words)),
    pronouns: emptied(kept.pronouns, taken.pronouns),
    gender: emptied(kept.gender, taken.gender),
    safeContact: {
      ...safeContact,
      identifyAs: emptied(safeContact.identifyAs, taken.identifyAs),
      methods: safeContact.methods.filter((method) => !taken.methods.some((one) => isSameWay(one, method))),
      doNotContact: safeContact.doNotContact.filter((one) => !taken.doNotContact.includes(one)),
    },
  };
}
