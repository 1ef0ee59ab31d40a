// Who works on which case, from when to when and in what role. It decides who opens a case at all (domain §0), so a director
// keeps it. Whoever opens a case works on it; nobody has to be assigned for a small house to work.
import { z } from 'zod';
import { careTeam, directorOnly, ofWeight, opening, read, Role, write } from '../contract/operation.ts';
import { CaseFileId, StaffMemberId } from '../ids.ts';
import { Instant } from '../time.ts';
import { OfCase, StaffRef } from './revision-mark.ts';
import { Lacking } from './training-rules.ts';

export const CaseAssignment = z.strictObject({
  caseFileId: CaseFileId,
  staffMemberId: StaffMemberId,
  /** Her role when she was assigned. */
  as: Role,
  from: Instant,
  to: Instant.nullable(),
  /** The named list of T4: whether she may open what is sealed in this case. */
  opensSealed: z.boolean(),
});
export type CaseAssignment = z.output<typeof CaseAssignment>;

/** A conflict flag asks for a different worker. Told to a director alone, who keeps the list; never with whom or why. */
const Apart = { keptApart: z.literal(true).optional() };

/**
 * What she lacks for the case of somebody who counts as under 18, whether the gate holds or not. Told to a director alone; nothing
 * for an adult's case.
 */
const Untrained = { lacking: z.array(Lacking).min(1).optional() };

const Person = z.strictObject({ person: StaffRef, as: Role, from: Instant });

export const CaseTeam = z.strictObject({
  /** Longest first. `hasLeft`: she has no access any more, so the case waits for a hand-over. */
  now: z.array(
    z.strictObject({ ...Person.shape, opensSealed: z.boolean(), hasLeft: z.boolean(), ...Apart, ...Untrained }),
  ),
  /** Newest first. */
  before: z.array(z.strictObject({ ...Person.shape, to: Instant })),
  /** Colleagues whose role may work on a case and who do not work on this one. */
  others: z.array(z.strictObject({ person: StaffRef, as: Role, ...Apart, ...Untrained })),
});
export type CaseTeam = z.output<typeof CaseTeam>;

const touched = ['caseAssignment', 'caseFile', 'today'];
const OfPerson = { caseFileId: CaseFileId, staffMemberId: StaffMemberId };

const Reasons = {
  reason: z.string().trim().max(200).default(''),
  goPast: z.string().trim().max(200).default(''),
};

export const caseAssignmentOperations = {
  team: opening('facts', read(careTeam, OfCase, CaseTeam)),
  /**
   * A director who assigns herself says why, and a second person is shown it, as when she opens the case for a while.
   * `goPast` is the reason why somebody works on the case of a minor without the training for it (training-gate.ts).
   * Errors: rule-broken {rule: 'assignment-role' | 'conflict-worker' | 'reason-needed' | GateRefusal}, not-found for a colleague who
   * has no access.
   */
  assign: ofWeight(
    opening('facts', write(directorOnly, touched, z.strictObject({ ...OfPerson, ...Reasons }), CaseTeam)),
  ),
  /** Adds one colleague and takes another off, in one act. Errors: those of `assign`, not-found when `from` does not work on it. */
  handOver: ofWeight(
    opening(
      'facts',
      write(
        directorOnly,
        [...touched, 'leaving'],
        z.strictObject({ ...OfPerson, ...Reasons, from: StaffMemberId }),
        CaseTeam,
      ),
    ),
  ),
  /** Errors: rule-broken {rule: 'assignment-last'} when nobody would work on the case, not-found when she does not. */
  end: ofWeight(opening('facts', write(directorOnly, touched, z.strictObject(OfPerson), CaseTeam))),
  setOpensSealed: ofWeight(
    opening('facts', write(directorOnly, touched, z.strictObject({ ...OfPerson, opensSealed: z.boolean() }), CaseTeam)),
  ),
};
