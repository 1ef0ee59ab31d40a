// What the house no longer keeps: how long each thing is kept, what is due to go, and the act itself, by two people at one desk.
// What stays of an erased case says nothing about who it was (domain §16, §20).
import { z } from 'zod';
import { caseWorkers, directorOnly, legalStage, ofWeight, opening, read, task, write } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId, StaffMemberId } from '../ids.ts';
import { SignInName } from '../keys/sign-in-name.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BackupName } from './backup.ts';
import { CaseNumber } from './case-number.ts';
import { TraffickingStatus } from './case-origin.ts';
import { ErasedPart, PartCategory, PartClass } from './erased-part.ts';
import { ReleaseCategory } from './release-categories.ts';
import { type RuleClass, ruleTable, suggestedDays } from './retention-rules.ts';
import { BasedOn, OfCase, Revision, StaffRef } from './revision-mark.ts';
import { ServiceCode } from './service-codes.ts';
import { Passphrase } from './session.ts';

/** Days that a house may say of a rule; twenty years at most. */
const days = (name: RuleClass) => z.int().min(ruleTable[name].least).max(7_300);
/** What was kept before a rule was known says the suggestion of it. */
const added = (name: Exclude<RuleClass, 'MINORS'>) => days(name).default(suggestedDays[name]);
export const RetentionRules = z.strictObject({
  CASE: days('CASE'),
  INQUIRY: days('INQUIRY'),
  SHARED: days('SHARED'),
  CONTACT: added('CONTACT'),
  TEAM: added('TEAM'),
  HISTORY: added('HISTORY'),
  MINORS: days('MINORS').nullable().default(null),
});
export type RetentionRules = z.output<typeof RetentionRules>;
/** `revision` 0: nothing was set, these are the suggestions. */
export const StoredRules = z.strictObject({ ...RetentionRules.shape, revision: Revision.or(z.literal(0)) });
export type StoredRules = z.output<typeof StoredRules>;

const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

/** One thing that was given to an agency, as it may be proven for three years: never of whom it spoke. */
export const SharedLine = z.strictObject({
  on: CalendarDate,
  agencyId: RecordId,
  categories: z.array(ReleaseCategory).max(60),
  packageSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The agency was asked to stop using it and to destroy it; and it said that it did. Known to this vault alone. */
  askedOn: CalendarDate.optional(),
  goneOn: CalendarDate.optional(),
});
export type SharedLine = z.output<typeof SharedLine>;

/** domain §20: coarse enough that nobody is one of one. */
export const ErasedStub = z.strictObject({
  opened: Quarter,
  closed: Quarter.nullable(),
  /** A second record of one person: not counted as a person again. */
  isPart: z.boolean(),
  age: z.enum(['UNDER_18', 'ADULT', 'NOT_KNOWN']),
  trafficking: TraffickingStatus.nullable(),
  /** How often each kind of service was given. */
  services: z.partialRecord(ServiceCode, z.int().min(1)),
  /** For counting: quarters in which something was given, and when she came in (null: never) and left. Older stubs say nothing of it. */
  servedIn: z.array(Quarter).max(400).default([]),
  takenIn: Quarter.nullable().optional(),
  leftIn: Quarter.nullable().default(null),
  /** No earlier file of the same person was known. */
  isFirst: z.boolean().default(true),
  /** Forms of exploitation, as statistics/counted-facts.ts adds them up. */
  exploitation: z.int().min(0).max(7).default(0),
  /** She did not want to be counted. */
  isRefused: z.boolean().default(false),
  shared: z.array(SharedLine).max(5_000),
});
export type ErasedStub = z.output<typeof ErasedStub>;

/** RULE: its time had run. WISH: the survivor asked for it (domain §15). */
export const ErasureReason = z.enum(['RULE', 'WISH']);
export type ErasureReason = z.output<typeof ErasureReason>;

/** What stays of an erased case. The same stands in the list of erased cases beside the vault and on every medium. */
export const ErasedCase = z.strictObject({
  /** Keyed hash of the number of the case: an older copy that still holds it is recognised by this. */
  caseKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Random, as case numbers are. */
  certificate: CaseNumber,
  class: z.enum(['CASE', 'INQUIRY']),
  reason: ErasureReason,
  erasedOn: CalendarDate,
  erasedAt: Instant,
  /** Two people; nobody is known where an older copy was brought back and only the list says that it was done. */
  approvedBy: z.array(StaffMemberId).max(2),
  stub: ErasedStub,
});
export type ErasedCase = z.output<typeof ErasedCase>;

/**
 * Why a case is kept longer than its own rule. LAW: clinical records of somebody under 18, and nobody has said how long the law keeps
 * them. MINORS: they stay longer. NOT_TOLD: one of these, in a sealed file.
 */
const Because = z.enum(['RULE', 'MINORS', 'LAW', 'NOT_TOLD']);

/** One line of the list before a run: by number, never by name. One case may have several: what goes of it, and when. */
export const KeptCase = z.strictObject({
  caseFileId: CaseFileId,
  caseNumber: CaseNumber,
  /** CONTACT: ways to reach her and sealed words. TOLD: all that was told, while clinical records of a minor stay. */
  class: z.enum([...ErasedCase.shape.class.options, 'CONTACT', 'TOLD']),
  from: CalendarDate,
  ruleOn: CalendarDate,
  eligibleOn: CalendarDate.nullable(),
  isDue: z.boolean(),
  because: Because,
  /** The hold that stands in the way. */
  hold: z.strictObject({ reason: z.string(), authority: z.string(), startedOn: CalendarDate }).nullable(),
});
export type KeptCase = z.output<typeof KeptCase>;

export const KeptUntil = z.strictObject({
  class: ErasedCase.shape.class,
  ruleOn: CalendarDate,
  eligibleOn: CalendarDate.nullable(),
  /** The person is here again under a newer case: until that ends as well, no rule takes the earlier file. */
  isHereAgain: z.boolean().default(false),
  because: Because.default('RULE'),
});
export type KeptUntil = z.output<typeof KeptUntil>;

/** Days ahead for which the list says what comes. */
export const COMING_DAYS = 30;

export const RetentionPreview = z.strictObject({
  today: CalendarDate,
  /** Due now, held back by a hold, or due within 30 days; in the order of their days. */
  cases: z.array(KeptCase).max(5_000),
  /**
   * What else has had its time and goes with the next run: lines of what was given, without a name; what is kept of the training of
   * colleagues who left; lines of History that nothing needs any more.
   */
  lines: z.strictObject({ SHARED: z.int().min(0), TEAM: z.int().min(0), HISTORY: z.int().min(0) }),
});
export type RetentionPreview = z.output<typeof RetentionPreview>;

export const Certificate = z.strictObject({
  certificate: CaseNumber,
  class: z.enum([...ErasedCase.shape.class.options, ...PartClass.options]),
  reason: ErasureReason,
  erasedOn: CalendarDate,
  approvedBy: z.array(StaffRef).max(2),
  /** Of a part: how many of what. */
  counts: ErasedPart.shape.counts.optional(),
});
export type Certificate = z.output<typeof Certificate>;

/** A copy of an earlier day that still holds an erased case, as far as this computer knows. */
export const Holder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('backup'),
    id: RecordId,
    revision: Revision,
    name: BackupName,
    medium: z.string(),
    createdAt: Instant,
    /** How many erased cases, and parts of others, may be in it. */
    erased: z.int().min(1),
  }),
  /** A package that was given to an agency about a case that is erased now. It is asked back by its number, never by a name. */
  z.strictObject({
    kind: z.literal('agency'),
    id: RecordId,
    revision: Revision,
    agency: z.string().max(200),
    on: CalendarDate,
    packageSha256: SharedLine.shape.packageSha256,
    askedOn: CalendarDate.nullable(),
  }),
  /** The vault that was here before a restore, put aside on this computer. */
  z.strictObject({ kind: z.literal('kept-vault'), name: z.string().max(60), day: CalendarDate }),
]);
export type Holder = z.output<typeof Holder>;

/** Who signs beside the person at the keyboard, with a passphrase of her own. */
const Second = z.strictObject({ signInName: SignInName, passphrase: Passphrase });

/** `isKept`: a hold or a rule keeps it whatever she wishes, for now. */
export const PartsOfCase = z.array(
  z.strictObject({
    category: PartCategory,
    count: z.int().min(1),
    isKept: z.enum(['HOLD', 'LAW', 'SAFETY']).nullable(),
  }),
);
export type PartsOfCase = z.output<typeof PartsOfCase>;

const None = z.strictObject({});
const touched = [
  'retention',
  'legalHold',
  'caseFile',
  'episode',
  'today',
  'calendar',
  'backup',
  'staffMember',
  'search',
];

export const retentionOperations = {
  rules: read(directorOnly, None, StoredRules),
  saveRules: ofWeight(
    write(directorOnly, touched, z.strictObject({ ...RetentionRules.shape, basedOn: BasedOn }), StoredRules),
  ),
  /** Until when a case is kept; null while it is open. */
  ofCase: opening('keeping', read(legalStage, OfCase, KeptUntil.nullable())),
  preview: read(directorOnly, None, RetentionPreview),
  certificates: read(directorOnly, None, z.array(Certificate).max(10_000)),
  holders: read(directorOnly, None, z.array(Holder).max(2_000)),
  /**
   * Erases for good. `second` signs at the same desk with her own passphrase. Errors: rule-broken {rule: 'erase-second' (it is the
   * same person), 'erase-not-due', 'hold-stands', 'erase-part' (a part of another record goes with the whole)}, wrong-passphrase,
   * unlock-wait, staff-disabled, already-running (a backup is being made).
   */
  run: ofWeight(
    opening(
      // It tells nothing of a case, and what is sealed goes on its day as well.
      'house',
      task(
        directorOnly,
        touched,
        z.strictObject({
          caseFileIds: z.array(CaseFileId).max(500),
          /** Cases of which the ways to reach her go, and those of which all goes but what is clinical. By their rule alone. */
          contactOf: z.array(CaseFileId).max(200).default([]),
          toldOf: z.array(CaseFileId).max(200).default([]),
          reason: ErasureReason,
          second: Second,
        }),
        z.array(Certificate),
      ),
    ),
  ),
  /** What of a case can go alone: how many of each category, and whether a rule keeps it. */
  parts: read(caseWorkers, OfCase, PartsOfCase),
  /**
   * Erases for good what she chose, and nothing else. One of the two who sign is a director. A record that belongs to another goes with
   * it: a note that corrects one, notes of a conversation, what stands beside an entry. Errors: those of `run`; rule-broken
   * {rule: 'erase-wish' (no open request of hers to erase, or nobody checked who asks), 'erase-director', 'erase-nothing',
   * 'erase-law' (clinical records of somebody under 18 that the law keeps), 'erase-safety' (an open step after a screen, or an
   * interpreter is left out because of it)}, not-found.
   */
  erasePart: ofWeight(
    task(
      caseWorkers,
      [
        ...touched,
        'rightsRequest',
        'caseNote',
        'attachment',
        'conversation',
        'need',
        'intake',
        'safetyPlan',
        'supportPlan',
        'screening',
      ],
      z.strictObject({
        ...OfCase.shape,
        requestId: RecordId,
        categories: z.array(PartCategory).max(PartCategory.options.length),
        recordIds: z.array(RecordId).max(500),
        second: Second,
      }),
      Certificate,
    ),
  ),
  /** A medium was overwritten or destroyed: the backup on it no longer counts. */
  noteGone: ofWeight(write(directorOnly, touched, z.strictObject({ id: RecordId, basedOn: BasedOn }), None)),
  /** An agency was asked for what it was given, or said that it is destroyed. Errors: not-found, conflict. */
  noteAgency: write(
    directorOnly,
    touched,
    z.strictObject({
      id: RecordId,
      basedOn: BasedOn,
      packageSha256: SharedLine.shape.packageSha256,
      what: z.enum(['ASKED', 'GONE']),
    }),
    None,
  ),
  /**
   * Removes from a chosen folder this vault's own backups that still hold something erased, once a newer one that holds none lies
   * beside them; and packages about an erased case, known by their hash. `unknown`: backups that this vault's keys do not vouch for,
   * which stay. Errors: those of sticks and files; rule-broken {rule: 'medium-newer'} when there is no newer one.
   */
  clearMedium: ofWeight(
    task(
      directorOnly,
      touched,
      z.strictObject({ folder: ChoiceHandle }),
      z.strictObject({
        removed: z.int().min(0),
        kept: z.int().min(0),
        packages: z.int().min(0),
        unknown: z.int().min(0),
      }),
    ),
  ),
  /** Removes a vault that was put aside on this computer. Errors: not-found. */
  destroyKept: ofWeight(task(directorOnly, touched, z.strictObject({ name: z.string().max(60) }), None)),
};
