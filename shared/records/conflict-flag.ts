// Conflict flag: two cases, or a case and a colleague, that are kept apart (domain §1). Screens show the action and nothing else.
// With whom is told to who opens both cases whole. Why is sealed (T4): read for a reason, by who is on the list of both.
import { z } from 'zod';
import { careTeam, caseWorkers, ofWeight, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, CaseRef, OfCase, Revision, StaffRef } from './revision-mark.ts';

export const ConflictAction = z.enum([
  'DO_NOT_PLACE_TOGETHER',
  'DIFFERENT_WORKER',
  'DIFFERENT_INTERPRETER',
  'DIFFERENT_GROUP',
]);
export type ConflictAction = z.output<typeof ConflictAction>;

const Actions = z
  .array(ConflictAction)
  .min(1)
  .refine((actions) => new Set(actions).size === actions.length, 'each action once');

/** Whom to keep apart from: another person here, or somebody who works here. */
const From = z.union([
  z.strictObject({ otherCaseFileId: CaseFileId }),
  z.strictObject({ staffMemberId: StaffMemberId }),
]);

/** Stored for neither case alone: a flag belongs to both. */
export const ConflictFlag = z.strictObject({
  one: CaseFileId,
  /** Null when it is a colleague. */
  other: CaseFileId.nullable(),
  staffMemberId: StaffMemberId.nullable(),
  actions: Actions,
  /** T4. */
  reason: z.string().max(2_000),
  since: CalendarDate,
  until: CalendarDate.nullable(),
});
export type ConflictFlag = z.output<typeof ConflictFlag>;

/** As everybody sees it who may see the case. */
export const ShownConflict = z.strictObject({
  id: RecordId,
  revision: Revision,
  actions: Actions,
  since: CalendarDate,
  /** Null to whom not both cases open whole. */
  from: z.union([CaseRef, StaffRef]).nullable(),
  /** Whether the asker may end it and may ask for the reason: only who is told with whom. */
  hasReason: z.boolean(),
});
export type ShownConflict = z.output<typeof ShownConflict>;

/** Names the case beside the flag, because the flag itself is kept for two. */
const OfFlag = { ...OfCase.shape, id: RecordId };

export const conflictFlagOperations = {
  /** Those that hold now, newest first. One about a colleague is never shown to that colleague. */
  list: opening('facts', read(careTeam, OfCase, z.array(ShownConflict))),
  /** Both cases have to open to the asker. Errors: rule-broken {rule: 'conflict-self' | 'conflict-known' | 'conflict-staff'}. */
  add: opening(
    'facts',
    write(
      caseWorkers,
      ['conflictFlag', 'caseAssignment', 'interpreter'],
      z.strictObject({ ...OfCase.shape, from: From, actions: Actions, reason: z.string().trim().max(2_000) }),
      z.array(ShownConflict),
    ),
  ),
  /** Error: not-found for a flag of which the asker is not told with whom it is, unless a director. */
  end: opening(
    'facts',
    write(
      caseWorkers,
      ['conflictFlag', 'caseAssignment', 'interpreter'],
      z.strictObject({ ...OfFlag, basedOn: BasedOn }),
      z.array(ShownConflict),
    ),
  ),
  /** The opening and why stand in the history of each case. Error: not-found to who is not on the list of both. */
  openReason: ofWeight(
    opening(
      'sealed',
      write(
        caseWorkers,
        [],
        z.strictObject({ ...OfFlag, why: z.string().trim().min(3).max(200) }),
        z.strictObject({ reason: z.string() }),
      ),
    ),
  ),
};
