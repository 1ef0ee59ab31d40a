// What one cell says about one field. The cell as written stays beside every value that does not repeat it word for word.
import type { CalendarDate } from '../time.ts';
import type { HtcdsAnswer, HtcdsValue } from '../records/htcds-record.ts';
import type { Cell } from './cell.ts';
import { westernDigits } from './cell.ts';
import { readChoices } from './choices.ts';
import { type DateOrder, type DateReading, readDateNumber, readDateText } from './dates.ts';
import type { HtcdsField } from './fields.ts';
import type { ProblemCode } from './problem.ts';
import { readStateWord, readYesNo } from './words.ts';

/** What the reading of a cell depends on besides the cell. */
export interface ReadingRules {
  /** For dates that cannot have been yet. */
  readonly today: CalendarDate;
  readonly startsIn1904: boolean;
}

export interface CellProblem {
  readonly code: ProblemCode;
  /** The words it is about: the cell, or one entry of a list. */
  readonly words: string;
}

export interface Reading {
  /** null: the cell is empty, the field was not asked. */
  readonly answer: HtcdsAnswer | null;
  readonly problems: readonly CellProblem[];
  readonly onlyOrder?: DateOrder;
}

const EMPTY: Reading = { answer: null, problems: [] };

/** Reads any cell for any field; throws never. */
export function readCell(field: HtcdsField, cell: Cell, rules: ReadingRules): Reading {
  const text = cellText(cell, rules);
  if (text.trim() === '') return cell.formula === undefined ? EMPTY : formulaOnly(cell.formula);
  const reading =
    cell.kind === 'error' ? readError(text) : (readStated(field, text) ?? readKind(field, cell, text, rules));
  return cell.formula === undefined ? reading : withFormula(reading, cell.formula);
}

/** The cell in words. A number that is shown as a date is that date, wherever it stands. */
function cellText(cell: Cell, rules: ReadingRules): string {
  if (cell.kind !== 'number' || cell.format !== 'date') return cell.text;
  const { date } = readDateNumber(cell.number ?? Number.NaN, 'date', cell.text, rules.startsIn1904);
  return date?.precision === 'exact' ? date.date : cell.text;
}

/** Nothing was saved with the formula, so the formula itself is what stands there. */
function formulaOnly(formula: string): Reading {
  return { answer: answered({ kind: 'written', text: formula }), problems: [{ code: 'formula', words: formula }] };
}

function withFormula(reading: Reading, formula: string): Reading {
  if (reading.answer === null) return reading;
  return {
    ...reading,
    answer: { ...reading.answer, asWritten: formula },
    problems: [...reading.problems, { code: 'formula', words: formula }],
  };
}

const readError = (text: string): Reading => kept(text, 'cell-error');

function readStated(field: HtcdsField, text: string): Reading | null {
  // "Not Specified/Unknown" and the like are entries of the standard's own lists: those are tried first.
  if (field.picklist !== undefined && readChoices(field, text).problems.length === 0) return null;
  const state = readStateWord(text);
  return state === null ? null : { answer: { state, source: 'DOCUMENT', asWritten: text.trim() }, problems: [] };
}

function answered(value: HtcdsValue, asWritten?: string): HtcdsAnswer {
  const answer: HtcdsAnswer = { state: 'ANSWERED', value, source: 'DOCUMENT' };
  return asWritten === undefined ? answer : { ...answer, asWritten };
}

/** Not readable as what the field asks for: the words stay, and somebody should look. */
const kept = (text: string, code: ProblemCode): Reading => ({
  answer: answered({ kind: 'written', text: text.trim() }),
  problems: [{ code, words: text.trim() }],
});

function readKind(field: HtcdsField, cell: Cell, text: string, rules: ReadingRules): Reading {
  switch (field.kind) {
    case 'text':
    case 'long-text':
    case 'lookup':
      return { answer: answered({ kind: 'text', text: text.trim() }), problems: [] };
    case 'number':
      return readNumber(field, cell, text);
    case 'checkbox':
      return readCheckbox(text);
    case 'date':
      return readDate(field, cell, text, rules);
    case 'picklist':
    case 'multi-picklist':
    case 'country':
    case 'countries':
    case 'language':
      return readList(field, text);
  }
}

function readList(field: HtcdsField, text: string): Reading {
  const { choices, problems } = readChoices(field, text);
  if (choices.length === 0) return EMPTY;
  const [first] = choices;
  const isPlainCode =
    choices.length === 1 && first !== undefined && ('code' in first ? first.code : first.written) === text.trim();
  return {
    answer: answered({ kind: 'choices', choices: [...choices] }, isPlainCode ? undefined : text.trim()),
    problems,
  };
}

function readCheckbox(text: string): Reading {
  const yes = readYesNo(text);
  return yes === null
    ? kept(text, 'unknown-value')
    : { answer: answered({ kind: 'yes-no', yes }, text.trim()), problems: [] };
}

const WIDEST: Readonly<Record<string, readonly [number, number]>> = {
  Latitude: [-90, 90],
  Longitude: [-180, 180],
  NumberOfChildren: [0, 60],
  AgeWhenTrafficked: [0, 120],
};

function readNumber(field: HtcdsField, cell: Cell, text: string): Reading {
  const plain = westernDigits(text).trim();
  const number =
    cell.kind === 'number'
      ? cell.number
      : /^[+-]?\d+([.,]\d+)?$/.test(plain)
        ? Number(plain.replace(',', '.'))
        : undefined;
  if (number === undefined || !Number.isFinite(number) || cell.format === 'date') return kept(text, 'number-not-read');
  const range = Object.entries(WIDEST).find(([ending]) => field.name.endsWith(ending))?.[1];
  const inRange = range === undefined || (number >= range[0] && number <= range[1]);
  return {
    answer: answered({ kind: 'number', number }, String(number) === text.trim() ? undefined : text.trim()),
    problems: inRange ? [] : [{ code: 'number-out-of-range', words: text.trim() }],
  };
}

/** Fields whose day has passed by the time it is written down. */
const PAST_FIELDS = new Set(['prs_Birthdate', 'hte_Date']);

function readDate(field: HtcdsField, cell: Cell, text: string, rules: ReadingRules): Reading {
  const reading =
    cell.kind === 'number'
      ? readDateNumber(cell.number ?? Number.NaN, cell.format ?? 'plain', cell.text, rules.startsIn1904)
      : readDateText(text, null);
  return dateAnswer(field, reading, text, rules.today);
}

/** The answer for a date that was read, with what makes it doubtful. */
export function dateAnswer(field: HtcdsField, reading: DateReading, text: string, today: CalendarDate): Reading {
  if (reading.date === null) return kept(text, reading.problem ?? 'date-not-read');
  const { date } = reading;
  const isFuture = date.precision === 'exact' && PAST_FIELDS.has(field.name) && date.date > today;
  const code = reading.problem ?? (isFuture ? 'date-in-future' : undefined);
  const says = date.precision === 'exact' ? date.date : date.precision === 'as-written' ? date.text : '';
  return {
    answer: answered({ kind: 'date', date }, says === text.trim() ? undefined : text.trim()),
    problems: code === undefined ? [] : [{ code, words: text.trim() }],
    ...(reading.onlyOrder === undefined ? {} : { onlyOrder: reading.onlyOrder }),
  };
}
