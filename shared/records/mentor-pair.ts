// Mentor pair (domain §10): somebody who went this way before goes along with somebody else. Both said yes, both agreed on limits,
// and either ends it without a reason.
import { z } from 'zod';
import { caseWorkers, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, CaseRef, OfCase, Revision } from './revision-mark.ts';

/** Stored for neither case alone: a pair belongs to both. */
export const MentorPair = z.strictObject({
  mentor: CaseFileId,
  mentee: CaseFileId,
  /** When and where they meet, how they reach each other, what stays out. */
  limits: z.string().trim().min(1).max(1_000),
  since: CalendarDate,
  endedOn: CalendarDate.nullable(),
});
export type MentorPair = z.output<typeof MentorPair>;

export const ShownPair = z.strictObject({
  id: RecordId,
  revision: Revision,
  /** Whether this person goes along with the other, and not the other way. */
  isMentor: z.boolean(),
  /** Null where the other case does not open to the asker. */
  with: CaseRef.nullable(),
  limits: z.string(),
  since: CalendarDate,
});
export type ShownPair = z.output<typeof ShownPair>;

export type PairRefusal = 'pair-self' | 'pair-yes' | 'pair-known' | 'pair-apart' | 'pair-not-here';

const touched = ['mentorPair'];

export const mentorPairOperations = {
  /** Those that go on, newest first. */
  list: opening('facts', read(caseWorkers, OfCase, z.array(ShownPair))),
  /** Both cases have to open to the asker. Errors: rule-broken {rule: PairRefusal}. */
  add: opening(
    'facts',
    write(
      caseWorkers,
      touched,
      z.strictObject({
        ...OfCase.shape,
        otherCaseFileId: CaseFileId,
        isMentor: z.boolean(),
        bothSaidYes: z.boolean(),
        limits: MentorPair.shape.limits,
      }),
      z.array(ShownPair),
    ),
  ),
  /** By whoever works with either of the two. */
  end: opening(
    'facts',
    write(
      caseWorkers,
      touched,
      z.strictObject({ ...OfCase.shape, id: RecordId, basedOn: BasedOn }),
      z.array(ShownPair),
    ),
  ),
};
