// Screening: one time a well-being screen was gone through with her, or its result entered (domain §5). Always her choice, each
// question skippable, never a diagnosis. T3: answers are for those who screen, others read what came out.
import { z } from 'zod';
import { ofWeight, read, screenReaders, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { InstrumentId } from '../instruments/instrument-definition.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

/** domain §5: which totals call for more. Both ways of reading are published; the shelter chooses, the record says which. */
export const PcPtsd5Cut = z.int().min(3).max(4);
export const Pcl5Cut = z.int().min(31).max(33);
export const Cuts = z.strictObject({ pcPtsd5: PcPtsd5Cut, pcl5: Pcl5Cut });
export type Cuts = z.output<typeof Cuts>;
export const DEFAULT_CUTS: Cuts = { pcPtsd5: 3, pcl5: 31 };

const YesNo = z.enum(['YES', 'NO']);
export const AsqAnswer = z.enum(['YES', 'NO', 'DECLINED']);
export type AsqAnswer = z.output<typeof AsqAnswer>;
export const CssrsTier = z.enum(['NONE', 'LOW', 'MODERATE', 'HIGH']);
export type CssrsTier = z.output<typeof CssrsTier>;

/** What was answered; null is skipped. */
export const ScreeningAnswers = z.discriminatedUnion('entry', [
  z.strictObject({
    entry: z.literal('items'),
    gate: YesNo.nullable(),
    answers: z.array(z.int().min(0).max(4).nullable()).max(20),
  }),
  z.strictObject({
    entry: z.literal('asq'),
    answers: z.array(AsqAnswer.nullable()).length(4),
    /** The fifth question. */
    acuity: AsqAnswer.nullable(),
    /** Staff are worried although every answer is no. */
    judgement: z.boolean(),
  }),
  /** The tier alone: its questions and answers stay where they were asked. */
  z.strictObject({ entry: z.literal('c-ssrs'), tier: CssrsTier }),
]);
export type ScreeningAnswers = z.output<typeof ScreeningAnswers>;

export const Band = z.enum(['MINIMAL', 'MILD', 'MODERATE', 'MODERATELY_SEVERE', 'SEVERE']);
export type Band = z.output<typeof Band>;

/** How many items of each DSM-5 cluster stand at 2 or more, and whether that meets the rule. */
export const Clusters = z.strictObject({ B: z.int(), C: z.int(), D: z.int(), E: z.int(), met: z.boolean() });
export type Clusters = z.output<typeof Clusters>;

export const ScreeningResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('incomplete'), answered: z.int().min(0), asked: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('total'),
    total: z.int().min(0),
    max: z.int().min(1),
    /** The cut-off this result was read with. */
    cut: z.int().min(1),
    positive: z.boolean(),
    band: Band.nullable(),
    clusters: Clusters.nullable(),
  }),
  z.strictObject({
    kind: z.literal('asq'),
    /** POSITIVE: the fifth question is still open. */
    outcome: z.enum(['NEGATIVE', 'POSITIVE', 'NON_ACUTE', 'ACUTE']),
    byJudgement: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('tier'), tier: CssrsTier }),
]);
export type ScreeningResult = z.output<typeof ScreeningResult>;

/** Why a screening opened the safety step. */
export const SafetyReason = z.enum(['PHQ9_ITEM_9', 'ASQ', 'C_SSRS']);
export type SafetyReason = z.output<typeof SafetyReason>;

const done = {
  caseFileId: CaseFileId,
  instrumentId: InstrumentId,
  instrumentVersion: z.int().min(1).max(999),
  /** The day it was gone through; a paper form may be entered later. */
  doneOn: CalendarDate,
};

export const Screening = z.strictObject({
  ...done,
  given: ScreeningAnswers,
  result: ScreeningResult,
  safety: SafetyReason.nullable(),
  /** Her age was not on record: whoever screened said she is 12 or older. */
  ageSaid: z.boolean(),
  /** Entered by mistake. It stays readable and counts no more. */
  setAside: z.boolean(),
});
export type Screening = z.output<typeof Screening>;

/** What everybody who reads screens is given: what came out, never the answers. */
export const ScreeningRow = z.strictObject({
  ...done,
  ...RevisionMark.shape,
  id: RecordId,
  result: ScreeningResult,
  safety: SafetyReason.nullable(),
  setAside: z.boolean(),
  /** Its safety step, when it opened one. */
  step: z.strictObject({ id: RecordId, isOpen: z.boolean() }).nullable(),
});
export type ScreeningRow = z.output<typeof ScreeningRow>;

export const ScreenAge = z.enum(['UNDER_12', 'OLD_ENOUGH', 'UNKNOWN']);
export type ScreenAge = z.output<typeof ScreenAge>;

export const ScreeningsOfCase = z.strictObject({
  /** Newest first. */
  rows: z.array(ScreeningRow),
  /** What the record says about her age today. */
  age: ScreenAge,
  /** This person is a clinician, or named as trained for screens. */
  mayScreen: z.boolean(),
  cuts: Cuts,
});
export type ScreeningsOfCase = z.output<typeof ScreeningsOfCase>;

const touched = ['screening', 'safetyStep', 'caseFile', 'today'];

export const screeningOperations = {
  list: read(screenReaders, OfCase, ScreeningsOfCase),
  /**
   * Scores it and, where domain §5 asks for it, opens the safety step in the same commit.
   * Errors: not-allowed, rule-broken {rule: ScreeningRefusal}.
   */
  save: write(
    screenReaders,
    touched,
    z.strictObject({ ...done, given: ScreeningAnswers, ageSaid: z.boolean().default(false) }),
    ScreeningRow,
  ),
  setAside: write(screenReaders, touched, z.strictObject({ screeningId: RecordId, basedOn: BasedOn }), ScreeningRow),
  /** The answers, one by one. A write, because whoever did not take it says why, and the look is kept. */
  openAnswers: ofWeight(
    write(
      screenReaders,
      [],
      z.strictObject({ screeningId: RecordId, reason: z.string().trim().max(200).default('') }),
      z.strictObject({ given: ScreeningAnswers }),
    ),
  ),
};
