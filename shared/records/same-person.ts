// Was this person here before? A suggestion from names and a few facts (domain §1), never a merge and never a wall: a case opens
// all the same. Of a case that does not open to the asker nothing is told, not even that it is one: only whom to ask.
import { z } from 'zod';
import { caseWorkers, read } from '../contract/operation.ts';
import { CaseStatus } from './case-status.ts';
import { NameUsed } from './case-facts.ts';
import { CaseRef, OfCase, StaffRef } from './revision-mark.ts';

export const PerhapsKnown = z.strictObject({
  /** Cases whose facts open to the asker, likeliest first. */
  cases: z.array(z.strictObject({ ...CaseRef.shape, status: CaseStatus })).max(5),
  /** Who can look further, when there may be an earlier record that does not open to the asker; else empty. */
  askWhom: z.array(StaffRef).max(50),
});
export type PerhapsKnown = z.output<typeof PerhapsKnown>;

export const samePersonOperations = {
  /** Before a case is opened: by the name alone, so only an identical one is suggested. */
  look: read(caseWorkers, z.strictObject({ nameUsed: NameUsed }), PerhapsKnown),
  /** For a case that is there: by all of its names, and what its intake and workbook say of age, languages and countries. */
  ofCase: read(caseWorkers, OfCase, PerhapsKnown),
};
