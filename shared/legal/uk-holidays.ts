// Bank holidays of England and Wales, by rule, so that the list does not run out. One-off days are not known to a rule:
// the date on the notice counts.
import { addDays, type CalendarDate, weekday } from '../time.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const day = (year: number, month: number, date: number): CalendarDate => `${year}-${two(month)}-${two(date)}`;

/** Easter Sunday, by the anonymous Gregorian computus. */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leap = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + leap + 15) % 30;
  const shift = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * shift) / 451);
  const sum = epact + shift - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const firstMonday = (from: CalendarDate): CalendarDate => addDays(from, (8 - weekday(from)) % 7);
const lastMonday = (monthEnd: CalendarDate): CalendarDate => addDays(monthEnd, 1 - weekday(monthEnd));
/** The day itself, or the next Monday when it falls on a weekend. */
const onWeekday = (date: CalendarDate): CalendarDate => addDays(date, [0, 0, 0, 0, 0, 2, 1][weekday(date) - 1] ?? 0);

export function ukHolidays(year: number): CalendarDate[] {
  const easter = easterSunday(year);
  const christmas = onWeekday(day(year, 12, 25));
  const boxing = onWeekday(day(year, 12, 26));
  return [
    onWeekday(day(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(day(year, 5, 1)),
    lastMonday(day(year, 5, 31)),
    lastMonday(day(year, 8, 31)),
    christmas,
    // Both on one Monday: the second one moves to the Tuesday.
    boxing <= christmas ? addDays(christmas, 1) : boxing,
  ];
}
