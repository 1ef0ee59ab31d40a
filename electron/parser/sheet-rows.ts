// The rows of one worksheet as they stream by. Cells come through as text, number, boolean or error;
// a formula comes with its text and the value saved beside it, and is never evaluated.
import type { Cell } from '#shared/htcds/cell';
import type { SheetRow } from '#shared/htcds/read-row';
import { damaged, limits, tooBig } from './limits.ts';
import type { Workbook } from './workbook.ts';
import { plainText, TextRuns } from './shared-strings.ts';
import { attribute, XmlReader } from './xml.ts';

/** A block of merged cells: only the first holds a value. Rows from 1, columns from 0, both ends included. */
export interface MergedBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const MOST_MERGED = 20_000;
const LAST_ROW = 1_048_576;

/** Feed it the text of the sheet; take the finished rows after each piece. */
export class SheetRows {
  readonly merged: MergedBlock[] = [];
  readonly #workbook: Pick<Workbook, 'styles' | 'sharedStrings'>;
  readonly #reader: XmlReader;
  readonly #inline = new TextRuns();
  #finished: SheetRow[] = [];
  #cells: Cell[] = [];
  #rowNumber = 0;
  #rowHidden = false;
  #column = -1;
  #attributes = '';
  #value = '';
  #hasValue = false;
  #formula: string | null = null;
  #inside: 'value' | 'formula' | 'inline' | null = null;
  /** How deep it stands: what is called a row or a cell elsewhere in a sheet, in anchors or extensions, is none. */
  #place: 'outside' | 'data' | 'row' | 'cell' = 'outside';
  readonly #filled = new Set<number>();

  constructor(workbook: Pick<Workbook, 'styles' | 'sharedStrings'>) {
    this.#workbook = workbook;
    this.#reader = new XmlReader({
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => this.#text(text),
    });
  }

  write(text: string): void {
    this.#reader.write(text);
  }

  end(): void {
    this.#reader.end();
  }

  take(): readonly SheetRow[] {
    const rows = this.#finished;
    this.#finished = [];
    return rows;
  }

  #open(name: string, attributes: string): void {
    if (this.#place === 'outside') {
      if (name === 'sheetData') this.#place = 'data';
      if (name === 'mergeCell') this.#addMerged(attribute(attributes, 'ref') ?? '');
      return;
    }
    switch (name) {
      case 'row':
        this.#goIn('data', 'row');
        this.#openRow(attributes);
        break;
      case 'c':
        this.#goIn('row', 'cell');
        this.#openCell(attributes);
        break;
      case 'v':
      case 'f':
      case 'is':
        this.#openContent(name);
        break;
      default:
        if (this.#inside === 'inline') this.#inline.open(name);
    }
  }

  /** A row within a row, or a cell within a cell, says two things at once. */
  #goIn(from: 'data' | 'row', to: 'row' | 'cell'): void {
    if (this.#place !== from || this.#inside !== null) throw damaged('sheet-order');
    this.#place = to;
  }

  #openContent(name: 'v' | 'f' | 'is'): void {
    const isSecond = name !== 'f' && this.#hasValue;
    if (this.#place !== 'cell' || this.#inside !== null || isSecond) throw damaged('sheet-order');
    this.#hasValue ||= name !== 'f';
    this.#inside = ({ v: 'value', f: 'formula', is: 'inline' } as const)[name];
    if (name === 'f') this.#formula = '';
  }

  #openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    const last = this.#rowNumber;
    this.#rowNumber = given === undefined ? last + 1 : wholeNumber(given);
    // Rows follow each other: one that comes twice is two different ones, and nobody could say which is meant.
    if (!(this.#rowNumber > last) || this.#rowNumber > LAST_ROW) throw damaged('sheet-row');
    this.#filled.clear();
    this.#rowHidden = ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.#column = reference === undefined ? this.#column + 1 : columnIn(reference, this.#rowNumber);
    if (this.#filled.has(this.#column)) throw damaged('sheet-cell');
    this.#filled.add(this.#column);
    this.#attributes = attributes;
    this.#value = '';
    this.#hasValue = false;
    this.#formula = null;
  }

  #text(text: string): void {
    if (this.#inside === null) return;
    if (this.#inside === 'inline') {
      this.#inline.add(text);
      return;
    }
    if (this.#inside === 'value') this.#value += text;
    else this.#formula = (this.#formula ?? '') + text;
    if (this.#value.length > limits.cellCharacters || (this.#formula?.length ?? 0) > limits.cellCharacters)
      tooBig('cell', limits.cellCharacters);
  }

  #close(name: string): void {
    if (this.#place === 'outside') return;
    if (name === 'sheetData') this.#place = 'outside';
    else if (name === 'row') {
      this.#place = 'data';
      this.#finished.push({ number: this.#rowNumber, hidden: this.#rowHidden, cells: this.#cells });
    } else if (name === 'c') {
      this.#place = 'row';
      this.#closeCell();
    } else if (name === 'v' || name === 'f') this.#inside = null;
    else if (name === 'is') {
      this.#inside = null;
      this.#value = this.#inline.take();
    } else if (this.#inside === 'inline') this.#inline.close(name);
  }

  #closeCell(): void {
    if (this.#value === '' && this.#formula === null) return;
    if (this.#column >= limits.columns) {
      if (this.#value.trim() === '') return;
      tooBig('columns', limits.columns);
    }
    const cell = this.#readCell(attribute(this.#attributes, 't') ?? 'n');
    if (cell.text === '' && this.#formula === null) return;
    // A shared formula is spelt out only once; the others say "=" and their saved value.
    this.#cells.push(this.#formula === null ? cell : { ...cell, formula: `=${plainText(this.#formula)}` });
  }

  #readCell(type: string): Cell {
    const column = this.#column;
    switch (type) {
      case 's':
        return { column, kind: 'text', text: this.#sharedString() };
      case 'b':
        return {
          column,
          kind: 'boolean',
          text: this.#value.trim() === '1' || this.#value.trim() === 'true' ? 'TRUE' : 'FALSE',
        };
      case 'e':
        return { column, kind: 'error', text: this.#value };
      case 'inlineStr':
        return { column, kind: 'text', text: this.#value };
      case 'n':
        return this.#number(column);
      default:
        // `str`: the text result of a formula; `d`: an ISO date.
        return { column, kind: 'text', text: plainText(this.#value) };
    }
  }

  #sharedString(): string {
    const text = this.#workbook.sharedStrings[wholeNumber(this.#value)];
    if (text === undefined) throw damaged('sheet-text');
    return text;
  }

  #number(column: number): Cell {
    const text = this.#value.trim();
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) return { column, kind: 'text', text: this.#value };
    const style = this.#workbook.styles[Number(attribute(this.#attributes, 's') ?? 0)];
    const shown = shownNumber(number, text);
    const padded =
      style !== undefined && style.zeros > shown.length && /^\d+$/.test(shown)
        ? shown.padStart(style.zeros, '0')
        : shown;
    return { column, kind: 'number', text: padded, number, format: style?.isDate === true ? 'date' : 'plain' };
  }

  #addMerged(reference: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
    if (match === null || this.merged.length >= MOST_MERGED) return;
    this.merged.push({
      left: columnOf(match[1] ?? ''),
      top: Number(match[2]),
      right: columnOf(match[3] ?? ''),
      bottom: Number(match[4]),
    });
  }
}

/** A phone number typed as a number is stored as 4.47700900171E+11; people saw 447700900171. */
const shownNumber = (number: number, text: string): string =>
  /e/iu.test(text) && Number.isSafeInteger(number) ? String(number) : text;

/** Digits alone; NaN for everything else that JavaScript takes for a number: "", "0x4", "1e2". */
const wholeNumber = (text: string): number => (/^\s*\d{1,10}\s*$/.test(text) ? Number(text) : Number.NaN);

/** "AJ12" in row 12 → 35. A reference that names another row than the one it stands in is damage. */
function columnIn(reference: string, row: number): number {
  const digits = reference.search(/\d/);
  if (digits === -1 || Number(reference.slice(digits)) !== row) throw damaged('sheet-cell');
  return columnOf(reference.slice(0, digits));
}

/** "AJ" → 35. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    const letter = code < 0x80 ? code & 0xdf : 0;
    if (letter < 0x41 || letter > 0x5a) throw damaged('sheet-cell');
    column = column * 26 + (letter - 0x40);
  }
  if (reference.length === 0 || reference.length > 3) throw damaged('sheet-cell');
  return column - 1;
}
