// Follow-up: asking how somebody is, 30, 90 and 180 days after she moved out, only because she agreed to it (domain §18).
// At most three tries each; a no ends all of them. What was said is never written here, only how it went.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { addDays, CalendarDate, Instant } from '../time.ts';
import { BasedOn, CaseRef, OfCase, RevisionMark, StaffRef } from './revision-mark.ts';

export const FollowUpOutcome = z.enum(['SAFE_OK', 'NEEDS_SUPPORT', 'NOT_REACHED', 'UNSAFE_STOPPED', 'DECLINED']);
export type FollowUpOutcome = z.output<typeof FollowUpOutcome>;

export const FOLLOW_UP_DAYS = [30, 90, 180] as const;
export const MOST_ATTEMPTS = 3;

const Attempt = z.strictObject({ at: Instant, by: StaffMemberId, outcome: FollowUpOutcome });

export const FollowUp = z.strictObject({
  caseFileId: CaseFileId,
  exitId: RecordId,
  /** Days after the exit. */
  day: z.int().min(1).max(365),
  dueOn: CalendarDate,
  /** The last day of her permission. */
  until: CalendarDate,
  attempts: z.array(Attempt).max(MOST_ATTEMPTS),
  /** How it ended; null while it waits. SUPERSEDED: she came back, and moved out again later. */
  end: z.enum([...FollowUpOutcome.options, 'SUPERSEDED']).nullable(),
});
export type FollowUp = z.output<typeof FollowUp>;

export const StoredFollowUp = z.strictObject({
  ...FollowUp.shape,
  ...RevisionMark.shape,
  id: RecordId,
  attempts: z.array(z.strictObject({ ...Attempt.shape, by: StaffRef.nullable() })),
});
export type StoredFollowUp = z.output<typeof StoredFollowUp>;

/** Across cases, for Today: whom to ask, and the tries so far. */
export const DueFollowUp = z.strictObject({
  followUpId: RecordId,
  of: CaseRef,
  day: z.int(),
  dueOn: CalendarDate,
  attempts: z.int().min(0),
});
export type DueFollowUp = z.output<typeof DueFollowUp>;

/** Exit 2026-06-20: 07-20, 09-18, 12-17. None after the last day of her permission. */
export const followUpDays = (exitOn: CalendarDate, until: CalendarDate): { day: number; dueOn: CalendarDate }[] =>
  FOLLOW_UP_DAYS.map((day) => ({ day, dueOn: addDays(exitOn, day) })).filter(({ dueOn }) => dueOn <= until);

export type FollowUpRefusal = 'follow-up-ended' | 'follow-up-permission';

export function followUpRefusal(followUp: FollowUp, today: CalendarDate): FollowUpRefusal | null {
  if (followUp.end !== null) return 'follow-up-ended';
  return today > followUp.until ? 'follow-up-permission' : null;
}

/** After one more try: it ends when somebody answered, when it was not safe, or with the third try. */
export function withAttempt(followUp: FollowUp, attempt: FollowUp['attempts'][number]): FollowUp {
  const attempts = [...followUp.attempts, attempt];
  const goesOn = attempt.outcome === 'NOT_REACHED' && attempts.length < MOST_ATTEMPTS;
  return { ...followUp, attempts, end: goesOn ? null : attempt.outcome };
}

export const followUpOperations = {
  /** Of the newest exit, in the order of their days. */
  list: read(caseWorkers, OfCase, z.array(StoredFollowUp)),
  /** DECLINED ends all that wait. Errors: rule-broken {rule: FollowUpRefusal}, conflict. */
  attempt: write(
    caseWorkers,
    ['followUp', 'caseFile', 'today'],
    z.strictObject({ followUpId: RecordId, basedOn: BasedOn, outcome: FollowUpOutcome }),
    StoredFollowUp,
  ),
};
