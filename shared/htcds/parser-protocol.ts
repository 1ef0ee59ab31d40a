// What the vault and the parser process say to each other. The parser reads files of unknown origin and may have been taken
// over by one: everything it says is checked against these shapes and limits before it is believed.
import { z } from 'zod';
import { ErrorCode, ErrorFacts } from '../contract/errors.ts';
import { ColumnReading, FileNote } from '../records/htcds-import.ts';
import { AnswerState } from '../answers.ts';
import { CellText, type HtcdsAnswer, type HtcdsAnswers, HtcdsValue, OtherCell } from '../records/htcds-record.ts';
import { CalendarDate } from '../time.ts';
import { HtcdsFieldName } from './fields.ts';
import { ProblemCode } from './problem.ts';

/** vault → parser. `more` allows one more batch, so that a fast parser never fills the vault's memory. */
export type ToParser =
  | { readonly type: 'read'; readonly path: string; readonly today: string }
  | { readonly type: 'more' }
  | { readonly type: 'stop' };

export const ToParser = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('read'), path: z.string().max(4096), today: CalendarDate }),
  z.strictObject({ type: z.literal('more') }),
  z.strictObject({ type: z.literal('stop') }),
]);

/** An answer without what all answers of a file share: the state is ANSWERED unless said, the source is the document. */
export const ParsedAnswer = z
  .strictObject({ state: AnswerState.optional(), value: HtcdsValue.optional(), asWritten: CellText.optional() })
  .refine(
    ({ state, value }) => (state === undefined) === (value !== undefined),
    'a value stands exactly without a state',
  );
export type ParsedAnswer = z.output<typeof ParsedAnswer>;

export const ParsedRow = z.strictObject({
  /** Position in `sheets`. */
  sheet: z.int().min(0).max(63),
  number: z.int().positive().max(1_048_576),
  answers: z.partialRecord(HtcdsFieldName, ParsedAnswer),
  others: z.array(OtherCell).max(300),
  problems: z
    .array(z.strictObject({ code: ProblemCode, field: HtcdsFieldName.nullable(), words: z.string().max(65_536) }))
    .max(1_000),
  orders: z.array(z.tuple([HtcdsFieldName, z.enum(['day-first', 'month-first'])])).max(10),
});
export type ParsedRow = z.output<typeof ParsedRow>;

/** parser → vault. Rows travel as JSON text, so that the vault checks and keeps them without a second copy. */
export const FromParser = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), done: z.number().min(0).max(1) }),
  z.strictObject({ type: z.literal('rows'), rows: z.array(z.string().max(16_000_000)).max(500) }),
  z.strictObject({
    type: z.literal('done'),
    fileKind: z.enum(['workbook', 'csv']),
    sheets: z
      .array(z.strictObject({ name: z.string().max(100), rows: z.int().nonnegative() }))
      .min(1)
      .max(64),
    columns: z.array(ColumnReading).max(20_000),
    notes: z.array(FileNote).max(100),
    blankRows: z.int().nonnegative(),
    /** Cells inside a merge, whose value stands only in the first cell: sheet, row number, field. */
    merged: z.array(z.tuple([z.int().min(0).max(63), z.int().positive(), HtcdsFieldName])).max(20_000),
  }),
  z.strictObject({ type: z.literal('failed'), code: ErrorCode, facts: ErrorFacts }),
]);
export type FromParser = z.output<typeof FromParser>;

/** Rows in flight before the parser waits for `more`. */
export const BATCHES_IN_FLIGHT = 4;

/** As it travels and waits: 10,000 rows of 84 answers take half the room. */
export function parsedAnswer({ state, value, asWritten }: HtcdsAnswer): ParsedAnswer {
  return {
    ...(state === 'ANSWERED' ? {} : { state }),
    ...(value === undefined ? {} : { value }),
    ...(asWritten === undefined ? {} : { asWritten }),
  };
}

/** Back to answers as records hold them. */
export function wholeAnswers(answers: ParsedRow['answers']): HtcdsAnswers {
  const whole = Object.entries(answers).map(([field, answer]) => [
    field,
    { state: 'ANSWERED', source: 'DOCUMENT', ...answer },
  ]);
  return Object.fromEntries(whole) as HtcdsAnswers;
}
