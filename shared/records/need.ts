// Need: one thing a survivor wants or needs, in words she would recognise, with the time by which it should be met (domain §6).
// What staff noticed is asked before it is acted on; a need she declined stays declined and never nags.
import { z } from 'zod';
import { AnswerSource } from '../answers.ts';
import { careTeam, caseWorkers, houseTeam, needReaders, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { Instant } from '../time.ts';
import { HealthWindows } from './health-window.ts';
import { HouseSees, NeedCode, NeedDomain, Urgency } from './need-codes.ts';
import { BasedOn, CaseRef, OfCase, Page, RevisionMark, StaffRef } from './revision-mark.ts';

export const NeedStatus = z.enum([
  'IDENTIFIED',
  'CHECKED_WITH_SURVIVOR',
  'IN_PROGRESS',
  'MET',
  'PARTLY_MET',
  'UNMET_NO_SERVICE',
  'DECLINED',
  'NO_LONGER_NEEDED',
]);
export type NeedStatus = z.output<typeof NeedStatus>;

/** How much it matters to her: 1 first … 5, or not now; null when nobody asked. */
export const SurvivorPriority = z.union([z.int().min(1).max(5), z.literal('NOT_NOW')]).nullable();
export type SurvivorPriority = z.output<typeof SurvivorPriority>;

const words = {
  domain: NeedDomain,
  code: NeedCode,
  /** A few words, as she would say it: "Warm clothes, shoes 38". House staff may see these. */
  title: z.string().trim().min(1).max(160),
  /** What helps to meet it. Case workers only. */
  note: z.string().trim().max(2_000),
  source: AnswerSource,
  urgency: Urgency,
  survivorPriority: SurvivorPriority,
  ownerId: StaffMemberId.nullable(),
  /** Medical time windows, offered and never urged; the event itself is not stored. */
  windows: HealthWindows,
};

export const Need = z.strictObject({
  ...words,
  windows: words.windows.default([]),
  caseFileId: CaseFileId,
  status: NeedStatus,
  identifiedAt: Instant,
  /** Of the window that ends first. */
  windowEndsAt: Instant.nullable(),
  /** identifiedAt + the target of its urgency, as promised when the urgency was set. */
  dueAt: Instant,
  /** When it was first asked about with her; null while only noticed. */
  checkedAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  outcome: z.string().trim().max(2_000),
});
export type Need = z.output<typeof Need>;

export const StoredNeed = z.strictObject({ ...Need.shape, ...RevisionMark.shape, id: RecordId });
export type StoredNeed = z.output<typeof StoredNeed>;

export const NewNeed = z.strictObject({
  ...words,
  caseFileId: CaseFileId,
  note: words.note.default(''),
  survivorPriority: SurvivorPriority.default(null),
  ownerId: StaffMemberId.nullable().default(null),
  windows: words.windows.default([]),
});
export type NewNeed = z.output<typeof NewNeed>;

/** Absent means unchanged. */
export const NeedChange = z
  .strictObject({ ...words, status: NeedStatus, outcome: z.string().trim().max(2_000) })
  .omit({ source: true })
  .partial();
export type NeedChange = z.output<typeof NeedChange>;

/** Needs across cases: for case workers in full, for house staff only what their role may see. */
export const DueNeed = z.strictObject({
  id: RecordId,
  of: CaseRef,
  /** `check-in`: look in on her; what for is not shown. */
  sees: HouseSees.exclude(['nothing']),
  /** Whether she may say that it is done. */
  mayTick: z.boolean(),
  title: z.string().max(160),
  note: z.string().max(2_000),
  domain: NeedDomain.nullable(),
  source: AnswerSource,
  /** Only noticed, and not asked about yet: nothing is done about it before that. */
  waitsForHer: z.boolean(),
  windows: HealthWindows,
  urgency: Urgency,
  status: NeedStatus,
  dueAt: Instant,
  revision: RevisionMark.shape.revision,
});
export type DueNeed = z.output<typeof DueNeed>;

/** The open needs of one urgency, in the order of domain §6; at most as many as were asked for. */
export const NeedsGroup = z.strictObject({
  urgency: Urgency,
  needs: z.array(z.strictObject({ ...DueNeed.shape, worker: StaffRef.nullable() })),
  total: z.int().min(0),
});
export type NeedsGroup = z.output<typeof NeedsGroup>;

export const NeedsBoard = z.strictObject({
  /** All five, most urgent first. */
  groups: z.array(NeedsGroup),
  cases: z.int().min(0),
  /** Who works on the cases listed without a filter. Nobody for the house, whose needs are everybody's. */
  workers: z.array(StaffRef),
});
export type NeedsBoard = z.output<typeof NeedsBoard>;

export const NeedsBoardRequest = z.strictObject({
  /** Needs of the cases that this colleague works on. House staff are answered as without it. */
  workerId: StaffMemberId.nullable().default(null),
  domain: NeedDomain.nullable().default(null),
  /** Listed of each urgency. */
  limit: z.int().min(1).max(200).default(25),
});
export type NeedsBoardRequest = z.output<typeof NeedsBoardRequest>;

const touched = ['need', 'caseFile', 'today'];

export const needOperations = {
  add: write(caseWorkers, touched, NewNeed, StoredNeed),
  /** Errors: rule-broken {rule: 'need-ask-first' | 'need-status'}, conflict. */
  change: write(
    caseWorkers,
    touched,
    z.strictObject({ needId: RecordId, basedOn: BasedOn, change: NeedChange }),
    StoredNeed,
  ),
  list: opening(
    'facts',
    read(
      careTeam,
      z.strictObject({ ...OfCase.shape, show: z.enum(['open', 'all']).default('open') }),
      z.array(StoredNeed),
    ),
  ),
  history: opening('facts', read(careTeam, z.strictObject({ needId: RecordId }), z.array(StoredNeed))),
  /** Open needs of the open cases that she works on (for a director and the house: of all), nearest first. */
  due: read(
    needReaders,
    z.strictObject({ ...Page }),
    z.strictObject({ needs: z.array(DueNeed), total: z.int().min(0) }),
  ),
  /** The same, in five groups by urgency. */
  board: read(needReaders, NeedsBoardRequest, NeedsBoard),
  /** House staff tick what they did: U0–U2 whose words they may see become MET. */
  tick: opening(
    'house',
    write(
      houseTeam,
      touched,
      z.strictObject({ needId: RecordId, basedOn: BasedOn }),
      z.strictObject({ revision: RevisionMark.shape.revision }),
    ),
  ),
};
