// Support plan: what she wants to change, in her own words, with steps and days to look back (domain §8).
// A goal that staff proposed is not agreed until she says so; a goal she puts down is kept, and needs no reason.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { ATTAINMENT } from './goal-attainment.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

export const GoalDomain = z.enum([
  'SAFETY',
  'HOUSING',
  'PHYSICAL_HEALTH',
  'MENTAL_HEALTH',
  'SUBSTANCE_USE',
  'LEGAL_IMMIGRATION',
  'LEGAL_CRIMINAL',
  'LEGAL_CIVIL_FAMILY',
  'COMPENSATION_WAGES',
  'INCOME_BENEFITS',
  'EMPLOYMENT',
  'VOCATIONAL_TRAINING',
  'EDUCATION',
  'LANGUAGE',
  'LIFE_SKILLS',
  'PARENTING_CHILDREN',
  'FAMILY_COMMUNITY',
  'FAITH_CULTURE',
  'LEISURE_JOY',
  'DOCUMENTS_ID',
  'PEER_LEADERSHIP',
]);
export type GoalDomain = z.output<typeof GoalDomain>;

export const GoalStatus = z.enum([
  'PROPOSED',
  'AGREED',
  'IN_PROGRESS',
  'ACHIEVED',
  'PARTLY',
  'CHANGED',
  'PAUSED',
  'DROPPED_BY_SURVIVOR',
]);
export type GoalStatus = z.output<typeof GoalStatus>;

const Words = z.string().trim().max(2_000);

export const Step = z.strictObject({
  id: RecordId,
  what: z.string().trim().min(1).max(500),
  who: z.enum(['SURVIVOR', 'STAFF', 'PARTNER', 'TOGETHER']),
  byWhen: CalendarDate.nullable(),
  status: z.enum(['OPEN', 'DONE', 'LET_GO']),
  barrier: Words,
});
export type Step = z.output<typeof Step>;

export const Goal = z.strictObject({
  id: RecordId,
  domain: GoalDomain,
  /** Her sentence. For a goal staff proposed: their words, until she agrees or says it her way. */
  survivorWording: z.string().trim().min(1).max(1_000),
  proposedBy: z.enum(['SURVIVOR', 'STAFF']),
  /** The day she said yes to a goal that staff proposed. Her own goals need no yes. */
  assentedOn: CalendarDate.nullable(),
  why: Words,
  measure: Words,
  baseline: Words,
  target: Words,
  startOn: CalendarDate.nullable(),
  targetDate: CalendarDate.nullable(),
  status: GoalStatus,
  /** How much it matters to her: 1, or up to 5 for what matters most. Orders the goals and weighs their attainment. */
  weight: z.int().min(1).max(5).default(1),
  /** The goal that took its place, when it was changed or put down for another. */
  successorId: RecordId.nullable(),
  steps: z.array(Step).max(60),
});
export type Goal = z.output<typeof Goal>;

/** How far a goal had come on the day of a review; the weight it had then. */
export const Attainment = z.strictObject({
  goalId: RecordId,
  score: z.union(ATTAINMENT.map((score) => z.literal(score))),
  weight: Goal.shape.weight,
});
export type Attainment = z.output<typeof Attainment>;

export const PlanReview = z.strictObject({
  on: CalendarDate,
  wentWell: Words,
  changed: Words,
  /** Is this the support you want? Someone else beside you? */
  supportWanted: z.enum(['YES', 'PARTLY', 'NO', 'NOT_ASKED']),
  differentWorker: z.enum(['YES', 'NO', 'NOT_ASKED']),
  /** Only for goals she wanted to look at so. */
  attainment: z.array(Attainment).max(60).default([]),
  nextOn: CalendarDate,
});
export type PlanReview = z.output<typeof PlanReview>;

const head = {
  /** What she hopes for, in her words. */
  vision: Words,
  strengths: z.array(z.string().trim().min(1).max(500)).max(40),
  planStart: CalendarDate,
  agreedBySurvivor: z.enum(['YES', 'PARTLY', 'NO', 'NOT_YET']),
  agreedOn: CalendarDate.nullable(),
  copyGiven: z.enum(['YES', 'NO', 'UNSAFE']),
};

export const SupportPlan = z.strictObject({
  ...head,
  caseFileId: CaseFileId,
  goals: z.array(Goal).max(60),
  reviews: z.array(PlanReview).max(200),
  /** What the last review set, or day 30. */
  nextReviewOn: CalendarDate,
});
export type SupportPlan = z.output<typeof SupportPlan>;

export const StoredSupportPlan = z.strictObject({
  ...SupportPlan.shape,
  ...RevisionMark.shape,
  id: RecordId,
});
export type StoredSupportPlan = z.output<typeof StoredSupportPlan>;

/** The plan on the case page. */
export const SupportPlanGlance = z.strictObject({
  revision: RevisionMark.shape.revision,
  vision: Words,
  goals: z.array(Goal),
  nextReviewOn: CalendarDate,
});
export type SupportPlanGlance = z.output<typeof SupportPlanGlance>;

const NewStep = z.strictObject({ ...Step.shape, id: RecordId.optional() });
/** New goals and steps come without an id; the vault gives them one. */
export const GoalDraft = z.strictObject({ ...Goal.shape, id: RecordId.optional(), steps: z.array(NewStep).max(60) });
export type GoalDraft = z.output<typeof GoalDraft>;

const ofPlan = { caseFileId: CaseFileId, basedOn: BasedOn };
const touched = ['supportPlan', 'caseFile', 'today'];

export const supportPlanOperations = {
  get: read(caseWorkers, OfCase, StoredSupportPlan.nullable()),
  /** The whole plan but its reviews. Errors: rule-broken {rule: PlanRefusal}, conflict. */
  save: write(
    caseWorkers,
    touched,
    z.strictObject({ ...ofPlan, ...head, goals: z.array(GoalDraft).max(60) }),
    StoredSupportPlan,
  ),
  /** "She agrees" (AGREED), begun, done, paused. */
  setGoalStatus: write(
    caseWorkers,
    touched,
    z.strictObject({
      ...ofPlan,
      goalId: RecordId,
      status: GoalStatus.exclude(['CHANGED', 'DROPPED_BY_SURVIVOR']),
      sheAgrees: z.boolean().default(false),
    }),
    StoredSupportPlan,
  ),
  /** "Say it her way", "Let it go": the old goal stays, marked and linked to the one that takes its place. */
  replaceGoal: write(
    caseWorkers,
    touched,
    z.strictObject({
      ...ofPlan,
      goalId: RecordId,
      as: z.enum(['CHANGED', 'DROPPED_BY_SURVIVOR']),
      successor: GoalDraft.nullable(),
    }),
    StoredSupportPlan,
  ),
  setStep: write(
    caseWorkers,
    touched,
    z.strictObject({ ...ofPlan, goalId: RecordId, stepId: RecordId, status: Step.shape.status }),
    StoredSupportPlan,
  ),
  /** A review of today. `nextOn` absent: by the cadence of domain §8. */
  addReview: write(
    caseWorkers,
    touched,
    z.strictObject({ ...ofPlan, review: PlanReview.omit({ on: true, nextOn: true }), nextOn: CalendarDate.optional() }),
    StoredSupportPlan,
  ),
  /** Newest first. */
  history: read(caseWorkers, OfCase, z.array(StoredSupportPlan)),
};
