// When learning counts and when it has run out, and what two kinds of work ask for (domain §11). Pure: no clock, no database.
import { z } from 'zod';
import { addMonths, type CalendarDate, daysBetween } from '../time.ts';

/** domain §11: this many days before it runs out, renewing is due. */
export const DUE_WITHIN = 60;

/** NOT_NEEDED: her role does not ask for it, and she has not done it. */
export const CourseStatus = z.enum(['CURRENT', 'DUE', 'EXPIRED', 'MISSING', 'NOT_NEEDED']);
export type CourseStatus = z.output<typeof CourseStatus>;

/** The last day on which it counts; null for good. A day that its month does not have is the month's last one. */
export const expiresOn = (doneOn: CalendarDate, renewMonths: number | null): CalendarDate | null =>
  renewMonths === null ? null : addMonths(doneOn, renewMonths);

export interface Done {
  readonly on: CalendarDate;
  readonly expiresOn: CalendarDate | null;
}

const lasts = ({ expiresOn: until }: Done): string => until ?? '9999-12-31';

/** The one that counts longest of those that were done by today. */
export const longest = <D extends Done>(done: readonly D[], today: CalendarDate): D | null =>
  done.filter(({ on }) => on <= today).toSorted((one, other) => lasts(other).localeCompare(lasts(one)))[0] ?? null;

/** It counts through its last day. */
export function statusOf(done: readonly Done[], isMandatory: boolean, today: CalendarDate): CourseStatus {
  const best = longest(done, today);
  if (best === null) return isMandatory ? 'MISSING' : 'NOT_NEEDED';
  const left = best.expiresOn === null ? null : daysBetween(today, best.expiresOn);
  if (left === null || left > DUE_WITHIN) return 'CURRENT';
  return left < 0 ? 'EXPIRED' : 'DUE';
}

/** It still counts: one that is due soon has not run out. */
export const counts = (status: CourseStatus): boolean => status === 'CURRENT' || status === 'DUE';

export interface Asked {
  readonly status: CourseStatus;
  readonly isMandatory: boolean;
}
export interface Compliance {
  readonly current: number;
  readonly required: number;
  /** Whole percent; null where nothing is asked for. */
  readonly percent: number | null;
}

/** domain §11: mandatory courses that count, of all that are mandatory. */
export function complianceOf(cells: readonly Asked[]): Compliance {
  const asked = cells.filter(({ isMandatory }) => isMandatory);
  const current = asked.filter(({ status }) => counts(status)).length;
  const required = asked.length;
  return { current, required, percent: required === 0 ? null : Math.round((100 * current) / required) };
}

/** RECORDS: the parts of a case that hold what people told (T3). MINORS: work on the case of somebody who counts as under 18. */
export const Gate = z.enum(['RECORDS', 'MINORS']);
export type Gate = z.output<typeof Gate>;

export const Lacking = z.enum(['AGREEMENT', 'DATA_COURSE', 'DETERMINATION', 'MINORS_COURSE']);
export type Lacking = z.output<typeof Lacking>;

/** A date that has come and a course that counts are what a gate asks for. */
export interface Held {
  readonly on: CalendarDate | null;
  readonly course: CourseStatus;
}
const words = { RECORDS: ['AGREEMENT', 'DATA_COURSE'], MINORS: ['DETERMINATION', 'MINORS_COURSE'] } as const;

/** What she lacks for a gate; nothing lets her through. */
export function lackingFor(gate: Gate, { on, course }: Held, today: CalendarDate): Lacking[] {
  const [paper, learnt] = words[gate];
  return [...(on === null || on > today ? [paper] : []), ...(counts(course) ? [] : [learnt])];
}

export type GateRefusal =
  | 'records-agreement'
  | 'records-course'
  | 'records-both'
  | 'minors-determination'
  | 'minors-course'
  | 'minors-both';

/** The refusal that says what is missing, or null. */
export function gateRefusal(lacking: readonly Lacking[]): GateRefusal | null {
  const has = (one: Lacking): boolean => lacking.includes(one);
  if (has('AGREEMENT')) return has('DATA_COURSE') ? 'records-both' : 'records-agreement';
  if (has('DATA_COURSE')) return 'records-course';
  if (has('DETERMINATION')) return has('MINORS_COURSE') ? 'minors-both' : 'minors-determination';
  return has('MINORS_COURSE') ? 'minors-course' : null;
}
