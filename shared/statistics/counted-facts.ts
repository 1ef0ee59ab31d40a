// What of a record is counted, as one short fact each: which form of exploitation, which gender as a list of four says it. The words
// she used stay in the record; a word that the list does not know counts as not recorded.
import { codeFor } from '../htcds/choices.ts';
import { htcdsField } from '../htcds/fields.ts';
import { everydayCode } from '../htcds/suggest.ts';
import { LABOUR_PURPOSES } from '../records/trafficking-elements.ts';
import type { ExploitationType, GenderCategory } from './breakdowns.ts';

const SEX = 1;
const LABOUR = 2;
const OTHER = 4;

/** Forms of exploitation as a sum: 1 sexual, 2 labour, 4 another. Several records of one person are joined bit by bit. */
export function exploitationBits(purposes: readonly string[]): number {
  const isLabour = (code: string): boolean => LABOUR_PURPOSES.includes(code);
  const has = (bit: number, test: (code: string) => boolean): number => (purposes.some(test) ? bit : 0);
  return (
    has(SEX, (code) => code === 'SexualExploitation') +
    has(LABOUR, isLabour) +
    has(OTHER, (code) => code !== 'SexualExploitation' && !isLabour(code))
  );
}

/** domain §20: sex, labour, both, unknown; and another form, which is none of the two and known. */
export function exploitationType(bits: number): ExploitationType {
  const isSex = (bits & SEX) !== 0;
  const isLabour = (bits & LABOUR) !== 0;
  if (isSex && isLabour) return 'BOTH';
  if (isSex) return 'SEX';
  if (isLabour) return 'LABOUR';
  return (bits & OTHER) === 0 ? 'UNKNOWN' : 'OTHER';
}

const genders: Readonly<Record<string, Exclude<GenderCategory, 'NOT_RECORDED'>>> = {
  Feminine: 'FEMALE',
  Masculine: 'MALE',
  TransgenderFeminine: 'OTHER',
  TransgenderMasculine: 'OTHER',
  NonConforming: 'OTHER',
};

/** Null when it was not written down, or in words that the list does not know. */
export function genderCategory(words: string): Exclude<GenderCategory, 'NOT_RECORDED'> | null {
  if (words.trim() === '') return null;
  const field = htcdsField('prs_Gender');
  return genders[codeFor(field, words) ?? everydayCode(field, words) ?? ''] ?? null;
}
