// Instants and calendar dates in words: the month is a word, times are 24 h, digits are Western. No rules, only words.
import { type PartialDate, partialDateParts } from '#shared/partial-date';
import { now } from './clock.ts';
import { locale, t } from './text.ts';

const DAY = 86_400_000;
type Style = Intl.DateTimeFormatOptions;
const format = (instant: number, style: Style): string => new Intl.DateTimeFormat(locale(), style).format(instant);
/** A calendar date (yyyy-mm-dd) has no time zone; noon UTC keeps it on its day everywhere we format it in UTC. */
const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const inUtc = (date: string, style: Style): string => format(noon(date), { ...style, timeZone: 'UTC' });

/** 02:51 */
export const timeOfDay = (instant: number): string =>
  format(instant, { hour: '2-digit', minute: '2-digit', hour12: false });
/** Tuesday 24 November 2026 */
export const longDay = (instant: number): string =>
  format(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
/** Mon 23 Nov, from yyyy-mm-dd */
export const shortDate = (date: string): string =>
  inUtc(date, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
/** 23 Nov, from yyyy-mm-dd */
export const monthDay = (date: string): string => inUtc(date, { day: 'numeric', month: 'short' });
/** 2 May 2026, from yyyy-mm-dd */
export const fullDate = (date: string): string => inUtc(date, { day: 'numeric', month: 'long', year: 'numeric' });
/** May 2026, from yyyy-mm */
export const monthWords = (month: string): string => inUtc(`${month}-01`, { month: 'long', year: 'numeric' });
/** Mon, from yyyy-mm-dd */
export const weekdayOf = (date: string): string => inUtc(date, { weekday: 'short' });
/** 24 Nov 2026, 02:51 */
export const dayAndTime = (instant: number): string =>
  `${format(instant, { day: 'numeric', month: 'short', year: 'numeric' })}, ${timeOfDay(instant)}`;

/** yyyy-mm-dd of an instant on this computer's calendar. */
export function dateOf(instant: number): string {
  const day = new Date(instant);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
/** Mon, from 1 Monday … 7 Sunday. 2 March 2026 was a Monday. */
export const weekdayName = (day: number): string => weekdayOf(`2026-03-0${day + 1}`);
/** The instant at which this computer's clock shows that day and time (20:00); null when it is no time. */
export function instantAt(date: string, time: string): number | null {
  const at = Date.parse(`${date}T${time}`);
  return Number.isNaN(at) ? null : at;
}
/** The time alone for an instant of today, with its day for any other. */
export const timeOrDay = (instant: number): string =>
  dateOf(instant) === dateOf(now()) ? timeOfDay(instant) : dayAndTime(instant);

/** Whole days from `from` to `to`, both yyyy-mm-dd; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((noon(to) - noon(from)) / DAY);

/** "3 days past", "yesterday" has no place here: late is said as a count. "Today", "tomorrow", "in 3 days". */
export function dueWords(due: string, today: string = dateOf(now())): string {
  const days = daysBetween(today, due);
  if (days < 0) return t('words.daysPast', { count: -days });
  if (days === 0) return t('words.today');
  return days === 1 ? t('words.tomorrow') : t('words.inDays', { count: days });
}

/** Words for the header: how old the newest backup is. */
export function backupAge(lastBackupAt: number | null): string {
  if (lastBackupAt === null) return t('shell.notBackedUp');
  const days = daysBetween(dateOf(lastBackupAt), dateOf(now()));
  return days <= 0 ? t('shell.backedUpToday') : t('shell.backedUpDays', { count: days });
}

/** A date as far as it is known, in words. */
export function partialDateWords(date: PartialDate): string {
  const parts = partialDateParts(date);
  switch (parts.show) {
    case 'day':
      return date.precision === 'exact' ? fullDate(date.date) : '';
    case 'month':
      return monthWords(`${parts.year}-${String(parts.month).padStart(2, '0')}`);
    case 'year':
      return String(parts.year);
    case 'about':
      return parts.fromYear === parts.toYear
        ? t('profile.about', { year: parts.fromYear })
        : t('profile.between', { from: parts.fromYear, to: parts.toYear });
    case 'words':
      return parts.text;
  }
}
/** Days from today to that day (yyyy-mm-dd); negative when it is past. */
export const daysUntil = (date: string): number => daysBetween(dateOf(now()), date);
