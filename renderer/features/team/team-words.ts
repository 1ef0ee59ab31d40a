// What a course is called: as the house calls it, else as the program does. And what a page needs to say of a caseload.
import { courseStarters } from '#shared/records/course-starters';
import type { Course } from '#shared/records/course';
import type { useText } from '../../text.ts';
import type { english } from '#shared/text/english';

type Text = ReturnType<typeof useText>;
type Topic = keyof typeof english.team.topics;
const topics = new Set(courseStarters.map(({ code }) => code));

/** What the program calls a core topic; empty for a course of the house's own. */
export const coreName = (t: Text, code: string): string => (topics.has(code) ? t(`team.topics.${code as Topic}`) : '');

export const courseName = (t: Text, { code, topic }: Pick<Course, 'code' | 'topic'>): string =>
  topic === '' ? coreName(t, code) : topic;

/** By its code, also of one that was taken off the list. */
export function nameByCode(t: Text, courses: readonly Course[], code: string): string {
  const course = courses.find((one) => one.code === code);
  if (course !== undefined) return courseName(t, course);
  const core = coreName(t, code);
  return core === '' ? t('team.offTheList') : `${core} (${t('team.offTheList')})`;
}

export function caseloadWords(
  t: Text,
  { cases, cap }: { readonly cases: number; readonly cap: number | null },
): string {
  const count = t('team.cases', { count: cases });
  if (cap === null) return count;
  return t(cases > cap ? 'team.casesOver' : 'team.casesOf', { cases: count, cap });
}
