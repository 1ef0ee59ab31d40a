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
  #formula: string | null = null;
  #inside: 'value' | 'formula' | 'inline' | null = null;

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
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
        this.#inside = 'value';
        break;
      case 'f':
        this.#inside = 'formula';
        this.#formula = '';
        break;
      case 'is':
        this.#inside = 'inline';
        break;
      case 'row':
        this.#openRow(attributes);
        break;
      case 'mergeCell':
        this.#addMerged(attribute(attributes, 'ref') ?? '');
        break;
      default:
        if (this.#inside === 'inline') this.#inline.open(name);
    }
  }

  #openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    this.#rowNumber = given === undefined ? this.#rowNumber + 1 : Number(given);
    if (!Number.isInteger(this.#rowNumber) || this.#rowNumber < 1 || this.#rowNumber > LAST_ROW)
      throw damaged('sheet-row');
    this.#rowHidden = ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#attributes = attributes;
    this.#value = '';
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
    if (name === 'row') this.#finished.push({ number: this.#rowNumber, hidden: this.#rowHidden, cells: this.#cells });
    else if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 'f') this.#inside = null;
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
    const at = Number(this.#value.trim());
    const text = this.#workbook.sharedStrings[at];
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

/** "AJ12" or "AJ" → 35. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + (letter - 0x40);
  }
  if (at === 0 || at > 3) throw damaged('sheet-cell');
  return column - 1;
}
