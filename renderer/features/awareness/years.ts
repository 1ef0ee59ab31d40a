// The years to choose from, this one first.
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';

const YEARS = 6;

export function yearsUntilNow(): number[] {
  const thisYear = Number(dateOf(now()).slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => thisYear - back);
}
