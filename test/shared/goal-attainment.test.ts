import { describe, expect, it } from 'vitest';
import { attainmentT } from '#shared/records/goal-attainment';

const alike = (...scores: number[]) => attainmentT(scores.map((score) => ({ score, weight: 1 })));

describe('domain §8: goal attainment', () => {
  it.each([
    [[1, 1, 0], 59.13],
    [[0, 1, -1], 50],
    [[-2, -2, -2], 22.61],
  ])('of %j is %d', (scores, t) => expect(alike(...scores)).toBeCloseTo(t, 2));

  it('counts a goal that matters more for more', () => {
    const of = (weight: number) =>
      attainmentT([
        { score: 2, weight },
        { score: -1, weight: 1 },
      ]);
    expect(of(3)).toBeGreaterThan(of(1) ?? 0);
  });

  it('says nothing when no goal was looked at', () => expect(alike()).toBeNull());
});
