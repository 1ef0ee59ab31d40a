// The dates of a legal matter (domain §17): what the clocks estimate, what the notice says, and what wants a look when.
// A date of the notice always stands before an estimate of the same kind. Pure: no clock is read here.
import { type Clock, type DateKind, isOver, regimes, type Span } from '../legal/regimes.ts';
import { clockId, type HousePlace, holidaysFrom, nowhereYet } from '../legal/place.ts';
import { addDays, addMonths, addWorkingDays, type CalendarDate, daysBetween } from '../time.ts';
import type { KeyDate, LawUsed, LegalMatter, OwnClock } from './legal-matter.ts';

export interface ShownDate {
  readonly kind: DateKind;
  readonly on: CalendarDate;
  readonly source: KeyDate['source'];
  readonly isDone: boolean;
  /** Days on which it is brought up. */
  readonly alertsOn: readonly CalendarDate[];
}

/** `said`: the number that the house put in the place of the figure, and the holidays it counts by where it is. */
export function spanFrom(start: CalendarDate, span: Span, said: Said = {}): CalendarDate {
  if ('months' in span) return addMonths(start, said.amount ?? span.months);
  if ('days' in span) return addDays(start, said.amount ?? span.days);
  const holidays = said.holidays ?? holidaysFrom(nowhereYet, span.holidays, start);
  return addWorkingDays(start, said.amount ?? span.workingDays, holidays);
}

interface Said {
  readonly amount?: number | undefined;
  readonly holidays?: readonly CalendarDate[] | undefined;
}

/** What a house says of the clocks of a matter; undefined where it says nothing that would change a date. */
export function lawFor(place: HousePlace, { type, dates }: Pick<LegalMatter, 'type' | 'dates'>): LawUsed | undefined {
  const { clocks } = regimes[type];
  const amounts = Object.fromEntries(
    clocks.flatMap((clock) => {
      const amount = place.words[clockId(type, clock)]?.amount ?? null;
      return amount === null ? [] : [[clockId(type, clock), amount]];
    }),
  );
  const holidays =
    place.pack === 'UK' ? [...new Set(clocks.flatMap((clock) => holidaysOfClock(place, clock, dates)))] : [];
  return holidays.length === 0 && Object.keys(amounts).length === 0 ? undefined : { amounts, holidays };
}

const holidaysOfClock = (place: HousePlace, { from, span }: Clock, dates: readonly KeyDate[]): CalendarDate[] =>
  'workingDays' in span
    ? dates.filter(({ kind }) => kind === from).flatMap(({ on }) => holidaysFrom(place, span.holidays, on))
    : [];

/** The generic template: so many days from the start, and each extension on top of it. */
export function ownClockEnds({ startOn, days, count, holidays, extensions }: OwnClock): CalendarDate {
  const all = [days, ...extensions];
  return all.reduce(
    (on, more) => (count === 'WORKING' ? addWorkingDays(on, more, holidays) : addDays(on, more)),
    startOn,
  );
}

const ALERTS: readonly number[] = [14, 7];

const alertDays = (on: CalendarDate, alerts: readonly number[]): CalendarDate[] =>
  alerts.map((before) => addDays(on, -before));

const clockOf = (matter: Pick<LegalMatter, 'type'>, kind: DateKind): Clock | undefined =>
  regimes[matter.type].clocks.find(({ gives }) => gives === kind);

function estimates(matter: Dated): { kind: DateKind; on: CalendarDate; alerts: readonly number[] }[] {
  const of = (kind: DateKind): KeyDate | undefined =>
    matter.dates.filter((date) => date.kind === kind).toSorted((one, other) => other.on.localeCompare(one.on))[0];
  const { law } = matter;
  const byClocks = regimes[matter.type].clocks.flatMap((clock) => {
    const { from, span, gives, alerts } = clock;
    const start = of(from);
    // A date of that kind after the start is the notice's answer to this very clock; an older one belongs to an earlier grant.
    if (start === undefined || matter.dates.some(({ kind, on }) => kind === gives && on > start.on)) return [];
    const holidays = law === undefined || law.holidays.length === 0 ? undefined : law.holidays;
    const said = { amount: law?.amounts[clockId(matter.type, clock)], holidays };
    return [{ kind: gives, on: spanFrom(start.on, span, said), alerts }];
  });
  if (matter.ownClock === null) return byClocks;
  return [...byClocks, { kind: 'PERIOD_ENDS' as const, on: ownClockEnds(matter.ownClock), alerts: ALERTS }];
}

type Dated = Pick<LegalMatter, 'type' | 'dates' | 'ownClock' | 'law'>;

/** Every date in its order: those that were written, and estimates of kinds that nobody wrote. */
export function datesOf(matter: Dated): ShownDate[] {
  const written = matter.dates.map(({ kind, on, source, isDone }) => ({
    kind,
    on,
    source,
    isDone,
    alertsOn: alertDays(on, clockOf(matter, kind)?.alerts ?? ALERTS),
  }));
  const estimated = estimates(matter).map(({ kind, on, alerts }) => ({
    kind,
    on,
    source: 'ESTIMATED' as const,
    isDone: false,
    alertsOn: alertDays(on, alerts),
  }));
  return [...written, ...estimated].sort((one, other) => one.on.localeCompare(other.on));
}

/** Kinds that lie ahead of somebody; the others only say when something was done. */
const AHEAD: readonly DateKind[] = [
  'RG_DUE',
  'RECOVERY_ENDS',
  'FILE_BY',
  'INTERIM_ENDS',
  'EXPIRES',
  'ADJUSTMENT_OPENS',
  'COURT',
  'DEADLINE',
  'PERIOD_ENDS',
];

export const liesAhead = (date: Pick<ShownDate, 'kind' | 'isDone'>): boolean =>
  AHEAD.includes(date.kind) && !date.isDone;

/** The next date of a matter from that day on; null when none is known. */
export const nextDate = (matter: Dated, today: CalendarDate): ShownDate | null =>
  datesOf(matter).find((date) => liesAhead(date) && date.on >= today) ?? null;

/** How long an alert stays on Today, and how long a date that has passed. */
const STAYS = 7;
const LAST_DAYS = 14;

/** Whether Today brings a date up: within a week of an alert, in its last two weeks, and two weeks past it. */
export function isBroughtUp(date: ShownDate, today: CalendarDate): boolean {
  if (!liesAhead(date)) return false;
  const left = daysBetween(today, date.on);
  if (left <= LAST_DAYS) return left >= -LAST_DAYS;
  return date.alertsOn.some((on) => on <= today && daysBetween(on, today) < STAYS);
}

/** The first day on which anything of a matter is brought up; null when nothing is. Read by lists before the dates are. */
export function firstAlertOn(matter: Dated & Pick<LegalMatter, 'stage'>): CalendarDate | null {
  if (isOver(matter.stage)) return null;
  const days = datesOf(matter)
    .filter(liesAhead)
    .flatMap(({ on, alertsOn }) => [...alertsOn, addDays(on, -LAST_DAYS)]);
  return days.sort()[0] ?? null;
}

/** A court date that was not there before and is still to come: it calls for a look at the safety plan (domain §7). */
export function newCourtDate(before: LegalMatter | null, after: LegalMatter, today: CalendarDate): CalendarDate | null {
  const known = new Set(before?.dates.filter(({ kind }) => kind === 'COURT').map(({ on }) => on));
  const added = after.dates.filter(
    ({ kind, on, isDone }) => kind === 'COURT' && !isDone && on >= today && !known.has(on),
  );
  return added.map(({ on }) => on).sort()[0] ?? null;
}

const COURT_SOON = 14;
export const isCourtSoon = (on: CalendarDate, today: CalendarDate): boolean =>
  on >= today && daysBetween(today, on) <= COURT_SOON;

/** Advice only: words that look like an alien registration number, which has no place in this record (domain §17, §21). */
export const looksLikeANumber = (text: string): boolean => /\bA[\s#-]{0,2}\d{2,3}[\s-]?\d{3}[\s-]?\d{3}\b/iu.test(text);

export type LegalRefusal = 'legal-stage' | 'legal-clock';

/** Why a matter may not be kept like this: a stage of another way, or a clock of its own where the way has clocks. */
export function legalRefusal(matter: LegalMatter): LegalRefusal | null {
  if (!regimes[matter.type].stages.includes(matter.stage)) return 'legal-stage';
  return matter.ownClock !== null && regimes[matter.type].clocks.length > 0 ? 'legal-clock' : null;
}
