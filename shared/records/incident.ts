// What happened in the house (domain §9): a report of the house and of no case. People stand in it by their number alone, and it says
// what was seen and done, never who is to blame: there is no field for that.
import { z } from 'zod';
import { directorOnly, opening, read, type Role, shelterStaff, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { DAY, Instant } from '../time.ts';
import { BasedOn, Page, RevisionMark, StaffRef } from './revision-mark.ts';
import type { ReviewTrigger } from './safety-plan.ts';

/** NOT_BACK_AS_EXPECTED: somebody is later than was agreed, which is hers to be. The design calls it a missing return. */
export const IncidentType = z.enum([
  'MEDICAL',
  'THREAT_OUTSIDE',
  'CONFLICT',
  'NOT_BACK_AS_EXPECTED',
  'PROPERTY',
  'DEVICE_TRACKING',
  'BREACH',
  'RECRUITMENT_INSIDE',
  'OTHER',
]);
export type IncidentType = z.output<typeof IncidentType>;

/**
 * Who reads it besides a director, whoever wrote it and whom they told.
 * HOUSE: those who work in the house while it is new, and those who work with somebody in it. OWN: only those who work with somebody
 * in it. NARROW: nobody else, because every further reader may know the people it is about.
 */
export type Circle = 'HOUSE' | 'OWN' | 'NARROW';
export const CIRCLES: Readonly<Record<IncidentType, Circle>> = {
  MEDICAL: 'OWN',
  THREAT_OUTSIDE: 'HOUSE',
  CONFLICT: 'HOUSE',
  NOT_BACK_AS_EXPECTED: 'HOUSE',
  PROPERTY: 'HOUSE',
  DEVICE_TRACKING: 'OWN',
  BREACH: 'NARROW',
  RECRUITMENT_INSIDE: 'NARROW',
  OTHER: 'OWN',
};

/** How long the whole house reads what happened in it: two weeks of shifts. */
export const HOUSE_READS_FOR = 14 * DAY;
export const houseReads = (role: Role): boolean => role === 'case-manager' || role === 'house-staff';

/** What of a person's safety plan is to be looked at again because of it. */
export const CALLS_FOR: Readonly<Partial<Record<IncidentType, ReviewTrigger>>> = {
  NOT_BACK_AS_EXPECTED: 'NOT_BACK_AS_EXPECTED',
  DEVICE_TRACKING: 'NEW_DEVICE_OR_CONTACT',
};

const Words = z.string().trim().max(4_000);

const told = {
  /** What was seen and heard, without names. */
  facts: Words.min(3),
  people: z.array(CaseFileId).max(40),
  actions: Words,
  /** Colleagues to whom it opens because of that. */
  toldTo: z.array(StaffMemberId).max(40),
  /** Who else was told: an ambulance, a doctor. */
  toldOutside: z.string().trim().max(400),
  lessons: Words,
};

export const Incident = z.strictObject({
  ...told,
  type: IncidentType,
  at: Instant,
  writtenBy: StaffMemberId,
  closedAt: Instant.nullable(),
});
export type Incident = z.output<typeof Incident>;

/** A person by number; the name is nowhere in what the house reports. */
export const ByNumber = z.strictObject({ caseFileId: CaseFileId, caseNumber: z.string().max(12) });
export type ByNumber = z.output<typeof ByNumber>;

export const StoredIncident = z.strictObject({
  ...Incident.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** Whose case is erased is in it no more. */
  people: z.array(ByNumber),
  toldTo: z.array(StaffRef),
  writtenBy: StaffRef.nullable(),
  /** Whether whoever asks may write on. */
  mayWrite: z.boolean(),
});
export type StoredIncident = z.output<typeof StoredIncident>;

/** For Today: one that nobody has closed yet, to those who read it. */
export const OpenIncident = z.strictObject({ incidentId: RecordId, type: IncidentType, at: Instant });
export type OpenIncident = z.output<typeof OpenIncident>;

export type IncidentRefusal = 'incident-later' | 'incident-closed' | 'incident-not-yours' | 'incident-actions';

const touched = ['incident', 'today', 'safetyPlan', 'calendar'];
const One = z.strictObject({ incidentId: RecordId });
const Which = { incidentId: RecordId, basedOn: BasedOn };

export const incidentOperations = {
  /** Whoever was there writes it down. Error: rule-broken {rule: 'incident-later'}. */
  report: opening(
    'house',
    write(shelterStaff, touched, z.strictObject({ ...told, type: IncidentType, at: Instant }), One),
  ),
  /** Those that open to whoever asks, and no word of how many others there are; newest first. */
  list: read(
    shelterStaff,
    z.strictObject(Page),
    z.strictObject({ incidents: z.array(StoredIncident).max(200), total: z.int().min(0) }),
  ),
  /** Error: not-found, also for one that is there and does not open. */
  get: read(shelterStaff, One, StoredIncident),
  /** By whoever wrote it, or a director. Errors: not-found, rule-broken {rule: IncidentRefusal}, conflict. */
  save: opening(
    'house',
    write(shelterStaff, touched, z.strictObject({ ...Which, told: z.strictObject(told) }), StoredIncident),
  ),
  /** Ends it. Errors: rule-broken {rule: 'incident-closed' | 'incident-actions'}, conflict. */
  close: write(directorOnly, touched, z.strictObject(Which), StoredIncident),
};
