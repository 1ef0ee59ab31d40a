// The safety step: what is asked before anything else when a screen tells of thoughts of dying (domain §5). It opens by itself,
// stays open until somebody ends it, and "she chose not to go on" is an end like any other.
import { z } from 'zod';
import { screenReaders, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { DAY, Instant } from '../time.ts';
import { BasedOn, CaseRef, RevisionMark } from './revision-mark.ts';
import { SafetyReason } from './screening.ts';

const Words = z.string().trim().max(500);

/** Open questions may stay open; null is not asked. */
const asked = {
  safeNow: z.enum(['YES', 'NO', 'NOT_SURE', 'DECLINED']).nullable(),
  /** Things near her she could use. */
  means: z.enum(['NONE_NEAR', 'PUT_AWAY', 'STILL_NEAR', 'DECLINED']).nullable(),
  staysWith: Words,
  informed: Words,
  /** When somebody looks in again. House staff learn the time and nothing else. */
  nextCheckAt: Instant.nullable(),
};

export const SafetyStep = z.strictObject({
  ...asked,
  caseFileId: CaseFileId,
  screeningId: RecordId,
  because: SafetyReason,
  status: z.enum(['OPEN', 'WENT_THROUGH', 'SURVIVOR_DECLINED']),
  openedAt: Instant,
  endedAt: Instant.nullable(),
  /** The need that tells the house when to look in; null when no check is planned. */
  checkId: RecordId.nullable(),
});
export type SafetyStep = z.output<typeof SafetyStep>;

export const StoredSafetyStep = z.strictObject({ ...SafetyStep.shape, ...RevisionMark.shape, id: RecordId });
export type StoredSafetyStep = z.output<typeof StoredSafetyStep>;

export const SafetyStepEnd = z.strictObject({ ...asked, how: z.enum(['WENT_THROUGH', 'SURVIVOR_DECLINED']) });
export type SafetyStepEnd = z.output<typeof SafetyStepEnd>;

/** A step nobody has ended yet, for Today. */
export const OpenSafetyStep = z.strictObject({ of: CaseRef, screeningId: RecordId, openedAt: Instant });
export type OpenSafetyStep = z.output<typeof OpenSafetyStep>;

/** How far ahead the next look may be, in ms. */
export const LONGEST_UNTIL_CHECK = 7 * DAY;

export type SafetyStepRefusal = 'safety-step-ended' | 'safety-step-questions' | 'safety-step-check-time';

/** Why it may not end like this, or null when it may. Her not going on needs no answers; a time to look in again is still welcome. */
export function endRefusal(step: SafetyStep, end: SafetyStepEnd, now: Instant): SafetyStepRefusal | null {
  if (step.status !== 'OPEN') return 'safety-step-ended';
  if (end.how === 'WENT_THROUGH' && (end.safeNow === null || end.nextCheckAt === null)) return 'safety-step-questions';
  return checkTimeRefusal(end.nextCheckAt, now);
}

export const checkTimeRefusal = (at: Instant | null, now: Instant): SafetyStepRefusal | null =>
  at !== null && (at <= now || at > now + LONGEST_UNTIL_CHECK) ? 'safety-step-check-time' : null;

const touched = ['safetyStep', 'screening', 'need', 'caseFile', 'today'];

export const safetyStepOperations = {
  get: read(screenReaders, z.strictObject({ stepId: RecordId }), StoredSafetyStep),
  /** Errors: rule-broken {rule: SafetyStepRefusal}, conflict. */
  end: write(
    screenReaders,
    touched,
    z.strictObject({ stepId: RecordId, basedOn: BasedOn, end: SafetyStepEnd }),
    StoredSafetyStep,
  ),
  /** Somebody looked in; the next look, or null when none is needed. */
  checked: write(
    screenReaders,
    touched,
    z.strictObject({ stepId: RecordId, basedOn: BasedOn, nextCheckAt: Instant.nullable() }),
    StoredSafetyStep,
  ),
};
