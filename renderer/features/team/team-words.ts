// What a course is called: as the house calls it, else as the program does. And what a page needs to say of a caseload.
import { courseStarters } from '#shared/records/course-starters';
import type { Course } from '#shared/records/course';
import type { TrainingCell } from '#shared/records/training';
import { fullDate } from '../../dates.ts';
import type { english } from '#shared/text/english';
import type { Translate } from '#shared/text/language';

type Topic = keyof typeof english.team.topics;
const topics = new Set(courseStarters.map(({ code }) => code));

/** What the program calls a core topic; empty for a course of the house's own. */
export const coreName = (t: Translate, code: string): string =>
  topics.has(code) ? t(`team.topics.${code as Topic}`) : '';

export const courseName = (t: Translate, { code, topic }: Pick<Course, 'code' | 'topic'>): string =>
  topic === '' ? coreName(t, code) : topic;

/** By its code, also of one that was taken off the list. */
export function nameByCode(t: Translate, courses: readonly Course[], code: string): string {
  const course = courses.find((one) => one.code === code);
  if (course !== undefined) return courseName(t, course);
  const core = coreName(t, code);
  return core === '' ? t('team.offTheList') : `${core} (${t('team.offTheList')})`;
}

export function caseloadWords(
  t: Translate,
  { cases, cap }: { readonly cases: number; readonly cap: number | null },
): string {
  const count = t('team.cases', { count: cases });
  if (cap === null) return count;
  return t(cases > cap ? 'team.casesOver' : 'team.casesOf', { cases: count, cap });
}

export type Standing = Pick<TrainingCell, 'status' | 'expiresOn'>;

export const statusWords = (t: Translate, { status, expiresOn }: Standing): string =>
  t(`team.status.${status}`, { day: expiresOn === null ? '' : fullDate(expiresOn) });
