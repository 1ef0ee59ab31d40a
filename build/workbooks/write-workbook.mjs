// Writes spreadsheet files from cells: real .xlsx and .xlsm, each part our own, and CSV. The same input gives the same bytes.
import { ZipFile } from 'yazl';

/** Day zero of the serial numbers after the leap day that never was. */
const SERIAL_START = Date.UTC(1899, 11, 30);
/** 2019-03-04 → 43528. */
export const serialOf = (date) => (Date.parse(`${date}T00:00:00Z`) - SERIAL_START) / 86_400_000;

// Positions in cellXfs below.
const styles = { plain: 0, date: 1, zeros: 2, customDate: 3 };
const escape = (text) =>
  text
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    );
export const columnName = (column) =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/**
 * A cell is a string, or one of { number, format?: 'date' | 'zeros' | 'customDate' }, { formula, value?, number?, format? },
 * { rich: [...] }, { yes }, { error }, { inline }.
 */
function cellXml(cell, reference, strings, noReferences) {
  const at = noReferences ? '' : ` r="${reference}"`;
  if (typeof cell === 'string')
    return `<c${at} t="s"><v>${strings.of(`<t xml:space="preserve">${escape(cell)}</t>`)}</v></c>`;
  if (cell.rich) {
    const runs = cell.rich.map((run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escape(run)}</t></r>`).join('');
    const guide = cell.guide ? `<rPh sb="0" eb="1"><t>${escape(cell.guide)}</t></rPh>` : '';
    return `<c${at} t="s"><v>${strings.of(runs + guide)}</v></c>`;
  }
  if (cell.inline !== undefined)
    return `<c${at} t="inlineStr"><is><t xml:space="preserve">${escape(cell.inline)}</t></is></c>`;
  if (cell.yes !== undefined) return `<c${at} t="b"><v>${cell.yes ? 1 : 0}</v></c>`;
  if (cell.error) return `<c${at} t="e"><v>${escape(cell.error)}</v></c>`;
  const style = ` s="${styles[cell.format ?? 'plain']}"`;
  const formula = cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`;
  if (cell.number !== undefined) return `<c${at}${style}>${formula}<v>${cell.number}</v></c>`;
  return `<c${at} t="str">${formula}${cell.value === undefined ? '' : `<v>${escape(cell.value)}</v>`}</c>`;
}

function stringTable() {
  const known = new Map();
  return {
    of(xml) {
      if (!known.has(xml)) known.set(xml, known.size);
      return known.get(xml);
    },
    xml: () =>
      `${head}<sst xmlns="${main}" uniqueCount="${known.size}">${[...known.keys()].map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
  };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';

function sheetXml({ rows, merged = [] }, strings, noReferences) {
  const body = rows.map(({ number, cells, hidden }) => {
    const filled = cells.map((cell, column) =>
      cell === undefined || cell === null || cell === ''
        ? ''
        : cellXml(cell, columnName(column) + number, strings, noReferences),
    );
    return `<row${noReferences ? '' : ` r="${number}"`}${hidden ? ' hidden="1"' : ''}>${filled.join('')}</row>`;
  });
  const blocks =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${head}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${blocks}</worksheet>`;
}

const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm\\-yyyy;@"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Zip from [name, text or bytes] pairs; `compress: false` stores them. */
export async function zip(parts, { compress = true } = {}) {
  const file = new ZipFile();
  for (const [name, content] of parts)
    file.addBuffer(Buffer.from(content), name, {
      compress,
      mtime: new Date(Date.UTC(2020, 0, 1)),
      forceDosTimestamp: true,
    });
  file.end();
  const pieces = [];
  for await (const piece of file.outputStream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * A workbook: sheets are { name, rows: [{ number, cells, hidden? }], merged?: ['A1:B2'], hidden? }.
 * `noReferences` leaves out the r attributes, as some writers do.
 */
export async function writeWorkbook({ sheets, macroEnabled = false, startsIn1904 = false, noReferences = false }) {
  const strings = stringTable();
  const bodies = sheets.map((sheet) => sheetXml(sheet, strings, noReferences));
  const kind = macroEnabled
    ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escape(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const relations = [
    ...sheets.map(
      (_sheet, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    ),
    `<Relationship Id="rId${sheets.length + 1}" Type="${relation}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId${sheets.length + 2}" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/>`,
  ];
  return zip([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}"/>${sheets.map((_sheet, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${startsIn1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelation}">${relations.join('')}</Relationships>`,
    ],
    ['xl/styles.xml', stylesXml],
    ...bodies.map((body, at) => [`xl/worksheets/sheet${at + 1}.xml`, body]),
    ['xl/sharedStrings.xml', strings.xml()],
  ]);
}

const shown = (cell) => {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (cell.rich) return cell.rich.join('');
  if (cell.inline !== undefined) return cell.inline;
  if (cell.yes !== undefined) return cell.yes ? 'TRUE' : 'FALSE';
  if (cell.error) return cell.error;
  if (cell.number !== undefined && (cell.format === 'date' || cell.format === 'customDate')) {
    const [year, month, day] = new Date(SERIAL_START + cell.number * 86_400_000).toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  if (cell.number !== undefined)
    return cell.format === 'zeros' ? String(cell.number).padStart(5, '0') : String(cell.number);
  return cell.value ?? `=${cell.formula}`;
};

/** CSV as a spreadsheet would save the rows: dates as day/month/year, formulas as their value. */
export function writeCsv({ rows, separator = ',', bom = true, lineEnd = '\r\n', encoding = 'utf8' }) {
  const quote = (text) => (/["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [];
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push('');
    lines.push(cells.map((cell) => quote(shown(cell))).join(separator));
  }
  return Buffer.from((bom ? '\ufeff' : '') + lines.join(lineEnd) + lineEnd, encoding);
}
