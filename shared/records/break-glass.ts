// Break-glass: a director opens a case she does not work on, for a reason and for a while. It is never hidden: a second
// person is shown it until she says that she has seen it (domain §0).
import { z } from 'zod';
import { caseWorkers, directorOnly, ofWeight, opening, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { Instant, MINUTE } from '../time.ts';
import { CaseRef, OfCase, StaffRef } from './revision-mark.ts';

export const OPEN_FOR = 30 * MINUTE;
export const OpeningReason = z.string().trim().min(3).max(200);

export const BreakGlass = z.strictObject({
  caseFileId: CaseFileId,
  staffMemberId: StaffMemberId,
  /** A person's words about her, so it lies in the body and goes when she is erased. */
  reason: OpeningReason,
  at: Instant,
  /** Null when she joined those who work on the case. */
  until: Instant.nullable(),
  seen: z.strictObject({ by: StaffMemberId, at: Instant }).nullable(),
});
export type BreakGlass = z.output<typeof BreakGlass>;

/** As the second person is shown it. */
export const UnseenOpening = z.strictObject({
  id: RecordId,
  of: CaseRef,
  by: StaffRef.nullable(),
  reason: OpeningReason,
  at: Instant,
  until: Instant.nullable(),
});
export type UnseenOpening = z.output<typeof UnseenOpening>;

export const breakGlassOperations = {
  /** Opens the case for 30 minutes; what is sealed stays sealed. Error: rule-broken {rule: 'open-already'}. */
  open: ofWeight(
    opening(
      'facts',
      write(
        directorOnly,
        ['breakGlass', 'caseFile', 'caseAssignment'],
        z.strictObject({ ...OfCase.shape, reason: OpeningReason }),
        z.strictObject({ until: Instant }),
      ),
    ),
  ),
  /** "I have seen it", by another director or a case manager of the case. Error: rule-broken {rule: 'second-person'}. */
  seen: ofWeight(opening('facts', write(caseWorkers, ['today'], z.strictObject({ id: RecordId }), z.strictObject({})))),
};
