// Who asked at the door or on the telephone, what they were told, and whether it was a threat (domain §9). A line belongs to no case and
// names nobody who is here. The words of whoever asked may: they are kept thirty days, then erased for good, and the line stays.
import { z } from 'zod';
import { caseWorkers, houseTeam, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BasedOn, CaseRef, Page, Revision, StaffRef } from './revision-mark.ts';

/** Days that the words are kept (domain §16). Nobody may set it otherwise: a longer time would be a list of who is looked for. */
export const WORDS_DAYS = 30;

export const CallWay = z.enum(['PHONE', 'DOOR', 'MESSAGE']);
export type CallWay = z.output<typeof CallWay>;

/** Who they said they are; nobody checks it. */
export const ClaimedAs = z.enum([
  'FAMILY',
  'PARTNER',
  'FRIEND',
  'EMPLOYER',
  'POLICE',
  'LAWYER',
  'OFFICE',
  'HELPER',
  'PRESS',
  'OTHER',
  'NOT_SAID',
]);
export type ClaimedAs = z.output<typeof ClaimedAs>;

/** What they were told. NEITHER: that nobody confirms or denies. PAPERS: that only the director takes papers. */
export const ScriptSaid = z.enum(['NEITHER', 'PAPERS', 'NOTHING', 'OTHER']);
export type ScriptSaid = z.output<typeof ScriptSaid>;

const told = {
  at: Instant,
  way: CallWay,
  claimed: ClaimedAs,
  script: ScriptSaid,
  isThreat: z.boolean(),
  /** The number that was shown; empty when there was none. */
  number: z.string().trim().max(40),
};

/** What a caller said, as far as somebody wrote it down; both may be empty. */
const words = {
  /** Who they said they are, in their words. */
  claimedWords: z.string().trim().max(200),
  askedFor: z.string().trim().max(1_000),
};
const SpokenWords = z.strictObject(words);

export const CallerLog = z.strictObject({
  ...told,
  takenBy: StaffMemberId,
  /** Whether any words were written; they may be erased since. */
  hasWords: z.boolean(),
  /** Of a threat: who has seen to it. */
  seen: z.strictObject({ by: StaffMemberId, at: Instant }).nullable(),
});
export type CallerLog = z.output<typeof CallerLog>;

/** The words of one line, as a record of their own: this is what goes. */
export const CallerWords = z.strictObject({ callId: RecordId, ...words, eraseOn: CalendarDate });
export type CallerWords = z.output<typeof CallerWords>;

/** That somebody who works on a case takes a call to be about its person. It belongs to the case; the log never says it. */
export const CallerMatch = z.strictObject({ caseFileId: CaseFileId, callId: RecordId, on: CalendarDate });
export type CallerMatch = z.output<typeof CallerMatch>;

export const CallLine = z.strictObject({
  ...told,
  id: RecordId,
  revision: Revision,
  takenBy: StaffRef.nullable(),
  hasWords: z.boolean(),
  /** Null when none were written or when they are erased. */
  words: z.strictObject({ ...words, eraseOn: CalendarDate }).nullable(),
  seen: z.strictObject({ by: StaffRef.nullable(), at: Instant }).nullable(),
});
export type CallLine = z.output<typeof CallLine>;

/** For Today: that somebody asked in a threatening way, and nothing about whom. */
export const ThreatAlert = z.strictObject({ callId: RecordId, revision: Revision, at: Instant, way: CallWay });
export type ThreatAlert = z.output<typeof ThreatAlert>;

/** An open case of whoever asks, to which a call may belong. */
export const MayBeAbout = z.strictObject({
  of: CaseRef,
  hasPlan: z.boolean(),
  /** The day on which somebody said so; null while nobody did. */
  matchedOn: CalendarDate.nullable(),
});
export type MayBeAbout = z.output<typeof MayBeAbout>;

export type CallerRefusal = 'call-later' | 'call-seen';

const None = z.strictObject({});
const OfCall = z.strictObject({ callId: RecordId });
const touched = ['callerLog', 'today'];

export const callerLogOperations = {
  /** Whoever answers writes it down at once. Errors: rule-broken {rule: 'call-later'} for a time that lies ahead. */
  add: write(houseTeam, touched, z.strictObject({ ...told, words: SpokenWords }), z.strictObject({ callId: RecordId })),
  /** Newest first. */
  list: read(
    houseTeam,
    z.strictObject(Page),
    z.strictObject({ calls: z.array(CallLine).max(200), total: z.int().min(0) }),
  ),
  /** One line, with the cases of whoever asks. */
  get: read(caseWorkers, OfCall, z.strictObject({ call: CallLine, mine: z.array(MayBeAbout).max(1_000) })),
  /** Ends the alert for everybody. Errors: rule-broken {rule: 'call-seen'} when it was no threat or somebody has seen to it. */
  seen: write(caseWorkers, touched, z.strictObject({ callId: RecordId, basedOn: BasedOn }), None),
  /** Calls for a look at the safety plan of this case; `hasPlan` says whether there is one. Saying it twice changes nothing. */
  match: write(
    caseWorkers,
    [...touched, 'safetyPlan', 'caseFile', 'calendar'],
    z.strictObject({ callId: RecordId, caseFileId: CaseFileId }),
    z.strictObject({ hasPlan: z.boolean() }),
  ),
};
