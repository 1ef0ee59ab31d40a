// domain §17: the date vectors, the alerts, and what never gets a field.
import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import { isOver, MatterType, regimes } from '#shared/legal/regimes';
import { easterSunday, ukHolidays } from '#shared/legal/uk-holidays';
import type { LegalMatter } from '#shared/records/legal-matter';
import {
  datesOf,
  firstAlertOn,
  isBroughtUp,
  isCourtSoon,
  legalRefusal,
  looksLikeANumber,
  newCourtDate,
  nextDate,
  ownClockEnds,
} from '#shared/records/legal-rules';

const matter = (change: Partial<LegalMatter>): LegalMatter => ({
  caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
  begunOn: '2026-03-02',
  type: 'T_STATUS',
  stage: 'GRANTED',
  dates: [],
  ownClock: null,
  lawyer: { agencyId: null, name: '' },
  decided: '',
  documents: [],
  ...change,
});
const date = (kind: LegalMatter['dates'][number]['kind'], on: string, official = true) => ({
  kind,
  on,
  source: official ? ('OFFICIAL_NOTICE' as const) : ('ESTIMATED' as const),
  isDone: false,
});
const estimated = (of: LegalMatter) =>
  datesOf(of)
    .filter(({ source }) => source === 'ESTIMATED')
    .map(({ kind, on }) => [kind, on]);

describe('domain §17: date vectors', () => {
  const continued = matter({ type: 'CONTINUED_PRESENCE', dates: [date('GRANTED', '2026-03-15')] });
  it('reasonable grounds positive 2026-04-01 + 30 d = 2026-05-01', () => {
    expect(
      estimated(matter({ type: 'UK_NRM', stage: 'RECOVERY_PERIOD', dates: [date('RG_POSITIVE', '2026-04-01')] })),
    ).toEqual([['RECOVERY_ENDS', '2026-05-01']]);
  });
  it('referral Mon 2026-03-30, 5 working days over Easter = 2026-04-08', () => {
    const nrm = matter({ type: 'UK_NRM', stage: 'FIRST_RESPONDER_REFERRAL', dates: [date('REFERRED', '2026-03-30')] });
    expect(estimated(nrm)).toEqual([['RG_DUE', '2026-04-08']]);
  });
  it('continued presence granted 2026-03-15: until 2028-03-15, brought up 180, 90 and 30 days before', () => {
    expect(datesOf(continued)[1]).toEqual({
      kind: 'EXPIRES',
      on: '2028-03-15',
      source: 'ESTIMATED',
      isDone: false,
      alertsOn: ['2027-09-17', '2027-12-16', '2028-02-14'],
    });
  });
  it('T status granted 2026-06-10: until 2030-06-10, and the way on opens 2029-06-10', () => {
    expect(estimated(matter({ dates: [date('GRANTED', '2026-06-10')] }))).toEqual([
      ['ADJUSTMENT_OPENS', '2029-06-10'],
      ['EXPIRES', '2030-06-10'],
    ]);
  });
  it('the date of the notice stands in place of the estimate; one of an earlier grant does not', () => {
    const noticed = { ...continued, dates: [...continued.dates, date('EXPIRES', '2028-03-10')] };
    expect(estimated(noticed)).toEqual([]);
    expect(nextDate(noticed, '2026-04-01')).toMatchObject({ on: '2028-03-10', source: 'OFFICIAL_NOTICE' });
    const renewed = { ...noticed, dates: [...noticed.dates, date('GRANTED', '2028-03-11')] };
    expect(estimated(renewed)).toEqual([['EXPIRES', '2030-03-11']]);
  });
  it('U certification is used within 6 months; interim help for a child lasts 90 days', () => {
    expect(
      estimated(matter({ type: 'U_STATUS', stage: 'CERTIFIED', dates: [date('CERTIFIED', '2026-08-31')] })),
    ).toEqual([['FILE_BY', '2027-02-28']]);
    const child = matter({ type: 'HHS_CHILD_ELIGIBILITY', stage: 'INTERIM', dates: [date('REQUESTED', '2026-03-02')] });
    expect(estimated(child)).toEqual([['INTERIM_ENDS', '2026-05-31']]);
  });
  it('the generic template counts calendar or working days, without its holidays, with its extensions', () => {
    const clock = { name: 'Reflection', startOn: '2026-04-01', holidays: [], extensions: [] };
    expect(ownClockEnds({ ...clock, days: 30, count: 'CALENDAR' })).toBe('2026-05-01');
    expect(ownClockEnds({ ...clock, days: 30, count: 'CALENDAR', extensions: [15, 15] })).toBe('2026-05-31');
    expect(ownClockEnds({ ...clock, days: 2, count: 'WORKING', holidays: ['2026-04-03'] })).toBe('2026-04-06');
  });
});

describe('domain §17: holidays of England and Wales', () => {
  it('are those of 2026, 2027 and 2028, with days put off from a weekend', () => {
    expect(ukHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
    expect(ukHolidays(2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28']);
    expect(ukHolidays(2028)[0]).toBe('2028-01-03');
  });
  it('Christmas on a Sunday moves behind the second day', () => {
    expect(ukHolidays(2022).slice(-2).sort()).toEqual(['2022-12-26', '2022-12-27']);
  });
  it('Easter is where the calendar has it', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
  });
});

describe('what Today brings up', () => {
  const continued = matter({ type: 'CONTINUED_PRESENCE', dates: [date('GRANTED', '2026-03-15')] });
  const expiry = datesOf(continued)[1]!;
  it('is a date at its alerts for a week, in its last two weeks, and two weeks past it', () => {
    const days = ['2027-09-16', '2027-09-17', '2027-09-23', '2027-09-24', '2028-03-01', '2028-03-29', '2028-03-30'];
    expect(days.map((day) => isBroughtUp(expiry, day))).toEqual([false, true, true, false, true, true, false]);
    expect(firstAlertOn(continued)).toBe('2027-09-17');
  });
  it('is nothing of a matter that is over, of a date that is done, or of one that only says when something was', () => {
    expect(firstAlertOn({ ...continued, stage: 'ENDED' })).toBeNull();
    expect(isBroughtUp({ ...expiry, isDone: true }, '2028-03-10')).toBe(false);
    expect(isBroughtUp({ ...expiry, kind: 'GRANTED' }, '2028-03-10')).toBe(false);
  });
  it('a court date counts once, and is near within 14 days', () => {
    const before = matter({ stage: 'FILED' });
    const after = { ...before, dates: [date('COURT', '2026-05-20')] };
    expect(newCourtDate(before, after, '2026-05-02')).toBe('2026-05-20');
    expect(newCourtDate(after, after, '2026-05-02')).toBeNull();
    expect(newCourtDate(null, after, '2026-05-21')).toBeNull();
    expect([isCourtSoon('2026-05-16', '2026-05-02'), isCourtSoon('2026-05-17', '2026-05-02')]).toEqual([true, false]);
  });
});

describe('domain §17, §21: what has no place', () => {
  it.each(['A123456789', 'A-12 345 678', 'her number is A# 123-456-789.'])('%s looks like a number', (text) => {
    expect(looksLikeANumber(text)).toBe(true);
  });
  it.each(['A 4 page form', 'Form I-914', 'CASA 2026-04-01', 'Room A12'])('%s does not', (text) => {
    expect(looksLikeANumber(text)).toBe(false);
  });
  it('every way has stages, its clocks give dates that lie ahead, and each says whether it was checked', () => {
    expect(Object.keys(regimes)).toEqual(MatterType.options);
    for (const { stages, clocks } of Object.values(regimes)) {
      expect(stages.length).toBeGreaterThan(2);
      for (const clock of clocks) expect(typeof clock.verified).toBe('boolean');
    }
    expect(isOver('DENIED') && !isOver('GRANTED')).toBe(true);
  });
  it('a stage belongs to its way, and a clock of one’s own only where there is none', () => {
    expect(legalRefusal(matter({ type: 'UK_NRM', stage: 'BFD' }))).toBe('legal-stage');
    const ownClock = {
      name: 'x',
      startOn: '2026-04-01',
      days: 3,
      count: 'CALENDAR' as const,
      holidays: [],
      extensions: [],
    };
    expect(legalRefusal(matter({ ownClock }))).toBe('legal-clock');
    expect(legalRefusal(matter({ type: 'OTHER', stage: 'PREP', ownClock }))).toBeNull();
  });
});
