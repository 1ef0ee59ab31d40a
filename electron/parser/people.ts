// From the rows of one sheet to the people in it: finds the header among the first rows, then reads row by row.
// The same for workbooks and CSV. Holds no more than the first rows and the batch in hand.
import type { HtcdsFieldName } from '#shared/htcds/fields';
import { type Column, findHeaderRows, headerNotes, readColumns } from '#shared/htcds/columns';
import { columnName } from '#shared/htcds/cell';
import { parsedAnswer, type ParsedRow } from '#shared/htcds/parser-protocol';
import { problemWeight } from '#shared/htcds/problem';
import { readRow, type SheetRow } from '#shared/htcds/read-row';
import type { ReadingRules } from '#shared/htcds/read-value';
import type { ColumnReading, FileNote } from '#shared/records/htcds-import';
import { limits, tooBig } from './limits.ts';
import type { MergedBlock } from './sheet-rows.ts';

/** Headers further down than this are not looked for. */
const ROWS_LOOKED_AT = 25;
const WORDS_SHOWN = 300;

export class SheetPeople {
  readonly name: string;
  people = 0;
  blankRows = 0;
  outsideRows = 0;
  hiddenRows = 0;
  formulas = 0;
  columns: readonly Column[] | null = null;
  readonly #sheet: number;
  readonly #rules: ReadingRules;
  readonly #byPosition = new Map<number, Column>();
  readonly #dataRows = new Set<number>();
  #first: SheetRow[] | null = [];
  #gapRows = 0;
  #countsRows = false;

  constructor(name: string, sheet: number, rules: ReadingRules) {
    this.name = name;
    this.#sheet = sheet;
    this.#rules = rules;
  }

  /** null once it is known that this sheet has no HTCDS header. */
  add(row: SheetRow): readonly ParsedRow[] | null {
    if (this.#first === null) return this.columns === null ? null : this.#read(row);
    this.#first.push(row);
    return this.#first.length < ROWS_LOOKED_AT ? [] : this.#start();
  }

  /** The sheet has ended; null when it had no header. */
  end(): readonly ParsedRow[] | null {
    return this.#first === null ? (this.columns === null ? null : []) : this.#start();
  }

  #start(): readonly ParsedRow[] | null {
    const rows = this.#first ?? [];
    this.#first = null;
    const texts = rows.map(headerTexts);
    const found = findHeaderRows(texts);
    if (found === null) return null;
    const [labels, fieldNames] = [textsAt(texts, found.labels), textsAt(texts, found.fieldNames)];
    const width = Math.max(labels.length, fieldNames.length);
    this.columns = readColumns(
      Array.from({ length: width }, (_none, at) => ({ label: labels[at] ?? '', fieldName: fieldNames[at] ?? '' })),
    );
    for (const column of this.columns) this.#byPosition.set(column.column, column);
    const last = Math.max(found.labels ?? -1, found.fieldNames ?? -1);
    return rows.slice(last + 1).flatMap((row) => this.#read(row));
  }

  #read(row: SheetRow): readonly ParsedRow[] {
    const reading = readRow(this.#byPosition, row, this.#rules);
    if (reading.kind === 'outside') this.outsideRows += 1;
    if (reading.kind !== 'person') {
      this.#gapRows += 1;
      return [];
    }
    this.people += 1;
    // Blank rows count only between people: the templates number 500 rows that nobody has filled.
    this.blankRows += this.people === 1 ? 0 : this.#gapRows;
    this.#gapRows = 0;
    if (row.hidden) this.hiddenRows += 1;
    this.#dataRows.add(row.number);
    this.#countsRows ||= !this.#byPosition.has(0) && row.cells.some(({ column }) => column === 0);
    const { answers, others, problems, orders } = reading.draft;
    if (others.length > limits.columns) tooBig('columns', limits.columns);
    this.formulas += problems.filter(({ code }) => code === 'formula').length;
    return [
      {
        sheet: this.#sheet,
        number: row.number,
        answers: Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, parsedAnswer(answer)])),
        others: [...others],
        problems: problems.map((problem) => ({ ...problem, words: wordsKept(problem.code, problem.words) })),
        orders: orders.map(([field, order]) => [field, order]),
      },
    ];
  }

  /** The columns for the screen. */
  columnReadings(): readonly ColumnReading[] {
    const readings = (this.columns ?? []).map(({ column, label, fieldName, field, rule }) => ({
      sheet: this.name,
      column: columnName(column),
      label: label.slice(0, 400),
      fieldName: fieldName.slice(0, 400),
      field,
      rule,
    }));
    const counter: ColumnReading = {
      sheet: this.name,
      column: 'A',
      label: '',
      fieldName: '',
      field: null,
      rule: 'row-counter',
    };
    return this.#countsRows ? [counter, ...readings] : readings;
  }

  /** What to know about this sheet; notes of one code are added up over sheets by `addUp`. */
  notes(): readonly FileNote[] {
    const header = headerNotes(this.columns ?? []).map(({ code, columns }) => ({
      code,
      count: columns.length,
      where: columns.map(({ column }) => columnName(column)).slice(0, 40),
    }));
    const counted = [
      { code: 'text-outside-columns', count: this.outsideRows },
      { code: 'hidden-rows', count: this.hiddenRows },
      { code: 'formulas', count: this.formulas },
      { code: 'row-counter-column', count: this.#countsRows ? 1 : 0 },
    ] as const;
    return [...header, ...counted.filter(({ count }) => count > 0).map((note) => ({ ...note, where: [] }))];
  }

  /** Fields of people that lie inside a merged block, so that their own cell is empty whatever the block shows. */
  merged(blocks: readonly MergedBlock[]): [number, number, HtcdsFieldName][] {
    const found: [number, number, HtcdsFieldName][] = [];
    for (const { top, left, bottom, right } of blocks) {
      for (const row of this.#dataRows) {
        if (row < top || row > bottom) continue;
        for (const { column, field } of this.columns ?? []) {
          const isFirst = row === top && column === left;
          if (field !== null && column >= left && column <= right && !isFirst) found.push([this.#sheet, row, field]);
          if (found.length >= MOST_MERGED_FIELDS) return found;
        }
      }
    }
    return found;
  }
}

const MOST_MERGED_FIELDS = 10_000;

function headerTexts(row: SheetRow): readonly string[] {
  const texts: string[] = [];
  for (const { column, text, kind } of row.cells) {
    while (texts.length <= column) texts.push('');
    texts[column] = kind === 'text' ? text.replace(/\s+/gu, ' ').trim() : '';
  }
  return texts;
}

const textsAt = (texts: readonly (readonly string[])[], at: number | null): readonly string[] =>
  at === null ? [] : (texts[at] ?? []);

/** A question needs its words whole, to find them again; for the rest a start is enough. */
const wordsKept = (code: ParsedRow['problems'][number]['code'], words: string): string =>
  problemWeight(code) === 'ask' ? words : words.slice(0, WORDS_SHOWN);

/** One note for each code. */
export function addUp(notes: readonly FileNote[]): readonly FileNote[] {
  const sums = new Map<string, FileNote>();
  for (const note of notes) {
    const before = sums.get(note.code);
    const where = [...(before?.where ?? []), ...note.where].slice(0, 40);
    sums.set(note.code, { code: note.code, count: note.count + (before?.count ?? 0), where });
  }
  return [...sums.values()];
}
