// Which entry of a list a person meant: the code, the label, or a spelling of either. Anything else stays words.
import type { HtcdsChoice } from '../records/htcds-record.ts';
import { matchKey } from './cell.ts';
import { countries } from './countries.ts';
import { choicesOf, type HtcdsField, type HtcdsFieldName, htcdsFields } from './fields.ts';
import { languages } from './languages.ts';
import type { Choice } from './picklists.ts';
import type { ProblemCode } from './problem.ts';

export interface ChoicesReading {
  readonly choices: readonly HtcdsChoice[];
  /** One per entry that needs a look, with the words it is about. */
  readonly problems: readonly { readonly code: ProblemCode; readonly words: string }[];
}

/** Everyday names that the list of names spells otherwise. */
const everydayNames =
  'uk=GB|greatbritain=GB|unitedkingdom=GB|usa=US|unitedstates=US|america=US|uae=AE|emirates=AE|russia=RU|vietnam=VN|syria=SY|iran=IR|moldova=MD|tanzania=TZ|laos=LA|bolivia=BO|venezuela=VE|northkorea=KP|southkorea=KR|korea=KR|drc=CD|drcongo=CD|ivorycoast=CI|burma=MM|turkiye=TR|czechrepublic=CZ|swaziland=SZ|macedonia=MK|palestine=PS|taiwan=TW|vatican=VA|capeverde=CV|easttimor=TL|brunei=BN|micronesia=FM';

function countryNames(): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string | undefined, code: string): void => {
    if (name !== undefined && !names.has(matchKey(name))) names.set(matchKey(name), code);
  };
  for (const [alpha2, alpha3, name] of countries) [alpha2, alpha3, name].forEach((spelling) => add(spelling, alpha2));
  for (const pair of everydayNames.split('|')) add(pair.split('=')[0], pair.split('=')[1] ?? '');
  for (const locale of ['en', 'es', 'fr', 'ar']) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const [alpha2] of countries) add(display.of(alpha2), alpha2);
  }
  return names;
}

function languageNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [code, alpha2, bibliographic, name] of languages) {
    for (const spelling of [code, alpha2, bibliographic, name, ...name.split(';')]) {
      if (spelling !== '' && !names.has(matchKey(spelling))) names.set(matchKey(spelling), code);
    }
  }
  for (const [spelling, code] of [
    ['farsi', 'fas'],
    ['dari', 'fas'],
    ['tagalog', 'tgl'],
    ['mandarin', 'zho'],
  ] as const) {
    names.set(spelling, code);
  }
  return names;
}

/** American spellings; case, spaces and marks are unified already. */
const britishKey = (key: string): string => key.replaceAll('labor', 'labour').replaceAll('organiz', 'organis');

function picklistNames(choices: readonly Choice[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [code, label] of choices) {
    for (const spelling of [code, label, code.replace(/^[A-U]_/u, '')]) {
      const key = britishKey(matchKey(spelling));
      if (!names.has(key)) names.set(key, code);
    }
  }
  return names;
}

const namesOfFields = new Map<HtcdsFieldName, ReadonlyMap<string, string>>();
const sharedNames: { countries?: Map<string, string>; languages?: Map<string, string> } = {};

function namesOf(field: HtcdsField): ReadonlyMap<string, string> {
  const found = namesOfFields.get(field.name);
  if (found !== undefined) return found;
  const names =
    field.kind === 'country' || field.kind === 'countries'
      ? (sharedNames.countries ??= countryNames())
      : field.kind === 'language'
        ? (sharedNames.languages ??= languageNames())
        : picklistNames(choicesOf(field));
  namesOfFields.set(field.name, names);
  return names;
}

/** The code that these words spell, or null. */
export function codeFor(field: HtcdsField, words: string): string | null {
  const key = matchKey(words);
  return key === '' ? null : (namesOf(field).get(field.picklist === undefined ? key : britishKey(key)) ?? null);
}

/** Whether a decision may use this code for this field. */
export function isCodeOf(field: HtcdsField, code: string): boolean {
  return field.kind === 'checkbox' ? code === 'yes' || code === 'no' : [...namesOf(field).values()].includes(code);
}

/** Every code with the words to show for it: the label of the standard, or the English name of a country or language. */
export function optionsOf(field: HtcdsField): readonly Choice[] {
  switch (field.kind) {
    case 'country':
    case 'countries':
      return countries.map(([alpha2, , name]) => [alpha2, name]);
    case 'language':
      return languages.map(([code, , , name]) => [code, name]);
    case 'picklist':
    case 'multi-picklist':
    case 'text':
    case 'long-text':
    case 'date':
    case 'number':
    case 'checkbox':
    case 'lookup':
      return choicesOf(field);
  }
}

const SURE_SEPARATORS = /[;\n\r؛；|]+/u;
const POSSIBLE_SEPARATORS = /[,،、/&+]+| and | et | y /u;

/**
 * Reads one or several entries. Labels themselves hold semicolons and commas ("Water supply; sewerage, waste management and
 * remediation"), so the longest run of pieces that is an entry wins; a comma separates only where every piece is an entry.
 * Trailing, doubled and padded separators mean nothing; an entry written twice stays twice, as it was written.
 */
export function readChoices(field: HtcdsField, text: string): ChoicesReading {
  const known = readings.get(field.name) ?? new Map<string, ChoicesReading>();
  const found = known.get(text);
  if (found !== undefined) return found;
  const reading = readEntries(field, text);
  if (known.size < MOST_READINGS && text.length < 200) readings.set(field.name, known.set(text, reading));
  return reading;
}

function readEntries(field: HtcdsField, text: string): ChoicesReading {
  const whole = codeFor(field, text);
  const entries = whole === null ? joinPieces(field, text.split(SURE_SEPARATORS)) : [{ words: text, code: whole }];
  const choices = entries.map(({ words, code }): HtcdsChoice => (code === null ? { written: words } : { code }));
  return {
    choices,
    problems: [...entries.flatMap((entry) => entryProblem(field, entry)), ...listProblems(field, entries)],
  };
}

interface Entry {
  readonly words: string;
  readonly code: string | null;
}

const MOST_PIECES_JOINED = 4;

function joinPieces(field: HtcdsField, split: readonly string[]): readonly Entry[] {
  const pieces = split.map((piece) => piece.trim()).filter((piece) => piece !== '');
  const entries: Entry[] = [];
  for (let at = 0; at < pieces.length; ) {
    const run = longestRun(field, pieces, at);
    if (run === null) {
      entries.push(...possibleEntries(field, pieces[at] ?? ''));
      at += 1;
    } else {
      entries.push(run.entry);
      at += run.width;
    }
  }
  return entries;
}

function longestRun(field: HtcdsField, pieces: readonly string[], at: number): { entry: Entry; width: number } | null {
  for (let width = Math.min(MOST_PIECES_JOINED, pieces.length - at); width > 0; width -= 1) {
    const words = pieces.slice(at, at + width).join('; ');
    const code = codeFor(field, words);
    if (code !== null) return { entry: { words, code }, width };
  }
  return null;
}

function possibleEntries(field: HtcdsField, piece: string): readonly Entry[] {
  const parts = piece.split(POSSIBLE_SEPARATORS).map((part) => part.trim());
  const entries = parts.filter((part) => part !== '').map((words) => ({ words, code: codeFor(field, words) }));
  return entries.length > 1 && entries.every(({ code }) => code !== null) ? entries : [{ words: piece, code: null }];
}

/** "NA" is Namibia and "not applicable", "NO" is Norway (or Norwegian) and "no": only the person knows. */
const TWO_MEANINGS = new Set(['na', 'no']);

function entryProblem(field: HtcdsField, { words, code }: Entry): ChoicesReading['problems'] {
  if (code === null) return [{ code: 'unknown-value', words }];
  return field.picklist === undefined && TWO_MEANINGS.has(matchKey(words)) ? [{ code: 'ambiguous-value', words }] : [];
}

const isList = (field: HtcdsField): boolean => field.kind === 'multi-picklist' || field.kind === 'countries';

function listProblems(field: HtcdsField, entries: readonly Entry[]): ChoicesReading['problems'] {
  if (entries.length < 2) return [];
  const codes = entries.flatMap(({ code }) => (code === null ? [] : [code]));
  const words = entries.map((entry) => entry.words).join('; ');
  const repeated = new Set(codes).size < codes.length ? [{ code: 'repeated-value' as const, words }] : [];
  const several = isList(field) ? [] : [{ code: 'several-values' as const, words }];
  return [...repeated, ...several];
}

/** One reading for one spelling: a sheet repeats the same few cells over and over. */
const readings = new Map<HtcdsFieldName, Map<string, ChoicesReading>>();
const MOST_READINGS = 2_000;

/** Fields whose values are codes. */
export const listFields: readonly HtcdsField[] = htcdsFields.filter(({ kind }) =>
  ['picklist', 'multi-picklist', 'country', 'countries', 'language'].includes(kind),
);
