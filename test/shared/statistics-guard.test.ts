// domain §20: fixed periods, and what two tables tell together.
import { describe, expect, it } from 'vitest';
import { type Counted, guard } from '#shared/statistics/differencing';
import { daysOf, isOver, overlap, Period, periodsUntil, quartersOf } from '#shared/statistics/periods';

describe('§20, fixed periods only', () => {
  it('month, quarter, year and nothing between', () => {
    for (const known of ['2026', '2026-Q1', '2026-02']) expect(Period.safeParse(known).success).toBe(true);
    for (const other of ['2026-01/02', '2026-Q5', '2026-13', '2026-02-01', '26'])
      expect(Period.safeParse(other).success).toBe(false);
  });

  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
  ])('%s is from %s to %s', (period, from, to) => {
    expect(daysOf(period)).toEqual({ from, to });
  });

  it('two periods are apart, or one lies in the other', () => {
    expect(overlap('2026-Q1', '2026-03')).toBe(true);
    expect(overlap('2026', '2026-Q4')).toBe(true);
    expect(overlap('2026-Q1', '2026-04')).toBe(false);
    expect(overlap('2026-Q1', '2025')).toBe(false);
  });

  it('a period is over the day after its last', () => {
    expect(isOver('2026-Q1', '2026-03-31')).toBe(false);
    expect(isOver('2026-Q1', '2026-04-01')).toBe(true);
  });

  it('are offered newest first', () => {
    expect(periodsUntil('2026-03-31', 'MONTH', 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
    expect(periodsUntil('2026-03-31', 'QUARTER', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
    expect(periodsUntil('2026-03-31', 'YEAR', 2)).toEqual(['2026', '2025']);
    expect(quartersOf('2026')).toHaveLength(4);
    expect(quartersOf('2026-03')).toEqual([]);
  });
});

const people = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `person ${from + at}`);
const table = (change: Partial<Counted> = {}): Counted => ({
  ...{ period: '2026-Q1', who: 'EVERYONE', mode: 'ROUNDED', threshold: 5, breakdowns: ['AGE'] },
  ...{ tables: [{ id: 'AGE' }], marks: { helped: people(0, 12) } },
  ...change,
});
const ruleFor = (wanted: Counted, issued = table()): string | undefined => guard([issued], wanted)?.rule;

describe('§20, the differencing guard', () => {
  it('published Q1 = 12, then a month of it = 11: would reveal 1', () => {
    expect(ruleFor(table({ period: '2026-01', marks: { helped: people(0, 11) } }))).toBe('figures-differ');
    expect(ruleFor(table({ period: '2026-01', marks: { helped: people(0, 8) } }))).toBe('figures-differ');
    expect(ruleFor(table({ period: '2026-01', marks: { helped: people(0, 7) } }))).toBeUndefined();
  });

  it('as many people who are not the same are as telling', () => {
    expect(ruleFor(table({ marks: { helped: people(1, 13) } }))).toBe('figures-differ');
  });

  it('the same period narrowed to some of its people', () => {
    expect(ruleFor(table({ who: 'ADULT', marks: { helped: people(0, 10) } }))).toBe('figures-differ');
    expect(ruleFor(table({ who: 'ADULT', marks: { helped: people(0, 6) } }))).toBeUndefined();
  });

  it('periods apart tell nothing together', () => {
    expect(ruleFor(table({ period: '2026-Q2', marks: { helped: people(0, 11) } }))).toBeUndefined();
  });

  it('people who left are compared with people who left', () => {
    const issued = table({ marks: { helped: people(0, 12), left: people(0, 6) } });
    expect(ruleFor(table({ period: '2026-01', marks: { left: people(0, 5) } }), issued)).toBe('figures-differ');
    expect(ruleFor(table({ period: '2026-01', marks: { asked: people(0, 5) } }), issued)).toBeUndefined();
  });

  it('whoever holds a public and a confidential table belongs to the narrower circle', () => {
    const month = { period: '2026-01', marks: { helped: people(0, 6) } };
    expect(ruleFor(table(month), table({ threshold: 11 }))).toBeUndefined();
    expect(ruleFor(table({ ...month, threshold: 11 }), table({ threshold: 11 }))).toBe('figures-differ');
  });

  it('the very same table is printed again and not made anew; other tables of the same people are made', () => {
    expect(ruleFor(table())).toBe('figures-issued');
    expect(ruleFor(table({ tables: [{ id: 'AGE' }, { id: 'TYPE' }], breakdowns: ['AGE', 'TYPE'] }))).toBeUndefined();
    expect(ruleFor(table({ threshold: 11 }))).toBeUndefined();
  });

  it('a cell that reads otherwise than before tells what was written down since', () => {
    const [before, after] = [
      { id: 'AGE', n: 10 },
      { id: 'AGE', n: 15 },
    ];
    expect(ruleFor(table({ tables: [after] }), table({ tables: [before] }))).toBe('figures-differ');
  });

  it('rounded and exact cells of one breakdown give away what each hides: (4, 12) as <5 and 10, and as a total of 16', () => {
    expect(ruleFor(table({ mode: 'SUPPRESSED' }))).toBe('figures-other-mode');
    expect(ruleFor(table({ threshold: 11 }), table({ mode: 'SUPPRESSED' }))).toBe('figures-other-mode');
    expect(ruleFor(table({ mode: 'SUPPRESSED', breakdowns: ['TYPE'], tables: [{ id: 'TYPE' }] }))).toBeUndefined();
  });

  it('many who came in late make a table of its own', () => {
    expect(ruleFor(table({ marks: { helped: people(0, 17) } }))).toBeUndefined();
  });
});
