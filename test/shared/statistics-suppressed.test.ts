// domain §20, mode B: exact tables of one dimension in which no hidden cell can be worked out.
import { describe, expect, it } from 'vitest';
import type { ShownCell } from '#shared/statistics/shown';
import { type Suppressed, suppressed } from '#shared/statistics/suppressed';
import { seededNumbers } from '../helpers/seeded-numbers.ts';

describe('§20, mode B with a threshold of 5', () => {
  const hidden = 'HIDDEN';
  it.each<[number[], ShownCell[], ShownCell]>([
    [[3, 9, 14], [hidden, hidden, 14], 26],
    [[1, 2, 8, 20], [hidden, hidden, hidden, 20], 31],
    [[2, 3, 40], [hidden, hidden, 40], 45],
    [[4, 0, 0, 30], [hidden, 0, 0, hidden], 34],
    [[6, 7, 8], [6, 7, 8], 21],
    [[4, 12], [hidden, hidden], 16],
    [[1, 1, 1, 25], [hidden, hidden, hidden, hidden], 28],
    [[0, 1, 0], [hidden, hidden, hidden], 'FEW'],
  ])('%j is shown as %j with the total %s', (counts, cells, total) => {
    expect(suppressed(counts, 5)).toEqual({ cells, total });
  });
});

it('a reader who knows the rule does not find (4, 4) beside a shown 5, nor (7, 4) beside a shown 7', () => {
  expect(suppressed([5, 4, 4], 5)).toEqual({ cells: ['HIDDEN', 'HIDDEN', 'HIDDEN'], total: 13 });
  expect(suppressed([7, 7, 4, 30], 5).cells).toEqual(['HIDDEN', 'HIDDEN', 'HIDDEN', 30]);
});

/** What a reader knows who was never told how cells are hidden: shown cells, the total, and that zero is shown as zero. */
function couldBe({ cells, total }: Suppressed): readonly [least: number, most: number][] {
  const open = cells.filter((cell) => cell === 'HIDDEN').length;
  const rest = (total as number) - cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
  return cells.flatMap((cell) =>
    cell === 'HIDDEN' ? [[open === 1 ? rest : 1, rest - (open - 1)] as [number, number]] : [],
  );
}

/** As above with the small cells hidden and no others. */
const naive = (counts: readonly number[], threshold: number): Suppressed => ({
  cells: counts.map((count) => (count > 0 && count < threshold ? 'HIDDEN' : count)),
  total: counts.reduce((sum, count) => sum + count, 0),
});

function tables(how: number): { counts: number[]; threshold: number }[] {
  const below = seededNumbers(20);
  return Array.from({ length: how }, () => ({
    threshold: below(2) === 0 ? 5 : 11,
    counts: Array.from({ length: 2 + below(7) }, () => below(below(3) === 0 ? 60 : 9)),
  }));
}

const isFound = (shown: Suppressed): boolean => couldBe(shown).some(([least, most]) => least === most);
const hasOpenTotal = (shown: Suppressed): boolean => shown.total === 'FEW' || !shown.cells.some(isShown);
const isShown = (cell: ShownCell): boolean => cell !== 'HIDDEN';

describe('10,000 tables', () => {
  it('leave no hidden cell that could be one number only, and every small one could be anything from 1 to t − 1', () => {
    let looked = 0;
    for (const { counts, threshold } of tables(10_000)) {
      const shown = suppressed(counts, threshold);
      if (hasOpenTotal(shown)) continue;
      looked += couldBe(shown).length > 0 ? 1 : 0;
      expect(isFound(shown), JSON.stringify(counts)).toBe(false);
      for (const [least, most] of couldBe(shown)) {
        expect(least).toBe(1);
        expect(most, JSON.stringify(counts)).toBeGreaterThanOrEqual(threshold - 1);
      }
    }
    expect(looked).toBeGreaterThan(3_000);
  });

  it('the control: with small cells hidden alone, many are worked out', () => {
    const found = tables(10_000).filter(({ counts, threshold }) => isFound(naive(counts, threshold)));
    expect(found.length).toBeGreaterThan(1_500);
  });
});

/** Every table of so many rows and people. */
function* allTables(rows: number, people: number): Generator<number[]> {
  if (rows === 1) return yield [people];
  for (let first = 0; first <= people; first += 1)
    for (const rest of allTables(rows - 1, people - first)) yield [first, ...rest];
}

describe('a reader who knows how cells are hidden', () => {
  it.each([2, 3, 4])(
    'and tries every table of %i rows that would look like this one, is left with two numbers at least',
    (rows) => {
      for (let people = 1; people <= (rows === 5 ? 17 : 24); people += 1) {
        const alike = new Map<string, number[][]>();
        for (const counts of allTables(rows, people)) {
          const seen = JSON.stringify(suppressed(counts, 5));
          alike.set(seen, [...(alike.get(seen) ?? []), counts]);
        }
        for (const [seen, those] of alike) expect(stillOpen(JSON.parse(seen) as Suppressed, those), seen).toBe(true);
      }
    },
  );

  function stillOpen({ cells }: Suppressed, those: number[][]): boolean {
    return cells.every((cell, at) => cell !== 'HIDDEN' || new Set(those.map((counts) => counts[at])).size > 1);
  }
});
