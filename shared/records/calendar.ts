// Calendar: every day on which something is due, gathered from the records that hold it. Nothing is kept twice, so that a day
// moved in its record has moved here as well. What a role may not see of a record it does not see here either.
import { z } from 'zod';
import { caseWorkers, read, shelterStaff } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { DateKind, MatterType } from '../legal/regimes.ts';
import { CalendarDate, daysBetween, Instant, isZone, TimeOfDay } from '../time.ts';
import { CaseNumber } from './case-number.ts';
import { DateSource } from './legal-matter.ts';
import { CaseRef, StaffRef } from './revision-mark.ts';
import { TimelineEntry } from './timeline.ts';

/** In the order in which things of one day are listed. */
export const AgendaKind = z.enum([
  'need',
  'task',
  'legal-date',
  'appointment',
  'booking',
  'referral',
  'safety-plan',
  'support-plan',
  'plan-step',
  'goal',
  'release',
  'rights-request',
  'legal-request',
  'follow-up',
  'contact',
  'paper',
  'legal-hold',
  'policy-item',
  'campaign',
  'story-use',
  'story-consent',
  'material',
]);
export type AgendaKind = z.output<typeof AgendaKind>;

/** What of a sealed earlier file is told to be due: that there is a task, never which. */
export const SealedKind = AgendaKind.extract(['task', 'legal-date', 'rights-request', 'legal-hold']);

/** Something of a sealed earlier file is due: for a director, and no more than this. */
export const SealedDue = z.strictObject({
  /** Of the link between the two cases. */
  id: RecordId,
  caseNumber: CaseNumber,
  /** The case in which the person is here now, where the file is seen to. */
  nowCaseId: CaseFileId,
  kind: SealedKind,
  on: CalendarDate,
});
export type SealedDue = z.output<typeof SealedDue>;

export const AgendaItem = z.strictObject({
  kind: AgendaKind,
  recordId: RecordId,
  /** Of a task, to settle it from the list. */
  revision: z.int().min(1).nullable(),
  on: CalendarDate,
  /** Null when any time of that day will do. */
  time: TimeOfDay.nullable(),
  of: CaseRef.nullable(),
  /** It is of a sealed earlier file: then `recordId` is that of the link, and there are no words. */
  sealed: SealedDue.pick({ caseNumber: true, nowCaseId: true }).optional(),
  /** What the record itself says; empty where the kind says it all. */
  words: z.string().max(1_000),
  /** Of a legal date: which way, which date of it, and where it comes from. */
  legal: z.strictObject({ type: MatterType, kind: DateKind, source: DateSource }).nullable().default(null),
  /** Whom a task is for, else who works on the case. */
  who: StaffRef.nullable(),
});
export type AgendaItem = z.output<typeof AgendaItem>;

/** A quarter. */
export const LONGEST_DAYS = 92;
/** Listed at most, of each part. */
export const MOST_ITEMS = 500;

/** Mine, everybody's, or those of one colleague. */
export const Whose = z.union([z.enum(['mine', 'all']), StaffMemberId]);
export type Whose = z.output<typeof Whose>;

export const AgendaRequest = z
  .strictObject({
    from: CalendarDate,
    to: CalendarDate,
    whose: Whose.default('mine'),
    /** Where the shelter is: an instant falls on a day only somewhere. */
    zone: z.string().max(60).refine(isZone),
  })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < LONGEST_DAYS);
export type AgendaRequest = z.output<typeof AgendaRequest>;

const part = z.strictObject({ items: z.array(AgendaItem).max(MOST_ITEMS), total: z.int().min(0) });

export const Agenda = z.strictObject({
  today: CalendarDate,
  /** Between the two days, earliest first. */
  coming: part,
  /** Still open and due before them; empty unless today is among the days asked for. */
  past: part,
});
export type Agenda = z.output<typeof Agenda>;

export const SinceLastShift = z.strictObject({
  /** Her last act of the shift before this one; null on her first. */
  since: Instant.nullable(),
  /** What others did in her cases since then, newest first, as the timeline tells it. */
  entries: z.array(z.strictObject({ ...TimelineEntry.shape, of: CaseRef })),
  total: z.int().min(0),
});
export type SinceLastShift = z.output<typeof SinceLastShift>;

type Placed = Pick<AgendaItem, 'on' | 'time' | 'kind'>;

/** By day; what has no time first, then by the clock; equal ones by kind. */
export const compareAgenda = (one: Placed, other: Placed): number =>
  one.on.localeCompare(other.on) ||
  (one.time ?? '').localeCompare(other.time ?? '') ||
  AgendaKind.options.indexOf(one.kind) - AgendaKind.options.indexOf(other.kind);

export const calendarOperations = {
  /** Due dates of open cases and tasks that this person may see. */
  agenda: read(shelterStaff, AgendaRequest, Agenda),
  sinceLastShift: read(caseWorkers, z.strictObject({}), SinceLastShift),
};
