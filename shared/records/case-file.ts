// Case file: everything held for one survivor. It opens with one field, the name she uses; nothing else is ever demanded.
// House staff get a card of their own (bed-side facts, no story); no operation here returns T4.
import { z } from 'zod';
import { careTeam, caseWorkers, houseTeam, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { Alias, ConfidentialityNotice, GoodToKnow, Languages, NameUsed } from './case-facts.ts';
import { CaseListWish } from './case-list.ts';
import { CaseNumber } from './case-number.ts';
import { IntakeChannel, TraffickingDecision } from './case-origin.ts';
import { CaseSearchAnswer, CaseSearchRequest } from './case-search.ts';
import { CaseStatus, ClosingReason, isHere } from './case-status.ts';
import { Episodes } from './episode.ts';
import { HouseCard, HouseRow } from './house-card.ts';
import { StoredNeed } from './need.ts';
import { BasedOn, CaseRef, OfCase, Page, RevisionMark, StaffRef } from './revision-mark.ts';
import { SafeContact } from './safe-contact.ts';
import { SafetyPlanGlance } from './safety-plan.ts';
import { SupportPlanGlance } from './support-plan.ts';
import { Lacking } from './training-rules.ts';
import { TimelineEntry, TimelinePage, TimelineRequest } from './timeline.ts';

const details = {
  nameUsed: NameUsed,
  /** False when even that name is not to be said where others hear it: lists then show another (names.ts). */
  nameUsedIsSafe: z.boolean(),
  pronouns: z.string().trim().max(100),
  aliases: z.array(Alias).max(50),
  languages: Languages,
  goodToKnow: z.array(GoodToKnow).max(40),
  /** In the person's own words. */
  gender: z.string().trim().max(200),
  /** Help with reading or writing; null when nobody asked. */
  readingHelp: z.enum(['YES', 'NO']).nullable(),
  /** How many people depend on this one; null when nobody asked. */
  dependants: z.int().min(0).max(99).nullable(),
  workerId: StaffMemberId.nullable(),
  intakeChannel: IntakeChannel.nullable(),
  trafficking: TraffickingDecision.nullable(),
  /** Under which rule or grant this house may help, in a line. */
  eligibility: z.string().trim().max(300),
};

/** A line about a move, for the timeline. */
const Why = z.string().trim().max(300);

export const CaseFile = z.strictObject({
  ...details,
  // Cases written before these were asked for say nothing about them.
  nameUsedIsSafe: details.nameUsedIsSafe.default(true),
  gender: details.gender.default(''),
  readingHelp: details.readingHelp.default(null),
  dependants: details.dependants.default(null),
  intakeChannel: details.intakeChannel.default(null),
  trafficking: details.trafficking.default(null),
  eligibility: details.eligibility.default(''),
  caseNumber: CaseNumber,
  openedOn: CalendarDate,
  openedAt: Instant,
  openedBy: StaffMemberId,
  status: CaseStatus,
  closing: z.strictObject({ on: CalendarDate, reason: ClosingReason }).nullable(),
  /** For somebody who only asked at first: the day she was taken in, null when she never was. Absent: taken in when it opened. */
  takenInOn: CalendarDate.nullable().optional(),
  /** The day it came to where it stands, and why; null while it stands where it began. */
  moved: z.strictObject({ on: CalendarDate, why: Why }).nullable().default(null),
  confidentialityNotice: ConfidentialityNotice,
  safeContact: SafeContact,
});
export type CaseFile = z.output<typeof CaseFile>;

/** The day somebody was taken in; null while she only asks, or when she only asked. */
export const takenInOn = ({ status, openedOn, takenInOn: later }: CaseFile): CalendarDate | null =>
  status === 'INQUIRY' ? null : later === undefined ? openedOn : later;

/** The day the work here ended: closed, or handed on to another house. */
export const closedOn = ({ status, closing, moved }: CaseFile): CalendarDate | null =>
  closing?.on ?? (status === 'TRANSFERRED' ? (moved?.on ?? null) : null);

/** What a move from where it stands means for the day of being taken in. */
export function takenInBy(before: CaseFile, to: CaseStatus, today: CalendarDate): Pick<CaseFile, 'takenInOn'> {
  if (isHere(to)) return takenInOn(before) === null ? { takenInOn: today } : {};
  return before.status === 'INQUIRY' ? { takenInOn: null } : {};
}

/** What the details dialog writes. Absent means unchanged. */
export const CaseDetails = z.strictObject(details).partial();
export type CaseDetails = z.output<typeof CaseDetails>;

export const StoredCaseFile = z.strictObject({
  ...CaseFile.shape,
  ...RevisionMark.shape,
  id: CaseFileId,
  worker: StaffRef.nullable(),
});
export type StoredCaseFile = z.output<typeof StoredCaseFile>;

/** How the case stands to whoever asks: whether it opens to her whole, and until when if only for a while (break-glass). */
export const CaseReach = z.strictObject({
  open: z.boolean(),
  until: Instant.nullable(),
  /** What the gate of training asks of her first, where the case would open to her otherwise. */
  lacking: z.array(Lacking).min(1).optional(),
});
export type CaseReach = z.output<typeof CaseReach>;

/** Cases that are one record of one person. A part is still there under its own name and number. */
const OneRecord = z.strictObject({
  isPart: z.boolean(),
  /** The case it is a part of; null also where that one does not open to the asker. */
  partOf: CaseRef.nullable(),
  parts: z.array(CaseRef),
});

/** The basic facts. The vault always says how the case stands; a page that is told nothing asks and is refused there. */
export const CaseFacts = z.strictObject({
  ...StoredCaseFile.shape,
  reach: CaseReach.default({ open: true, until: null }),
  record: OneRecord.default({ isPart: false, partOf: null, parts: [] }),
  /** A legal hold stands: nothing of the case is taken away. */
  onHold: z.boolean().default(false),
  episodes: Episodes.default({ earlier: [], now: null }),
});
export type CaseFacts = z.output<typeof CaseFacts>;

export const CaseRow = z.strictObject({
  id: CaseFileId,
  /** As in every list: the name that is safe to say aloud. */
  nameUsed: NameUsed,
  caseNumber: CaseNumber,
  status: CaseStatus,
  openedOn: CalendarDate,
  languages: z.array(z.string()),
  worker: StaffRef.nullable(),
  openNeeds: z.int().min(0),
  /** The earliest due time among open needs. */
  nextDueAt: Instant.nullable(),
  lastChangedAt: Instant,
});
export type CaseRow = z.output<typeof CaseRow>;

/** Everything the case page shows first. A part that does not exist yet is null. */
export const CaseSummary = z.strictObject({
  caseFile: StoredCaseFile,
  /** In the order of domain §6. */
  openNeeds: z.array(StoredNeed),
  supportPlan: SupportPlanGlance.nullable(),
  safetyPlan: SafetyPlanGlance.nullable(),
  /** Something sealed exists; not even its length is told. */
  sealed: z.boolean(),
  lately: z.array(TimelineEntry),
  /** What this person was writing here and has not saved. */
  draft: z.strictObject({ kind: z.string().max(40), at: z.string().max(80), savedAt: Instant }).nullable(),
});
export type CaseSummary = z.output<typeof CaseSummary>;

// Until when a case is kept follows from where it stands.
const touched = ['caseFile', 'today', 'retention'];

export const caseFileOperations = {
  /**
   * One field. Opened now and today, the worker is who opened it; needs are added by their own operation. As INQUIRY for
   * somebody who only asks: marked to go away on a day, unless it becomes a case.
   */
  open: write(
    caseWorkers,
    touched,
    z.strictObject({ nameUsed: NameUsed, as: z.enum(['INTAKE', 'INQUIRY']).default('INTAKE') }),
    StoredCaseFile,
  ),
  /** The cases that the person works on; a director's list holds every case. So with `search`. */
  list: read(
    careTeam,
    z.strictObject({ ...CaseListWish.shape, ...Page }),
    z.strictObject({ rows: z.array(CaseRow), total: z.int().min(0) }),
  ),
  /** Names on papers and names that somebody who did harm gave her (T3) only to whom the case opens whole. */
  get: opening('facts', read(careTeam, OfCase, CaseFacts)),
  /** Everything the case page shows first, in one call. */
  summary: read(caseWorkers, OfCase, CaseSummary),
  /** A new worker is one of those who work on the case (rule-broken {rule: 'assignment-role'}). */
  updateDetails: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, details: CaseDetails }),
    StoredCaseFile,
  ),
  /** Saving it also confirms it today. */
  saveSafeContact: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, safeContact: SafeContact.omit({ confirmedOn: true }) }),
    StoredCaseFile,
  ),
  noticeGiven: write(caseWorkers, touched, OfCase, StoredCaseFile),
  /** Everything that was written stays; into follow-up leads only an exit. rule-broken {rule: 'case-status'} when the case cannot go there from where it stands. */
  changeStatus: write(
    caseWorkers,
    touched,
    z.strictObject({
      caseFileId: CaseFileId,
      to: z.enum(['INTAKE', 'ACTIVE', 'TRANSFERRED']),
      why: Why.default(''),
    }),
    StoredCaseFile,
  ),
  /** rule-broken {rule: 'exit-director'}: being asked to leave is told by an exit. */
  close: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, reason: ClosingReason, why: Why.default('') }),
    StoredCaseFile,
  ),
  /**
   * A case that was closed by mistake, within a week and with a reason; one that another house had, any time. Errors: rule-broken
   * {rule: 'reopen-late' | 'reopen-why' | 'episode-known'}. Who comes back later has a new case: `episode.open`.
   */
  reopen: write(caseWorkers, touched, z.strictObject({ ...OfCase.shape, why: Why.default('') }), StoredCaseFile),
  search: read(careTeam, CaseSearchRequest, CaseSearchAnswer),
  timeline: read(caseWorkers, TimelineRequest, TimelinePage),
  /** For house staff: open cases by the name she uses. */
  houseList: read(houseTeam, z.strictObject({}), z.array(HouseRow)),
  houseCard: opening('house', read(houseTeam, OfCase, HouseCard)),
};
