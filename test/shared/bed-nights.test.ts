// domain §9: what a night is, and the two worked examples.
import { describe, expect, it } from 'vitest';
import { holdsNight, nightsSoFar, nightsWithin, shareANight, utilisation } from '#shared/records/bed-nights';
import { daysBetween } from '#shared/time';

const stay = { from: '2026-04-03', to: '2026-04-20' };

describe('a night (domain §9)', () => {
  it('counts when it is not before the first and before the last', () => {
    expect(['2026-04-02', '2026-04-03', '2026-04-19', '2026-04-20'].map((night) => holdsNight(stay, night))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('makes 17 of 3 to 20 April', () => {
    expect(daysBetween(stay.from, stay.to)).toBe(17);
    expect(nightsSoFar(stay, '2026-12-31')).toBe(17);
  });

  it('makes 110 of 2 March to 20 June (domain §24b)', () => {
    expect(nightsSoFar({ from: '2026-03-02', to: '2026-06-20' }, '2026-06-21')).toBe(110);
  });

  it('is shared by two stays only when neither leaves on the day on which the other comes', () => {
    expect(shareANight(stay, { from: '2026-04-20', to: null })).toBe(false);
    expect(shareANight(stay, { from: '2026-04-19', to: null })).toBe(true);
    expect(shareANight({ from: '2026-04-01', to: '2026-04-03' }, stay)).toBe(false);
    expect(shareANight({ from: '2026-04-03', to: '2026-04-03' }, stay)).toBe(false);
  });

  it('is counted within a period, also of a stay that goes on', () => {
    const april = { from: '2026-04-01', to: '2026-05-01' };
    expect(nightsWithin({ from: '2026-03-20', to: null }, april)).toBe(30);
    expect(nightsWithin({ from: '2026-05-01', to: null }, april)).toBe(0);
    expect(nightsWithin(stay, april)).toBe(17);
  });
});

it('8 beds over 30 nights, 10 of them closed, 184 taken: 80.0 % (domain §9)', () => {
  const available = 8 * 30 - 10;
  expect(available).toBe(230);
  expect(utilisation(184, available)?.toFixed(3)).toBe('0.800');
  expect(utilisation(0, 0)).toBeNull();
});
