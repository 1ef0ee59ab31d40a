// A date as far as it is known, so that nobody is pushed to invent a day (domain §0 "Dates").
// Never fills in what was not said: ranges are for sorting and age rules, and are never shown as the date.
import { z } from 'zod';
import { addDays, addMonths, CalendarDate } from './time.ts';

const Year = z.int().min(1).max(9999);
const Month = z.int().min(1).max(12);

export const PartialDate = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('exact'), date: CalendarDate }),
  z.strictObject({ precision: z.literal('month'), year: Year, month: Month }),
  z.strictObject({ precision: z.literal('year'), year: Year }),
  /** Somewhere between the two years, both included; "about 2016" is 2016 to 2016. */
  z
    .strictObject({ precision: z.literal('about'), fromYear: Year, toYear: Year })
    .refine(({ fromYear, toYear }) => fromYear <= toYear),
  /** Words that no calendar holds ("after the rains"), kept exactly. */
  z.strictObject({ precision: z.literal('as-written'), text: z.string().trim().min(1).max(500) }),
]);
export type PartialDate = z.output<typeof PartialDate>;

const yearStart = (year: number): CalendarDate => CalendarDate.parse(`${String(year).padStart(4, '0')}-01-01`);
const yearEnd = (year: number): CalendarDate => CalendarDate.parse(`${String(year).padStart(4, '0')}-12-31`);

/** First and last day it may mean; null for words. */
export function possibleDays(date: PartialDate): { readonly first: CalendarDate; readonly last: CalendarDate } | null {
  switch (date.precision) {
    case 'exact':
      return { first: date.date, last: date.date };
    case 'month': {
      const first = addMonths(yearStart(date.year), date.month - 1);
      return { first, last: date.month === 12 ? yearEnd(date.year) : addDays(addMonths(first, 1), -1) };
    }
    case 'year':
      return { first: yearStart(date.year), last: yearEnd(date.year) };
    case 'about':
      return { first: yearStart(date.fromYear), last: yearEnd(date.toYear) };
    case 'as-written':
      return null;
  }
}

/** What to put into words, in any language: numbers for `Intl`, or the words as they were written. */
export type PartialDateParts =
  | { readonly show: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly show: 'month'; readonly year: number; readonly month: number }
  | { readonly show: 'year'; readonly year: number }
  | { readonly show: 'about'; readonly fromYear: number; readonly toYear: number }
  | { readonly show: 'words'; readonly text: string };

export function partialDateParts(date: PartialDate): PartialDateParts {
  switch (date.precision) {
    case 'exact':
      return {
        show: 'day',
        year: Number(date.date.slice(0, 4)),
        month: Number(date.date.slice(5, 7)),
        day: Number(date.date.slice(8, 10)),
      };
    case 'month':
      return { show: 'month', year: date.year, month: date.month };
    case 'year':
      return { show: 'year', year: date.year };
    case 'about':
      return { show: 'about', fromYear: date.fromYear, toYear: date.toYear };
    case 'as-written':
      return { show: 'words', text: date.text };
  }
}
