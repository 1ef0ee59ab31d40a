import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartialDate, partialDateParts, possibleDays } from '#shared/partial-date';
import {
  addDays,
  addMonths,
  addWorkingDays,
  CalendarDate,
  DAY,
  daysBetween,
  dayParts,
  HOUR,
  Instant,
  localDate,
  localMoment,
  weekday,
} from '#shared/time';

const someDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar dates', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '26-04-01',
    '2026-04-31',
    '2026-04-01T00:00',
    '',
    'soon',
  ])('refuses %j', (text) => expect(CalendarDate.safeParse(text).success).toBe(false));
  it('takes the leap day of a leap year only', () => {
    expect(CalendarDate.safeParse('2024-02-29').success).toBe(true);
    expect(CalendarDate.safeParse('1900-02-29').success).toBe(false);
    expect(CalendarDate.safeParse('2000-02-29').success).toBe(true);
  });
  it('domain §8: counts intervals in days, not months', () => expect(addDays('2026-01-31', 30)).toBe('2026-03-02'));
  it('domain §16 and §24b: a rule of 365 days', () => {
    expect(addDays('2026-02-10', 365)).toBe('2027-02-10');
    expect(addDays('2026-12-20', 365)).toBe('2027-12-20');
  });
  it('domain §17: 30 days of recovery, and alerts before a date', () => {
    expect(addDays('2026-04-01', 30)).toBe('2026-05-01');
    expect([180, 90, 30].map((before) => addDays('2028-03-15', -before))).toEqual([
      '2027-09-17',
      '2027-12-16',
      '2028-02-14',
    ]);
  });
  it('domain §24b: follow-up days after leaving on 06-20, and the length of the stay', () => {
    expect([30, 90, 180].map((days) => addDays('2026-06-20', days))).toEqual([
      '2026-07-20',
      '2026-09-18',
      '2026-12-17',
    ]);
    expect(daysBetween('2026-03-02', '2026-06-20')).toBe(110);
  });
  it('adding days and counting them are each other’s inverse', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });
  it('orders as text in the order of days', () => {
    fc.assert(fc.property(someDate, someDate, (one, other) => one < other === daysBetween(one, other) > 0));
  });
  it('throws rather than leave the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('months', () => {
  it('domain §11: clamps to the end of a shorter month', () => {
    expect(addMonths('2025-02-28', 12)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });
  it('domain §15: a month from 31 March is 30 April', () => expect(addMonths('2026-03-31', 1)).toBe('2026-04-30'));
  it('domain §17: two and four years', () => {
    expect(addMonths('2026-03-15', 24)).toBe('2028-03-15');
    expect(addMonths('2026-06-10', 48)).toBe('2030-06-10');
  });
  it('lands in the month that is meant and never on a later day', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const from = dayParts(date);
        const to = dayParts(addMonths(date, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBeLessThanOrEqual(from.day);
        if (to.day < from.day) expect(dayParts(addDays(addMonths(date, months), 1)).day).toBe(1);
      }),
    );
  });
});

describe('working days', () => {
  it('domain §17: five working days over Easter 2026 in the UK', () =>
    expect(addWorkingDays('2026-03-30', 5, ['2026-04-03', '2026-04-06'])).toBe('2026-04-08'));
  it('domain §24b: two working days after Friday are Tuesday', () =>
    expect(addWorkingDays('2026-03-13', 2)).toBe('2026-03-17'));
  it('knows the days of the week', () => {
    expect(weekday('2026-03-13')).toBe(5);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('1970-01-01')).toBe(4);
  });
  it('never ends on a weekend or a holiday, and skips exactly those', () => {
    const holidays = ['2026-12-25', '2026-12-28'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
        const from = addDays('2026-11-20', offset);
        const to = addWorkingDays(from, days, holidays);
        const between = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
        expect(between.filter((day) => weekday(day) <= 5 && !holidays.includes(day))).toHaveLength(days);
        expect(between.at(-1)).toBe(to);
        expect(weekday(to) <= 5 && !holidays.includes(to)).toBe(true);
      }),
    );
  });
});

describe('instants', () => {
  it('shows the calendar date of the place, not of UTC', () => {
    const at = Date.UTC(2026, 2, 2, 23, 30);
    expect(localDate(at, 'UTC')).toBe('2026-03-02');
    expect(localDate(at, 'Europe/Madrid')).toBe('2026-03-03');
    expect(localDate(at, 'America/Los_Angeles')).toBe('2026-03-02');
    expect(localMoment(at, 'Asia/Kathmandu')).toEqual({ date: '2026-03-03', hour: 5, minute: 15 });
  });
  it('midnight is hour 0 of the new day', () =>
    expect(localMoment(Date.UTC(2026, 0, 1), 'UTC')).toEqual({ date: '2026-01-01', hour: 0, minute: 0 }));
  it('holds across the hour that summer time skips and repeats', () => {
    const before = Date.UTC(2026, 2, 29, 0, 59);
    expect(localMoment(before, 'Europe/Madrid')).toMatchObject({ hour: 1, minute: 59 });
    expect(localMoment(before + 60_000, 'Europe/Madrid')).toMatchObject({ hour: 3, minute: 0 });
  });
  it('refuses a place that does not exist and a time that is none', () => {
    expect(() => localDate(0, 'Nowhere/Here')).toThrow(RangeError);
    expect(Instant.safeParse(-1).success).toBe(false);
    expect(Instant.safeParse(1.5).success).toBe(false);
  });
  it('a day has 24 hours', () => expect(DAY).toBe(24 * HOUR));
});

describe('dates as far as they are known', () => {
  it('keeps the precision that was given', () => {
    expect(partialDateParts({ precision: 'month', year: 2019, month: 5 })).toEqual({
      show: 'month',
      year: 2019,
      month: 5,
    });
    expect(partialDateParts({ precision: 'about', fromYear: 2015, toYear: 2017 })).toEqual({
      show: 'about',
      fromYear: 2015,
      toYear: 2017,
    });
    expect(partialDateParts({ precision: 'as-written', text: 'after the rains' })).toEqual({
      show: 'words',
      text: 'after the rains',
    });
    expect(partialDateParts({ precision: 'exact', date: '2019-05-02' })).toEqual({
      show: 'day',
      year: 2019,
      month: 5,
      day: 2,
    });
  });
  it('says between which days it lies', () => {
    expect(possibleDays({ precision: 'month', year: 2024, month: 2 })).toEqual({
      first: '2024-02-01',
      last: '2024-02-29',
    });
    expect(possibleDays({ precision: 'month', year: 9999, month: 12 })).toEqual({
      first: '9999-12-01',
      last: '9999-12-31',
    });
    expect(possibleDays({ precision: 'year', year: 2019 })).toEqual({ first: '2019-01-01', last: '2019-12-31' });
    expect(possibleDays({ precision: 'about', fromYear: 2015, toYear: 2017 })).toEqual({
      first: '2015-01-01',
      last: '2017-12-31',
    });
    expect(possibleDays({ precision: 'as-written', text: 'as a child' })).toBeNull();
  });
  it.each([
    { precision: 'month', year: 2019 },
    { precision: 'month', year: 2019, month: 13 },
    { precision: 'year', year: 2019, month: 5 },
    { precision: 'about', fromYear: 2019, toYear: 2015 },
    { precision: 'as-written', text: '  ' },
    { precision: 'exact', date: '2019-02-29' },
    { precision: 'exact', date: '2019-02-28', day: 28 },
  ])('refuses %j', (value) => expect(PartialDate.safeParse(value).success).toBe(false));
});
