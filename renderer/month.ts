// A calendar month as the days that bound it: the first, and the first of the next.
import { addMonths } from '#shared/time';

/** The month of a day, or one so many months later. */
export function monthOf(day: string, months = 0): { from: string; to: string } {
  const first = `${day.slice(0, 7)}-01`;
  return { from: addMonths(first, months), to: addMonths(first, months + 1) };
}
