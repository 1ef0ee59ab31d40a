// Other readers of workbooks and CSV, written from the formats alone and with another XML parser: what is read must be what they read.
// @ts-expect-error: the package declares no types
import { JSDOM } from 'jsdom';

/** Texts of a sheet by row number (from 1) and column (from 0). Null: the file contradicts itself, or is no XML. */
export type Grid = ReadonlyMap<number, ReadonlyMap<number, string>> | null;

const parser = new new JSDOM().window.DOMParser();
/**
 * What XML 1.0 forbids in text and the product takes on purpose, as harmless: characters that are none become the sign for that,
 * control characters stay, "]]>" is text.
 */
const tolerated = (xml: string): string =>
  xml
    .replace(/&#(?:0+|x0+|x[dD][89a-fA-F][0-9a-fA-F]{2});/g, '\ufffd')
    .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (sign) =>
      String.fromCharCode(0xe000 + (sign.charCodeAt(0) % 256)),
    )
    .replace(/(<!\[CDATA\[.*?\]\]>)|\]\]>/gs, (_found, data?: string) => data ?? ']]&gt;');
/** The same signs in what was read. */
export const comparable = (text: string): string =>
  text.replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (sign) =>
    String.fromCharCode(0xe000 + (sign.charCodeAt(0) % 256)),
  );

function parsed(xml: string): Document | null {
  try {
    const document = parser.parseFromString(tolerated(xml), 'text/xml');
    return document.getElementsByTagName('parsererror').length > 0 ? null : document;
  } catch {
    return null;
  }
}

/** The cells of a sheet as they are written; what a number, a date or a yes means is for others to say. */
export function strictSheet(sheetXml: string, stringsXml: string): Grid {
  const [sheet, strings] = [parsed(sheetXml), parsed(stringsXml)];
  if (sheet === null || strings === null) return null;
  if (!isInPlace(sheet) || !isPlainText(sheet) || !isPlainText(strings)) return null;
  const shared = all(strings, 'si').map(textOf);
  const grid = new Map<number, Map<number, string>>();
  let last = 0;
  for (const row of all(sheet, 'row').filter(isData)) {
    const given = row.getAttribute('r');
    const number = given === null ? last + 1 : /^\s*\d+\s*$/.test(given) ? Number(given) : Number.NaN;
    if (!(Number.isInteger(number) && number > last && number <= 1_048_576)) return null;
    const cells = cellsOf(row, number, shared);
    if (cells === null) return null;
    grid.set((last = number), cells);
  }
  return grid;
}

/** Where each of these may stand (ECMA-376 part 1, 18.3 and 18.4); elsewhere it would say two things at once. */
const PARENTS: Readonly<Record<string, string>> = { row: 'sheetData', c: 'row', v: 'c', is: 'c' };
/** Anchors and extensions of a sheet have rows and values of their own. */
const isData = (one: Element): boolean => one.closest('sheetData') !== null;
const isInPlace = (sheet: Document): boolean =>
  Object.entries(PARENTS).every(([name, parent]) =>
    all(sheet, name).every((one) => !isData(one) || one.parentElement?.localName === parent),
  );
const isPlainText = (document: Document): boolean =>
  all(document, 't').every((text) => text.childElementCount === 0) &&
  all(document, 'si').every((one) => one.parentElement?.closest('si') === null);

function cellsOf(row: Element, number: number, shared: readonly string[]): Map<number, string> | null {
  const cells = new Map<number, string>();
  let last = -1;
  for (const cell of all(row, 'c')) {
    const column = columnIn(cell.getAttribute('r'), number, last);
    if (column === null || cells.has(column)) return null;
    last = column;
    const text = textIn(cell, shared);
    if (text === null) return null;
    if (text !== '') cells.set(column, text);
  }
  return cells;
}

/** A reference names the row it stands in. */
function columnIn(reference: string | null, row: number, last: number): number | null {
  if (reference === null) return last + 1;
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d+)$/i.exec(reference) ?? [];
  if (letters === '' || Number(digits) !== row) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textIn(cell: Element, shared: readonly string[]): string | null {
  const [one, ...others] = [...all(cell, 'v'), ...all(cell, 'is')];
  if (others.length > 0) return null;
  const value = one?.localName === 'is' ? textOf(one) : (one?.textContent ?? '');
  const type = cell.getAttribute('t') ?? 'n';
  if (value === '' || type === 'inlineStr') return value;
  if (type === 'b') return ['1', 'true'].includes(value.trim()) ? 'TRUE' : 'FALSE';
  if (type !== 's') return type === 'n' ? value.trim() : plain(value);
  return /^\s*\d+\s*$/.test(value) ? (shared[Number(value)] ?? null) : null;
}

const all = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagName(name));
/** The runs of a text without its phonetic guide. */
const textOf = (element: Element): string =>
  plain(
    all(element, 't')
      .filter((text) => text.closest('rPh') === null)
      .map((text) => text.textContent)
      .join(''),
  );
/** Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19). */
const plain = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCharCode(code);
    })
    .replace(/\r\n?/g, '\n');

/** RFC 4180 to the letter, with any line end. Null where a quote stands where none may. */
export function strictCsv(text: string, separator: string): string[][] | null {
  const rows: string[][] = [[]];
  for (let at = 0; ; at += 1) {
    let cell = '';
    if (text[at] === '"') {
      const read = quoted(text, at + 1);
      if (read === null) return null;
      [cell, at] = read;
    } else {
      const end = text.slice(at).search(new RegExp(`[${separator}\r\n]|$`));
      cell = text.slice(at, at + end);
      if (cell.includes('"')) return null;
      at += end;
    }
    rows.at(-1)!.push(cell);
    if (at >= text.length) return rows;
    if (text[at] === separator) continue;
    if (text[at] !== '\r' && text[at] !== '\n') return null;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at + 1 >= text.length) return rows;
    rows.push([]);
  }
}

function quoted(text: string, from: number): [string, number] | null {
  let cell = '';
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]!;
    else if (text[at + 1] === '"') cell += text[(at += 1)]!;
    else return [cell, at + 1];
  }
  return null;
}
