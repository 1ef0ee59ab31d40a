// The vectors of domain §3.4: the dimension rule, the combinations, the worked example, and what is never worked out.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ilo2009 } from '#shared/indicators/ilo-2009';
import { asked, assess, type IndicatorMarks, indicatorsOf, isPositive } from '#shared/records/identification-rules';

const present = (...ids: string[]): IndicatorMarks => Object.fromEntries(ids.map((id) => [id, 'PRESENT' as const]));

/** Enough of each dimension to make it positive for an adult and for a child. */
const D1 = ['d1-work', 'd1-wages'];
const D2 = ['d2-violence', 'd2-denounce'];
const D3 = ['d3-economic', 'd3-status', 'd3-travel'];
const D4 = ['d4-hours', 'd4-wages'];
const D5 = ['d5-papers', 'd5-isolation'];
const D6 = ['d6-dependency', 'd6-economic', 'd6-unfamiliar'];

describe('the dimension rule', () => {
  it.each([
    [2, 0, 0, true],
    [1, 0, 0, false],
    [1, 1, 0, true],
    [1, 0, 1, true],
    [0, 3, 0, true],
    [0, 2, 1, true],
    [0, 2, 0, false],
    [0, 1, 5, false],
    [0, 0, 9, false],
  ])('S %i, M %i, W %i is positive: %s', (strong, medium, weak, positive) => {
    expect(isPositive({ strong, medium, weak })).toBe(positive);
  });
});

describe('the published list', () => {
  it('has 67 indicators for adults and 65 for children in labour, in ten, ten, sixteen, nine, fifteen and seven', () => {
    expect(indicatorsOf('AL')).toHaveLength(67);
    expect(indicatorsOf('CL')).toHaveLength(65);
    const sizes = ilo2009.dimensions.map(({ id }) => indicatorsOf('AL').filter((one) => one.dimension === id).length);
    expect(sizes).toEqual([10, 10, 16, 9, 15, 7]);
    expect(new Set(ilo2009.indicators.map(({ id }) => id)).size).toBe(67);
  });

  it('has no weak indicator for children', () => {
    expect(ilo2009.indicators.filter(({ weights }) => weights.CL === ('W' as string))).toEqual([]);
  });

  it('says of each profile where it comes from and whether its weights were verified', () => {
    for (const { source, licence, weightsVersion } of Object.values(ilo2009.profiles)) {
      expect(source).toContain('WCMS_105023');
      expect(licence).not.toBe('');
      expect(weightsVersion).not.toBe('');
    }
    expect(Object.entries(ilo2009.profiles).map(([id, { verified }]) => [id, verified])).toEqual([
      ['AL', true],
      ['CL', true],
      ['AS', false],
      ['CS', false],
    ]);
  });

  it('is data, and stays as it was published: a result is read for ever with the weights it was worked out on', () => {
    expect(JSON.parse(JSON.stringify(ilo2009))).toEqual(ilo2009);
    expect(createHash('sha256').update(JSON.stringify(ilo2009)).digest('hex')).toBe(
      'ec0bc3a8f51d23590f2c2b23a562ae5e937bc58169fcdcf12dea1b29982fa816',
    );
  });
});

const patternOf = (...ids: string[]) => assess('AL', present(...ids), false)?.pattern;

describe('an adult in labour', () => {
  it('worked example: deception, exploitation and coercion match the pattern of trafficking for forced labour', () => {
    expect(assess('AL', present(...D5, ...D1, ...D4), false)).toMatchObject({
      pattern: 'TRAFFICKING',
      restsOn: ['deceptive-recruitment', 'exploitation', 'coercion-at-destination'],
      beside: [],
    });
  });

  it('worked example without its pair of coercion at the destination: deception with exploitation', () => {
    expect(assess('AL', present(...D1, ...D4), false)).toMatchObject({
      pattern: 'DECEPTION_WITH_EXPLOITATION',
      restsOn: ['deceptive-recruitment', 'exploitation'],
    });
  });

  it.each([
    ['no exploitation: no pattern, whatever else is there', [...D1, ...D2, ...D5], 'NONE'],
    ['exploitation alone', D4, 'EXPLOITATION'],
    ['forced recruitment in place of deception', [...D2, ...D4, ...D5], 'TRAFFICKING'],
    ['a hard situation stands for coercion', [...D1, ...D4, ...D6], 'TRAFFICKING_BY_VULNERABILITY'],
    ['a hard situation stands for deception', [...D3, ...D4, ...D5], 'TRAFFICKING_BY_VULNERABILITY'],
    ['means that meet no recruitment are more than exploitation alone', [...D4, ...D5], 'EXPLOITATION_AND_MEANS'],
    [
      'a forced recruitment with exploitation is no matter of labour rights alone',
      [...D2, ...D4],
      'EXPLOITATION_AND_MEANS',
    ],
  ])('%s', (_what, ids, pattern) => expect(patternOf(...ids)).toBe(pattern));

  it('says what stands beside the pattern and reinforces it', () => {
    expect(assess('AL', present(...D1, ...D3, ...D4, ...D5, ...D6), false)).toMatchObject({
      pattern: 'TRAFFICKING',
      beside: ['recruitment-by-vulnerability', 'vulnerability-at-destination'],
    });
  });

  it('counts only what is present: unsure, not present and not asked weigh nothing', () => {
    const marks: IndicatorMarks = {
      ...present('d4-hours'),
      'd4-pay': 'UNSURE',
      'd4-wages': 'NOT_PRESENT',
      'd4-living': 'NOT_ASKED',
    };
    expect(assess('AL', marks, false)?.dimensions[3]).toEqual({
      dimension: 'exploitation',
      present: { strong: 1, medium: 0, weak: 0 },
      positive: false,
    });
  });
});

describe('a child in labour', () => {
  it('needs exploitation with an act; the means only add weight', () => {
    expect(assess('CL', present(...D4), true)).toMatchObject({ pattern: 'TRAFFICKING', restsOn: ['exploitation'] });
    expect(assess('CL', present(...D4, ...D5), true)).toMatchObject({ beside: ['coercion-at-destination'] });
    expect(assess('CL', present(...D4), false)).toMatchObject({ pattern: 'EXPLOITATION', actRecorded: false });
    expect(assess('CL', present(...D1, ...D5), true)?.pattern).toBe('NONE');
  });

  it('is weighed as a child: a promise of school alone with false wages is positive', () => {
    const marks = present('d1-education', 'd1-wages');
    expect(assess('CL', marks, true)?.dimensions[0]?.positive).toBe(true);
    expect(assess('AL', marks, true)?.dimensions[0]?.positive).toBe(false);
  });
});

it.each(['AS', 'CS'] as const)('%s is a checklist: nothing is worked out, whatever is marked', (profile) => {
  expect(assess(profile, present(...indicatorsOf(profile).map(({ id }) => id)), true)).toBeNull();
});

it('"n of N asked": nobody asked is not absent, unsure was asked', () => {
  expect(asked('AL', {})).toEqual({ asked: 0, of: 67 });
  const marks: IndicatorMarks = {
    'd1-work': 'PRESENT',
    'd1-wages': 'UNSURE',
    'd4-pay': 'NOT_PRESENT',
    'd4-hours': 'NOT_ASKED',
  };
  expect(asked('AL', marks)).toEqual({ asked: 3, of: 67 });
  expect(asked('CL', marks, 'deceptive-recruitment')).toEqual({ asked: 2, of: 10 });
});
