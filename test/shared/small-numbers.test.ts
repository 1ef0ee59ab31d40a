// domain §20: counts, shares and medians as they may be shown.
import { describe, expect, it } from 'vitest';
import { shownCount, shownMedian, shownShare } from '#shared/records/small-numbers';

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
    expect(counts.map(shownCount)).toEqual(shown);
  });

  it('shares come from rounded counts, and only of a whole of 20 or more', () => {
    expect(shownShare(17, 22)).toBe(75); // 15 of 20
    expect(shownShare(17, 17)).toBeNull();
    expect(shownShare(3, 40)).toBeNull();
    expect(shownShare(0, 40)).toBe(0);
    expect(shownShare(22, 22)).toBe(100);
  });

  it('a median needs five', () => {
    expect(shownMedian([1, 2, 3, 4])).toBeNull();
    expect(shownMedian([9, 1, 5, 2, 7])).toBe(5);
    expect(shownMedian([1, 2, 3, 4, 10, 11])).toBe(3.5);
  });
});
