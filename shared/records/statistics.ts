// Figures for those who pay, for everybody, and for the house (domain §20): counted anew each time, shown only as far as nobody can be
// picked out, and kept as they were given out. No operation here answers with a person, a case or a number of one.
import { z } from 'zod';
import { ofWeight, read, reportMakers, task, write } from '../contract/operation.ts';
import { ChoiceHandle, RecordId } from '../ids.ts';
import { peopleNarrowed } from '../statistics/breakdowns.ts';
import type { CrossingRefusal } from '../statistics/count-table.ts';
import type { GuardRefusal } from '../statistics/differencing.ts';
import { ShownTable } from '../statistics/disclose.ts';
import { SetId } from '../statistics/funder-sets.ts';
import { Period } from '../statistics/periods.ts';
import { Audience, Mode } from '../statistics/shown.ts';
import { StickAfterwards } from './export-package.ts';
import { RevisionMark } from './revision-mark.ts';

export const Wish = z.strictObject({
  period: Period,
  who: z.enum(peopleNarrowed).default('EVERYONE'),
  set: SetId,
  audience: Audience,
  mode: Mode,
});
export type Wish = z.output<typeof Wish>;

/** What is said below the tables. */
export const Note = z.enum([
  'ROUNDED_ROWS',
  'HIDDEN_CELLS',
  'WITHHELD_ROWS',
  'NO_CROSSING',
  'REFUSED',
  'MONTH_WITHOUT_ERASED',
  'UNLINKED',
  'WITHOUT_ERASED_NEEDS',
  'NOT_VERIFIED',
]);
export type Note = z.output<typeof Note>;

export type FiguresRefusal =
  | GuardRefusal
  | CrossingRefusal
  | 'figures-not-over'
  | 'figures-ours'
  | 'figures-exact'
  | 'figures-everybody';

const Refusal = z.strictObject({
  rule: z.enum(['figures-issued', 'figures-differ', 'figures-other-mode', 'figures-not-over']),
  /** The table that stands in the way, which can be printed again. */
  issuedId: RecordId.nullable(),
});

export const Figures = z.strictObject({
  tables: z.array(ShownTable).max(20),
  notes: z.array(Note).max(20),
  /** Cells of fewer people than the threshold: what a director is told before she gives exact counts. */
  smallCells: z.int().min(0),
  /** Why these may not be given out now; null when they may. */
  refusal: Refusal.nullable(),
});
export type Figures = z.output<typeof Figures>;

/** One mark a person: says only whether two tables counted the same people. Never answered to anybody. */
const Marks = z.record(z.string().max(20), z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(1_000_000));

export const IssuedTable = z.strictObject({
  ...Wish.shape,
  threshold: z.int().min(2).max(100),
  tables: z.array(ShownTable).min(1).max(20),
  notes: z.array(Note).max(20),
  breakdowns: z.array(z.string().max(40)).max(40),
  marks: Marks,
});
export type IssuedTable = z.output<typeof IssuedTable>;

export const StoredIssuedTable = z.strictObject({
  ...IssuedTable.omit({ marks: true, breakdowns: true }).shape,
  ...RevisionMark.shape,
  id: RecordId,
  copies: z.int().min(0),
});
export type StoredIssuedTable = z.output<typeof StoredIssuedTable>;

/** A copy that left: on paper, or as a file. */
export const TableCopy = z.strictObject({ issuedTableId: RecordId, way: z.enum(['PAPER', 'FILE']) });
export type TableCopy = z.output<typeof TableCopy>;

const Named = z.strictObject({ id: RecordId });
const touched = ['statistics'];

export const statisticsOperations = {
  /** Exact counts for a director only (not-allowed). Errors: rule-broken {rule: 'figures-everybody'} for tables that know no age. */
  show: read(reportMakers, Wish, Figures),
  /**
   * Keeps the tables as they are shown now; from then on they can be printed and saved. Exact counts leave by a director, for a funder,
   * who was told of every small cell (`warnedOf`). Errors: rule-broken {rule: one of Refusal | 'figures-ours' | 'figures-exact'}.
   */
  issue: ofWeight(
    write(
      reportMakers,
      touched,
      z.strictObject({ ...Wish.shape, warnedOf: z.int().min(0).nullable().default(null) }),
      StoredIssuedTable,
    ),
  ),
  /** Newest first; exact ones to a director only. */
  issued: read(reportMakers, z.strictObject({}), z.array(StoredIssuedTable).max(2_000)),
  get: read(reportMakers, Named, StoredIssuedTable),
  /** Written down before the printer is asked. */
  printed: ofWeight(write(reportMakers, touched, Named, StoredIssuedTable)),
  /** As a file that a spreadsheet opens, written and read back. */
  save: ofWeight(
    task(
      reportMakers,
      touched,
      z.strictObject({ ...Named.shape, folder: ChoiceHandle }),
      z.strictObject({ fileName: z.string().max(80), sha256: z.string(), stick: StickAfterwards }),
    ),
  ),
};
