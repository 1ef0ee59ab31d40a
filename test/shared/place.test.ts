// domain §15, §17: the place of the house. Its holidays, the figures of the law as the house has them, and what nobody compared with it.
import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import {
  amountOf,
  figures,
  holidayLists,
  holidaysFrom,
  holidaysOf,
  type HousePlace,
  isUnchecked,
  nowhereYet,
  statutes,
} from '#shared/legal/place';
import { usHolidays } from '#shared/legal/us-holidays';
import type { LegalMatter } from '#shared/records/legal-matter';
import { datesOf, lawFor } from '#shared/records/legal-rules';
import { placeRefusal } from '#shared/records/house-place';
import { chaseFrom } from '#shared/records/referral-rules';
import { rightDueOn } from '#shared/records/rights-rules';

const place = (change: Partial<HousePlace>): HousePlace => ({ ...nowhereYet, ...change });
const day = (on: string, name = '', everyYear = false) => ({ on, name, everyYear });
const word = (amount: number | null, checkedOn: string | null = null) => ({ amount, source: '', checkedOn });

describe('holidays of the place', () => {
  it('United States: eleven by rule, on the Friday before a Saturday and the Monday after a Sunday', () => {
    expect(usHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
    // New Year 2028 falls on a Saturday: it is kept on the last day of 2027.
    expect(usHolidays(2027)).toContain('2027-12-31');
    expect(usHolidays(2027)).toContain('2027-07-05');
  });
  it('no list is called verified, and none is made up where the design gives none', () => {
    expect(Object.values(holidayLists).map(({ verified }) => verified)).toEqual([false, false, false, false]);
    expect([holidayLists.EU_COE.of, holidayLists.BLANK.of]).toEqual([null, null]);
  });
  it('a house strikes what is none here, and adds its own, once or every year', () => {
    const own = [day('2026-11-30', 'St Andrew', true), day('2026-05-11', 'One year only')];
    const scotland = place({ pack: 'UK', own, worked: ['2026-04-06'] });
    expect(holidaysOf(scotland, 2026)).toEqual(expect.arrayContaining(['2026-04-03', '2026-05-11', '2026-11-30']));
    expect(holidaysOf(scotland, 2026)).not.toContain('2026-04-06');
    expect(holidaysOf(scotland, 2027)).toContain('2027-11-30');
    expect(holidaysOf(scotland, 2027)).not.toContain('2027-05-11');
    expect(holidaysOf(place({ own: [day('2028-02-29', '', true)] }), 2029)).toEqual([]);
  });
  it('a law of the UK counts its own holidays wherever the house is; EU law those that the house wrote down', () => {
    expect(holidaysFrom(nowhereYet, 'UK', '2026-03-30')).toContain('2026-04-03');
    expect(holidaysFrom(place({ pack: 'US_FEDERAL' }), 'UK', '2026-03-30')).toContain('2026-04-03');
    expect(holidaysFrom(place({ pack: 'UK', worked: ['2026-04-06'] }), 'UK', '2026-03-30')).not.toContain('2026-04-06');
    expect(holidaysFrom(place({ pack: 'EU_COE', own: [day('2026-04-30')] }), 'EU', '2026-04-01')).toEqual([
      '2026-04-30',
    ]);
    expect(holidaysFrom(place({ pack: 'UK' }), 'EU', '2026-04-01')).toEqual([]);
  });
});

describe('days reckoned by what the house says', () => {
  it('§15: received 2026-03-31, due 2026-04-30; where that is a holiday of the house, the next working day', () => {
    expect(rightDueOn('2026-03-31', 'GDPR', false)).toBe('2026-04-30');
    const house = place({ pack: 'EU_COE', own: [day('2026-04-30'), day('2026-05-01', '', true)] });
    expect(rightDueOn('2026-03-31', 'GDPR', false, house)).toBe('2026-05-04');
  });
  it('§15: 14 days by the policy, or what the house put in their place', () => {
    expect(rightDueOn('2026-03-31', 'POLICY', false)).toBe('2026-04-14');
    expect(rightDueOn('2026-03-31', 'POLICY', false, place({ words: { 'RIGHTS.POLICY': word(10) } }))).toBe(
      '2026-04-10',
    );
    const longer = place({ words: { 'RIGHTS.FURTHER': word(1) } });
    expect(rightDueOn('2026-03-31', 'GDPR', true)).toBe('2026-06-30');
    expect(rightDueOn('2026-03-31', 'GDPR', true, longer)).toBe('2026-06-01');
  });
  it('§12: SENT Fri 2026-03-13, chased on Tue 03-17; a holiday of the house on Monday makes it Wednesday', () => {
    expect(chaseFrom('U3', 0, '2026-03-13').on).toBe('2026-03-17');
    expect(chaseFrom('U3', 0, '2026-03-13', place({ own: [day('2026-03-16')] })).on).toBe('2026-03-18');
    expect(chaseFrom('U3', 0, '2026-03-13', place({ words: { 'REFERRAL.CHASE': word(5) } })).on).toBe('2026-03-20');
  });
  const nrm = (from: 'REFERRED' | 'RG_POSITIVE', on: string): LegalMatter => ({
    caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
    begunOn: '2026-03-02',
    type: 'UK_NRM',
    stage: 'RECOVERY_PERIOD',
    dates: [{ kind: from, on, source: 'OFFICIAL_NOTICE', isDone: false }],
    ownClock: null,
    lawyer: { agencyId: null, name: '' },
    decided: '',
    documents: [],
  });
  const reckoned = (matter: LegalMatter, house: HousePlace) =>
    datesOf({ ...matter, law: lawFor(house, matter) })
      .filter(({ source }) => source === 'ESTIMATED')
      .map(({ on }) => on);
  it('§17: 5 working days from Mon 2026-03-30 = 04-08; a house that strikes Easter Monday says 04-07', () => {
    const referred = nrm('REFERRED', '2026-03-30');
    expect(reckoned(referred, nowhereYet)).toEqual(['2026-04-08']);
    expect(reckoned(referred, place({ pack: 'UK', worked: ['2026-04-06'] }))).toEqual(['2026-04-07']);
  });
  it('§17: 30 days of recovery from 2026-04-01 = 05-01; a house that knows of 45 says 05-16', () => {
    const positive = nrm('RG_POSITIVE', '2026-04-01');
    expect(reckoned(positive, nowhereYet)).toEqual(['2026-05-01']);
    const house = place({ words: { 'UK_NRM.RG_POSITIVE.RECOVERY_ENDS': word(45) } });
    expect(reckoned(positive, house)).toEqual(['2026-05-16']);
  });
  it('a house that says nothing of a clock leaves no word in the matter', () => {
    expect(
      lawFor(place({ pack: 'US_FEDERAL', own: [day('2026-03-31')] }), nrm('REFERRED', '2026-03-30')),
    ).toBeUndefined();
  });
});

describe('figures and laws', () => {
  it('every figure that the design gives as known [K] or as a proposal [P] is called unverified, until the house has checked it', () => {
    const verified = Object.entries(figures).flatMap(([id, one]) => (one.verified ? [id] : []));
    expect(verified.sort()).toEqual([
      'CONTINUED_PRESENCE.GRANTED.EXPIRES',
      'HHS_CHILD_ELIGIBILITY.REQUESTED.INTERIM_ENDS',
      'T_STATUS.GRANTED.ADJUSTMENT_OPENS',
      'T_STATUS.GRANTED.EXPIRES',
      'UK_NRM.REFERRED.RG_DUE',
    ]);
    const id = 'U_STATUS.CERTIFIED.FILE_BY';
    expect(isUnchecked(nowhereYet, id, false)).toBe(true);
    expect(isUnchecked(place({ words: { [id]: word(null, '2026-05-01') } }), id, false)).toBe(false);
    expect(amountOf(nowhereYet, id)).toBe(6);
  });
  it('how long clinical records of minors are kept has no figure at all', () => {
    expect(statutes.MINORS_CLINICAL).toEqual({ pack: 'BLANK', law: '', verified: false });
  });
  it('a word about what is not known is refused', () => {
    expect(placeRefusal(place({ words: { BREACH_72: word(null) } }))).toBeNull();
    expect(placeRefusal(place({ words: { 'NOT.A.LAW': word(3) } }))).toBe('place-word');
  });
});
