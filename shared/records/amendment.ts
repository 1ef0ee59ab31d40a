// Amendment: what stands beside a record and never over it (domain §15). A correction points at one saved state, says which words
// are wrong and what is right; a statement says how she sees it. Both are written once, and both stay readable beside the first.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { OfCase, RevisionMark } from './revision-mark.ts';

export const AmendmentKind = z.enum(['CORRECTION', 'STATEMENT']);

/** The saved state of the record that it is about. */
export const AmendmentAbout = z.strictObject({
  recordKind: z.string().min(1).max(40),
  recordId: RecordId,
  revision: z.int().min(1),
});
export type AmendmentAbout = z.output<typeof AmendmentAbout>;

export const Amendment = z.strictObject({
  caseFileId: CaseFileId,
  kind: AmendmentKind,
  /** Null: about the record as a whole. */
  about: AmendmentAbout.nullable(),
  /** Which part of it, in words of its page. */
  part: z.string().trim().max(200),
  /** The words that are wrong, as they stand there. */
  wrong: z.string().trim().max(2_000),
  /** What is right, or what she says, letter for letter. */
  words: z
    .string()
    .max(5_000)
    .refine((words) => words.trim() !== ''),
  saidOn: CalendarDate,
});
export type Amendment = z.output<typeof Amendment>;

export const StoredAmendment = z.strictObject({ ...Amendment.shape, ...RevisionMark.shape, id: RecordId });
export type StoredAmendment = z.output<typeof StoredAmendment>;

export type AmendmentRefusal = 'amendment-about' | 'amendment-wrong' | 'amendment-later';

/** Why this may not be kept, or null. */
export function amendmentRefusal({ kind, about, wrong, saidOn }: Amendment, today: CalendarDate) {
  if (saidOn > today) return 'amendment-later' satisfies AmendmentRefusal;
  if (kind === 'STATEMENT') return null;
  if (about === null) return 'amendment-about' satisfies AmendmentRefusal;
  return wrong === '' ? ('amendment-wrong' satisfies AmendmentRefusal) : null;
}

export const amendmentOperations = {
  /** Errors: rule-broken {rule: AmendmentRefusal}, not-found when the record is of another case or sealed. */
  add: write(caseWorkers, ['amendment', 'caseFile'], Amendment, StoredAmendment),
  /** Oldest first, as they came. */
  list: read(caseWorkers, OfCase, z.array(StoredAmendment)),
};
