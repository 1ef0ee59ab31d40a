// Calendar dates, instants and dates that are only partly known. Intervals are days, as the domain counts them.
// Never reads a clock or the machine's time zone: both come as arguments, so that a date means the same in every process.
import { z } from 'zod';

/** A day that exists, yyyy-mm-dd. Compare with `<`: the text order is the order of days. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.output<typeof CalendarDate>;

/** UTC milliseconds, within what a JavaScript date can hold. */
export const Instant = z.int().min(0).max(8_640_000_000_000_000);
export type Instant = z.output<typeof Instant>;

/** What a clock on the wall shows, HH:MM. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.output<typeof TimeOfDay>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const utc = (date: CalendarDate): number => {
  const at = Date.parse(`${date}T00:00:00Z`);
  // Date.parse turns 30 February into 2 March: only a day that reads back as itself is one.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(date)) throw new RangeError('not a calendar date');
  return at;
};
const dateOf = (at: number): CalendarDate => CalendarDate.parse(new Date(at).toISOString().slice(0, 10));

/** The day `days` later (earlier when negative). 2026-01-31 + 30 = 2026-03-02. Throws RangeError outside years 0000–9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const at = utc(date) + days * DAY;
  if (!(at >= utc('0000-01-01') && at <= utc('9999-12-31'))) throw new RangeError('outside the calendar');
  return dateOf(at);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (utc(to) - utc(from)) / DAY;

const monthLength = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Same day `months` later, or the last day of a shorter month: 2024-02-29 + 12 = 2025-02-28. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dayParts(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (((index % 12) + 12) % 12) + 1;
  if (newYear < 0 || newYear > 9999) throw new RangeError('outside the calendar');
  return calendarDate(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)));
}

/** Year, month (1–12) and day as numbers, for words on screen. */
export function dayParts(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  utc(date);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const two = (n: number): string => String(n).padStart(2, '0');
const calendarDate = (year: number, month: number, day: number): CalendarDate =>
  CalendarDate.parse(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);

/** 1 Monday … 7 Sunday. */
export const weekday = (date: CalendarDate): number => ((((utc(date) / DAY + 3) % 7) + 7) % 7) + 1;

const isWorkingDay = (date: CalendarDate, holidays: readonly CalendarDate[]): boolean =>
  weekday(date) <= 5 && !holidays.includes(date);

/** The `days`-th working day (Monday to Friday, without the holidays) after `date`; `days` ≥ 0. */
export function addWorkingDays(date: CalendarDate, days: number, holidays: readonly CalendarDate[] = []): CalendarDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Clock and calendar at one place. `zone` is an IANA name; throws RangeError for one that does not exist. */
export interface LocalMoment {
  readonly date: CalendarDate;
  readonly hour: number;
  readonly minute: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock show at `at` in `zone`. */
export function localMoment(at: Instant, zone: string): LocalMoment {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return {
    date: calendarDate(parts['year'] ?? 0, parts['month'] ?? 0, parts['day'] ?? 0),
    hour: parts['hour'] ?? 0,
    minute: parts['minute'] ?? 0,
  };
}

/** Whether there is a place of this name. */
export function isZone(zone: string): boolean {
  try {
    return clockOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** HH:MM of a moment. */
export const wallClock = ({ hour, minute }: LocalMoment): TimeOfDay => `${two(hour)}:${two(minute)}`;

/** Every instant that can fall between two days, wherever the shelter is, and some that do not. */
export const instantsAround = (
  from: CalendarDate,
  to: CalendarDate,
): { readonly from: Instant; readonly until: Instant } => ({
  from: Math.max(0, utc(from) - DAY),
  until: Math.max(0, utc(to) + 2 * DAY),
});

/** The local calendar date of an instant. */
export const localDate = (at: Instant, zone: string): CalendarDate => localMoment(at, zone).date;

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}
