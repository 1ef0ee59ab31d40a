// Referral: asking a partner agency to help her, or being asked by one (domain §12). What it may tell follows from her permission;
// without one she carries it herself, or the agency is asked without saying who it is about.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { Omission } from '../packages/omission.ts';
import { CalendarDate, Instant, TimeOfDay } from '../time.ts';
import { SurvivorTold } from './disclosure-log.ts';
import { GateRow } from './export-package.ts';
import { Urgency } from './need-codes.ts';
import { ReleasedSection } from './package.ts';
import { PartnerAgencyId } from './partner-agency.ts';
import { ReleaseCategory } from './release-categories.ts';
import { ReleaseMethod, ReleaseState } from './release.ts';
import { BasedOn, CaseRef, OfCase, RevisionMark, StaffRef } from './revision-mark.ts';

export const ReferralState = z.enum([
  'DRAFT',
  'CONSENT_NEEDED',
  'READY',
  'SENT',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'WAITLISTED',
  'DECLINED_BY_PARTNER',
  'APPOINTMENT_SET',
  'ATTENDED',
  'MISSED',
  'OUTCOME_RECORDED',
  'WITHDRAWN_BY_SURVIVOR',
  'CANCELLED',
]);
export type ReferralState = z.output<typeof ReferralState>;

/** SELF_REFERRAL: she carries it. ANONYMOUS_INQUIRY: is there a place, without a word that says who. */
export const ReferralMode = z.enum(['WITH_RELEASE', 'SELF_REFERRAL', 'ANONYMOUS_INQUIRY']);
export type ReferralMode = z.output<typeof ReferralMode>;

export const ReferralReason = z.enum(['ADDITIONAL_SERVICES', 'RELOCATION', 'OTHER']);
export type ReferralReason = z.output<typeof ReferralReason>;

/** The need or the goal that it is for. */
export const ReferralFor = z.strictObject({ kind: z.enum(['need', 'goal']), id: RecordId });
export type ReferralFor = z.output<typeof ReferralFor>;

const Line = z.string().trim().max(200);

const written = {
  partnerAgencyId: PartnerAgencyId,
  forWhat: ReferralFor.nullable(),
  /** What is asked for. Under a permission it is the purpose that stands on it. */
  asks: z.string().trim().min(10).max(2_000),
  reason: ReferralReason,
  urgency: Urgency,
  /** Somebody of the house speaks to somebody there, so that she is expected. */
  warmHandoff: z.boolean(),
  /** Who goes with her, if she wants that. */
  escort: Line,
  /** Which language the agency is asked to have an interpreter for. */
  interpreter: Line,
};

/** What a person writes of a referral that goes out. */
export const ReferralWritten = z.strictObject({
  ...written,
  mode: ReferralMode,
  releaseId: RecordId.nullable(),
  categories: z.array(ReleaseCategory).max(ReleaseCategory.options.length),
});
export type ReferralWritten = z.output<typeof ReferralWritten>;

/** Whether the agency that refers her to us has her permission, as far as it said. */
export const ReferralOrigin = z.strictObject({
  release: z.enum(['SEEN', 'SAID', 'NO', 'NOT_ASKED']),
  usableUntil: CalendarDate.nullable(),
});
export type ReferralOrigin = z.output<typeof ReferralOrigin>;

/** One that came in: the same shape, and no more than was needed. */
export const ReferralReceived = z.strictObject({ ...written, origin: ReferralOrigin });
export type ReferralReceived = z.output<typeof ReferralReceived>;

export const OutcomeResult = z.enum([
  'SERVICE_RECEIVED',
  'NOT_ELIGIBLE',
  'NO_CAPACITY',
  'SURVIVOR_CHANGED_MIND',
  'UNSAFE',
  'UNKNOWN',
]);
export type OutcomeResult = z.output<typeof OutcomeResult>;

/** How it was for her, 1 to 5; null when nobody asked or she would rather not say. */
export const HerRating = z.int().min(1).max(5).nullable();

export const ReferralOutcome = z.strictObject({
  result: OutcomeResult,
  rating: HerRating,
  note: z.string().trim().max(1_000),
});
export type ReferralOutcome = z.output<typeof ReferralOutcome>;

/** By when an answer is expected: the end of a day, or for what is urgent a moment. */
export const ChaseClock = z.strictObject({
  on: CalendarDate.nullable(),
  at: Instant.nullable(),
  asked: z.int().min(0).max(500),
});
export type ChaseClock = z.output<typeof ChaseClock>;

export const Appointment = z.strictObject({
  on: CalendarDate,
  time: TimeOfDay.nullable(),
  missed: z.int().min(0).max(500),
});
export type Appointment = z.output<typeof Appointment>;

export const ReferralStep = z.strictObject({
  state: ReferralState,
  at: Instant,
  on: CalendarDate,
  by: StaffRef,
});
export type ReferralStep = z.output<typeof ReferralStep>;

export const Referral = z.strictObject({
  ...ReferralWritten.shape,
  caseFileId: CaseFileId,
  /** Null for one that goes out. */
  origin: ReferralOrigin.nullable(),
  state: ReferralState,
  /** How it left; null before that. */
  sentHow: ReleaseMethod.nullable(),
  /** Its line in the disclosure log; null for a package, which has one of its own, and for what left before it was asked. */
  disclosureId: RecordId.nullable().default(null),
  /** Every state it came to, oldest first. */
  steps: z.array(ReferralStep).max(500),
  /** Only while no answer came. */
  chase: ChaseClock.nullable(),
  appointment: Appointment.nullable(),
  outcome: ReferralOutcome.nullable(),
});
export type Referral = z.output<typeof Referral>;

export const StoredReferral = z.strictObject({
  ...Referral.shape,
  ...RevisionMark.shape,
  id: RecordId,
  agencyName: z.string().max(200),
  /** Her words of the need or the goal it is for; empty for none, or one that is gone. */
  forWords: z.string().max(1_000),
  /** The five checks as of today, while it waits to be sent under a permission; null otherwise. */
  gate: z.array(GateRow).length(5).nullable(),
  /** Where the permission it went under stands today; null when it goes under none. */
  permission: ReleaseState.nullable(),
  /** The word of an inquiry that says who it is about; null when none does. */
  standsOut: z.string().max(80).nullable(),
});
export type StoredReferral = z.output<typeof StoredReferral>;

export const ReferralRow = z.strictObject({
  id: RecordId,
  agencyName: z.string().max(200),
  asks: written.asks,
  urgency: Urgency,
  mode: ReferralMode,
  isIncoming: z.boolean(),
  isOpen: z.boolean(),
  state: ReferralState,
  categories: z.array(ReleaseCategory),
  sentHow: ReleaseMethod.nullable(),
  sentAt: Instant.nullable(),
  sentBy: StaffRef.nullable(),
  chase: ChaseClock.nullable(),
  appointment: Appointment.nullable(),
});
export type ReferralRow = z.output<typeof ReferralRow>;

/** Across cases, for Today: nobody answered, an agency waits for our answer, an appointment. Neither agency nor words. */
export const DueReferral = z.strictObject({
  referralId: RecordId,
  of: CaseRef,
  what: z.enum(['CHASE', 'ANSWER', 'APPOINTMENT']),
  on: CalendarDate.nullable(),
  at: Instant.nullable(),
  time: TimeOfDay.nullable(),
});
export type DueReferral = z.output<typeof DueReferral>;

/** What stands in her disclosure log, of a referral that was told otherwise than in a package. */
export const ReferralTold = z.strictObject({
  /** Who there heard or got it; empty: as her permission says. */
  toWhom: Line,
  /** What was told or handed over, in a line. */
  what: z.string().trim().max(1_000),
  survivorTold: SurvivorTold,
  steps: z.string().trim().max(1_000),
});
export type ReferralTold = z.output<typeof ReferralTold>;

/** What can happen to a referral after it is written. */
export const ReferralAct = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('READY') }),
  z.strictObject({ to: z.literal('SENT'), how: ReleaseMethod, told: ReferralTold.optional() }),
  z.strictObject({ to: z.literal('ASKED_AGAIN') }),
  z.strictObject({ to: z.literal('ACKNOWLEDGED') }),
  z.strictObject({ to: z.literal('ACCEPTED') }),
  z.strictObject({ to: z.literal('WAITLISTED') }),
  z.strictObject({ to: z.literal('DECLINED_BY_PARTNER') }),
  z.strictObject({ to: z.literal('APPOINTMENT_SET'), on: CalendarDate, time: TimeOfDay.nullable() }),
  z.strictObject({ to: z.literal('ATTENDED') }),
  z.strictObject({ to: z.literal('MISSED') }),
  z.strictObject({ to: z.literal('OUTCOME_RECORDED'), outcome: ReferralOutcome }),
  z.strictObject({ to: z.literal('WITHDRAWN_BY_SURVIVOR') }),
  z.strictObject({ to: z.literal('CANCELLED') }),
]);
export type ReferralAct = z.output<typeof ReferralAct>;

/** What stands on the letter: exactly these lines, and for how long they may be used. */
export const ReferralLetter = z.strictObject({
  recipientName: z.string().max(500),
  purpose: z.string().max(2_000),
  usableUntil: CalendarDate,
  sections: z.array(ReleasedSection).max(60),
  omissions: z.array(Omission).max(500),
});
export type ReferralLetter = z.output<typeof ReferralLetter>;

const touched = ['referral', 'disclosureLog', 'caseFile', 'today', 'release', 'calendar'];

export const referralOperations = {
  /** Newest first. */
  list: read(caseWorkers, OfCase, z.array(ReferralRow)),
  get: read(caseWorkers, z.strictObject({ referralId: RecordId }), StoredReferral),
  /** The word of a text that would say who it is about, before it is kept. */
  look: read(
    caseWorkers,
    z.strictObject({ caseFileId: CaseFileId, text: z.string().max(3_000) }),
    z.strictObject({ word: z.string().max(80).nullable() }),
  ),
  /** The lines that her permission lets stand on paper today. Errors: release-blocked {checks}. */
  letter: read(caseWorkers, z.strictObject({ referralId: RecordId }), ReferralLetter),
  /** A draft, new or changed; what was sent is never changed. Errors: rule-broken {rule: 'referral-sent'}, conflict. */
  save: write(
    caseWorkers,
    touched,
    z.strictObject({
      caseFileId: CaseFileId,
      referralId: RecordId.nullable(),
      basedOn: BasedOn,
      referral: ReferralWritten,
    }),
    StoredReferral,
  ),
  /** One that an agency sent to us. */
  receive: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, referral: ReferralReceived }),
    StoredReferral,
  ),
  /**
   * READY without a matching permission becomes CONSENT_NEEDED, and `gate` says which check does not match.
   * Errors: rule-broken {rule: ReferralRefusal}, release-blocked {checks}, conflict.
   */
  act: write(
    caseWorkers,
    touched,
    z.strictObject({ referralId: RecordId, basedOn: BasedOn, act: ReferralAct }),
    StoredReferral,
  ),
};
