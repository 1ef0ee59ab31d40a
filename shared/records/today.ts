// Today: what needs someone now, in one call. Each role gets only what it may see; house staff get their needs and nothing else.
import { z } from 'zod';
import { everyRole, read } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { Trustees } from './session.ts';
import { CalendarDate, Instant } from '../time.ts';
import { EndingAgreement } from './agreement.ts';
import { OpenBreach } from './breach.ts';
import { UnseenOpening } from './break-glass.ts';
import { ThreatAlert } from './caller-log.ts';
import { SealedDue } from './calendar.ts';
import { DraftRow } from './draft.ts';
import { DueFollowUp } from './follow-up.ts';
import { DueHold } from './legal-hold.ts';
import { CheckAction } from './environment-check.ts';
import { ShownHandOver } from './hand-over.ts';
import { OpenIncident } from './incident.ts';
import { SiteWord } from './kept-thing.ts';
import { DueLegalDate } from './legal-matter.ts';
import { DueRequest } from './legal-request.ts';
import { DueNeed } from './need.ts';
import { DueReferral } from './referral.ts';
import { DueRight } from './rights-request.ts';
import { CaseRef } from './revision-mark.ts';
import { OpenSafetyStep } from './safety-step.ts';
import { UnfinishedFile } from './unfinished-file.ts';

export const DueReview = z.strictObject({
  kind: z.enum(['safety-plan', 'support-plan']),
  of: CaseRef,
  on: CalendarDate,
  /** For a support plan: which day of the plan it is, e.g. 30. */
  dayOfPlan: z.int().min(0).nullable(),
});
export type DueReview = z.output<typeof DueReview>;

export const EndingRelease = z.strictObject({
  releaseId: RecordId,
  of: CaseRef,
  partnerAgencyId: RecordId,
  expiresOn: CalendarDate,
});
export type EndingRelease = z.output<typeof EndingRelease>;

/** The ways to reach her are asked about again. */
export const DueContact = z.strictObject({ of: CaseRef, on: CalendarDate });
export type DueContact = z.output<typeof DueContact>;

export const Today = z.strictObject({
  today: CalendarDate,
  /** Nearest first; at most `limit`. */
  needs: z.array(DueNeed),
  openNeeds: z.int().min(0),
  casesWithOpenNeeds: z.int().min(0),
  /** Past, and those of the next 7 days, earliest first. */
  reviews: z.array(DueReview),
  releasesEnding: z.array(EndingRelease),
  /** Whom to ask how it goes: past, and those of the next 7 days. */
  /** Legal dates that want a look: near, just past, or at one of their alerts. */
  legalDates: z.array(DueLegalDate).default([]),
  followUps: z.array(DueFollowUp).default([]),
  /** Referrals that wait for an answer, and appointments: past, and those of the next 7 days. */
  referrals: z.array(DueReferral).default([]),
  /** For a director: days that papers from outside name, past and of the next 7 days, and what got out and is not closed. */
  legalRequests: z.array(DueRequest).default([]),
  breaches: z.array(OpenBreach).default([]),
  /** Requests about a record that are to be answered: past, and those of the next 7 days. */
  rights: z.array(DueRight).default([]),
  /** Due today or before. */
  contacts: z.array(DueContact).default([]),
  /** Legal holds to be looked at, today or before; for a director. */
  holds: z.array(DueHold).default([]),
  /** Of sealed earlier files, past and of the next 7 days; for a director. */
  sealedDue: z.array(SealedDue).default([]),
  /** Names of interpreters who cannot be asked until somebody has vetted them; for a director. */
  interpretersToVet: z.array(z.string().max(200)).default([]),
  /** Agencies whose details want another look; for a director. */
  agenciesToVerify: z.array(z.strictObject({ id: RecordId, name: z.string().max(200) })).default([]),
  /** Agreements that end soon or have just ended; for a director. */
  agreementsEnding: z.array(EndingAgreement).default([]),
  /** Whether there is any case that is hers to see. */
  hasCases: z.boolean().default(true),
  /** Cases that a director opened without working on them, for this person to have seen. */
  openings: z.array(UnseenOpening).default([]),
  backup: z.strictObject({ lastVerifiedAt: Instant.nullable() }),
  /** What this person was writing last. */
  resume: DraftRow.nullable(),
  /** Safety steps of open cases that nobody has ended, longest open first. */
  safetySteps: z.array(OpenSafetyStep).default([]),
  /** That somebody asked in a threatening way, until it was seen to; for those who work in the house and with its people. */
  threats: z.array(ThreatAlert).default([]),
  /** Devices that may be followed and are laid aside, without whose they are; for those who work in the house and with its people. */
  laidAside: z.array(SiteWord).default([]),
  /** What the shifts before wrote for this person to know; for those who work in the house. */
  handOvers: z.array(ShownHandOver).default([]),
  /** What this person is to do about the house, the nearest first. */
  checkActions: z.array(CheckAction).default([]),
  /** The next look round the house has come; for those who look round. */
  checkDue: CalendarDate.nullable().default(null),
  /** What happened in the house and nobody has closed yet, as far as it opens to this person. */
  incidents: z.array(OpenIncident).default([]),
  /** Ways back in that want to be tried, and since when; for a director. */
  waysBack: z
    .strictObject({ code: Instant.nullable(), trustees: Trustees.nullable() })
    .default({ code: null, trustees: null }),
  /** Files whose making was cut off: they may lie on a stick without a line in the log. */
  unfinished: z.array(UnfinishedFile).default([]),
  /** Things that a salvage of damaged records could not bring back, while it is recent. */
  missing: z.int().min(0).default(0),
});
export type Today = z.output<typeof Today>;

/** How far ahead reviews and ending releases are shown, in days. */
export const AHEAD_DAYS = 7;

export const todayOperations = {
  get: read(everyRole, z.strictObject({ limit: z.int().min(1).max(100).default(12) }), Today),
};
