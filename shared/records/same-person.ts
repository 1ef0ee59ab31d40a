// Was this person here before? A suggestion from names and a few facts (domain §1), never a merge and never a wall: a case opens
// all the same. Of a case that does not open to the asker nothing is told, not even that it is one: only whom to ask.
// What she says to it is kept by a director; with her yes two records become one, and for 30 days two again.
import { z } from 'zod';
import { caseWorkers, directorOnly, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Alias, GoodToKnow, NameUsed } from './case-facts.ts';
import { CaseStatus } from './case-status.ts';
import { BasedOn, CaseRef, OfCase, Revision, StaffRef } from './revision-mark.ts';
import { ContactMethod } from './safe-contact.ts';

export const PerhapsKnown = z.strictObject({
  /** Cases whose facts open to the asker, likeliest first. */
  cases: z.array(z.strictObject({ ...CaseRef.shape, status: CaseStatus })).max(5),
  /** Who can look further, when there may be an earlier record that does not open to the asker; else empty. */
  askWhom: z.array(StaffRef).max(50),
});
export type PerhapsKnown = z.output<typeof PerhapsKnown>;

/** What she says to one record of both. WANTS_SEPARATE is never suggested again. */
export const SamePersonAnswer = z.enum(['AGREES', 'WANTS_SEPARATE', 'NOT_ASKED']);
export type SamePersonAnswer = z.output<typeof SamePersonAnswer>;

/** What the kept case took over from the other, to be given back when it is undone. */
export const Taken = z.strictObject({
  aliases: z.array(Alias),
  languages: z.array(z.string()),
  goodToKnow: z.array(GoodToKnow),
  methods: z.array(ContactMethod),
  doNotContact: z.array(z.string()),
  pronouns: z.string(),
  gender: z.string(),
  identifyAs: z.string(),
});
export type Taken = z.output<typeof Taken>;

const Merge = z.strictObject({
  kept: CaseFileId,
  at: Instant,
  taken: Taken,
  /** Assignments that colleagues of the other case were given to the kept one. */
  assignments: z.array(RecordId),
});

/** One for each pair that was ever answered. */
export const SamePerson = z.strictObject({
  one: CaseFileId,
  other: CaseFileId,
  answer: SamePersonAnswer,
  merge: Merge.nullable(),
});
export type SamePerson = z.output<typeof SamePerson>;

/** As the page of one of the two shows it. */
export const Pair = z.strictObject({
  id: RecordId,
  revision: Revision,
  with: CaseRef,
  status: CaseStatus,
  answer: SamePersonAnswer,
  /** `isPart`: this case is the part, the other one was kept. */
  merged: z.strictObject({ at: Instant, undoUntil: Instant, mayUndo: z.boolean(), isPart: z.boolean() }).nullable(),
});
export type Pair = z.output<typeof Pair>;

const touched = ['samePerson', 'caseFile', 'caseAssignment', 'need', 'caseNote', 'today'];
const OfPair = { ...OfCase.shape, otherCaseFileId: CaseFileId };

export const samePersonOperations = {
  /** Before a case is opened: by the name alone, so only an identical one is suggested. */
  look: read(caseWorkers, z.strictObject({ nameUsed: NameUsed }), PerhapsKnown),
  /**
   * For a case that is there: by all of its names, and what its intake and workbook say of age, languages and countries. Nothing of
   * that is in the answer, so a director, who is asked when there may be an earlier record, need not open either case for it.
   */
  ofCase: opening('facts', read(caseWorkers, OfCase, PerhapsKnown)),
  /** The pairs of this case that were answered, and those that are one record now. */
  pairs: opening('facts', read(directorOnly, OfCase, z.array(Pair))),
  /** Errors: rule-broken {rule: 'merge-self' | 'merge-part'}. */
  answer: opening(
    'facts',
    write(directorOnly, touched, z.strictObject({ ...OfPair, answer: SamePersonAnswer }), z.array(Pair)),
  ),
  /**
   * `caseFileId` is kept, the other becomes a part of it: found by both numbers, read in one, nothing moved or thrown away.
   * An earlier file of somebody who came back stays one (`merge-earlier`). Errors: rule-broken {rule: MergeRefusal}.
   */
  merge: opening('facts', write(directorOnly, touched, z.strictObject(OfPair), z.array(Pair))),
  /** Within 30 days. Errors: rule-broken {rule: 'merge-over'}, not-found for a pair that is not one record. */
  undo: opening(
    'facts',
    write(directorOnly, touched, z.strictObject({ ...OfCase.shape, id: RecordId, basedOn: BasedOn }), z.array(Pair)),
  ),
};
