// Contact attempt: one try to reach her, begun before the number is looked at. It says when, by which way and how it
// went, never what was said. A way that is red needs a typed reason, and the reason stays (domain §2).
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { Instant } from '../time.ts';
import { BasedOn, OfCase, Page, RevisionMark } from './revision-mark.ts';
import { ContactMethod, ContactWay } from './safe-contact.ts';

export const ContactOutcome = z.enum(['REACHED', 'NO_ANSWER', 'LEFT_NEUTRAL_MESSAGE', 'UNSAFE_STOPPED']);
export type ContactOutcome = z.output<typeof ContactOutcome>;

/** Why it could not wait, for a way that was not agreed. */
export const OverrideReason = z.string().trim().min(10).max(300);

export const ContactAttempt = z.strictObject({
  caseFileId: CaseFileId,
  way: ContactWay,
  beganAt: Instant,
  /** Null for a way that was agreed. */
  override: OverrideReason.nullable(),
  /** Null until somebody says how it went. */
  outcome: ContactOutcome.nullable(),
});
export type ContactAttempt = z.output<typeof ContactAttempt>;

export const StoredContactAttempt = z.strictObject({ ...ContactAttempt.shape, ...RevisionMark.shape, id: RecordId });
export type StoredContactAttempt = z.output<typeof StoredContactAttempt>;

const touched = ['contactAttempt', 'caseFile'];

export const contactAttemptOperations = {
  /**
   * `value` tells two ways of one kind apart and is not kept. A way that is not on her list counts as not known.
   * Errors: rule-broken {rule: 'contact-not-agreed'} for a red way without a reason.
   */
  begin: write(
    caseWorkers,
    touched,
    z.strictObject({
      caseFileId: CaseFileId,
      way: ContactWay,
      value: ContactMethod.shape.value,
      override: OverrideReason.nullable(),
    }),
    StoredContactAttempt,
  ),
  /** Errors: rule-broken {rule: 'contact-ended'}, conflict. */
  end: write(
    caseWorkers,
    touched,
    z.strictObject({ attemptId: RecordId, basedOn: BasedOn, outcome: ContactOutcome }),
    StoredContactAttempt,
  ),
  /** Newest first. */
  list: read(
    caseWorkers,
    z.strictObject({ ...OfCase.shape, ...Page }),
    z.strictObject({ attempts: z.array(StoredContactAttempt), total: z.int().min(0) }),
  ),
};
