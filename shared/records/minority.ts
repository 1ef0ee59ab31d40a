// Whether somebody counts as under 18 (domain §1): when the age is not sure and may be under 18, she does until it is known
// (Council of Europe Convention on Action against Trafficking, Article 10(3)). Nothing recorded says nothing, and asks for nothing.
import { z } from 'zod';
import type { Answer } from '../answers.ts';
import { careTeam, read } from '../contract/operation.ts';
import { type PartialDate, possibleDays } from '../partial-date.ts';
import { addMonths, type CalendarDate, HOUR, Instant, localDate } from '../time.ts';
import { OfCase } from './revision-mark.ts';

/** PERHAPS: may be under 18, and counts so. */
export const Standing = z.enum(['UNDER_18', 'PERHAPS', 'ADULT', 'NOT_KNOWN']);
export type Standing = z.output<typeof Standing>;

/** What the record holds about an age: a birthday as far as it is known, and the band she told. */
export interface AgeTold {
  readonly born: PartialDate | null;
  readonly band: Answer | undefined;
}

const OF_AGE = 18;
/** Of what is later no calendar holds the day of coming of age. */
const LATEST_BIRTHDAY = '9981-12-31';
const later = (day: CalendarDate, years: number): CalendarDate => addMonths(day, 12 * years);

/** The bands of the intake below 18: the youngest each holds. */
const youngest: Readonly<Record<string, number>> = { 'age-0-8': 0, 'age-9-17': 9 };

/** A band is taken as it was told for a year; then its oldest may be of age, and at last its youngest is. */
function byBand(band: Answer | undefined, on: CalendarDate): Standing {
  if (band?.state === 'UNKNOWN') return 'PERHAPS';
  if (band?.state !== 'ANSWERED') return 'NOT_KNOWN';
  const from = typeof band.value === 'string' ? youngest[band.value] : undefined;
  if (from === undefined) return 'ADULT';
  const told = localDate(band.recordedAt, 'UTC');
  const yearsUntilOldest = from === 0 ? OF_AGE - 8 : 1;
  if (on < later(told, yearsUntilOldest)) return 'UNDER_18';
  return on < later(told, OF_AGE - from) ? 'PERHAPS' : 'ADULT';
}

/** The birthday says more than the band; either may be open. */
export function standingOn({ born, band }: AgeTold, on: CalendarDate): Standing {
  const days = born === null ? null : possibleDays(born);
  if (days === null) return byBand(band, on);
  if (later(days.last, OF_AGE) <= on) return 'ADULT';
  return later(days.first, OF_AGE) > on ? 'UNDER_18' : 'PERHAPS';
}

/** Far enough ahead to mean that she counts as under 18 until it is known. */
const UNTIL_KNOWN = '9999-12-31';
const ALWAYS = '0001-01-01';

/**
 * The first day on which she no longer counts as under 18, as `standingOn` would say it day by day: for counting many people at
 * once. Null when nothing is known of an age.
 */
export function adultFrom({ born, band }: AgeTold): CalendarDate | null {
  const days = born === null ? null : possibleDays(born);
  if (days !== null) return days.last > LATEST_BIRTHDAY ? UNTIL_KNOWN : later(days.last, OF_AGE);
  if (band?.state === 'UNKNOWN') return UNTIL_KNOWN;
  if (band?.state !== 'ANSWERED') return null;
  const from = typeof band.value === 'string' ? youngest[band.value] : undefined;
  return from === undefined ? ALWAYS : later(localDate(band.recordedAt, 'UTC'), OF_AGE - from);
}

export const countsAsMinor = (standing: Standing): boolean => standing === 'UNDER_18' || standing === 'PERHAPS';

/** domain §14 and §17: in the United States the federal office that helps trafficked minors is told within this time. */
export const TELL_WITHIN = 24 * HOUR;

export const Minority = z.strictObject({
  standing: Standing,
  /** Whether the record says that she belongs to another country than the United States. */
  fromElsewhere: z.enum(['YES', 'NO', 'NOT_KNOWN']),
  /** When those 24 hours are over, counted from when both stood in the record; null while they do not. */
  tellBy: Instant.nullable(),
});
export type Minority = z.output<typeof Minority>;

export const minorityOperations = {
  get: read(careTeam, OfCase, Minority),
};
