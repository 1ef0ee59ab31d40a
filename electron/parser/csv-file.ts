// CSV as offices write it: commas, semicolons or tabs, with or without a byte-order mark, UTF-8 or the old Windows code page.
// What was assumed is told in a note; nothing is guessed in silence.
import { CsvError, parse } from 'csv-parse';
import { VaultError } from '#shared/contract/errors';
import type { FileNoteCode } from '#shared/htcds/problem';
import { findHeaderRows, readColumns } from '#shared/htcds/columns';
import type { Cell } from '#shared/htcds/cell';
import type { SheetRow } from '#shared/htcds/read-row';
import { damaged, limits, tooBig } from './limits.ts';

export interface CsvFile {
  readonly text: string;
  readonly separator: ',' | ';' | '\t';
  readonly notes: readonly FileNoteCode[];
}

/** Decodes the file and finds its separator. Errors: file-not-recognised, file-too-big. */
export async function openCsv(content: Uint8Array): Promise<CsvFile> {
  if (content.length > limits.csvBytes) tooBig('file', limits.csvBytes);
  const { text, note } = decode(content);
  if (hasControlCharacters(text)) throw new VaultError('file-not-recognised', { found: 'binary' });
  const hint = /^sep=([,;\t])\r?\n/u.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const separator = (hint?.[1] as CsvFile['separator'] | undefined) ?? (await likelySeparator(body));
  const separatorNote = { ',': 'separator-comma', ';': 'separator-semicolon', '\t': 'separator-tab' } as const;
  return { text: body, separator, notes: [...(note === null ? [] : [note]), separatorNote[separator]] };
}

function decode(content: Uint8Array): { readonly text: string; readonly note: FileNoteCode | null } {
  if (content[0] === 0xff && content[1] === 0xfe)
    return { text: decodeAs('utf-16le', content), note: 'read-as-utf-16' };
  if (content[0] === 0xfe && content[1] === 0xff)
    return { text: decodeAs('utf-16be', content), note: 'read-as-utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), note: null };
  } catch {
    // Not UTF-8: the code page of older Windows offices, which can decode anything. The note asks to look at the names.
    return { text: new TextDecoder('windows-1252').decode(content), note: 'read-as-windows-1252' };
  }
}

function decodeAs(encoding: string, content: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw damaged('csv-text');
  }
}

/** Text has none but tab and line ends; a picture or a program has many. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const hasControlCharacters = (text: string): boolean =>
  /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text.slice(0, 200_000)) || text.includes('\u0000');

const SAMPLE_RECORDS = 25;
const SAMPLE_CHARACTERS = 300_000;

/** The separator with which most headers are recognised. */
async function likelySeparator(text: string): Promise<CsvFile['separator']> {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scores: [CsvFile['separator'], number][] = [];
  for (const separator of [',', ';', '\t'] as const) scores.push([separator, await recognisedWith(sample, separator)]);
  scores.sort((a, b) => b[1] - a[1]);
  return scores[0]?.[0] ?? ',';
}

async function recognisedWith(sample: string, separator: string): Promise<number> {
  const rows: string[][] = [];
  try {
    for await (const record of records(sample, separator, SAMPLE_RECORDS)) rows.push(record.map((text) => text.trim()));
  } catch {
    // A sample cut inside a quoted cell: the records before it are enough.
  }
  const found = findHeaderRows(rows);
  if (found === null) return 0;
  const at = (row: number | null): readonly string[] => (row === null ? [] : (rows[row] ?? []));
  const [labels, names] = [at(found.labels), at(found.fieldNames)];
  const headers = Array.from({ length: Math.max(labels.length, names.length) }, (_none, column) => ({
    label: labels[column] ?? '',
    fieldName: names[column] ?? '',
  }));
  return readColumns(headers).filter(({ field }) => field !== null).length;
}

function records(text: string, separator: string, most?: number): AsyncIterable<string[]> {
  const options = {
    bom: true,
    delimiter: separator,
    // Every one of them, whichever comes first: programs that join files mix them.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.csvBytes,
    ...(most === undefined ? {} : { to: most }),
  };
  return parse(text, options) as AsyncIterable<string[]>;
}

/** The rows of the file, numbered as a spreadsheet would. Errors: file-damaged, file-too-big. */
export async function* csvRows({ text, separator }: CsvFile): AsyncGenerator<SheetRow> {
  let number = 0;
  try {
    for await (const record of records(text, separator)) {
      number += 1;
      yield { number, hidden: false, cells: record.flatMap(csvCell) };
    }
  } catch (error) {
    throw error instanceof CsvError ? damaged('csv') : error;
  }
}

/** An apostrophe that only keeps a spreadsheet from calculating (OWASP, CSV injection), as our own files have it, is no part of the text. */
const GUARD = /^'(?='*[=+\-@\t\r＝＋－＠])/u;

/** A cell that starts with "=" is text like any other. */
function csvCell(written: string, column: number): Cell[] {
  const text = written.replace(GUARD, '');
  if (text === '') return [];
  if (column >= limits.columns && text.trim() !== '') tooBig('columns', limits.columns);
  if (text.length > limits.csvCellBytes / 4 && Buffer.byteLength(text) > limits.csvCellBytes)
    tooBig('cell', limits.csvCellBytes);
  return [{ column, kind: 'text', text: text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text }];
}
