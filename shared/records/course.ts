// The courses of this house (domain §11): what there is to learn, for how long it counts, and whose work needs it. Until somebody
// changes the list, it is the core topics of course-starters.ts.
import { z } from 'zod';
import { everyRole, outreachWorkers, read, Role, write } from '../contract/operation.ts';
import { BasedOn, Revision } from './revision-mark.ts';

/** Names a course for good: completions refer to it. The program makes one for each course that a house adds. */
export const CourseCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,23}$/);
export type CourseCode = z.output<typeof CourseCode>;

/** What two gates ask for (training-rules.ts): these two stay on the list. */
export const DATA_COURSE: CourseCode = 'DATA';
export const MINORS_COURSE: CourseCode = 'MINORS';

const written = {
  /** In this house's words; empty for a core topic that is called as the program calls it. */
  topic: z.string().trim().max(120),
  hours: z.number().min(0).max(400).multipleOf(0.5),
  /** Null: it counts for good. */
  renewMonths: z.int().min(1).max(120).nullable(),
  mandatoryFor: z.array(Role).max(Role.options.length),
};
export const Course = z.strictObject({ code: CourseCode, ...written });
export type Course = z.output<typeof Course>;

export const CourseList = z.strictObject({ courses: z.array(Course).max(100) });
export type CourseList = z.output<typeof CourseList>;

/** `revision` 0: nothing was changed yet, these are the core topics. */
export const StoredCourseList = z.strictObject({ ...CourseList.shape, revision: Revision.or(z.literal(0)) });
export type StoredCourseList = z.output<typeof StoredCourseList>;

export type CourseRefusal = 'course-topic' | 'course-known' | 'course-gate';

const touched = ['course', 'training'];

export const courseOperations = {
  list: read(everyRole, z.strictObject({}), StoredCourseList),
  /** `code` null adds one. Errors: rule-broken {rule: 'course-topic' | 'course-known'}, not-found, conflict. */
  save: write(
    outreachWorkers,
    touched,
    z.strictObject({ basedOn: BasedOn, code: CourseCode.nullable(), ...written }),
    StoredCourseList,
  ),
  /** What people completed of it stays with them. Errors: rule-broken {rule: 'course-gate'}, not-found, conflict. */
  drop: write(outreachWorkers, touched, z.strictObject({ basedOn: BasedOn, code: CourseCode }), StoredCourseList),
};
