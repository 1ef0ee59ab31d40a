// Importing a workbook: read it, see every row with every problem, decide, and only then write, all rows or none.
// Until `commit` nothing is kept but in memory; locking or `discard` forgets it. The page gets rows by the page, never all.
import { z } from 'zod';
import { caseWorkers, read, task, unloggedWrite } from '../contract/operation.ts';
import { HtcdsFieldName } from '../htcds/fields.ts';
import { FileNoteCode, ProblemCode } from '../htcds/problem.ts';
import { CaseFileId, ChoiceHandle } from '../ids.ts';
import { PartialDate } from '../partial-date.ts';
import { HtcdsAnswers, OtherCell } from './htcds-record.ts';

export const ImportId = z.uuid().brand<'ImportId'>();
export type ImportId = z.output<typeof ImportId>;

/** Why a column was taken for its field. `label`: what people saw and typed under. */
export const ColumnRule = z.enum([
  'label-and-field-name',
  'label',
  /** The hidden field name says another field; the visible label wins, because people typed under it. */
  'label-over-field-name',
  'field-name',
  /** The label fits several fields ("City", "Type"); the neighbouring columns decided. */
  'label-by-neighbours',
  /** Not in the standard: kept as written beside the record. */
  'not-in-htcds',
  /** A second column for a field that another column already fills: kept as written beside the record. */
  'second-column',
  /** Counts the rows (1, 2, 3 …) without a header: left out. */
  'row-counter',
]);
export type ColumnRule = z.output<typeof ColumnRule>;

export const ColumnReading = z.strictObject({
  sheet: z.string().max(100),
  /** As the spreadsheet names it, e.g. "AJ". */
  column: z.string().regex(/^[A-Z]{1,3}$/),
  label: z.string().max(400),
  /** What the row of field names says here; empty when there is none. */
  fieldName: z.string().max(400),
  field: HtcdsFieldName.nullable(),
  rule: ColumnRule,
});
export type ColumnReading = z.output<typeof ColumnReading>;

export const FileNote = z.strictObject({
  code: FileNoteCode,
  /** How many columns, rows or cells; 1 where counting means nothing. */
  count: z.int().nonnegative(),
  /** Names of columns or sheets it is about, at most 40. */
  where: z.array(z.string().max(100)).max(40),
});
export type FileNote = z.output<typeof FileNote>;

export const ImportSummary = z.strictObject({
  importId: ImportId,
  fileKind: z.enum(['workbook', 'csv']),
  sheets: z.array(z.strictObject({ name: z.string().max(100), rows: z.int().nonnegative() })).min(1),
  columns: z.array(ColumnReading),
  notes: z.array(FileNote),
  people: z.int().positive(),
  /** Rows between people that held nothing. */
  blankRows: z.int().nonnegative(),
  rowsToCheck: z.int().nonnegative(),
  questions: z.int().nonnegative(),
  rowsWithDuplicates: z.int().nonnegative(),
});
export type ImportSummary = z.output<typeof ImportSummary>;

export const Problem = z.strictObject({
  code: ProblemCode,
  /** null when it is about the whole row. */
  field: HtcdsFieldName.nullable(),
  /** At most 300 characters of the cell; the whole cell is in `row`. */
  asWritten: z.string().max(300),
});
export type Problem = z.output<typeof Problem>;

/** Perhaps the same person. A suggestion only: nothing is ever merged here (domain §1). */
export const DuplicateSuggestion = z.discriminatedUnion('with', [
  z.strictObject({ with: z.literal('row'), row: z.int().nonnegative(), displayName: z.string(), points: z.int() }),
  z.strictObject({ with: z.literal('case'), caseFileId: CaseFileId, displayName: z.string(), points: z.int() }),
]);
export type DuplicateSuggestion = z.output<typeof DuplicateSuggestion>;

export const ImportRow = z.strictObject({
  /** Position in this import, from 0. */
  row: z.int().nonnegative(),
  sheet: z.string().max(100),
  /** Row number in the file, from 1, as the spreadsheet shows it. */
  rowNumber: z.int().positive(),
  /** Empty when the row names nobody. */
  displayName: z.string().max(400),
  birthdate: PartialDate.nullable(),
  answered: z.int().nonnegative(),
  problems: z.array(Problem),
  duplicates: z.array(DuplicateSuggestion),
  leftOut: z.boolean(),
});
export type ImportRow = z.output<typeof ImportRow>;

/** What to do with a value. Undecided means: kept as written and marked to be checked in the case. */
export const Decision = z.discriminatedUnion('decide', [
  z.strictObject({ decide: z.literal('undecided') }),
  /** It is right as it stands; no mark in the case. */
  z.strictObject({ decide: z.literal('keep-as-written') }),
  /** It means this code of the field's list; `yes` or `no` for a checkbox. */
  z.strictObject({ decide: z.literal('use-code'), code: z.string().min(1).max(80) }),
  z.strictObject({ decide: z.literal('day-first') }),
  z.strictObject({ decide: z.literal('month-first') }),
]);
export type Decision = z.output<typeof Decision>;

/** One thing to decide for every cell it concerns: the same unknown value in a column, or the order of day and month. */
export const Question = z.strictObject({
  question: z.int().nonnegative(),
  code: z.enum(['unknown-value', 'ambiguous-value', 'date-day-or-month']),
  field: HtcdsFieldName,
  /** The value (at most 300 characters), or for dates up to three examples. */
  asWritten: z.array(z.string().max(300)).min(1).max(3),
  cells: z.int().positive(),
  /** The first rows it concerns, by position. */
  rows: z.array(z.int().nonnegative()).max(5),
  /** Codes that look alike, best first. */
  suggestions: z.array(z.string().max(80)).max(3),
  /** Dates only: how many cells of the column can be read in one way alone. */
  evidence: z.strictObject({ dayFirst: z.int().nonnegative(), monthFirst: z.int().nonnegative() }).optional(),
  decision: Decision,
});
export type Question = z.output<typeof Question>;

const page = { offset: z.int().nonnegative().max(1_000_000), limit: z.int().min(1).max(50) };
const here = { importId: ImportId };

export const htcdsImportOperations = {
  /**
   * Reads the file in its own process and keeps the result in memory. Phases: `opening`, `reading`, `comparing`. A new import
   * replaces an unfinished one. Errors: file-encrypted, file-not-recognised (reason), file-empty, file-too-big (limitMb),
   * file-damaged, file-gone, file-not-readable, not-a-regular-file, stick-removed, cancelled.
   */
  open: task(caseWorkers, ['htcdsImport'], z.strictObject({ file: ChoiceHandle }), ImportSummary),
  /** The import that is waiting, after the screen was left; null when there is none. */
  current: read(caseWorkers, z.strictObject({}), ImportSummary.nullable()),
  page: read(
    caseWorkers,
    z.strictObject({ ...here, ...page, show: z.enum(['all', 'to-check', 'duplicates', 'left-out']) }),
    z.strictObject({ total: z.int().nonnegative(), rows: z.array(ImportRow).max(50) }),
  ),
  /** One row whole. */
  row: read(
    caseWorkers,
    z.strictObject({ ...here, row: z.int().nonnegative() }),
    z.strictObject({ row: ImportRow, answers: HtcdsAnswers, others: z.array(OtherCell) }),
  ),
  questions: read(
    caseWorkers,
    z.strictObject({ ...here, ...page }),
    z.strictObject({ total: z.int().nonnegative(), open: z.int().nonnegative(), questions: z.array(Question).max(50) }),
  ),
  /** Can be changed until the commit. Error: rule-broken when the decision does not fit the question. */
  decide: unloggedWrite(
    caseWorkers,
    ['htcdsImport'],
    z.strictObject({ ...here, question: z.int().nonnegative(), decision: Decision }),
    Question,
  ),
  leaveOut: unloggedWrite(
    caseWorkers,
    ['htcdsImport'],
    z.strictObject({ ...here, row: z.int().nonnegative(), leaveOut: z.boolean() }),
    ImportRow,
  ),
  /** Writes all rows that are not left out in one transaction: a case file and its record each. Phase: `writing`,
   * which can be stopped only before it has begun. */
  commit: task(
    caseWorkers,
    ['caseFile', 'htcdsRecord', 'htcdsImport'],
    z.strictObject(here),
    z.strictObject({ people: z.int().nonnegative(), leftOut: z.int().nonnegative() }),
  ),
  discard: unloggedWrite(caseWorkers, ['htcdsImport'], z.strictObject(here), z.strictObject({})),
};
