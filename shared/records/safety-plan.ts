// Safety plan: what to do to stay safe. It belongs to the survivor, is revised and never overwritten (domain §7).
// Section D (code words) is T4: it lives in a record of its own, is opened with a reason, and no other operation returns it.
import { z } from 'zod';
import { AnswerDrafts, Answers } from '../answers.ts';
import { caseWorkers, clinicians, legalWorkers, ofWeight, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, OfCase, Revision, RevisionMark } from './revision-mark.ts';

export const SafetyStage = z.enum(['AT_RISK_NOW', 'LEAVING', 'LEFT', 'TESTIFYING', 'MOVING_ON']);
export type SafetyStage = z.output<typeof SafetyStage>;

export const RiskLevel = z.enum(['LOW', 'MODERATE', 'HIGH', 'IMMEDIATE']);
export type RiskLevel = z.output<typeof RiskLevel>;

/** Seen together, never summed: there is no score. */
export const RiskFlag = z.enum([
  'THREAT_TO_KILL',
  'WEAPON',
  'STALKING',
  'KNOWS_LOCATION',
  'CONTACT_LAST_7_DAYS',
  'RECRUITS_INSIDE',
  'DEBT_CLAIMED',
  'FAMILY_THREATENED',
  'HAS_DOCUMENTS_OR_IMAGES',
  'POLICE_OR_INSIDER_LINK',
  'TRAFFICKER_IS_PARTNER',
  'CHILD_WITH_TRAFFICKER',
  'PRIOR_RETURN',
  'COURT_WITHIN_14_DAYS',
  'ISOLATION',
  'SUICIDAL_THOUGHTS',
]);
export type RiskFlag = z.output<typeof RiskFlag>;

/** What calls for a look together before the ordinary day (domain §7). */
export const ReviewTrigger = z.enum([
  'URGENT_SAFETY_NEED',
  'FLAG_ADDED',
  'LOCATION_CHANGE',
  'COURT_DATE_SET',
  'TRAFFICKER_ARRESTED_OR_RELEASED',
  'NEW_DEVICE_OR_CONTACT',
  'BEFORE_EXIT',
  'RELEASE_SIGNED',
  'SOMEBODY_ASKED',
  'NOT_BACK_AS_EXPECTED',
]);
export type ReviewTrigger = z.output<typeof ReviewTrigger>;

/** Where she wants her copy: here, on paper, in her head, or in parts. */
export const PlanStorage = z.enum(['KEEP_HERE', 'PRINT', 'MEMORISE', 'SPLIT']);
export type PlanStorage = z.output<typeof PlanStorage>;

const written = {
  formVersion: z.int().min(1).max(999),
  stage: SafetyStage.nullable(),
  riskLevelSurvivor: RiskLevel.nullable(),
  riskLevelWorker: RiskLevel.nullable(),
  riskFlags: z.array(RiskFlag).max(RiskFlag.options.length),
  storage: PlanStorage.nullable(),
  status: z.enum(['DRAFT', 'ACTIVE']),
};

export const SafetyPlan = z.strictObject({
  ...written,
  caseFileId: CaseFileId,
  formId: z.literal('safety-plan'),
  answers: Answers,
  madeOn: CalendarDate,
  /** The last day it was looked at together; null until the first look after it was made. */
  reviewedOn: CalendarDate.nullable(),
  /** What happened since, with the day; cleared by looking at it together. */
  triggers: z.array(z.strictObject({ trigger: ReviewTrigger, on: CalendarDate })).max(100),
  /** By `reviewDueOn` of the rules, set at each save. */
  reviewDueOn: CalendarDate,
});
export type SafetyPlan = z.output<typeof SafetyPlan>;

export const StoredSafetyPlan = z.strictObject({
  ...SafetyPlan.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** SUPERSEDED: an earlier saved state, in the history. */
  status: z.enum(['DRAFT', 'ACTIVE', 'SUPERSEDED']),
});
export type StoredSafetyPlan = z.output<typeof StoredSafetyPlan>;

export const SafetyPlanGlance = z.strictObject({
  status: z.enum(['DRAFT', 'ACTIVE']),
  reviewDueOn: CalendarDate,
  riskLevelSurvivor: RiskLevel.nullable(),
  riskLevelWorker: RiskLevel.nullable(),
});
export type SafetyPlanGlance = z.output<typeof SafetyPlanGlance>;

/** The T4 part, as a record of its own. */
export const SealedWords = z.strictObject({
  caseFileId: CaseFileId,
  formVersion: written.formVersion,
  answers: Answers,
});
export type SealedWords = z.output<typeof SealedWords>;

/** Section I alone: what was agreed about court, police and offices. */
export const CourtPart = z.strictObject({
  formVersion: written.formVersion,
  status: written.status,
  answers: Answers,
});
export type CourtPart = z.output<typeof CourtPart>;

const Reason = z.string().trim().min(3).max(200);
/** R in safety plan, whole. A legal advocate reads section I of it, by `courtPart`. */
const planReaders = [...caseWorkers, ...clinicians];
const touched = ['safetyPlan', 'caseFile', 'today'];

export const safetyPlanOperations = {
  get: read(planReaders, OfCase, z.strictObject({ plan: StoredSafetyPlan.nullable(), sealed: z.boolean() })),
  /** Nothing of the other sections, not how it stands, and no history. */
  courtPart: read(legalWorkers, OfCase, z.strictObject({ part: CourtPart.nullable() })),
  /**
   * `together`: it was looked at together today, which sets the next review. Answers to sealed questions are refused.
   * Errors: rule-broken {rule: 'form-unknown' | 'answers' | 'sealed'}, conflict.
   */
  save: write(
    caseWorkers,
    touched,
    z.strictObject({
      ...written,
      caseFileId: CaseFileId,
      basedOn: BasedOn,
      answers: AnswerDrafts,
      together: z.boolean(),
    }),
    StoredSafetyPlan,
  ),
  /** Newest first; all but the newest are SUPERSEDED. */
  history: read(planReaders, OfCase, z.array(StoredSafetyPlan)),
  markReviewed: write(caseWorkers, touched, OfCase, StoredSafetyPlan),
  /** Something happened that calls for a look together today. */
  addTrigger: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, trigger: ReviewTrigger }),
    StoredSafetyPlan,
  ),
  /** Opens section D. A write, because the reason and the look are kept in the history before anything is shown. */
  openSealed: ofWeight(
    opening(
      'sealed',
      write(
        caseWorkers,
        [],
        z.strictObject({ caseFileId: CaseFileId, reason: Reason }),
        z.strictObject({ answers: Answers, formVersion: written.formVersion, revision: BasedOn }),
      ),
    ),
  ),
  saveSealed: opening(
    'sealed',
    write(
      caseWorkers,
      ['safetyPlan', 'caseFile'],
      z.strictObject({
        caseFileId: CaseFileId,
        basedOn: BasedOn,
        formVersion: written.formVersion,
        answers: AnswerDrafts,
      }),
      z.strictObject({ revision: Revision }),
    ),
  ),
};
