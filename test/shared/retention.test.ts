// domain §16: when a closed case may be erased, and what a hold does to that day.
import { describe, expect, it } from 'vitest';
import { followUpDays, withAttempt, type FollowUp } from '#shared/records/follow-up';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { purgeEligibleOn } from '#shared/records/retention-rules';

describe('domain §16, §24b: the day from which a closed case may be erased', () => {
  it('closed 2026-12-20, rule 365 d: 2027-12-20; closed 2026-02-10: 2027-02-10', () => {
    expect(purgeEligibleOn('2026-12-20')).toBe('2027-12-20');
    expect(purgeEligibleOn('2026-02-10', 365)).toBe('2027-02-10');
  });
  it('is put off by a hold over it: 2027-01-05 to 2027-06-01 makes it 2027-06-01', () => {
    expect(purgeEligibleOn('2026-02-10', 365, [{ start: '2027-01-05', end: '2027-06-01' }])).toBe('2027-06-01');
  });
  it('is not put off by a hold that has ended before, or begins after', () => {
    const before = { start: '2026-03-01', end: '2027-02-10' };
    const after = { start: '2027-02-11', end: null };
    expect(purgeEligibleOn('2026-02-10', 365, [after, before])).toBe('2027-02-10');
  });
  it('waits for the last of holds that follow one another, and has no day while one has no end', () => {
    const one = { start: '2027-01-05', end: '2027-06-01' };
    const next = { start: '2027-06-01', end: '2027-09-01' };
    expect(purgeEligibleOn('2026-02-10', 365, [next, one])).toBe('2027-09-01');
    expect(purgeEligibleOn('2026-02-10', 365, [one, { start: '2027-05-31', end: null }])).toBeNull();
  });
});

describe('domain §18, §24b: follow-ups', () => {
  const waiting: FollowUp = {
    caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
    exitId: RecordId.parse('018f0000-0000-7000-8000-000000000002'),
    day: 30,
    dueOn: '2026-07-20',
    until: '2026-12-17',
    attempts: [],
    end: null,
  };
  const by = StaffMemberId.parse('018f0000-0000-7000-8000-000000000003');
  it('exit 2026-06-20: 07-20, 09-18, 12-17, and none after the permission', () => {
    const days = (until: string) => followUpDays('2026-06-20', until).map(({ dueOn }) => dueOn);
    expect(days('2026-12-17')).toEqual(['2026-07-20', '2026-09-18', '2026-12-17']);
    expect(days('2026-12-16')).toEqual(['2026-07-20', '2026-09-18']);
    expect(days('2026-07-01')).toEqual([]);
  });
  it('go on after a try that reached nobody, and end with the third', () => {
    const tries = [1, 2, 3].reduce<FollowUp[]>((all, at) => {
      return [...all, withAttempt(all.at(-1) ?? waiting, { at, by, outcome: 'NOT_REACHED' })];
    }, []);
    expect(tries.map(({ end, attempts }) => [end, attempts.length])).toEqual([
      [null, 1],
      [null, 2],
      ['NOT_REACHED', 3],
    ]);
  });
  it.each(['SAFE_OK', 'NEEDS_SUPPORT', 'UNSAFE_STOPPED', 'DECLINED'] as const)('end at once with %s', (outcome) => {
    expect(withAttempt(waiting, { at: 1, by, outcome }).end).toBe(outcome);
  });
});
