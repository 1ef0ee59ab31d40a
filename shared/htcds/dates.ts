// Dates as they arrive in workbooks: serial numbers, day/month/year, ISO, a bare year, or words.
// Keeps the precision that was written. Never invents a day or a month, and says so whenever there are two readings.
import type { PartialDate } from '../partial-date.ts';
import { westernDigits } from './cell.ts';
import { monthNamed } from './month-names.ts';
import type { ProblemCode } from './problem.ts';

/** Which number comes first in 03/04/2019. The IOM templates say day; a column may be decided otherwise by a person. */
export type DateOrder = 'day-first' | 'month-first';

export interface DateReading {
  /** null: the text is not a date and too long to be words for one. */
  readonly date: PartialDate | null;
  readonly problem?: ProblemCode;
  /** Set when the numbers can be read in one order alone: what the rest of the column probably does too. */
  readonly onlyOrder?: DateOrder;
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;
const isYear = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;
const two = (n: number): string => String(n).padStart(2, '0');

/** yyyy-mm-dd, or null when the calendar has no such day. */
function day(year: number, month: number, dayOfMonth: number): string | null {
  if (!isYear(year) || month < 1 || month > 12 || dayOfMonth < 1) return null;
  return dayOfMonth > new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? null
    : `${year}-${two(month)}-${two(dayOfMonth)}`;
}

const exact = (date: string): DateReading => ({ date: { precision: 'exact', date } });
const inMonth = (year: number, month: number): PartialDate => ({ precision: 'month', year, month });
const inYear = (year: number): PartialDate => ({ precision: 'year', year });
const LONGEST_WORDS = 500;

function asWritten(text: string, problem: ProblemCode, onlyOrder?: DateOrder): DateReading {
  const words = text.trim();
  const date: PartialDate | null = words.length > LONGEST_WORDS ? null : { precision: 'as-written', text: words };
  return { date, problem, ...(onlyOrder === undefined ? {} : { onlyOrder }) };
}

// Excel's calendar: day 1 is 1900-01-01, and it counts a 29 February 1900 (day 60) that never was (ECMA-376 part 1, 18.17.4.1).
// The calendar of old Mac workbooks starts 1,462 days later.
const DAY = 86_400_000;
const BEFORE_DAY_ONE = Date.UTC(1899, 11, 31);
const LEAP_THAT_NEVER_WAS = 60;
const DAYS_TO_1904 = 1462;

/** The day of a serial number of the 1900 calendar; null for times without a day, day 60 and years outside 1900–2100. */
export function serialDay(serial: number): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 73_415 || whole === LEAP_THAT_NEVER_WAS) return null;
  const days = whole > LEAP_THAT_NEVER_WAS ? whole - 1 : whole;
  return new Date(BEFORE_DAY_ONE + days * DAY).toISOString().slice(0, 10);
}

/**
 * A number in a date column. With a date format it is a serial; 1900–2100 is far more likely a year that somebody typed
 * (as a serial it would be a day in 1905), so it is read as that year and asked to be checked.
 */
export function readDateNumber(
  number: number,
  format: 'date' | 'plain',
  text: string,
  startsIn1904 = false,
): DateReading {
  if (Number.isInteger(number) && isYear(number)) {
    return format === 'plain' ? { date: inYear(number) } : { date: inYear(number), problem: 'date-year-in-date-cell' };
  }
  const compact = format === 'plain' && Number.isInteger(number) ? compactDay(String(number)) : null;
  if (compact !== null) return exact(compact);
  const date = serialDay(startsIn1904 ? number + DAYS_TO_1904 : number);
  if (date === null) return asWritten(text, 'date-not-read');
  return format === 'date' ? exact(date) : { ...exact(date), problem: 'date-from-number' };
}

function compactDay(digits: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  return match === null ? null : day(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A date in text. `order` is null until a person has said which number comes first; then the templates' rule holds, and it is asked. */
export function readDateText(text: string, order: DateOrder | null): DateReading {
  const plain = westernDigits(text)
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return (
    readDigits(plain, text) ??
    readYearFirst(plain, text) ??
    readNumbers(plain, text, order) ??
    readWithMonthName(plain, text) ??
    readAbout(plain) ??
    asWritten(text, /\p{L}/u.test(plain) ? 'date-in-words' : 'date-not-read')
  );
}

function readDigits(plain: string, text: string): DateReading | null {
  if (!/^\d+(\.0+)?$/.test(plain)) return null;
  const number = Number(plain);
  if (plain.length === 4) return isYear(number) ? { date: inYear(number) } : asWritten(text, 'date-not-read');
  const compact = compactDay(plain);
  if (compact !== null) return exact(compact);
  // Four-digit serials lie before 1928 and are indistinguishable from years.
  const serial = number >= 10_000 ? serialDay(number) : null;
  return serial === null ? asWritten(text, 'date-not-read') : { ...exact(serial), problem: 'date-from-number' };
}

/** 2019-03-04, 2019/3/4, 2019-03-04T00:00:00, 2019-03. */
function readYearFirst(plain: string, text: string): DateReading | null {
  const match = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2})(?:[T ].*)?)?$/.exec(plain);
  if (match === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] === undefined) {
    return isYear(year) && month >= 1 && month <= 12
      ? { date: inMonth(year, month) }
      : asWritten(text, 'date-impossible');
  }
  const date = day(year, month, Number(match[3]));
  return date === null ? asWritten(text, 'date-impossible') : exact(date);
}

/** 04/03/2019, 4.3.2019, 04-03-19, 03/2019. */
function readNumbers(plain: string, text: string, order: DateOrder | null): DateReading | null {
  const monthAndYear = /^(\d{1,2})[-/. ](\d{4})$/.exec(plain);
  if (monthAndYear !== null) {
    const [month, year] = [Number(monthAndYear[1]), Number(monthAndYear[2])];
    return isYear(year) && month >= 1 && month <= 12
      ? { date: inMonth(year, month) }
      : asWritten(text, 'date-impossible');
  }
  const match = /^(\d{1,2}) ?[-/.\s] ?(\d{1,2}) ?[-/.\s] ?(\d{4}|\d{2})\.?(?: \d{1,2}:\d{2}.*)?$/.exec(plain);
  if (match === null) return null;
  if (match[3]?.length === 2) return asWritten(text, 'date-two-digit-year');
  return inOrder([Number(match[1]), Number(match[2]), Number(match[3])], text, order);
}

function inOrder(
  [first, second, year]: readonly [number, number, number],
  text: string,
  order: DateOrder | null,
): DateReading {
  const dayFirst = day(year, second, first);
  const monthFirst = day(year, first, second);
  if (dayFirst !== null && dayFirst === monthFirst) return exact(dayFirst);
  if (dayFirst !== null && monthFirst !== null) {
    if (order === 'month-first') return exact(monthFirst);
    return order === 'day-first' ? exact(dayFirst) : { ...exact(dayFirst), problem: 'date-day-or-month' };
  }
  if (dayFirst !== null) return { ...exact(dayFirst), onlyOrder: 'day-first' };
  if (monthFirst === null || order === 'day-first') return asWritten(text, 'date-impossible');
  return order === 'month-first' ? exact(monthFirst) : asWritten(text, 'date-day-or-month', 'month-first');
}

/** 4 March 2019, March 4th, 2019, 04-Mar-2019, March 2019, mars 2019. */
function readWithMonthName(plain: string, text: string): DateReading | null {
  const words = plain
    .replace(/(\d)(st|nd|rd|th|er|º|ª)(?=[\s,.]|$)/giu, '$1')
    .split(/[\s,.\-/]+/u)
    .filter((word) => word !== '' && !/^(of|de|del|the|le|el|d|г|року|года)$/iu.test(word));
  const named = words.flatMap((word, index) => (monthNamed(word) === null ? [] : [index]));
  const at = named.length === 1 ? named[0] : joinedMonth(words);
  if (at === undefined) return null;
  const month = monthNamed(words[at] ?? '') ?? monthNamed(words.slice(at, at + 2).join(' ')) ?? 0;
  const width = monthNamed(words[at] ?? '') === null ? 2 : 1;
  const numbers = [...words.slice(0, at), ...words.slice(at + width)];
  return numbers.every((word) => /^\d+$/.test(word)) ? aroundMonth(numbers, month, text) : null;
}

/** Arabic month names of the Levant are two words. */
function joinedMonth(words: readonly string[]): number | undefined {
  const at = words.findIndex(
    (word, index) => index + 1 < words.length && monthNamed(`${word} ${words[index + 1] ?? ''}`) !== null,
  );
  return at === -1 ? undefined : at;
}

function aroundMonth(numbers: readonly string[], month: number, text: string): DateReading | null {
  const year = numbers.find((number) => number.length === 4);
  const others = numbers.filter((number) => number.length <= 2);
  if (numbers.length === 1) {
    return year !== undefined && isYear(Number(year))
      ? { date: inMonth(Number(year), month) }
      : asWritten(text, year === undefined ? 'date-two-digit-year' : 'date-not-read');
  }
  if (numbers.length !== 2) return null;
  if (year === undefined) return asWritten(text, 'date-two-digit-year');
  const date = day(Number(year), month, Number(others[0] ?? 0));
  return date === null ? asWritten(text, 'date-impossible') : exact(date);
}

/** "about 2009", "c. 2009", "2008-2010", "between 2008 and 2010". */
function readAbout(plain: string): DateReading | null {
  const about =
    /^(?:about|around|approx\.?|approximately|circa|ca?\.?|~|≈|vers|environ|hacia|alrededor de|около|حوالي)\s*(\d{4})$/iu.exec(
      plain,
    );
  if (about !== null && isYear(Number(about[1]))) {
    return { date: { precision: 'about', fromYear: Number(about[1]), toYear: Number(about[1]) } };
  }
  const range = /^(?:between |from |entre )?(\d{4})\s*(?:-|–|—|\/|to|and|or|y|et|à|a)\s*(\d{4})$/iu.exec(plain);
  if (range === null) return null;
  const [fromYear, toYear] = [Number(range[1]), Number(range[2])];
  return isYear(fromYear) && isYear(toYear) && fromYear <= toYear
    ? { date: { precision: 'about', fromYear, toYear } }
    : null;
}
