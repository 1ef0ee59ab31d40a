// What the next shift must know (domain §9), written at the end of one and read at the beginning of the next. It is no file: after
// two weeks the words are erased for good, because a note of every shift would be a second record that nobody agreed to.
import { z } from 'zod';
import { houseTeam, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { CaseRef, Page, StaffRef } from './revision-mark.ts';

/** Days that a hand-over is kept. */
export const HAND_OVER_DAYS = 14;

const Words = z.string().trim().min(1).max(1_000);

/** One thing to know; about somebody who lives here, or about the house. */
const Line = z.strictObject({ caseFileId: CaseFileId.nullable(), words: Words });
const Lines = z.array(Line).max(40);

export const HandOver = z.strictObject({
  lines: Lines,
  writtenBy: StaffMemberId,
  at: Instant,
  eraseOn: CalendarDate,
  /** Who has read it, each once. */
  seen: z.array(z.strictObject({ by: StaffMemberId, at: Instant })).max(1_000),
});
export type HandOver = z.output<typeof HandOver>;

export const ShownHandOver = z.strictObject({
  id: RecordId,
  /** `of` is null for what is about the house. */
  lines: z.array(z.strictObject({ of: CaseRef.nullable(), words: Words })),
  writtenBy: StaffRef.nullable(),
  at: Instant,
  eraseOn: CalendarDate,
  seen: z.array(z.strictObject({ by: StaffRef.nullable(), at: Instant })),
  /** Written by somebody else, and not read yet by whoever asks. */
  isNew: z.boolean(),
});
export type ShownHandOver = z.output<typeof ShownHandOver>;

const touched = ['handOver', 'today'];
const One = z.strictObject({ handOverId: RecordId });

export const handOverOperations = {
  write: opening('house', write(houseTeam, touched, z.strictObject({ lines: Lines.min(1) }), One)),
  /** Newest first. */
  list: read(
    houseTeam,
    z.strictObject(Page),
    z.strictObject({ handOvers: z.array(ShownHandOver).max(200), total: z.int().min(0) }),
  ),
  /** Saying it twice changes nothing. */
  seen: write(houseTeam, touched, One, z.strictObject({})),
};
