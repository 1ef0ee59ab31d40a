// One person in the shape of the standard, as a workbook and as CSV: all 84 fields of HTCDS 2.0, under their names and labels.
// Every cell is text, so that no spreadsheet turns a day into another or a telephone number into a sum.
import { columnName } from '#shared/htcds/cell';
import { htcdsFields } from '#shared/htcds/fields';
import { storedZip, type ZipPart } from './stored-zip.ts';

const NAMES = htcdsFields.map(({ name }) => name);
const LABELS = htcdsFields.map(({ label }) => label);

/** Excel takes no longer cell (ECMA-376; Microsoft: 32,767 characters). The CSV beside it holds the whole. */
const LONGEST_CELL = 32_767;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;
const harmless = (text: string): string => text.replace(CONTROL, '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');

const xml = (text: string): string =>
  harmless(text)
    .slice(0, LONGEST_CELL)
    // What looks like an escape is none: its first sign is escaped itself (ECMA-376 part 1, 22.9.2.19).
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const rowXml = (cells: readonly string[], number: number): string =>
  `<row r="${number}">${cells
    .map((text, at) =>
      text === ''
        ? ''
        : `<c r="${columnName(at)}${number}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`,
    )
    .join('')}</row>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const sheetXml = (rows: FurtherSheet['rows']): string =>
  `<worksheet xmlns="${SHEET}"><sheetData>${rows.map((cells, at) => rowXml(cells, at + 1)).join('')}</sheetData></worksheet>`;

const part = (name: string, text: string): ZipPart => ({ name, content: Buffer.from(HEAD + text, 'utf8') });

/** A further sheet of a workbook. It must not begin with the names of the standard, so that it is not read as people. */
export interface FurtherSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A workbook whose first sheet has the names of the standard, its labels, and one row for each person. */
export function htcdsWorkbook(people: readonly (readonly string[])[], further?: FurtherSheet): Uint8Array {
  const sheets = [
    { name: 'Sheet1', rows: [NAMES, LABELS, ...people] },
    ...(further === undefined ? [] : [further]),
  ].map(({ name, rows }, at) => ({ name, rows, number: at + 1 }));
  const each = (text: (sheet: (typeof sheets)[number]) => string): string => sheets.map(text).join('');
  return storedZip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${each(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${each(({ name, number }) => `<sheet name="${xml(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${each(({ number }) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ),
    ...sheets.map(({ number, rows }) => part(`xl/worksheets/sheet${number}.xml`, sheetXml(rows))),
  ]);
}

/** Signs with which a spreadsheet begins to calculate (security §9), also behind apostrophes that are part of the text. */
const CALCULATES = /^'*[=+\-@\t\r＝＋－＠]/u;

const csvCell = (text: string): string => {
  const plain = harmless(text);
  return `"${(CALCULATES.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
};

/** Rows as a spreadsheet opens them: UTF-8 with a byte order mark, no cell calculates. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

/** One row of names, one for each person. */
export function htcdsCsv(people: readonly (readonly string[])[]): Uint8Array {
  return csvFile([NAMES, ...people]);
}
