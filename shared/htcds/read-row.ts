// One row of a sheet becomes one draft: an answer for every field that has a cell, the rest of the cells beside it,
// and everything a person should look at. A row that holds nothing under any header is no person.
import type { HtcdsAnswers, OtherCell } from '../records/htcds-record.ts';
import type { Cell } from './cell.ts';
import { columnName } from './cell.ts';
import type { Column } from './columns.ts';
import type { DateOrder } from './dates.ts';
import { type HtcdsFieldName, htcdsField } from './fields.ts';
import type { ProblemCode } from './problem.ts';
import { readCell, type ReadingRules } from './read-value.ts';

export interface RowProblem {
  readonly code: ProblemCode;
  readonly field: HtcdsFieldName | null;
  readonly words: string;
}

export interface DraftRow {
  readonly answers: HtcdsAnswers;
  readonly others: readonly OtherCell[];
  readonly problems: readonly RowProblem[];
  /** Date fields whose numbers can be read in one order alone. */
  readonly orders: readonly (readonly [HtcdsFieldName, DateOrder])[];
}

export interface SheetRow {
  /** From 1, as the spreadsheet shows it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

export type RowReading =
  | { readonly kind: 'person'; readonly draft: DraftRow }
  | { readonly kind: 'blank' }
  /** Nothing under a header, but text elsewhere: a remark, a total. */
  | { readonly kind: 'outside' };

const isBlank = (cell: Cell): boolean => cell.text.trim() === '' && cell.formula === undefined;

/** Reads a row. `columns` is indexed by column position; a position without a header is undefined. */
export function readRow(columns: ReadonlyMap<number, Column>, row: SheetRow, rules: ReadingRules): RowReading {
  const answers: HtcdsAnswers = {};
  const others: OtherCell[] = [];
  const problems: RowProblem[] = row.hidden ? [{ code: 'hidden-row', field: null, words: '' }] : [];
  const orders: [HtcdsFieldName, DateOrder][] = [];
  let underHeader = false;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    const column = columns.get(cell.column);
    underHeader ||= column !== undefined;
    if (column?.rule === 'row-counter') continue;
    if (column?.field == null) {
      others.push({
        header: column === undefined ? `(${columnName(cell.column)})` : headerOf(column),
        text: cell.formula ?? cell.text,
      });
      continue;
    }
    const reading = readCell(htcdsField(column.field), cell, rules);
    if (reading.answer !== null) answers[column.field] = reading.answer;
    for (const { code, words } of reading.problems) problems.push({ code, field: column.field, words });
    if (reading.onlyOrder !== undefined) orders.push([column.field, reading.onlyOrder]);
  }
  if (!underHeader) return { kind: others.length > 0 && !isRowCounter(row, columns) ? 'outside' : 'blank' };
  if (namesNobody(answers)) problems.push({ code: 'no-name', field: null, words: '' });
  return { kind: 'person', draft: { answers, others: withoutRowCounter(others, row, columns), problems, orders } };
}

const headerOf = ({ label, fieldName }: Column): string => (label === '' ? fieldName : label).slice(0, 400);

/** The templates number their rows 1, 2, 3 … in a first column without a header: no fact about anybody. */
const isCounterCell = (cell: Cell, columns: ReadonlyMap<number, Column>): boolean =>
  cell.column === 0 && !columns.has(0) && /^\d{1,7}$/.test(cell.text.trim());

const isRowCounter = (row: SheetRow, columns: ReadonlyMap<number, Column>): boolean =>
  row.cells.every((cell) => isBlank(cell) || isCounterCell(cell, columns));

function withoutRowCounter(
  others: readonly OtherCell[],
  row: SheetRow,
  columns: ReadonlyMap<number, Column>,
): readonly OtherCell[] {
  const counts = row.cells.some((cell) => isCounterCell(cell, columns));
  return counts ? others.filter(({ header }) => header !== '(A)') : others;
}

const NAME_FIELDS = ['prs_FirstName', 'prs_MiddleName', 'prs_SecondName'] as const;
const namesNobody = (answers: HtcdsAnswers): boolean =>
  NAME_FIELDS.every((name) => answers[name]?.state !== 'ANSWERED');

/** First, middle and second name as one; empty when the row names nobody. */
export function displayName(answers: HtcdsAnswers): string {
  const parts = NAME_FIELDS.map((name) => answers[name]?.value).map((value) =>
    value?.kind === 'text' ? value.text : '',
  );
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 400);
}
