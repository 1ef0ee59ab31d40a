// What of a record is counted: the day of coming of age as day by day, forms of exploitation, genders as a list of four.
import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/answers';
import { StaffMemberId } from '#shared/ids';
import type { PartialDate } from '#shared/partial-date';
import { adultFrom, countsAsMinor, standingOn } from '#shared/records/minority';
import { exploitationBits, exploitationType, genderCategory } from '#shared/statistics/counted-facts';
import { addDays } from '#shared/time';

const told = {
  source: 'EXPRESSED' as const,
  recordedAt: Date.parse('2024-02-29T12:00Z'),
  recordedBy: StaffMemberId.parse('018f0000-0000-7000-8000-000000000001'),
};
const band = (value: string): Answer => ({ state: 'ANSWERED', value, ...told });

describe('the day from which she counts as of age', () => {
  const born: (PartialDate | null)[] = [
    null,
    { precision: 'exact', date: '2008-02-29' },
    { precision: 'month', year: 2008, month: 12 },
    { precision: 'year', year: 2007 },
    { precision: 'about', fromYear: 2005, toYear: 2010 },
    { precision: 'as-written', text: 'after the rains' },
  ];
  const bands: (Answer | undefined)[] = [
    undefined,
    band('age-0-8'),
    band('age-9-17'),
    band('age-48-up'),
    { state: 'UNKNOWN', recordedAt: told.recordedAt, recordedBy: told.recordedBy },
    { state: 'DECLINED', recordedAt: told.recordedAt, recordedBy: told.recordedBy },
  ];

  it.each(born.flatMap((one) => bands.map((other) => [one, other] as const)))('%j, %j: as day by day', (one, other) => {
    const from = adultFrom({ born: one, band: other });
    for (let day = '2024-01-01'; day < '2045-01-01'; day = addDays(day, 13)) {
      const standing = standingOn({ born: one, band: other }, day);
      expect(from === null ? 'NOT_KNOWN' : day < from, day).toBe(from === null ? standing : countsAsMinor(standing));
    }
  });

  it('no calendar holds the coming of age of the last years', () => {
    expect(adultFrom({ born: { precision: 'year', year: 9999 }, band: undefined })).toBe('9999-12-31');
  });
});

describe('forms of exploitation', () => {
  it.each([
    [[], 'UNKNOWN'],
    [['SexualExploitation'], 'SEX'],
    [['ForcedBegging', 'SlaveryLike'], 'LABOUR'],
    [['Servitude', 'SexualExploitation', 'Other'], 'BOTH'],
    [['ForcedMarriage'], 'OTHER'],
  ])('%j is %s', (purposes, type) => {
    expect(exploitationType(exploitationBits(purposes))).toBe(type);
  });
});

it.each([
  ['Feminine', 'FEMALE'],
  [' woman ', 'FEMALE'],
  ['Hombre', 'MALE'],
  ['Transgender Feminine', 'OTHER'],
  ['non-binary', 'OTHER'],
  ['herself', null],
  ['', null],
])('gender %j counts as %s', (words, category) => {
  expect(genderCategory(words)).toBe(category);
});
