// A table that was given out, as a file that a spreadsheet opens: one line a number, so that no cell has to be found by its place.
import type { RecordId } from '#shared/ids';
import type { IssuedTable } from '#shared/records/statistics';
import type { ShownTable } from '#shared/statistics/disclose';
import type { TableId } from '#shared/statistics/funder-sets';
import { labelKey } from '#shared/statistics/labels';
import type { ShownCell } from '#shared/statistics/shown';
import { figures } from '#shared/text/en/figures';
import { english } from '#shared/text/english';
import { csvFile } from '../interchange/htcds-files.ts';

/** Neutral, and the same for the same table. */
export const tableFileName = ({ period }: IssuedTable, id: RecordId): string => `table-${period}-${id.slice(-6)}.csv`;

/** UTF-8 with a byte order mark. */
export function tableFile(issued: IssuedTable): Uint8Array {
  const { file } = figures;
  return csvFile([
    [file.table, file.row, file.column, file.people, file.share],
    ...issued.tables.flatMap((table) => linesOf(table, issued.threshold)),
    ...issued.notes.map((note) => [file.note, figures.notes[note], '', '', '']),
  ]);
}

function linesOf(table: ShownTable, threshold: number): string[][] {
  const id = table.id as TableId;
  const name = figures.table[id];
  const rows = table.rows.flatMap(({ of, cells, share }) =>
    cells.map((cell, at) => [
      ...[name, of.map((category) => words(id, category)).join(', '), columnOf(table, at)],
      ...[inWords(cell, threshold), share === null ? '' : String(share)],
    ]),
  );
  const totals = (table.columnTotals ?? []).map((cell, at) => [
    name,
    figures.total,
    columnOf(table, at),
    inWords(cell, threshold),
    '',
  ]);
  const whole = table.total === null ? [] : [[name, figures.total, '', inWords(table.total, threshold), '']];
  const middle = table.median === null ? [] : [[name, figures.file.median, '', String(table.median), '']];
  return [...rows, ...totals, ...whole, ...middle];
}

const columnOf = ({ id, columns }: ShownTable, at: number): string =>
  columns === null ? '' : words(id as TableId, columns[at] ?? '', true);

function inWords(cell: ShownCell, threshold: number): string {
  if (cell === 'FEW') return figures.few.replace('{{threshold}}', String(threshold));
  return cell === 'HIDDEN' ? figures.hidden : String(cell);
}

function words(table: TableId, category: string, across = false): string {
  const key = labelKey(table, category, across);
  if (key === null) return category;
  let at: unknown = english;
  for (const part of key.split('.')) at = (at as Readonly<Record<string, unknown>>)[part];
  return String(at);
}
