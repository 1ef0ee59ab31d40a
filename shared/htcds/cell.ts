// A cell as a workbook or CSV file gave it, before anybody asked what it means.

/** `text` is what the cell says; for numbers, booleans and errors in the file's own plain spelling. */
export interface Cell {
  /** Position from 0: A is 0. */
  readonly column: number;
  readonly kind: 'text' | 'number' | 'boolean' | 'error';
  readonly text: string;
  /** With kind `number`. Dates are numbers with a date format: days since the start of the workbook's calendar. */
  readonly number?: number;
  readonly format?: 'date' | 'plain';
  /** The formula, with its "=", of a cell that has one; the rest is the value that was saved with it. Never evaluated. */
  readonly formula?: string;
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** Letters and digits of plain ASCII text need no folding; most cells are that, and this is four times as fast. */
const ASCII = /^[\u0000-\u007f]*$/u;

/**
 * What two spellings of one thing have in common: compatibility forms unified, marks removed, lower case, letters and
 * digits only. "  Follow-up " and "FollowUp" have the same key.
 */
export function matchKey(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/gu, '');
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50] as const; // Arabic-Indic, Persian, Devanagari, Bengali, Thai

/** Digits of other scripts as 0–9, so that ٢٠١٩ is 2019. */
export const westernDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[٠-٩۰-۹०-९০-৯๐-๙]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = DIGIT_ZEROS.findLast((start) => start <= code) ?? code;
    return String(code - zero);
  });
