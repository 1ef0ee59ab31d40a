import { describe, expect, it } from 'vitest';
import { firstEnd, hoursLeft, windowsAfter } from '#shared/records/health-window';
import { HOUR } from '#shared/time';

const at = (utc: string): number => Date.parse(`${utc}Z`);
const ends = (happened: string, evidenceHours?: number) =>
  windowsAfter(at(happened), evidenceHours).map(({ endsAt }) => new Date(endsAt).toISOString().slice(0, 16));

describe('domain §6: medical time windows', () => {
  it('end 72 hours after exposure for HIV prevention, 120 hours for contraception and evidence', () => {
    expect(ends('2026-03-01T22:00')).toEqual(['2026-03-04T22:00', '2026-03-06T22:00', '2026-03-06T22:00']);
  });
  it('take another time for evidence where the place sets one', () => {
    expect(ends('2026-03-01T22:00', 96)[2]).toBe('2026-03-05T22:00');
    expect(ends('2026-03-01T22:00', 96)[1]).toBe('2026-03-06T22:00');
  });
  it('are open at their minute and ended after it', () => {
    const window = { endsAt: at('2026-03-04T22:00') };
    expect(hoursLeft(window, window.endsAt - 30 * HOUR)).toBe(30);
    expect(hoursLeft(window, window.endsAt)).toBe(0);
    expect(hoursLeft(window, window.endsAt + 1)).toBeNull();
  });
  it('are known by the one that ends first', () => {
    expect(firstEnd(windowsAfter(0))).toBe(72 * HOUR);
    expect(firstEnd([])).toBeNull();
  });
});
