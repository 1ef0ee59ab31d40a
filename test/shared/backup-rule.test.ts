// Which backups stay in one place, and when everything lies in one (security §4: 7 daily, 5 weekly, 12 monthly, never fewer than two).
import { describe, expect, it } from 'vitest';
import { generationsKept, isInOnePlace } from '#shared/records/backup-rule';
import { addDays, DAY } from '#shared/time';

const made = (day: string, time = '18:00') => ({ createdAt: Date.parse(`${day}T${time}Z`) });
const keptOf = (...backups: { createdAt: number }[]): string[] =>
  [...generationsKept(backups)].map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 16)).sort();

describe('one place keeps', () => {
  it('the newest of each of seven days', () => {
    const days = Array.from({ length: 7 }, (_one, back) => addDays('2026-11-22', -back));
    const all = days.flatMap((day) => [made(day, '08:00'), made(day, '18:00')]);
    // Two always stay, so the earlier one of the newest day does, too.
    expect(keptOf(...all)).toEqual([...days.map((day) => `${day}T18:00`), '2026-11-22T08:00'].sort());
  });

  it('of two years with one every day: seven days, then week by week, then month by month', () => {
    const all = Array.from({ length: 730 }, (_one, back) => made(addDays('2026-11-22', -back)));
    const kept = keptOf(...all);
    const days = Array.from({ length: 7 }, (_one, back) => addDays('2026-11-22', -back));
    const sundays = ['2026-11-15', '2026-11-08', '2026-11-01', '2026-10-25'];
    const monthEnds = [
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
    ];
    const earlier = ['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'];
    expect(kept).toEqual([...new Set([...days, ...sundays, ...monthEnds, ...earlier])].map((d) => `${d}T18:00`).sort());
  });

  it('one name for a week that runs over the turn of a year', () => {
    // Monday 28 December to Sunday 3 January; ten older days push that week out of the seven.
    const newer = Array.from({ length: 7 }, (_one, back) => made(addDays('2027-01-24', -back)));
    const kept = keptOf(...newer, made('2026-12-30'), made('2027-01-02'));
    expect(kept).toContain('2027-01-02T18:00');
    expect(kept).toContain('2026-12-30T18:00'); // the newest of December
    expect(keptOf(...newer, made('2026-12-29'), made('2026-12-30'), made('2027-01-02'))).not.toContain(
      '2026-12-29T18:00',
    );
  });

  it('two, however close together they were made', () => {
    expect(keptOf(made('2026-11-22', '10:00'), made('2026-11-22', '10:05'), made('2026-11-22', '10:10'))).toEqual([
      '2026-11-22T10:05',
      '2026-11-22T10:10',
    ]);
  });
});

describe('everything lies in one place', () => {
  const now = Date.parse('2026-11-22T18:00Z');
  const at = (daysAgo: number, place: string) => ({ createdAt: now - daysAgo * DAY, place });
  it.each([
    ['a month of one stick', true, [at(20, 'a'), at(3, 'a')]],
    ['the second stick was used within the month', false, [at(20, 'b'), at(3, 'a')]],
    ['the second stick was last used two months ago', true, [at(60, 'b'), at(3, 'a')]],
    ['the first backup was made yesterday: there was no time yet', false, [at(1, 'a')]],
    ['nothing was made for a month: that is asked for anyway', false, [at(40, 'a')]],
    ['there is none', false, []],
  ])('%s: %s', (_story, expected, backups) => {
    const first = Math.min(now, ...backups.map(({ createdAt }) => createdAt));
    expect(isInOnePlace(backups, now, first)).toBe(expected);
  });
});
