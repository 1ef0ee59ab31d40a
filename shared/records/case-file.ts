// Case file: everything held for one survivor. It opens with one field, the name she uses; nothing else is ever demanded.
// House staff get a card of their own (bed-side facts, no story); no operation here returns T4.
import { z } from 'zod';
import { caseWorkers, houseTeam, read, write } from '../contract/operation.ts';
import { CaseFileId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { Alias, ConfidentialityNotice, GoodToKnow, Languages, NameUsed } from './case-facts.ts';
import { CaseNumber } from './case-number.ts';
import { CaseSearchAnswer, CaseSearchRequest } from './case-search.ts';
import { CaseStatus, ClosingReason } from './case-status.ts';
import { HouseCard, HouseRow } from './house-card.ts';
import { StoredNeed } from './need.ts';
import { BasedOn, OfCase, Page, RevisionMark, StaffRef } from './revision-mark.ts';
import { SafeContact } from './safe-contact.ts';
import { SafetyPlanGlance } from './safety-plan.ts';
import { SupportPlanGlance } from './support-plan.ts';
import { TimelineEntry, TimelinePage, TimelineRequest } from './timeline.ts';

const details = {
  nameUsed: NameUsed,
  pronouns: z.string().trim().max(100),
  aliases: z.array(Alias).max(50),
  languages: Languages,
  goodToKnow: z.array(GoodToKnow).max(40),
  workerId: StaffMemberId.nullable(),
};

export const CaseFile = z.strictObject({
  ...details,
  caseNumber: CaseNumber,
  openedOn: CalendarDate,
  openedAt: Instant,
  openedBy: StaffMemberId,
  status: CaseStatus,
  closing: z.strictObject({ on: CalendarDate, reason: ClosingReason }).nullable(),
  confidentialityNotice: ConfidentialityNotice,
  safeContact: SafeContact,
});
export type CaseFile = z.output<typeof CaseFile>;

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

export const CaseRow = z.strictObject({
  id: CaseFileId,
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

const touched = ['caseFile', 'today'];

export const caseFileOperations = {
  /** One field. Status INTAKE, opened now and today, the worker is who opened it; needs are added by their own operation. */
  open: write(caseWorkers, touched, z.strictObject({ nameUsed: NameUsed }), StoredCaseFile),
  list: read(
    caseWorkers,
    z.strictObject({
      show: z.enum(['open', 'closed', 'all']).default('open'),
      order: z.enum(['name', 'recent', 'opened']).default('recent'),
      ...Page,
    }),
    z.strictObject({ rows: z.array(CaseRow), total: z.int().min(0) }),
  ),
  get: read(caseWorkers, OfCase, StoredCaseFile),
  /** Everything the case page shows first, in one call. */
  summary: read(caseWorkers, OfCase, CaseSummary),
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
  /** rule-broken {rule: 'case-status'} when the case cannot go there from where it stands. */
  changeStatus: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, to: z.enum(['INTAKE', 'ACTIVE', 'FOLLOW_UP', 'TRANSFERRED']) }),
    StoredCaseFile,
  ),
  close: write(caseWorkers, touched, z.strictObject({ caseFileId: CaseFileId, reason: ClosingReason }), StoredCaseFile),
  reopen: write(caseWorkers, touched, OfCase, StoredCaseFile),
  search: read(caseWorkers, CaseSearchRequest, CaseSearchAnswer),
  timeline: read(caseWorkers, TimelineRequest, TimelinePage),
  /** For house staff: open cases by the name she uses. */
  houseList: read(houseTeam, z.strictObject({}), z.array(HouseRow)),
  houseCard: read(houseTeam, OfCase, HouseCard),
};
