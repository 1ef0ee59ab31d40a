// When learning counts, and what the two gates ask for (domain §11).
import { describe, expect, it } from 'vitest';
import { Role } from '#shared/contract/operation';
import { Course, DATA_COURSE, MINORS_COURSE } from '#shared/records/course';
import { courseStarters } from '#shared/records/course-starters';
import {
  complianceOf,
  type CourseStatus,
  expiresOn,
  gateRefusal,
  lackingFor,
  statusOf,
} from '#shared/records/training-rules';
import { team } from '#shared/text/en/team';

const TODAY = '2026-05-02';
const done = (on: string, until: string | null) => ({ on, expiresOn: until });

describe('domain §11: the last day on which a course counts', () => {
  it.each([
    ['2025-02-28', 12, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-05-02', 12, '2027-05-02'],
    ['2026-05-02', null, null],
  ])('%s and %s months: %s', (on, months, until) => expect(expiresOn(on, months)).toBe(until));
});

describe('domain §11: the status of a course', () => {
  it.each<[string, CourseStatus]>([
    ['2026-07-02', 'CURRENT'],
    ['2026-07-01', 'DUE'],
    ['2026-05-02', 'DUE'],
    ['2026-05-01', 'EXPIRED'],
  ])('that counts through %s is %s', (until, status) =>
    expect(statusOf([done('2025-05-01', until)], true, TODAY)).toBe(status),
  );

  it('is missing where it is asked for and was never done, and nothing where it is not asked for', () => {
    expect(statusOf([], true, TODAY)).toBe('MISSING');
    expect(statusOf([], false, TODAY)).toBe('NOT_NEEDED');
    expect(statusOf([done('2020-01-01', '2021-01-01')], false, TODAY)).toBe('EXPIRED');
  });

  it('goes by what counts longest, and not by a day that lies ahead', () => {
    const old = done('2024-05-01', '2025-05-01');
    expect(statusOf([old, done('2026-01-01', '2027-01-01')], true, TODAY)).toBe('CURRENT');
    expect(statusOf([done('2025-01-01', null), done('2026-01-01', '2026-02-01')], true, TODAY)).toBe('CURRENT');
    expect(statusOf([old, done('2026-05-03', '2027-05-03')], true, TODAY)).toBe('EXPIRED');
  });
});

describe('domain §11: how much of what is asked for is done', () => {
  const cells = (...statuses: CourseStatus[]) => statuses.map((status) => ({ status, isMandatory: true }));

  it('5 people, 4 mandatory courses, 17 of 20 count: 85 %', () => {
    const all = [...Array<CourseStatus>(15).fill('CURRENT'), ...Array<CourseStatus>(2).fill('DUE')];
    const twenty = cells(...all, 'EXPIRED', 'MISSING', 'MISSING');
    expect(complianceOf(twenty)).toEqual({ current: 17, required: 20, percent: 85 });
  });

  it('leaves out what nobody asks for, and has no percentage of nothing', () => {
    const extra = { status: 'CURRENT' as const, isMandatory: false };
    expect(complianceOf([extra, ...cells('MISSING')])).toEqual({ current: 0, required: 1, percent: 0 });
    expect(complianceOf([extra])).toEqual({ current: 0, required: 0, percent: null });
  });
});

describe('domain §11: the gates', () => {
  it('ask for a paper whose day has come and a course that counts', () => {
    expect(lackingFor('RECORDS', { on: null, course: 'MISSING' }, TODAY)).toEqual(['AGREEMENT', 'DATA_COURSE']);
    expect(lackingFor('MINORS', { on: null, course: 'EXPIRED' }, TODAY)).toEqual(['DETERMINATION', 'MINORS_COURSE']);
    expect(lackingFor('MINORS', { on: '2026-05-03', course: 'DUE' }, TODAY)).toEqual(['DETERMINATION']);
    expect(lackingFor('RECORDS', { on: TODAY, course: 'DUE' }, TODAY)).toEqual([]);
  });

  it.each([
    [[], null],
    [['AGREEMENT'], 'records-agreement'],
    [['DATA_COURSE'], 'records-course'],
    [['AGREEMENT', 'DATA_COURSE'], 'records-both'],
    [['DETERMINATION'], 'minors-determination'],
    [['MINORS_COURSE'], 'minors-course'],
    [['DETERMINATION', 'MINORS_COURSE'], 'minors-both'],
  ] as const)('say what is missing: %s', (lacking, rule) => expect(gateRefusal(lacking)).toBe(rule));
});

describe('the list to begin with', () => {
  it('holds each core topic once, as a course with words, and the two that the gates ask for', () => {
    const codes = courseStarters.map(({ code }) => code);
    expect(new Set(codes).size).toBe(17);
    expect(courseStarters.map((one) => Course.parse(one))).toEqual(courseStarters);
    expect(Object.keys(team.topics).sort()).toEqual([...codes].sort());
    expect(codes).toEqual(expect.arrayContaining([DATA_COURSE, MINORS_COURSE]));
    expect(courseStarters.find(({ code }) => code === DATA_COURSE)?.mandatoryFor).toEqual(Role.options);
  });
});
