// Reads one import file from its path to its people. The first bytes say what it is, never its name.
import { VaultError } from '#shared/contract/errors';
import type { FromParser, ParsedRow } from '#shared/htcds/parser-protocol';
import type { ReadingRules } from '#shared/htcds/read-value';
import type { FileNote } from '#shared/records/htcds-import';
import { chosenFile, readOutside } from '../vault/removable/open-outside.ts';
import { csvRows, openCsv } from './csv-file.ts';
import { limits, tooBig } from './limits.ts';
import { addUp, SheetPeople } from './people.ts';
import { SheetRows } from './sheet-rows.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { unpack, UnpackBudget, XmlDecoder } from './zip-parts.ts';

export interface FileSink {
  /** Resolves when more may come; rejects to stop reading. */
  people(rows: readonly ParsedRow[]): Promise<void>;
  progress(done: number): void;
}

export type FileSummary = Omit<Extract<FromParser, { type: 'done' }>, 'type'>;

/** Errors: those of opening a file from outside, file-encrypted, file-not-recognised, file-empty, file-too-big, file-damaged. */
export async function readImportFile(path: string, today: string, sink: FileSink): Promise<FileSummary> {
  const { content } = await readOutside(chosenFile(path, limits.workbookBytes));
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) throw new VaultError('file-empty');
  const kind = kindOf(bytes);
  const read = kind === 'workbook' ? await readWorkbook(bytes, today, sink) : await readCsv(bytes, today, sink);
  if (read.sheets.length === 0) throw new VaultError('file-not-recognised', { found: 'no-headers' });
  if (read.sheets.every(({ rows }) => rows === 0)) throw new VaultError('file-empty', { reason: 'no-people' });
  return { ...read, fileKind: kind };
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const inOle = (bytes: Buffer, stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));

function kindOf(bytes: Buffer): 'workbook' | 'csv' {
  const starts = (mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);
  if (starts(EMPTY_ZIP)) throw new VaultError('file-empty');
  if (starts(ZIP)) return 'workbook';
  if (!starts(OLE)) return 'csv';
  // A workbook with a password lies inside an OLE file as the stream EncryptedPackage ([MS-OFFCRYPTO] 2.3.4);
  // the workbooks of Excel 97 are OLE files too, with a stream called Workbook.
  if (inOle(bytes, 'Workbook') && !inOle(bytes, 'EncryptedPackage'))
    throw new VaultError('file-not-recognised', { found: 'excel-97' });
  throw new VaultError('file-encrypted');
}

type Read = Omit<FileSummary, 'fileKind'>;

async function readWorkbook(bytes: Buffer, today: string, sink: FileSink): Promise<Read> {
  const budget = new UnpackBudget();
  const workbook = await openWorkbook(bytes, budget);
  const rules: ReadingRules = { today, startsIn1904: workbook.startsIn1904 };
  const read: ReadSheet[] = [];
  const leftOut: string[] = [];
  let rows = 0;
  for (const [at, sheet] of workbook.sheets.entries()) {
    const progress = (done: number): void => sink.progress((at + done) / workbook.sheets.length);
    const one = await readSheet(workbook, sheet, {
      budget,
      rules,
      at: read.length,
      sink: { ...sink, people: (people) => sink.people(people), progress },
    });
    rows += one.rows;
    if (one.people.columns === null) leftOut.push(sheet.name);
    else read.push(one);
  }
  if (rows === 0) throw new VaultError('file-empty');
  return summary(
    read.map(({ people }) => people),
    [...workbookNotes(workbook, read, leftOut)],
    read.flatMap(({ people, sheet }) => people.merged(sheet.merged)),
  );
}

interface ReadSheet {
  readonly people: SheetPeople;
  readonly sheet: SheetRows;
  readonly hidden: boolean;
  readonly rows: number;
}

interface SheetReading {
  readonly budget: UnpackBudget;
  readonly rules: ReadingRules;
  readonly at: number;
  readonly sink: FileSink;
}

/** Streams one sheet; stops as soon as it is known to have no header. */
async function readSheet(
  workbook: Workbook,
  { name, hidden, part }: WorkbookSheet,
  { budget, rules, at, sink }: SheetReading,
): Promise<ReadSheet> {
  const sheet = new SheetRows(workbook);
  const people = new SheetPeople(name, at, rules);
  const decoder = new XmlDecoder();
  let rows = 0;
  let out = 0;
  for await (const bytes of unpack(part, budget)) {
    out += bytes.length;
    sheet.write(decoder.write(bytes));
    const finished = sheet.take();
    rows += finished.length;
    if (!(await handOver(people, finished, sink))) return { people, sheet, hidden, rows };
    sink.progress(Math.min(1, out / Math.max(1, part.size)));
  }
  sheet.write(decoder.end());
  sheet.end();
  const last = people.end();
  if (last !== null && last.length > 0) await sink.people(last);
  return { people, sheet, hidden, rows };
}

/** false when the sheet turned out to have no header. */
async function handOver(
  people: SheetPeople,
  rows: Iterable<Parameters<SheetPeople['add']>[0]>,
  sink: FileSink,
): Promise<boolean> {
  for (const row of rows) {
    const read = people.add(row);
    if (read === null) return false;
    if (people.people > limits.rows) tooBig('rows', limits.rows);
    if (read.length > 0) await sink.people(read);
  }
  return true;
}

async function readCsv(bytes: Buffer, today: string, sink: FileSink): Promise<Read> {
  const file = await openCsv(bytes);
  const people = new SheetPeople('', 0, { today, startsIn1904: false });
  let rows = 0;
  for await (const row of csvRows(file)) {
    rows += 1;
    if (!(await handOver(people, [row], sink))) break;
    if (rows % PROGRESS_EVERY === 0) sink.progress(Math.min(1, (rows * 400) / bytes.length));
  }
  const last = people.end();
  if (last !== null && last.length > 0) await sink.people(last);
  const notes = file.notes.map((code) => ({ code, count: 1, where: [] }));
  return summary(people.columns === null ? [] : [people], notes, []);
}

const PROGRESS_EVERY = 200;

function workbookNotes(
  workbook: Workbook,
  read: readonly ReadSheet[],
  leftOut: readonly string[],
): readonly FileNote[] {
  const hidden = read.filter((one) => one.hidden).map(({ people }) => people.name);
  const merged = read.reduce((sum, { people, sheet }) => sum + people.merged(sheet.merged).length, 0);
  const notes: FileNote[] = [
    {
      code: 'several-sheets',
      count: read.length > 1 ? read.length : 0,
      where: read.map(({ people }) => people.name).slice(0, 40),
    },
    { code: 'sheets-left-out', count: leftOut.length, where: leftOut.slice(0, 40) },
    { code: 'hidden-sheet', count: hidden.length, where: hidden.slice(0, 40) },
    { code: 'merged-cells', count: merged, where: [] },
    { code: 'dates-count-from-1904', count: workbook.startsIn1904 ? 1 : 0, where: [] },
  ];
  return notes.filter(({ count }) => count > 0);
}

function summary(sheets: readonly SheetPeople[], notes: readonly FileNote[], merged: Read['merged']): Read {
  return {
    sheets: sheets.map(({ name, people }) => ({ name, rows: people })),
    columns: sheets.flatMap((sheet) => [...sheet.columnReadings()]),
    notes: [...addUp([...notes, ...sheets.flatMap((sheet) => [...sheet.notes()])])],
    blankRows: sheets.reduce((sum, { blankRows }) => sum + blankRows, 0),
    merged: merged.slice(0, 20_000),
  };
}
