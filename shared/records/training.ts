// What colleagues have learnt (domain §11): completions, and the table of people and courses. Only a director sees that of others;
// everyone sees their own.
import { z } from 'zod';
import { directorOnly, everyRole, read, Role, write } from '../contract/operation.ts';
import { RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { Course, CourseCode } from './course.ts';
import { BasedOn, Revision, StaffRef } from './revision-mark.ts';
import { CourseStatus, Lacking } from './training-rules.ts';

const written = {
  staffMemberId: StaffMemberId,
  courseCode: CourseCode,
  on: CalendarDate,
  hours: z.number().min(0).max(400).multipleOf(0.5),
  /** Who taught it: an agency, a colleague, a book. */
  provider: z.string().trim().max(120),
  /** Where the paper is: "folder 3, page 12". */
  evidence: z.string().trim().max(200),
};
export const Completion = z.strictObject({
  ...written,
  /** Worked out when it was written down, so that a later change of the course changes nothing that was said. */
  expiresOn: CalendarDate.nullable(),
  /** Written down by mistake. */
  struck: z.strictObject({ at: Instant, reason: z.string().max(200) }).nullable(),
});
export type Completion = z.output<typeof Completion>;

export const StoredCompletion = z.strictObject({ ...Completion.shape, id: RecordId, revision: Revision });
export type StoredCompletion = z.output<typeof StoredCompletion>;

export const TrainingCell = z.strictObject({
  code: CourseCode,
  status: CourseStatus,
  isMandatory: z.boolean(),
  doneOn: CalendarDate.nullable(),
  expiresOn: CalendarDate.nullable(),
});
export type TrainingCell = z.output<typeof TrainingCell>;

const Caseload = { cases: z.int().min(0), cap: z.int().nullable() };

export const TrainingRow = z.strictObject({
  person: StaffRef,
  role: Role,
  /** In the order of the courses. */
  cells: z.array(TrainingCell),
  /** What she lacks for the two gates, whether they hold or not; nothing where her role never comes to one. */
  lacking: z.array(Lacking),
  ...Caseload,
});
export type TrainingRow = z.output<typeof TrainingRow>;

export const TrainingMatrix = z.strictObject({
  courses: z.array(Course),
  rows: z.array(TrainingRow),
  current: z.int().min(0),
  required: z.int().min(0),
  percent: z.int().min(0).max(100).nullable(),
});
export type TrainingMatrix = z.output<typeof TrainingMatrix>;

export const PersonTraining = z.strictObject({
  ...TrainingRow.shape,
  courses: z.array(Course),
  agreementOn: CalendarDate.nullable(),
  minorsOn: CalendarDate.nullable(),
  hasLeft: z.boolean(),
  /** Newest first, those that were struck among them. */
  completions: z.array(StoredCompletion),
});
export type PersonTraining = z.output<typeof PersonTraining>;

export type TrainingRefusal = 'training-later' | 'training-struck' | 'training-reason';

const touched = ['training', 'caseFile'];

export const trainingOperations = {
  /** Everyone who has access, by name. */
  matrix: read(directorOnly, z.strictObject({}), TrainingMatrix),
  ofColleague: read(directorOnly, z.strictObject({ staffMemberId: StaffMemberId }), PersonTraining),
  own: read(everyRole, z.strictObject({}), PersonTraining),
  /** Errors: rule-broken {rule: 'training-later'}, not-found for a course that is not on the list. */
  complete: write(directorOnly, touched, z.strictObject(written), StoredCompletion),
  /** Errors: rule-broken {rule: 'training-struck' | 'training-reason'}, not-found, conflict. */
  strike: write(
    directorOnly,
    touched,
    z.strictObject({ completionId: RecordId, basedOn: BasedOn, reason: z.string().trim().max(200) }),
    StoredCompletion,
  ),
};
