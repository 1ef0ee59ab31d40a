// The other way round: an answer as a cell that reads back as the same answer. What the cell said when it came is written again
// when it still says this; else the plain spelling of the value. Sealed fields (T4) stay empty: they are in no export (domain §0).
import type { PartialDate } from '../partial-date.ts';
import { type HtcdsAnswer, type HtcdsAnswers, type HtcdsValue } from '../records/htcds-record.ts';
import type { CalendarDate } from '../time.ts';
import { type HtcdsField, type HtcdsFieldName, htcdsFields } from './fields.ts';
import { problemWeight } from './problem.ts';
import { readCell } from './read-value.ts';

const two = (n: number): string => String(n).padStart(2, '0');

function dateCell(date: PartialDate): string {
  switch (date.precision) {
    case 'exact':
      return date.date;
    case 'month':
      return `${date.year}-${two(date.month)}`;
    case 'year':
      return String(date.year);
    case 'about':
      return date.fromYear === date.toYear ? `about ${date.fromYear}` : `${date.fromYear}-${date.toYear}`;
    case 'as-written':
      return date.text;
  }
}

/** The plain spelling: codes of the standard, days as 2019-03-04. */
export function plainCell(value: HtcdsValue): string {
  switch (value.kind) {
    case 'text':
    case 'written':
      return value.text;
    case 'number':
      return String(value.number);
    case 'yes-no':
      return value.yes ? 'Yes' : 'No';
    case 'date':
      return dateCell(value.date);
    case 'choices':
      return value.choices.map((choice) => ('code' in choice ? choice.code : choice.written)).join('; ');
  }
}

/** Words that read back as the same state; a field that was not asked stays empty. */
const STATES: Readonly<Record<Exclude<HtcdsAnswer['state'], 'ANSWERED'>, string>> = {
  NOT_ASKED: '',
  DECLINED: 'Declined',
  UNKNOWN: 'Unknown',
  NOT_APPLICABLE: 'Not applicable',
  // Said to nobody outside; there it reads as if it had not been asked.
  WITHHELD_FOR_SAFETY: '',
};

const saysTheSame = (one: HtcdsAnswer | null, other: HtcdsAnswer): boolean =>
  one !== null && one.state === other.state && JSON.stringify(one.value) === JSON.stringify(other.value);

/** One answer as the text of its cell. */
export function writeCell(field: HtcdsField, answer: HtcdsAnswer | undefined, today: CalendarDate): string {
  if (answer === undefined || field.tier === 'T4') return '';
  const plain = answer.value === undefined ? STATES[answer.state as keyof typeof STATES] : plainCell(answer.value);
  if (answer.asWritten === undefined) return plain;
  const rules = { today, startsIn1904: false };
  const again = readCell(field, { column: 0, kind: 'text', text: answer.asWritten }, rules);
  // Who decided what 03/04/1994 means does not want to be asked again; who has not decided keeps the doubt.
  const asksAgain = again.problems.some(({ code }) => problemWeight(code) === 'ask') && answer.check === undefined;
  return saysTheSame(again.answer, answer) && !asksAgain ? answer.asWritten : plain;
}

/** All 84 cells of one person, in the order of the standard. */
export const htcdsRow = (answers: HtcdsAnswers, today: CalendarDate): readonly string[] =>
  htcdsFields.map((field) => writeCell(field, answers[field.name], today));

/** Cells under the field names, for those that say something. */
export const namedCells = (answers: HtcdsAnswers, today: CalendarDate): Partial<Record<HtcdsFieldName, string>> =>
  Object.fromEntries(
    htcdsFields.flatMap((field) => {
      const cell = writeCell(field, answers[field.name], today);
      return cell === '' ? [] : [[field.name, cell]];
    }),
  );
