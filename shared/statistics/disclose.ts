// From true counts to what a table may say: first whole rows that tell of somebody, then small cells, then shares.
import { z } from 'zod';
import { type CountTable, sumOf, withoutTellingRows } from './count-table.ts';
import { rounded, shownMedian, shownShare } from './rounded.ts';
import { type Mode, ShownCell } from './shown.ts';
import { suppressed } from './suppressed.ts';

const Name = z.string().max(40);

export const ShownTable = z.strictObject({
  id: Name,
  columns: z.array(Name).max(20).nullable(),
  rows: z
    .array(
      z.strictObject({
        /** Several where rows were put together. */
        of: z.array(Name).min(1).max(60),
        cells: z.array(ShownCell).min(1).max(20),
        /** Per cent of everybody in the table, of rounded counts; null where it may not be told. */
        share: z.int().min(0).max(100).nullable(),
        /** Of a table with columns. */
        total: ShownCell.nullable(),
      }),
    )
    .max(60),
  columnTotals: z.array(ShownCell).max(20).nullable(),
  /** Null where rows do not make a whole: one person may stand in several. */
  total: ShownCell.nullable(),
  /** Its cells would tell what everybody in it went through. */
  isWithheld: z.boolean(),
  /** In days, of a table of waiting; null for every other, and where fewer people than the threshold stand behind it. */
  median: z.number().min(0).nullable().default(null),
});
export type ShownTable = z.output<typeof ShownTable>;

export interface Disclosing {
  readonly mode: Mode;
  readonly threshold: number;
}

/** The table as it may be shown. EXACT hides nothing; a table with columns is rounded also where others are exact (domain §20). */
export function disclosed(table: CountTable, how: Disclosing): ShownTable {
  return { ...shownAs(table, how), median: shownMedian(table.days ?? [], how.threshold) };
}

type WithoutMedian = Omit<ShownTable, 'median'>;

function shownAs(table: CountTable, how: Disclosing): WithoutMedian {
  if (how.mode === 'EXACT') return shown(table, (count) => count, null);
  const safe = withoutTellingRows(table);
  const round = (count: number): ShownCell => rounded(count, how.threshold);
  if (safe === null) return { ...shown(table, round, null, true), isWithheld: true };
  const isExact = how.mode === 'SUPPRESSED' && safe.columns === null && safe.isPartition;
  return isExact ? exactWithHoles(safe, how.threshold) : shown(safe, round, how.threshold);
}

/** `shareFrom`: the threshold of rounding, where shares may be told. */
function shown(
  table: CountTable,
  say: (count: number) => ShownCell,
  shareFrom: number | null,
  isWithheld = false,
): WithoutMedian {
  const { id, columns, counts, isPartition } = table;
  const cell = (count: number): ShownCell => (isWithheld ? 'HIDDEN' : say(count));
  const whole = sumOf(counts.map(sumOf));
  const hasShares = shareFrom !== null && columns === null && isPartition;
  return {
    id,
    columns: columns === null ? null : [...columns],
    rows: table.rows.map((of, at) => ({
      of: [...of],
      cells: (counts[at] ?? []).map(cell),
      share: hasShares ? shownShare(sumOf(counts[at] ?? []), whole, shareFrom) : null,
      total: columns === null || isWithheld ? null : say(sumOf(counts[at] ?? [])),
    })),
    columnTotals:
      columns === null || isWithheld ? null : columns.map((_, at) => say(sumOf(counts.map((row) => row[at] ?? 0)))),
    total: isPartition ? say(whole) : null,
    isWithheld,
  };
}

function exactWithHoles(table: CountTable, threshold: number): WithoutMedian {
  const { cells, total } = suppressed(
    table.counts.map((row) => sumOf(row)),
    threshold,
  );
  const exact = shown(table, (count) => count, null);
  const rows = exact.rows.map((row, at) => ({ ...row, cells: [cells[at] ?? 'HIDDEN'] }));
  return { ...exact, rows, total };
}

/** Cells from 1 to t − 1: what a director reads before she gives exact counts to a funder. */
export const smallCells = (tables: readonly CountTable[], threshold: number): number =>
  tables.flatMap(({ counts }) => counts.flat()).filter((count) => count >= 1 && count < threshold).length;
