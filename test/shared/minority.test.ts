import { describe, expect, it } from 'vitest';
import { StaffMemberId } from '#shared/ids';
import type { Answer } from '#shared/answers';
import { type AgeTold, countsAsMinor, standingOn } from '#shared/records/minority';
import { ageRefusal } from '#shared/records/release-rules';

const TOLD = Date.parse('2026-03-02T21:40Z');
const band = (value: string): Answer => ({
  state: 'ANSWERED',
  value,
  source: 'EXPRESSED',
  recordedAt: TOLD,
  recordedBy: StaffMemberId.parse('01920000-0000-7000-8000-000000000001'),
});
const nothing: AgeTold = { born: null, band: undefined };
const year = (of: number): AgeTold => ({ ...nothing, born: { precision: 'year', year: of } });

describe('domain §1: who counts as under 18', () => {
  it('nothing recorded: not known, and it asks for nothing', () => {
    expect(standingOn(nothing, '2026-03-02')).toBe('NOT_KNOWN');
    expect(countsAsMinor('NOT_KNOWN')).toBe(false);
  });

  it('asked, and nobody knows: perhaps, so it counts', () => {
    const { value: _value, ...unknown } = band('');
    expect(standingOn({ ...nothing, band: { ...unknown, state: 'UNKNOWN' } }, '2026-03-02')).toBe('PERHAPS');
    expect(countsAsMinor('PERHAPS')).toBe(true);
    expect(standingOn({ ...nothing, band: { ...unknown, state: 'DECLINED' } }, '2026-03-02')).toBe('NOT_KNOWN');
  });

  it.for([
    ['2026-03-01', 'UNDER_18'],
    ['2026-03-02', 'ADULT'],
  ] as const)('born on 2 March 2008, on %s: %s', ([on, standing]) => {
    const born = { precision: 'exact' as const, date: '2008-03-02' };
    expect(standingOn({ ...nothing, born }, on)).toBe(standing);
  });

  it('a year of birth in which the eighteenth birthday is still open: perhaps', () => {
    expect(standingOn(year(2009), '2026-03-02')).toBe('UNDER_18');
    expect(standingOn(year(2008), '2026-03-02')).toBe('PERHAPS');
    expect(standingOn(year(2007), '2026-03-02')).toBe('ADULT');
  });

  it.for([
    ['age-9-17', '2026-03-02', 'UNDER_18'],
    ['age-9-17', '2027-03-02', 'PERHAPS'],
    ['age-9-17', '2035-03-02', 'ADULT'],
    ['age-0-8', '2036-03-01', 'UNDER_18'],
    ['age-0-8', '2036-03-02', 'PERHAPS'],
    ['age-0-8', '2044-03-02', 'ADULT'],
    ['age-18-20', '2026-03-02', 'ADULT'],
    ['age-48-up', '2026-03-02', 'ADULT'],
  ] as const)('%s told on 2026-03-02, on %s: %s', ([told, on, standing]) => {
    expect(standingOn({ ...nothing, band: band(told) }, on)).toBe(standing);
  });

  it('a birthday says more than the band', () => {
    expect(standingOn({ ...year(1994), band: band('age-9-17') }, '2026-03-02')).toBe('ADULT');
    const words = { born: { precision: 'as-written' as const, text: 'After the rains' }, band: band('age-9-17') };
    expect(standingOn(words, '2026-03-02')).toBe('UNDER_18');
  });
});

describe('domain §13: who signs at which age', () => {
  const signer = (kind: 'SELF' | 'MINOR_AND_GUARDIAN' | 'MINOR_ALONE' | 'GUARDIAN') => ({
    kind,
    guardianName: '',
    signerIsAbuser: false,
    minorAssent: 'YES' as const,
  });

  it.for(['UNDER_18', 'PERHAPS'] as const)(
    '%s: with a guardian, or alone as a minor; never like an adult',
    (standing) => {
      expect(ageRefusal(signer('MINOR_AND_GUARDIAN'), standing)).toBeNull();
      expect(ageRefusal(signer('MINOR_ALONE'), standing)).toBeNull();
      expect(ageRefusal(signer('SELF'), standing)).toBe('release-minor');
      expect(ageRefusal(signer('GUARDIAN'), standing)).toBe('release-minor');
    },
  );

  it('of age: not as a minor; not known: any', () => {
    expect(ageRefusal(signer('SELF'), 'ADULT')).toBeNull();
    expect(ageRefusal(signer('MINOR_ALONE'), 'ADULT')).toBe('release-of-age');
    expect(ageRefusal(signer('MINOR_ALONE'), 'NOT_KNOWN')).toBeNull();
    expect(ageRefusal(signer('SELF'), 'NOT_KNOWN')).toBeNull();
  });
});
