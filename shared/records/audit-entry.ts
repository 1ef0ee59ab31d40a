// History: who did what, and when (security §7). It tells of acts and never of what was written; of a case it knows the number at most.
import { z } from 'zod';
import { auditReaders, directorOnly, everyRole, ofWeight, read, task } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, StaffMemberId } from '../ids.ts';
import { Instant } from '../time.ts';
import { CaseNumber } from './case-number.ts';
import { StickAfterwards } from './export-package.ts';
import { StaffRef } from './revision-mark.ts';

/** Kinds of acts, as somebody who reads the history asks for them. Which act is of which kind: contract/act-groups.ts. */
export const ActGroup = z.enum([
  'SIGNING_IN',
  'RESTRICTED',
  'CHANGES',
  'SHARING',
  'ERASING',
  'ACCESS',
  'BACKUPS',
  'REFUSED',
]);
export type ActGroup = z.output<typeof ActGroup>;

/** How an act went. Entries keep a code for it; nothing else of that code is shown. */
export const Outcome = z.enum([
  'DONE',
  'REFUSED',
  /** Long work that began; another entry says how it ended. */
  'BEGUN',
  /** Written and read back, or tried out, and right. */
  'CHECKED',
  'FAILED',
  /** A wrong passphrase, `times` of them. */
  'MISSED',
  'ERASED',
  /** Ways to reach somebody were taken out of what was saved before. */
  'REDACTED',
  /** Old lines of this history were emptied. */
  'FORGOTTEN',
]);
export type Outcome = z.output<typeof Outcome>;

/** The case that an act was about. A sealed file, and every case to an auditor, is its number alone; an erased one has none. */
const OfAct = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('OPEN'), caseFileId: CaseFileId, caseNumber: CaseNumber }),
  z.strictObject({ state: z.literal('NUMBER'), caseNumber: CaseNumber }),
  z.strictObject({ state: z.literal('SEALED'), caseNumber: CaseNumber }),
  z.strictObject({ state: z.literal('ERASED') }),
]);

const Seq = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export const HistoryLine = z.strictObject({
  seq: Seq,
  at: Instant,
  /** Null: the program itself, or nobody was known yet. */
  who: StaffRef.nullable(),
  /** Name of an act in the catalogue (text/en/acts.ts, text/en/asks.ts); of an earlier program perhaps one that this does not know. */
  action: z.string().max(80),
  outcome: Outcome,
  times: z.int().min(1).nullable(),
  /** Which kind of record was written, where one was. */
  recordKind: z.string().max(80).nullable(),
  of: OfAct.nullable(),
  /** A signature made with the key of whoever did it lies beside this line. */
  isSigned: z.boolean(),
});
export type HistoryLine = z.output<typeof HistoryLine>;

export const HISTORY_PAGE = 100;

/** Newest first; `next` is asked for as `before`, null at the end. */
export const HistoryPage = z.strictObject({ lines: z.array(HistoryLine).max(HISTORY_PAGE), next: Seq.nullable() });
export type HistoryPage = z.output<typeof HistoryPage>;

const Narrowed = {
  before: Seq.nullable().default(null),
  group: ActGroup.nullable().default(null),
  /** From this instant on, and until before that one. */
  from: Instant.nullable().default(null),
  until: Instant.nullable().default(null),
};

/** Ten words, as they stand on a slip (keys/README, "Words for comparing"). */
export const SLIP_WORDS = 10;
const Words = z.array(z.string().max(20)).length(SLIP_WORDS);

const Newest = z.strictObject({ seq: Seq, at: Instant, words: Words });
export type Newest = z.output<typeof Newest>;

const Saved = z.strictObject({
  fileName: z.string().max(80),
  sha256: z.string(),
  lines: z.int().min(1),
  stick: StickAfterwards,
});

export const auditEntryOperations = {
  /** Of everybody. Errors: not-found for a number that no case has. */
  page: read(
    auditReaders,
    z.strictObject({
      ...Narrowed,
      staffMemberId: StaffMemberId.nullable().default(null),
      caseNumber: CaseNumber.nullable().default(null),
    }),
    HistoryPage,
  ),
  /** One's own acts. A case has its number there while it opens to her. */
  own: read(everyRole, z.strictObject(Narrowed), HistoryPage),
  /** Everybody who ever had access, for choosing one. */
  people: read(auditReaders, z.strictObject({}), z.array(StaffRef)),
  /** For a slip. */
  newest: read(auditReaders, z.strictObject({}), Newest),
  /** Whether a slip still fits: nothing up to its entry was changed since. */
  compare: read(
    auditReaders,
    z.strictObject({ seq: Seq, words: Words }),
    z.strictObject({ verdict: z.enum(['fits', 'differs', 'missing']) }),
  ),
  /**
   * Every entry with its signature into one file, sealed with a passphrase (electron/vault/audit/README.md). Errors: those of a weak
   * passphrase, of sticks and of files.
   */
  save: ofWeight(
    task(
      directorOnly,
      ['auditEntry'],
      z.strictObject({ passphrase: z.string().min(1).max(256), folder: ChoiceHandle }),
      Saved,
    ),
  ),
};
