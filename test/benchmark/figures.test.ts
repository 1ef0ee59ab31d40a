// The arithmetic behind every ratio, with lists whose middles can be counted by hand.
import { expect, test } from 'vitest';
import { figure, percentile, table } from './figures.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => last - at);

test('middle and slow end are by nearest rank, in whatever order they came', () => {
  expect([percentile(upTo(100), 0.5), percentile(upTo(100), 0.95)]).toEqual([50, 95]);
  expect([percentile([7, 1, 3], 0.5), percentile([7, 1, 3], 0.95)]).toEqual([3, 7]);
  expect(() => percentile([], 0.5)).toThrow('nothing was measured');
});

test('the ratio is of the middles, and each floor has a line of its own', () => {
  const save = figure({ row: 'save', what: 'save', unit: 'ms' }, [3, 2, 9], { plain: [1, 1, 4], disk: [4, 4, 12] });
  expect(save.floors.map(({ ratio }) => ratio)).toEqual([3, 0.75]);
  const lines = table([save, figure({ row: 'today', what: 'Today', unit: 'ms' }, [120], {})]).split('\n');
  expect(lines.slice(1)).toEqual([
    'save   ms    3  3.00  9.00  plain  1.00  4.00   3.00      +5.00',
    '                            disk   4.00  12.0   0.75      -3.00',
    'Today  ms    1   120   120',
  ]);
});
