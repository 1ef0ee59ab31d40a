// Federal holidays of the United States, by rule (5 USC 6103). The design does not give them and nobody compared them with the law:
// `holidayLists` says so, and the house has to check them. States have days of their own, which a house writes down itself.
import { addDays, CalendarDate, weekday } from '../time.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const day = (year: number, month: number, date: number): CalendarDate =>
  CalendarDate.parse(`${year}-${two(month)}-${two(date)}`);

/** The `nth` such weekday of a month; 1 Monday … 7 Sunday. */
function nth(year: number, month: number, dayOfWeek: number, count: number): CalendarDate {
  const first = day(year, month, 1);
  return addDays(first, ((dayOfWeek - weekday(first) + 7) % 7) + 7 * (count - 1));
}

/** The last Monday of May. */
const memorialDay = (year: number): CalendarDate => addDays(day(year, 5, 31), 1 - weekday(day(year, 5, 31)));

/** On a Saturday it is kept on the Friday before, on a Sunday on the Monday after. */
const kept = (on: CalendarDate): CalendarDate => addDays(on, [0, 0, 0, 0, 0, -1, 1][weekday(on) - 1] ?? 0);

const MONDAY = 1;
const THURSDAY = 4;

/** Those of a year; the New Year of the next one may be kept on its last day. */
export function usHolidays(year: number): CalendarDate[] {
  const moving = [
    nth(year, 1, MONDAY, 3),
    nth(year, 2, MONDAY, 3),
    memorialDay(year),
    nth(year, 9, MONDAY, 1),
    nth(year, 10, MONDAY, 2),
    nth(year, 11, THURSDAY, 4),
  ];
  const fixed = [
    day(year, 1, 1),
    day(year, 6, 19),
    day(year, 7, 4),
    day(year, 11, 11),
    day(year, 12, 25),
    day(year + 1, 1, 1),
  ].map(kept);
  return [...moving, ...fixed].filter((on) => on.startsWith(String(year))).sort();
}
