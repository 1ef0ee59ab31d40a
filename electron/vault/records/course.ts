// The list of courses: one record, the core topics until it is saved for the first time.
import { VaultError } from '#shared/contract/errors';
import {
  type Course,
  CourseList,
  type courseOperations,
  DATA_COURSE,
  MINORS_COURSE,
  type StoredCourseList,
} from '#shared/records/course';
import { courseStarters } from '#shared/records/course-starters';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { onlyRecord, recordKind, saveRecord } from './record-kind.ts';
import { obey } from './revision-mark.ts';

export const courseListKind = recordKind<CourseList>({
  kind: 'course-list',
  schema: CourseList,
  table: 'course_list',
  columns: () => ({}),
});

type Reader = { readonly db: ReadableDb };
const saved = (reader: Reader) => onlyRecord(reader, courseListKind);

export const coursesOf = (reader: Reader): readonly Course[] => saved(reader)?.body.courses ?? courseStarters;

export const courseHandlers: Handlers<typeof courseOperations> = {
  list: (context) => stored(context),
  save: (context, { basedOn, code, ...written }) => {
    const before = coursesOf(context);
    const course = { code: code ?? freeCode(context, before), ...written };
    obey(topicRefusal(before, course, code === null));
    if (code === null) return keep(context, [...before, course], basedOn);
    if (!before.some((one) => one.code === code)) throw new VaultError('not-found');
    return keep(
      context,
      before.map((one) => (one.code === code ? course : one)),
      basedOn,
    );
  },
  drop: (context, { basedOn, code }) => {
    const before = coursesOf(context);
    obey(code === DATA_COURSE || code === MINORS_COURSE ? 'course-gate' : null);
    if (!before.some((one) => one.code === code)) throw new VaultError('not-found');
    return keep(
      context,
      before.filter((one) => one.code !== code),
      basedOn,
    );
  },
};

/** A core topic is called by the texts; every other one needs words, and words of its own. */
function topicRefusal(before: readonly Course[], { code, topic }: Course, isNew: boolean): string | null {
  const isCore = !isNew && courseStarters.some((one) => one.code === code);
  if (topic === '') return isCore ? null : 'course-topic';
  const same = (one: Course): boolean => one.code !== code && one.topic.toLowerCase() === topic.toLowerCase();
  return before.some(same) ? 'course-known' : null;
}

/** Never one of before, not even of a course that was taken off: what was completed of it names it. */
function freeCode({ db }: Reader, before: readonly Course[]): string {
  const done = db.all<{ code: string }>('SELECT DISTINCT course_code AS code FROM course_completion');
  const own = [...before, ...done].flatMap(({ code }) => (/^OWN_\d+$/.test(code) ? [Number(code.slice(4))] : []));
  return `OWN_${Math.max(0, ...own) + 1}`;
}

function keep(context: WriteContext, courses: readonly Course[], basedOn: number): StoredCourseList {
  const id = saved(context)?.id ?? context.newId();
  const record = { id, caseFileId: null, body: { courses: [...courses] }, expectedRevision: basedOn };
  saveRecord(context, courseListKind, record);
  return stored(context);
}

const stored = (reader: Reader): StoredCourseList => ({
  courses: [...coursesOf(reader)],
  revision: saved(reader)?.revision ?? 0,
});
