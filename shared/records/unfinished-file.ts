// Unfinished file: one that was to leave the house and whose making was begun and never ended, because the computer or the program stopped.
// It may lie on the stick under its name, whole, without a line in the log. Told at the next unlock, for a while.
import { z } from 'zod';
import { RecordId } from '../ids.ts';
import { Instant } from '../time.ts';
import { CaseRef } from './revision-mark.ts';

export const UnfinishedFile = z.strictObject({
  id: RecordId,
  of: CaseRef,
  begunAt: Instant,
  /** Random letters: of a package, an answer or a copy for somebody herself. */
  fileName: z.string().regex(/^r-[0-9a-z]{8}\.age$/),
});
export type UnfinishedFile = z.output<typeof UnfinishedFile>;

/** So long she is told. */
export const UNFINISHED_TOLD_DAYS = 14;
