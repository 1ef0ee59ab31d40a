// What a workbook in the shape of the Human Trafficking Case Data Standard said about one survivor: a home for all 84 fields.
// Nothing is corrected in silence: beside every value that is not plainly what the cell said stands the cell as it was written.
import { z } from 'zod';
import { AnswerSource, AnswerState } from '../answers.ts';
import { caseWorkers, ofWeight, opening, read, write } from '../contract/operation.ts';
import { type HtcdsField, HtcdsFieldName, htcdsFields } from '../htcds/fields.ts';
import { ProblemCode } from '../htcds/problem.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { PartialDate } from '../partial-date.ts';

/** Excel cells hold 32,767 characters; a CSV cell may hold 64 KiB. */
export const CellText = z.string().max(65_536);

/** One entry of a picklist, country or language field: its code, or the words that are no code. */
export const HtcdsChoice = z.union([
  z.strictObject({ code: z.string().min(1).max(80) }),
  z.strictObject({ written: CellText }),
]);
export type HtcdsChoice = z.output<typeof HtcdsChoice>;

export const HtcdsValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: CellText }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('yes-no'), yes: z.boolean() }),
  z.strictObject({ kind: z.literal('date'), date: PartialDate }),
  z.strictObject({ kind: z.literal('choices'), choices: z.array(HtcdsChoice).min(1).max(500) }),
  /** Not readable as what the field asks for, kept exactly. */
  z.strictObject({ kind: z.literal('written'), text: CellText }),
]);
export type HtcdsValue = z.output<typeof HtcdsValue>;

export const HtcdsAnswer = z
  .strictObject({
    state: AnswerState,
    value: HtcdsValue.optional(),
    source: AnswerSource,
    /** The cell, where the value does not already say it word for word. */
    asWritten: CellText.optional(),
    /** Why somebody should look at it; gone once a person has decided. */
    check: ProblemCode.optional(),
  })
  .refine(
    ({ state, value }) => (state === 'ANSWERED') === (value !== undefined),
    'a value stands exactly with ANSWERED',
  );
export type HtcdsAnswer = z.output<typeof HtcdsAnswer>;

/** Field → answer. A field that is not here was not asked. */
export const HtcdsAnswers = z.partialRecord(HtcdsFieldName, HtcdsAnswer);
export type HtcdsAnswers = z.output<typeof HtcdsAnswers>;

/** A cell under a header that is no field of the standard, kept under that header. */
export const OtherCell = z.strictObject({ header: z.string().max(400), text: CellText });
export type OtherCell = z.output<typeof OtherCell>;

/** Stored body. */
export const HtcdsRecord = z.strictObject({
  caseFileId: CaseFileId,
  answers: HtcdsAnswers,
  others: z.array(OtherCell).max(300),
  /** Where it came from: which import, which row of which sheet. */
  origin: z.strictObject({ importId: z.uuid(), sheet: z.string().max(100), row: z.int().positive() }),
});
export type HtcdsRecord = z.output<typeof HtcdsRecord>;

/** The field's answer: NOT_ASKED for what the record does not hold. */
export const answerOf = (answers: HtcdsAnswers, field: HtcdsFieldName): HtcdsAnswer =>
  answers[field] ?? { state: 'NOT_ASKED', source: 'DOCUMENT' };

/** All 84 fields with their answers, in the order of the standard. */
export const allAnswers = (
  answers: HtcdsAnswers,
): readonly { readonly field: HtcdsField; readonly answer: HtcdsAnswer }[] =>
  htcdsFields.map((field) => ({ field, answer: answerOf(answers, field.name) }));

/** A record as the case shows it: sealed (T4) answers are named, not told. */
export const HtcdsRecordShown = z.strictObject({
  id: RecordId,
  revision: z.int().positive(),
  answers: HtcdsAnswers,
  sealed: z.array(HtcdsFieldName),
  others: z.array(OtherCell),
  origin: HtcdsRecord.shape.origin,
});
export type HtcdsRecordShown = z.output<typeof HtcdsRecordShown>;

export const htcdsRecordOperations = {
  /** The imported records of a case, oldest first; usually none or one. */
  list: read(caseWorkers, z.strictObject({ caseFileId: CaseFileId }), z.array(HtcdsRecordShown)),
  /** Opens the sealed answers for a reason; the opening and its reason stand in the case's history. */
  openSealed: ofWeight(
    opening(
      'sealed',
      write(
        caseWorkers,
        [],
        z.strictObject({ id: RecordId, reason: z.string().trim().min(3).max(200) }),
        z.strictObject({ answers: HtcdsAnswers }),
      ),
    ),
  ),
  /** A person decided what a cell means: the new answer replaces the old one as a new revision; the cell as written stays. */
  correct: write(
    caseWorkers,
    ['htcdsRecord'],
    z.strictObject({ id: RecordId, revision: z.int().positive(), field: HtcdsFieldName, answer: HtcdsAnswer }),
    HtcdsRecordShown,
  ),
};
