// Legal matter: one legal or immigration way somebody wants help with, its stage and its dates (domain §17). T3.
// No number of any authority, no statement and no advice of a lawyer has a place here; documents are titles only.
import { z } from 'zod';
import { legalStage, legalWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { DateKind, MatterType, Stage } from '../legal/regimes.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, CaseRef, OfCase, RevisionMark } from './revision-mark.ts';

/** OFFICIAL_NOTICE: copied from the paper that counts. ESTIMATED: reckoned, by a clock or by a person. */
export const DateSource = z.enum(['OFFICIAL_NOTICE', 'ESTIMATED']);

export const KeyDate = z.strictObject({
  kind: DateKind,
  on: CalendarDate,
  source: DateSource,
  /** It happened, or no longer matters. */
  isDone: z.boolean(),
});
export type KeyDate = z.output<typeof KeyDate>;

/** The generic template, for a way that this program has no clock for. */
export const OwnClock = z.strictObject({
  name: z.string().trim().min(1).max(120),
  startOn: CalendarDate,
  days: z.int().min(1).max(3_650),
  count: z.enum(['CALENDAR', 'WORKING']),
  holidays: z.array(CalendarDate).max(200),
  extensions: z.array(z.int().min(1).max(3_650)).max(20),
});
export type OwnClock = z.output<typeof OwnClock>;

const written = {
  type: MatterType,
  stage: Stage,
  dates: z.array(KeyDate).max(60),
  ownClock: OwnClock.nullable(),
  /** A partner agency, or a name in words. */
  lawyer: z.strictObject({ agencyId: RecordId.nullable(), name: z.string().trim().max(200) }),
  /** What she decided, in her words. Helping the authorities is her choice and never a mark. */
  decided: z.string().trim().max(1_000),
  documents: z.array(z.string().trim().min(1).max(160)).max(60),
};

/** What the house said of the law when its dates were reckoned; absent where it said nothing of these clocks. */
export const LawUsed = z.strictObject({
  amounts: z.record(z.string().max(120), z.int().min(1)),
  holidays: z.array(CalendarDate).max(400),
});
export type LawUsed = z.output<typeof LawUsed>;

export const LegalMatter = z.strictObject({
  ...written,
  caseFileId: CaseFileId,
  begunOn: CalendarDate,
  law: LawUsed.optional(),
});
export type LegalMatter = z.output<typeof LegalMatter>;

export const StoredLegalMatter = z.strictObject({ ...LegalMatter.shape, ...RevisionMark.shape, id: RecordId });
export type StoredLegalMatter = z.output<typeof StoredLegalMatter>;

/** What a case manager sees: where it stands and the next date. */
export const MatterStage = z.strictObject({
  id: RecordId,
  type: MatterType,
  stage: Stage,
  next: z.strictObject({ kind: DateKind, on: CalendarDate, source: DateSource }).nullable(),
});
export type MatterStage = z.output<typeof MatterStage>;

/** Across cases, for Today. */
export const DueLegalDate = z.strictObject({
  matterId: RecordId,
  of: CaseRef,
  type: MatterType,
  kind: DateKind,
  on: CalendarDate,
  source: DateSource,
});
export type DueLegalDate = z.output<typeof DueLegalDate>;

const touched = ['legalMatter', 'caseFile', 'safetyPlan', 'today'];

export const legalMatterOperations = {
  list: read(legalWorkers, OfCase, z.array(StoredLegalMatter)),
  stages: read(legalStage, OfCase, z.array(MatterStage)),
  /** A court date that is new calls for a look at the safety plan. Errors: rule-broken {rule: LegalRefusal}, conflict. */
  save: write(
    legalWorkers,
    touched,
    z.strictObject({
      caseFileId: CaseFileId,
      /** Null for a new one. */
      matterId: RecordId.nullable(),
      basedOn: BasedOn,
      matter: z.strictObject(written),
    }),
    StoredLegalMatter,
  ),
};
