// How things stand, in one call: a director is told of the whole house, everybody else of the cases that they work on and of themselves.
// Nobody gets a count of people whom they could not list anyway, so that no small number tells of somebody.
import { z } from 'zod';
import { needReaders, read } from '../contract/operation.ts';
import { CalendarDate } from '../time.ts';
import { NeedDomain } from './need-codes.ts';
import { BedState } from './stay.ts';

const count = z.int().min(0);

/** Of one week, from a Monday: nights that were taken, of those that could be had. */
export const BedWeek = z.strictObject({ from: CalendarDate, taken: count, available: count });
export type BedWeek = z.output<typeof BedWeek>;

export const Glance = z.strictObject({
  scope: z.enum(['HOUSE', 'HERS']),
  /** Tonight, for those who see the beds; null for the others. */
  beds: z.array(z.strictObject({ state: BedState, count: z.int().min(1) })).nullable(),
  /** The last weeks and this one, the earliest first; for a director. */
  weeks: z.array(BedWeek),
  openNeeds: count,
  lateNeeds: count,
  /** Most first; empty for house staff, who are not told what a look in is for. */
  needs: z.array(z.strictObject({ domain: NeedDomain, open: z.int().min(1), late: count })),
  /** Plans whose day to be looked at is past; for the care team. */
  lateReviews: count.nullable(),
  /** Courses that are asked for and do not count today: of everybody for a director, one's own for the others. */
  missingCourses: count,
});
export type Glance = z.output<typeof Glance>;

export const BED_WEEKS = 8;

export const glanceOperations = { get: read(needReaders, z.strictObject({}), Glance) };
