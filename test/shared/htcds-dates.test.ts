// Dates keep the precision they were written with. No day and no month is ever invented.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDateNumber, readDateText, serialDay } from '#shared/htcds/dates';
import { serialOf } from '../../build/workbooks/write-workbook.mjs';

const exact = (date: string) => ({ date: { precision: 'exact', date } });
const month = (year: number, number: number) => ({ date: { precision: 'month', year, month: number } });
const year = (number: number) => ({ date: { precision: 'year', year: number } });

test.each([
  ['21/08/1993', { ...exact('1993-08-21'), onlyOrder: 'day-first' }],
  ['21.8.1993', { ...exact('1993-08-21'), onlyOrder: 'day-first' }],
  ['21 - 08 - 1993', { ...exact('1993-08-21'), onlyOrder: 'day-first' }],
  ['٢١/٠٨/١٩٩٣', { ...exact('1993-08-21'), onlyOrder: 'day-first' }],
  ['1993-08-21', exact('1993-08-21')],
  ['1993/8/21', exact('1993-08-21')],
  ['1993-08-21T00:00:00Z', exact('1993-08-21')],
  ['19930821', exact('1993-08-21')],
  ['29/02/2000', { ...exact('2000-02-29'), onlyOrder: 'day-first' }],
  ['04/04/2019', exact('2019-04-04')],
  ['4 March 2019', exact('2019-03-04')],
  ['March 4th, 2019', exact('2019-03-04')],
  ['04-Mar-2019', exact('2019-03-04')],
  ['4 de marzo de 2019', exact('2019-03-04')],
  ['4 mars 2019', exact('2019-03-04')],
  ['٤ مارس ٢٠١٩', exact('2019-03-04')],
  ['4 марта 2019 г.', exact('2019-03-04')],
  ['4 كانون الثاني 2019', exact('2019-01-04')],
  ['March 2019', month(2019, 3)],
  ['mars 2019', month(2019, 3)],
  ['03/2019', month(2019, 3)],
  ['2019-03', month(2019, 3)],
  ['2019', year(2019)],
  [' 2019 ', year(2019)],
  ['about 2009', { date: { precision: 'about', fromYear: 2009, toYear: 2009 } }],
  ['2008-2010', { date: { precision: 'about', fromYear: 2008, toYear: 2010 } }],
])('reads %s', (text, expected) => {
  expect(readDateText(text, null)).toEqual(expected);
});

test.each([
  ['about ten years ago', 'date-in-words'],
  ['31/02/1993', 'date-impossible'],
  ['30 February 2019', 'date-impossible'],
  ['1993-13-01', 'date-impossible'],
  ['45/45/1993', 'date-impossible'],
  ['21/08/93', 'date-two-digit-year'],
  ['Mar-19', 'date-two-digit-year'],
  ['08/21/1993', 'date-day-or-month'],
  ['21/08/2562', 'date-impossible'],
  ['2562', 'date-not-read'],
  ['123', 'date-not-read'],
  ['1/2', 'date-not-read'],
])('keeps %s as written: %s', (text, problem) => {
  expect(readDateText(text, null)).toMatchObject({ date: { precision: 'as-written', text }, problem });
});

test('03/04/1993 is the third of April by the rule of the templates, and is asked about; the person decides for the column', () => {
  expect(readDateText('03/04/1993', null)).toEqual({ ...exact('1993-04-03'), problem: 'date-day-or-month' });
  expect(readDateText('03/04/1993', 'day-first')).toEqual(exact('1993-04-03'));
  expect(readDateText('03/04/1993', 'month-first')).toEqual(exact('1993-03-04'));
  expect(readDateText('08/21/1993', 'month-first')).toEqual(exact('1993-08-21'));
  expect(readDateText('08/21/1993', 'day-first')).toMatchObject({
    date: { precision: 'as-written' },
    problem: 'date-impossible',
  });
});

test('serial numbers are days of a calendar with a leap day that never was', () => {
  expect(serialDay(1)).toBe('1900-01-01');
  expect(serialDay(59)).toBe('1900-02-28');
  expect(serialDay(60)).toBeNull();
  expect(serialDay(61)).toBe('1900-03-01');
  expect(serialDay(37_420)).toBe('2002-06-13');
  expect(serialDay(37_420.99)).toBe('2002-06-13');
  expect(serialDay(73_415)).toBe('2100-12-31');
  for (const outside of [0, -1, 0.5, 73_416, 1e9, Number.NaN, Number.POSITIVE_INFINITY])
    expect(serialDay(outside)).toBeNull();
});

test('numbers in date columns: a serial, a year, or neither', () => {
  expect(readDateNumber(37_420, 'date', '37420')).toEqual(exact('2002-06-13'));
  expect(readDateNumber(37_420, 'plain', '37420')).toEqual({ ...exact('2002-06-13'), problem: 'date-from-number' });
  expect(readDateNumber(1993, 'plain', '1993')).toEqual(year(1993));
  expect(readDateNumber(1993, 'date', '1993')).toEqual({ ...year(1993), problem: 'date-year-in-date-cell' });
  expect(readDateNumber(19_930_821, 'plain', '19930821')).toEqual(exact('1993-08-21'));
  expect(readDateNumber(-3, 'date', '-3')).toMatchObject({ problem: 'date-not-read' });
  expect(readDateNumber(35_958, 'date', '35958', true)).toEqual(exact('2002-06-13'));
});

const anyDay = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('any day comes back from its serial, its ISO text and its day/month/year', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const [y = '', m = '', d = ''] = date.split('-');
      expect(serialDay(serialOf(date))).toBe(date);
      expect(readDateText(date, null)).toEqual(exact(date));
      expect(readDateText(`${d}/${m}/${y}`, 'day-first').date).toEqual({ precision: 'exact', date });
    }),
    { numRuns: 500 },
  );
});

test('whatever text comes, the result is a date it says or the words themselves, never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789/.- MARmar')) })),
      (text) => {
        const { date } = readDateText(text, null);
        if (date?.precision === 'as-written') expect(date.text).toBe(text.trim());
        if (date?.precision === 'exact') expect(text.normalize('NFKC')).toMatch(/\d/u);
      },
    ),
    { numRuns: 2_000 },
  );
});
