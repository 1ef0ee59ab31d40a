// Reads a day as people type it: "2 May", "2 May 2026", "2.5.2026", "2026-05-02". The day stands first, as it is shown.
import { CalendarDate } from '#shared/time';
import { dateOf, daysBetween } from '../dates.ts';
import { now } from '../clock.ts';
import { locale } from '../text.ts';

const WRITTEN = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,})[.,]?(?:[\s./-]+(\d{4}))?$/u;
const two = (part: number): string => String(part).padStart(2, '0');

/** 1 to 12 for the beginning of a month's name in the language of the screen, or its number. */
function monthOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const names = Array.from({ length: 12 }, (_, at) =>
    new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, at, 15)).toLowerCase(),
  );
  const at = names.findIndex((name) => name.startsWith(text.toLowerCase()));
  return at < 0 ? undefined : at + 1;
}

/** yyyy-mm-dd, or null for what is no day. Without a year it is the next such day, or one of the last half year. */
export function readDay(text: string, today: string = dateOf(now())): string | null {
  const iso = CalendarDate.safeParse(text.trim());
  if (iso.success) return iso.data;
  const [, day, monthText, yearText] = WRITTEN.exec(text.trim()) ?? [];
  const month = monthOf(monthText ?? '0');
  if (day === undefined || month === undefined) return null;
  const year = Number(yearText ?? today.slice(0, 4));
  const inYear = (which: number): string | null =>
    CalendarDate.safeParse(`${which}-${two(month)}-${two(Number(day))}`).data ?? null;
  const date = inYear(year);
  return date !== null && yearText === undefined && daysBetween(today, date) < -183 ? inYear(year + 1) : date;
}
