// Where a record stands: which saved state, when and by whom. Screens hand `revision` back as `basedOn` when they save,
// so that two people in one record never overwrite each other in silence (error `conflict`).
import { z } from 'zod';
import { CaseFileId, StaffMemberId } from '../ids.ts';
import { Instant } from '../time.ts';

export const StaffRef = z.strictObject({ id: StaffMemberId, name: z.string().max(200) });
export type StaffRef = z.output<typeof StaffRef>;

/** Enough of a case to name it in a list: the name she uses and its random number. */
export const CaseRef = z.strictObject({
  caseFileId: CaseFileId,
  nameUsed: z.string().max(200),
  caseNumber: z.string().max(12),
});
export type CaseRef = z.output<typeof CaseRef>;

/** 1 is the first saved state of a record. */
export const Revision = z.int().min(1);
/** The revision a save builds on; 0 when the record does not exist yet. */
export const BasedOn = z.int().min(0);

export const RevisionMark = z.strictObject({ revision: Revision, savedAt: Instant, savedBy: StaffRef.nullable() });
export type RevisionMark = z.output<typeof RevisionMark>;

export const OfCase = z.strictObject({ caseFileId: CaseFileId });
export type OfCase = z.output<typeof OfCase>;

/** A part of a longer list. */
export const Page = { offset: z.int().min(0).max(1_000_000).default(0), limit: z.int().min(1).max(200).default(50) };
