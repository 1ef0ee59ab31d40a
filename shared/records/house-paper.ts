// Papers of the house for those who work in it (domain §22): what was put on paper, by whom, and by when it is to be destroyed. The words
// are not kept a second time.
import { z } from 'zod';
import {
  auditReaders,
  directorOnly,
  houseTeam,
  ofWeight,
  outreachWorkers,
  read,
  reportMakers,
  write,
} from '../contract/operation.ts';
import { addDays, CalendarDate, Instant } from '../time.ts';
import { StaffRef } from './revision-mark.ts';

export const HousePaper = z.enum(['BED_BOARD', 'TRAINING', 'LOOK_ROUND', 'AWARENESS', 'HISTORY_SLIP']);
export type HousePaper = z.output<typeof HousePaper>;

/** Days until such a paper should be gone: the board is of one night, a slip says something as long as its entry stays, the others a quarter. */
export const PAPER_DAYS: Readonly<Record<HousePaper, number>> = {
  BED_BOARD: 1,
  TRAINING: 90,
  LOOK_ROUND: 90,
  AWARENESS: 90,
  HISTORY_SLIP: 2_190,
};

export const shredOn = (paper: HousePaper, today: CalendarDate): CalendarDate => addDays(today, PAPER_DAYS[paper]);

const Wished = z.strictObject({ paper: HousePaper, lines: z.int().min(1).max(10_000) });

export const HousePrint = z.strictObject({ ...Wished.shape, at: Instant, shredOn: CalendarDate });
export type HousePrint = z.output<typeof HousePrint>;

export const ShownHousePrint = z.strictObject({ ...HousePrint.shape, by: StaffRef.nullable() });
export type ShownHousePrint = z.output<typeof ShownHousePrint>;

/** Whoever has one of these papers to print. */
const makers = [...new Set([...houseTeam, ...outreachWorkers, ...reportMakers, ...auditReaders])];

export const housePaperOperations = {
  /** Written down before the printer is asked: a paper that came out is always in the log. */
  add: ofWeight(write(makers, ['housePaper'], Wished, z.strictObject({ shredOn: CalendarDate }))),
  /** The last 50, newest first. */
  list: read(directorOnly, z.strictObject({}), z.array(ShownHousePrint)),
};
