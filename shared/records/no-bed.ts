// Nights without a bed (domain §9): whoever could not stay is counted without a name, and so is whoever waits.
import { z } from 'zod';
import { boardViewers, houseTeam, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

export const NoBedReason = z.enum(['FULL', 'INELIGIBLE_AGE', 'ACCESS_UNMET', 'SAFETY_CONFLICT', 'CHOSE_OTHER']);
export type NoBedReason = z.output<typeof NoBedReason>;

/** Somebody who could not stay: no name, no words about her. */
export const NoBed = z.strictObject({
  on: CalendarDate,
  people: z.int().min(1).max(20),
  reason: NoBedReason,
  /** The next best place was offered. */
  offered: z.boolean(),
});
export type NoBed = z.output<typeof NoBed>;

/** Somebody who waits for a bed: what she needs, and no name. */
export const BedWait = z.strictObject({
  since: CalendarDate,
  people: z.int().min(1).max(20),
  /** What the bed has to have. */
  needs: z.string().trim().max(200),
  ended: z.strictObject({ on: CalendarDate, how: z.enum(['HAS_A_BED', 'WENT_ELSEWHERE', 'NOT_HEARD_OF']) }).nullable(),
});
export type BedWait = z.output<typeof BedWait>;

export const StoredWait = z.strictObject({ ...BedWait.shape, ...RevisionMark.shape, id: RecordId });
export type StoredWait = z.output<typeof StoredWait>;

/** Of the nights from `from` up to, and without, `to`. */
export const BedFigures = z.strictObject({
  available: z.int().min(0),
  taken: z.int().min(0),
  /** Lengths of the stays that ended, moves counted through, in nights, shortest first. */
  ended: z.array(z.int().min(0)),
  noBed: z.record(NoBedReason, z.int().min(0)),
});
export type BedFigures = z.output<typeof BedFigures>;

const Period = z
  .strictObject({ from: CalendarDate, to: CalendarDate })
  .refine(({ from, to }) => from < to, 'ends after it begins');

export const noBedOperations = {
  count: write(houseTeam, ['noBed'], NoBed.omit({ on: true }), z.strictObject({})),
  /** Who waits, longest first. */
  waiting: read(boardViewers, z.strictObject({}), z.array(StoredWait)),
  wait: write(houseTeam, ['noBed'], BedWait.pick({ people: true, needs: true }), StoredWait),
  endWait: write(
    houseTeam,
    ['noBed'],
    z.strictObject({
      waitId: RecordId,
      basedOn: BasedOn,
      how: z.enum(['HAS_A_BED', 'WENT_ELSEWHERE', 'NOT_HEARD_OF']),
    }),
    z.strictObject({}),
  ),
  figures: read(boardViewers, Period, BedFigures),
};
