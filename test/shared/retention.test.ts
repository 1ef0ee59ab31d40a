// domain §16: when a closed case may be erased, and what a hold does to that day.
import { describe, expect, it } from 'vitest';
import { followUpDays, withAttempt, type FollowUp } from '#shared/records/follow-up';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { reviewDueOn } from '#shared/records/legal-hold';
import {
  contactOn,
  eligibleOn,
  isDue,
  keepingOf,
  purgeEligibleOn,
  quarterOf,
  ruleClasses,
  ruleTable,
  suggestedDays,
  toldOn,
} from '#shared/records/retention-rules';

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

describe('which rule speaks of a case', () => {
  const ended = { status: 'CLOSED', openedOn: '2026-01-01', closing: { on: '2026-02-10' }, moved: null } as const;
  it('closed 2026-02-10 with 365 d, held 2027-01-05 to 2027-06-01: the rule has run on 2027-02-10, due from 2027-06-01', () => {
    const keeping = keepingOf(ended, suggestedDays, [{ start: '2027-01-05', end: '2027-06-01' }]);
    expect(keeping).toEqual({
      class: 'CASE',
      from: '2026-02-10',
      ruleOn: '2027-02-10',
      eligibleOn: '2027-06-01',
      because: 'RULE',
    });
    expect([isDue(keeping!, '2027-02-10'), isDue(keeping!, '2027-05-31'), isDue(keeping!, '2027-06-01')]).toEqual([
      false,
      false,
      true,
    ]);
  });
  it('an enquiry goes 30 d after it was asked, a case that is open has no day, one that was handed on counts as closed', () => {
    const asked = { status: 'INQUIRY', openedOn: '2026-03-02', closing: null, moved: null } as const;
    expect(keepingOf(asked, suggestedDays, [])).toMatchObject({ class: 'INQUIRY', eligibleOn: '2026-04-01' });
    expect(keepingOf({ ...asked, status: 'ACTIVE' }, suggestedDays, [])).toBeNull();
    const handedOn = { ...asked, status: 'TRANSFERRED', moved: { on: '2026-05-01' } } as const;
    expect(keepingOf(handedOn, suggestedDays, [])).toMatchObject({ class: 'CASE', from: '2026-05-01' });
  });
  it('a hold that is placed when it is due already keeps it as well, until it ends', () => {
    expect(keepingOf(ended, suggestedDays, [{ start: '2027-03-01', end: null }])?.eligibleOn).toBeNull();
    const over = keepingOf(ended, suggestedDays, [{ start: '2027-03-01', end: '2027-04-01' }]);
    expect(isDue(over!, '2027-04-01')).toBe(true);
  });
  it('a house may keep for another time than the suggestion', () => {
    expect(keepingOf(ended, { ...suggestedDays, CASE: 30 }, [])?.eligibleOn).toBe('2026-03-12');
  });
  it('is looked at again 90 days after it was placed, and after each look', () => {
    const hold = { startedOn: '2027-01-05', reviews: [], ended: null };
    expect(reviewDueOn(hold)).toBe('2027-04-05');
    const looked = { ...hold, reviews: [{ on: '2027-04-01', by: '018f0000-0000-7000-8000-000000000003' }] };
    expect(reviewDueOn(looked)).toBe('2027-06-30');
    expect(reviewDueOn({ ...looked, ended: { on: '2027-06-01', why: 'The court is done' } })).toBeNull();
  });
  it('of an erased case nothing finer than a quarter stays', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });
});

describe('domain §16: the rule table', () => {
  it('inquiry 30 d, narrative 365 d, releases and disclosure log 3 y, staff training employment + 3 y, audit log 6 y', () => {
    const { CASE, INQUIRY, SHARED, TEAM, HISTORY, CONTACT, MINORS } = ruleTable;
    expect([INQUIRY, CASE, SHARED, TEAM, HISTORY].map(({ days }) => days)).toEqual([30, 365, 1_095, 1_095, 2_190]);
    expect([CONTACT.trigger, CONTACT.days]).toEqual(['LEFT', 0]);
    expect([MINORS.trigger, MINORS.action, MINORS.days]).toEqual(['MAJORITY', 'REVIEW', null]);
    expect(ruleClasses.every((name) => suggestedDays[name] === ruleTable[name].days)).toBe(true);
  });
  const closed = { status: 'CLOSED', openedOn: '2026-01-01', closing: { on: '2026-06-20' }, moved: null } as const;
  const asked = { ...closed, status: 'FOLLOW_UP', closing: null, moved: { on: '2026-06-20' } } as const;
  it('safe contact: at exit 2026-06-20, or on 12-18 when she agreed to be asked until 12-17', () => {
    expect(contactOn(closed, null, suggestedDays)).toBe('2026-06-20');
    expect(contactOn(asked, '2026-12-17', suggestedDays)).toBe('2026-12-18');
    expect(contactOn(closed, '2026-12-17', suggestedDays)).toBe('2026-06-20');
    expect(contactOn({ ...closed, status: 'ACTIVE', closing: null }, null, suggestedDays)).toBeNull();
    expect(contactOn({ ...closed, status: 'INQUIRY', closing: null }, null, suggestedDays)).toBeNull();
  });
  it('clinical records of a minor of age on 2028-05-04: waits while no law is said, then majority + 1,095 d = 2031-05-04', () => {
    const clinical = { adultOn: '2028-05-04' };
    expect(keepingOf(closed, suggestedDays, [], clinical)).toMatchObject({ because: 'LAW', eligibleOn: null });
    const said = { ...suggestedDays, MINORS: 1_095 };
    expect(keepingOf(closed, said, [], clinical)).toMatchObject({ because: 'MINORS', ruleOn: '2031-05-04' });
    expect(keepingOf(closed, { ...said, MINORS: 0 }, [], { adultOn: '2026-08-01' })).toMatchObject({
      because: 'RULE',
      ruleOn: '2027-06-20',
    });
    expect(toldOn(closed, said)).toBe('2027-06-20');
  });
  it('a hold over it puts every class off', () => {
    expect(eligibleOn('2026-06-20', [{ start: '2026-06-01', end: '2026-09-01' }])).toBe('2026-09-01');
    expect(eligibleOn('2026-06-20', [{ start: '2026-07-01', end: null }])).toBeNull();
  });
});
