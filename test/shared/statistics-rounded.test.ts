// domain §20, mode A: counts, shares and medians as they may be shown.
import { describe, expect, it } from 'vitest';
import { rounded, shownMedian, shownShare } from '#shared/statistics/rounded';
import { thresholds } from '#shared/statistics/shown';

it('§20: 5 to funders under confidentiality, 11 for anything public', () => {
  expect(thresholds).toMatchObject({ FUNDER: 5, PUBLIC: 11 });
});

describe('§20, mode A with a threshold of 5', () => {
  it.each([
    [
      [3, 9, 14, 26],
      ['FEW', 10, 15, 25],
    ],
    [
      [0, 6, 12, 18],
      [0, 5, 10, 20],
    ],
    [
      [1, 2, 8, 11],
      ['FEW', 'FEW', 10, 10],
    ],
    [
      [4, 17, 34, 55],
      ['FEW', 15, 35, 55],
    ],
  ])('%j is shown as %j, each total rounded from the true one', (counts, shown) => {
    expect(counts.map((count) => rounded(count, 5))).toEqual(shown);
  });
});

describe('§20, mode A with other thresholds', () => {
  it('with 11, 9 is shown as fewer than 11', () => {
    expect(rounded(9, 11)).toBe('FEW');
    expect([0, 1, 10, 11, 12, 13].map((count) => rounded(count, 11))).toEqual([0, 'FEW', 'FEW', 10, 10, 15]);
  });

  it('§24b: one person in a public table is fewer than 11', () => {
    expect(rounded(1, thresholds.PUBLIC)).toBe('FEW');
  });
});

describe('§20, more rules', () => {
  it('percentages come from rounded counts, and only of a whole of 20 or more', () => {
    expect(shownShare(17, 22)).toBe(75); // 15 of 20
    expect(shownShare(17, 17)).toBeNull();
    expect(shownShare(3, 40)).toBeNull();
    expect(shownShare(0, 40)).toBe(0);
    expect(shownShare(22, 22)).toBe(100);
    expect(shownShare(9, 40, 11)).toBeNull();
  });

  it('a median needs as many as the threshold', () => {
    expect(shownMedian([1, 2, 3, 4])).toBeNull();
    expect(shownMedian([9, 1, 5, 2, 7])).toBe(5);
    expect(shownMedian([1, 2, 3, 4, 10, 11])).toBe(3.5);
    expect(shownMedian([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11)).toBeNull();
  });
});
