// A small workbook and a small CSV file, and thousands of ways in which they come back from a hostile or a dying stick: the container,
// its directory, the XML of a sheet with its texts, the characters of a table.
import { zip } from '../../build/workbooks/write-workbook.mjs';
import { bentBytes, type Below, pick } from './fuzz.ts';

const NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="r${id}" Type="${NS}/${type}" Target="${target}"/>`;

export interface Sheet {
  readonly sheet: string;
  readonly strings: string;
}

/** A workbook of one sheet, given as XML. */
export const bookOf = ({ sheet, strings }: { readonly [P in keyof Sheet]: string | Uint8Array }): Promise<Buffer> =>
  zip([
    ['_rels/.rels', `<Relationships ${PACKAGED}>${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${NS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships ${PACKAGED}>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/sharedStrings.xml', strings],
  ]);

export const TABLE = [
  ['First Name', 'Second Name', 'Remark'],
  ['Amara', 'Okonjo', 'likes tea'],
  ['Liên', 'Trần', 'second floor'],
  ['Мария', 'O’Neill-Sørensen', 'calls on "Tuesdays"'],
  ['يمنى', 'Abdi', 'a & b < c'],
  ['Ines', '', 'no family name'],
];
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** Every second cell is a shared text, the others stand in the sheet. */
export function plainSheet(): Sheet {
  const strings: string[] = [];
  const cell = (text: string, row: number, column: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (text === '') return '';
    if ((row + column) % 2 === 0) return `<c ${at} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    return `<c ${at} t="s"><v>${strings.push(`<si><t>${escaped(text)}</t></si>`) - 1}</v></c>`;
  };
  const rows = TABLE.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row + 1, column)).join('')}</row>`,
  );
  const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  return { sheet, strings: `<sst count="${strings.length}">${strings.join('')}</sst>` };
}

/** Replaces, drops, doubles or swaps one of the pieces that match. */
function piece(xml: string, pattern: RegExp, below: Below, change: (found: string) => string): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const one = pick(found, below);
  return xml.slice(0, one.index) + change(one[0]) + xml.slice(one.index + one[0].length);
}
const inserted = (xml: string, below: Below, more: string): string => piece(xml, />/g, below, (end) => end + more);
const value = (found: string, to: string): string => found.replace(/"[^"]*"/, `"${to}"`);

const REFERENCES = [
  'A1',
  'B3',
  'C2',
  'ZZZ9',
  'XFD1',
  'AAAA1',
  'b4',
  '12',
  'A',
  'Ł2',
  'A0',
  'A-1',
  '',
  'A99999999',
  '$B$2',
  'B2:C3',
];
const ROWS = ['0', '-1', '2', '5', '1.5', '1e2', '99999999', '1048576', '', 'x', ' 3 ', '0x4', 'Infinity'];
const INDEXES = ['0', '1', '3', '7', '-1', '1e9', '1.5', '', 'x', ' 2 ', '0x2', '99', 'NaN'];
const TYPES = ['s', 'n', 'str', 'inlineStr', 'b', 'e', 'd', 'x', ''];
const ENTITIES = [
  '&amp;',
  '&#65;',
  '&#x1F600;',
  '&#0;',
  '&#xD800;',
  '&bogus;',
  '&',
  '&#99999999;',
  '&lt;b&gt;',
  '_x0041_',
  '_xD800_',
];
const EXTRAS = [
  '<!-- a -->',
  '<?go on?>',
  '<![CDATA[<b>]]>',
  '<!DOCTYPE a>',
  '<!ENTITY a "b">',
  '<c/>',
  '<row/>',
  '</row>',
  '<v>1</v>',
  '<is><t>x</t></is>',
  '<rPh><t>z</t></rPh>',
  '\u0001',
  ']]>',
  '\u2028',
];
const HUGE = [
  '<dimension ref="A1:XFD1048576"/>',
  `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200)}</mergeCells>`,
];

type SheetBend = (sheet: Sheet, below: Below) => Sheet;
const inSheet =
  (change: (xml: string, below: Below) => string): SheetBend =>
  (book, below) => ({ ...book, sheet: change(book.sheet, below) });
const inStrings =
  (change: (xml: string, below: Below) => string): SheetBend =>
  (book, below) => ({ ...book, strings: change(book.strings, below) });
const CELL = /<c [^>]*>.*?<\/c>/g;
const ROW = /<row [^>]*>.*?<\/row>/g;

const SHEET_BENDS: readonly SheetBend[] = [
  inSheet((xml, below) => piece(xml, /<c r="[^"]*"/g, below, (found) => value(found, pick(REFERENCES, below)))),
  inSheet((xml, below) => piece(xml, /<row r="[^"]*"/g, below, (found) => value(found, pick(ROWS, below)))),
  inSheet((xml, below) => piece(xml, / r="[^"]*"/g, below, () => '')),
  inSheet((xml, below) =>
    piece(xml, / t="[^"]*"/g, below, () => pick([` t="${pick(TYPES, below)}"`, '', ' t=s', " t='s'"], below)),
  ),
  inSheet((xml, below) => piece(xml, /<v>[^<]*</g, below, () => `<v>${pick(INDEXES, below)}<`)),
  inSheet((xml, below) => piece(xml, CELL, below, (found) => pick(['', found + found], below))),
  inSheet((xml, below) => piece(xml, ROW, below, (found) => pick(['', found + found], below))),
  inSheet((xml, below) =>
    piece(xml, /(<row [^>]*>.*?<\/row>)(<row [^>]*>.*?<\/row>)/g, below, (two) =>
      two.replace(/^(.*?<\/row>)(.*)$/, '$2$1'),
    ),
  ),
  inSheet((xml, below) =>
    piece(xml, /(<c [^>]*>.*?<\/c>)(<c [^>]*>.*?<\/c>)/g, below, (two) => two.replace(/^(.*?<\/c>)(.*)$/, '$2$1')),
  ),
  inSheet((xml, below) => inserted(xml, below, pick(EXTRAS, below))),
  inSheet((xml, below) => inserted(xml, below, pick(HUGE, below))),
  inSheet((xml, below) => inserted(xml, below, '<a>'.repeat(1 + below(100)))),
  inSheet((xml, below) =>
    piece(xml, /<t>[^<]*</g, below, () => `<t>${pick(ENTITIES, below)}${'x'.repeat(pick([1, 40, 70_000], below))}<`),
  ),
  inStrings((xml, below) => piece(xml, /<si>.*?<\/si>/g, below, (found) => pick(['', found + found, '<si/>'], below))),
  inStrings((xml, below) => inserted(xml, below, pick(EXTRAS, below))),
  inStrings((xml, below) => piece(xml, /<t>[^<]*</g, below, () => `<t>${pick(ENTITIES, below)}<`)),
  inStrings((xml, below) => piece(xml, /count="[^"]*"/g, below, (found) => value(found, pick(INDEXES, below)))),
];

/** One to three changes of what the XML says, packed again as any program would. */
export function bentSheet(below: Below): Sheet {
  let book = plainSheet();
  for (let left = 1 + below(3); left > 0; left -= 1) book = pick(SHEET_BENDS, below)(book, below);
  return book;
}

/** Bytes of the XML itself, which need be no text any more. */
export function bentSheetBytes(below: Below): { readonly sheet: Buffer; readonly strings: Buffer } {
  const { sheet, strings } = plainSheet();
  const [one, other] = [Buffer.from(sheet), Buffer.from(strings)];
  return below(3) === 0
    ? { sheet: one, strings: bentBytes(other, below) }
    : { sheet: bentBytes(one, below), strings: other };
}

/** Numbers in the directory and the headers of a zip: sizes, checksums, methods, offsets, lengths of names, counts. */
export function bentContainer(good: Buffer, below: Below): Buffer {
  if (below(2) === 0) return bentBytes(good, below);
  const bytes = Buffer.from(good);
  const mark = pick(['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006'], below);
  const places: number[] = [];
  for (let at = bytes.indexOf(mark, 0, 'latin1'); at !== -1; at = bytes.indexOf(mark, at + 4, 'latin1'))
    places.push(at);
  const at = pick(places, below) + 4 + below(mark.endsWith('\u0006') ? 16 : 26);
  bytes.writeUInt16LE(pick([0, 1, 8, 0xffff, below(65_536)], below), Math.min(at, bytes.length - 2));
  return bytes;
}

export const plainCsv = (separator = ',', lineEnd = '\r\n'): string =>
  TABLE.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(lineEnd) + lineEnd;

const SIGNS = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u0007',
  '\u2028',
  "'=1+1",
  '\ufeff',
  '=cmd|x!A1',
  '\u0085',
  ' ',
  'é',
];
const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'latin1'),
];

/** A table in one of the ways offices write it, then signs put where they do not belong, long lines, or bent bytes. */
export function bentCsv(below: Below): Buffer {
  let text = plainCsv(pick([',', ';', '\t'], below), pick(['\r\n', '\n', '\r'], below));
  for (let left = below(4); left > 0; left -= 1) {
    const at = below(text.length);
    const more = below(12) === 0 ? 'y'.repeat(pick([200, 5_000, 70_000], below)) : pick(SIGNS, below);
    text = text.slice(0, at) + more + text.slice(at + below(2));
  }
  if (below(10) === 0) text = `sep=${pick([',', ';', '\t', '|'], below)}\r\n${text}`;
  if (below(40) === 0) text += `${pick([',', ';'], below).repeat(310)}z\n`;
  const bytes = pick(encodings, below)(text);
  return below(4) === 0 ? bentBytes(bytes, below) : bytes;
}
