// Codes that a person may have meant by words that are none: look-alikes and everyday words. Offered, never used unasked.
import { jaroWinkler } from '../records/duplicate.ts';
import { matchKey } from './cell.ts';
import { optionsOf } from './choices.ts';
import type { HtcdsField } from './fields.ts';

const MOST = 3;
const ALIKE_FROM = 0.82;

/** Everyday words for entries whose labels look nothing like them. Field name → word → code. */
const everyday: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  prs_Gender: {
    female: 'Feminine',
    f: 'Feminine',
    woman: 'Feminine',
    girl: 'Feminine',
    femme: 'Feminine',
    mujer: 'Feminine',
    male: 'Masculine',
    m: 'Masculine',
    man: 'Masculine',
    boy: 'Masculine',
    homme: 'Masculine',
    hombre: 'Masculine',
    transwoman: 'TransgenderFeminine',
    transman: 'TransgenderMasculine',
    nonbinary: 'NonConforming',
    other: 'NonConforming',
  },
  cas_Status: { open: 'Active', ongoing: 'Active', referred: 'ClosedReferred', finished: 'Closed', done: 'Closed' },
  vic_TypeOfExploitation: {
    labour: 'ForcedLabour',
    labor: 'ForcedLabour',
    sex: 'SexualExploitation',
    begging: 'ForcedBegging',
    marriage: 'ForcedMarriage',
    domesticservitude: 'Servitude',
    organs: 'OrganRemoval',
  },
};

/** The code that an everyday word for it means, or null. */
export const everydayCode = (field: HtcdsField, words: string): string | null =>
  everyday[field.name]?.[matchKey(words)] ?? null;

/** At most three codes, best first; for a checkbox none. */
export function suggestCodes(field: HtcdsField, words: string): readonly string[] {
  const key = matchKey(words);
  if (key === '' || field.kind === 'checkbox') return [];
  const known = everyday[field.name]?.[key];
  const alike = optionsOf(field)
    .map(([code, label]) => ({
      code,
      likeness: Math.max(likeness(key, matchKey(label)), likeness(key, matchKey(code))),
    }))
    .filter((option) => option.likeness >= ALIKE_FROM && option.code !== known)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ code }) => code);
  return [...(known === undefined ? [] : [known]), ...alike].slice(0, MOST);
}

const likeness = (key: string, option: string): number => (option.length < 3 ? 0 : jaroWinkler(key, option));
