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

/** Reads a row. `columns` holds only the positions that have a header. */
export function readRow(columns: ReadonlyMap<number, Column>, row: SheetRow, rules: ReadingRules): RowReading {
  const filled = row.cells.filter((cell) => !isBlank(cell) && !isCounterCell(cell, columns));
  if (!filled.some((cell) => columns.has(cell.column))) return { kind: filled.length > 0 ? 'outside' : 'blank' };
  const draft = new DraftOfRow(rules);
  for (const cell of filled) draft.take(cell, columns.get(cell.column));
  if (row.hidden) draft.problems.push({ code: 'hidden-row', field: null, words: '' });
  if (namesNobody(draft.answers)) draft.problems.push({ code: 'no-name', field: null, words: '' });
  return { kind: 'person', draft };
}

class DraftOfRow implements DraftRow {
  readonly answers: HtcdsAnswers = {};
  readonly others: OtherCell[] = [];
  readonly problems: RowProblem[] = [];
  readonly orders: [HtcdsFieldName, DateOrder][] = [];
  readonly #rules: ReadingRules;

  constructor(rules: ReadingRules) {
    this.#rules = rules;
  }

  take(cell: Cell, column: Column | undefined): void {
    const field = column?.field ?? null;
    if (field === null) {
      const header = column === undefined ? `(${columnName(cell.column)})` : headerOf(column);
      this.others.push({ header, text: cell.formula ?? cell.text });
      return;
    }
    const reading = readCell(htcdsField(field), cell, this.#rules);
    if (reading.answer !== null) this.answers[field] = reading.answer;
    for (const { code, words } of reading.problems) this.problems.push({ code, field, words });
    if (reading.onlyOrder !== undefined) this.orders.push([field, reading.onlyOrder]);
  }
}

const headerOf = ({ label, fieldName }: Column): string => (label === '' ? fieldName : label).slice(0, 400);

/** The templates number their rows 1, 2, 3 … in a first column without a header: no fact about anybody. */
const isCounterCell = (cell: Cell, columns: ReadonlyMap<number, Column>): boolean =>
  cell.column === 0 && !columns.has(0) && /^\d{1,7}$/.test(cell.text.trim());

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
