// What may be wrong with a cell, a row or a whole workbook, as codes. The words are in shared/text; a code never carries a value.
import { z } from 'zod';

/** One cell or row that a person should look at. The value itself is always kept as it was written. */
export const ProblemCode = z.enum([
  // asked about: the person can decide
  'unknown-value',
  'ambiguous-value',
  'date-day-or-month',
  // to be checked: kept as written, or read in a way worth a look
  'date-impossible',
  'date-two-digit-year',
  'date-year-in-date-cell',
  'date-in-future',
  'date-not-read',
  'number-not-read',
  'number-out-of-range',
  'several-values',
  'cell-error',
  'merged-cell',
  'no-name',
  // good to know: read without doubt, but not as an ordinary cell
  'date-from-number',
  'date-in-words',
  'repeated-value',
  'formula',
  'hidden-row',
]);
export type ProblemCode = z.output<typeof ProblemCode>;

export type ProblemWeight = 'ask' | 'check' | 'note';

const asked: ReadonlySet<ProblemCode> = new Set(['unknown-value', 'ambiguous-value', 'date-day-or-month']);
const noted: ReadonlySet<ProblemCode> = new Set([
  'date-from-number',
  'date-in-words',
  'repeated-value',
  'formula',
  'hidden-row',
]);

/** `ask`: the person decides. `check`: stays marked in the case until looked at. `note`: shown in the preview only. */
export const problemWeight = (code: ProblemCode): ProblemWeight =>
  asked.has(code) ? 'ask' : noted.has(code) ? 'note' : 'check';

/** Something about the whole file that the person should see before importing it. */
export const FileNoteCode = z.enum([
  'labels-over-field-names',
  'column-without-field-name',
  'misspelt-field-name',
  'ambiguous-label',
  'duplicate-column',
  'unknown-column',
  'row-counter-column',
  'text-outside-columns',
  'several-sheets',
  'sheets-left-out',
  'hidden-sheet',
  'hidden-rows',
  'merged-cells',
  'formulas',
  'dates-count-from-1904',
  'read-as-windows-1252',
  'read-as-utf-16',
  'separator-semicolon',
  'separator-tab',
  'separator-comma',
]);
export type FileNoteCode = z.output<typeof FileNoteCode>;
