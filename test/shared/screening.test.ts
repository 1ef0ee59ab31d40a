// domain §5: what answers come to, at every boundary, and what opens the safety step.
import { describe, expect, it } from 'vitest';
import type { Answers } from '#shared/answers';
import { StaffMemberId } from '#shared/ids';
import { InstrumentDefinition, type InstrumentId } from '#shared/instruments/instrument-definition';
import { askedInstrument, newestInstrument, publishedInstruments } from '#shared/instruments/published';
import { type AsqAnswer, DEFAULT_CUTS, type ScreeningAnswers } from '#shared/records/screening';
import { screenAge } from '#shared/records/screening-age';
import {
  ageRefusal,
  answersRefusal,
  bandOf,
  changeMeans,
  cssrsTier,
  nextScreen,
  resultOf,
  safetyReason,
} from '#shared/records/screening-rules';

type Gate = 'YES' | 'NO' | null;
const items = (answers: readonly (number | null)[], gate: Gate = null): ScreeningAnswers => ({
  entry: 'items',
  gate,
  answers: [...answers],
});
const score = (id: InstrumentId, given: ScreeningAnswers, cuts = DEFAULT_CUTS) =>
  resultOf(newestInstrument(id), given, cuts);
const of = (id: InstrumentId, answers: readonly (number | null)[]) => score(id, items(answers));
const reason = (id: InstrumentId, given: ScreeningAnswers) => safetyReason(id, given, score(id, given));
/** Nine or seven answers that come to this total. */
const coming = (total: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.max(0, Math.min(3, total - 3 * at)));

describe('PHQ-9', () => {
  it('[2,1,2,2,1,1,1,0,1] is 11, moderate, positive, and opens the safety step', () => {
    const given = items([2, 1, 2, 2, 1, 1, 1, 0, 1]);
    expect(score('phq-9', given)).toEqual({
      kind: 'total',
      total: 11,
      max: 27,
      cut: 10,
      positive: true,
      band: 'MODERATE',
      clusters: null,
    });
    expect(reason('phq-9', given)).toBe('PHQ9_ITEM_9');
  });

  it('[0,0,0,0,0,0,0,0,1] is 1, minimal, and opens the safety step all the same', () => {
    const given = items([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(score('phq-9', given)).toMatchObject({ total: 1, band: 'MINIMAL', positive: false });
    expect(reason('phq-9', given)).toBe('PHQ9_ITEM_9');
  });

  it('nine threes are 27, severe', () =>
    expect(of('phq-9', Array(9).fill(3))).toMatchObject({ total: 27, band: 'SEVERE', positive: true }));

  it.each([
    [4, 'MINIMAL', false],
    [5, 'MILD', false],
    [9, 'MILD', false],
    [10, 'MODERATE', true],
    [14, 'MODERATE', true],
    [15, 'MODERATELY_SEVERE', true],
    [19, 'MODERATELY_SEVERE', true],
    [20, 'SEVERE', true],
  ])('%i is %s', (total, band, positive) =>
    expect(of('phq-9', coming(total, 9))).toMatchObject({ total, band, positive }),
  );

  it('has no total when a question was skipped: incomplete, 7 of 9', () =>
    expect(of('phq-9', [3, 3, 3, null, 3, 3, null, 3, 3])).toEqual({ kind: 'incomplete', answered: 7, asked: 9 }));

  it('opens the safety step for the ninth question alone, and not when that one was skipped or is 0', () => {
    expect(reason('phq-9', items([null, null, null, null, null, null, null, null, 1]))).toBe('PHQ9_ITEM_9');
    expect(reason('phq-9', items([3, 3, 3, 3, 3, 3, 3, 3, 0]))).toBeNull();
    expect(reason('phq-9', items([3, 3, 3, 3, 3, 3, 3, 3, null]))).toBeNull();
  });
});

describe('the short screens', () => {
  it('PHQ-2 (2,1) is 3: positive, and offers PHQ-9; 2 does not', () => {
    const positive = of('phq-2', [2, 1]);
    expect(positive).toMatchObject({ total: 3, positive: true, cut: 3, band: null });
    expect(nextScreen('phq-2', positive)).toBe('phq-9');
    expect(nextScreen('phq-2', of('phq-2', [1, 1]))).toBeNull();
  });

  it('GAD-2 (2,2) is 4: positive, and offers GAD-7; 2 does not', () => {
    const positive = of('gad-2', [2, 2]);
    expect(positive).toMatchObject({ total: 4, positive: true });
    expect(nextScreen('gad-2', positive)).toBe('gad-7');
    expect(nextScreen('gad-2', of('gad-2', [2, 0]))).toBeNull();
  });

  it.each([
    ['phq-2', 'phq-9'],
    ['gad-2', 'gad-7'],
  ] as const)('%s asks the first two questions of %s, word for word', (short, long) =>
    expect(askedInstrument(short)!.items).toEqual(askedInstrument(long)!.items.slice(0, 2)),
  );
});

describe('GAD-7', () => {
  it('[2,2,3,1,1,2,2] is 13, moderate', () =>
    expect(of('gad-7', [2, 2, 3, 1, 1, 2, 2])).toMatchObject({ total: 13, band: 'MODERATE', positive: true }));

  it.each([
    [4, 'MINIMAL', false],
    [5, 'MILD', false],
    [9, 'MILD', false],
    [10, 'MODERATE', true],
    [14, 'MODERATE', true],
    [15, 'SEVERE', true],
    [21, 'SEVERE', true],
  ])('%i is %s', (total, band, positive) =>
    expect(of('gad-7', coming(total, 7))).toMatchObject({ total, max: 21, band, positive }),
  );
});

describe('PC-PTSD-5', () => {
  it('[Y,Y,Y,N,N] is 3: positive at 3, negative at 4, and says which', () => {
    const given = items([1, 1, 1, 0, 0], 'YES');
    expect(score('pc-ptsd-5', given)).toMatchObject({ total: 3, max: 5, cut: 3, positive: true });
    expect(score('pc-ptsd-5', given, { pcPtsd5: 4, pcl5: 31 })).toMatchObject({ total: 3, cut: 4, positive: false });
  });

  it('ends at 0 when there was no such event, and asks nothing more', () =>
    expect(score('pc-ptsd-5', items([null, null, null, null, null], 'NO'))).toMatchObject({
      total: 0,
      positive: false,
    }));

  it('has no total when the first question was skipped', () =>
    expect(score('pc-ptsd-5', items([1, 1, 1, 1, 1]))).toEqual({ kind: 'incomplete', answered: 5, asked: 5 }));
});

describe('PCL-5', () => {
  const worked = [2, 3, 1, 2, 0, 3, 2, 1, 2, 0, 3, 2, 1, 0, 2, 1, 0, 3, 2, 2];

  it.each([
    [31, true],
    [32, true],
    [33, false],
  ])('8+5+9+10 = 32, read with a cut-off of %i', (pcl5, positive) =>
    expect(score('pcl-5', items(worked), { pcPtsd5: 3, pcl5 })).toMatchObject({
      total: 32,
      cut: pcl5,
      positive,
      max: 80,
    }),
  );

  it('meets the rule of clusters with B3 C2 D3 E4', () =>
    expect(of('pcl-5', worked)).toMatchObject({ clusters: { B: 3, C: 2, D: 3, E: 4, met: true } }));

  it.each([
    ['B', 0, 5, 1],
    ['C', 5, 7, 1],
    ['D', 7, 14, 2],
    ['E', 14, 20, 2],
  ] as const)('does not meet it with one item too few of %s', (_cluster, from, to, least) => {
    const few = worked.map((value, at) => (at >= from && at < to ? (at < from + least - 1 ? 2 : 1) : value));
    expect(of('pcl-5', few)).toMatchObject({ clusters: { met: false } });
    const enough = few.map((value, at) => (at === from + least - 1 ? 2 : value));
    expect(of('pcl-5', enough)).toMatchObject({ clusters: { met: true } });
  });
});

describe('a change since last time', () => {
  it.each([
    ['pcl-5', 40, 36, 'SMALL'],
    ['pcl-5', 40, 35, 'RELIABLE'],
    ['pcl-5', 40, 31, 'RELIABLE'],
    ['pcl-5', 40, 30, 'CLEAR'],
    ['pcl-5', 30, 40, 'CLEAR'],
    ['phq-9', 11, 7, 'SMALL'],
    ['phq-9', 11, 6, 'CLEAR'],
    ['gad-7', 13, 3, 'NOT_KNOWN'],
  ] as const)('%s from %i to %i is %s', (id, before, after, means) =>
    expect(changeMeans(id, before, after)).toBe(means),
  );
});

describe('ASQ', () => {
  const asq = (
    answers: (AsqAnswer | null)[],
    acuity: AsqAnswer | null = null,
    judgement = false,
  ): ScreeningAnswers => ({
    entry: 'asq',
    answers,
    acuity,
    judgement,
  });
  const none: AsqAnswer[] = ['NO', 'NO', 'NO', 'NO'];

  it('[N,DECLINED,N,N] is positive, and asks the fifth question', () => {
    const given = asq(['NO', 'DECLINED', 'NO', 'NO']);
    expect(score('asq', given)).toEqual({ kind: 'asq', outcome: 'POSITIVE', byJudgement: false });
    expect(reason('asq', given)).toBe('ASQ');
  });

  it('all no is negative, and opens nothing', () => {
    expect(score('asq', asq(none))).toMatchObject({ outcome: 'NEGATIVE' });
    expect(reason('asq', asq(none))).toBeNull();
  });

  it.each([
    ['YES', 'ACUTE'],
    ['NO', 'NON_ACUTE'],
    ['DECLINED', 'POSITIVE'],
  ] as const)('a fifth answer of %s is %s', (acuity, outcome) => {
    const given = asq(['NO', 'NO', 'YES', 'NO'], acuity);
    expect(score('asq', given)).toMatchObject({ outcome });
    expect(reason('asq', given)).toBe('ASQ');
  });

  it('judgement overrides a negative', () => {
    expect(score('asq', asq(none, null, true))).toEqual({ kind: 'asq', outcome: 'POSITIVE', byJudgement: true });
    expect(reason('asq', asq(none, null, true))).toBe('ASQ');
  });

  it('is incomplete while nothing is positive and something was not asked; one yes is enough to be positive', () => {
    expect(score('asq', asq(['NO', 'NO', null, 'NO']))).toEqual({ kind: 'incomplete', answered: 3, asked: 4 });
    expect(score('asq', asq(['YES', null, null, null]))).toMatchObject({ outcome: 'POSITIVE' });
  });
});

describe('C-SSRS', () => {
  it.each([
    [[], 'NO', 'NONE', null],
    [[1], 'NO', 'LOW', null],
    [[1, 2], 'NO', 'LOW', null],
    [[1, 2, 3], 'NO', 'MODERATE', 'C_SSRS'],
    [[], 'LONGER_AGO', 'MODERATE', 'C_SSRS'],
    [[1, 2, 3, 4], 'NO', 'HIGH', 'C_SSRS'],
    [[1, 2, 5], 'NO', 'HIGH', 'C_SSRS'],
    [[], 'WITHIN_3_MONTHS', 'HIGH', 'C_SSRS'],
  ] as const)('yes to %j and six %s is %s', (yes, six, tier, opens) => {
    expect(cssrsTier({ yes, six })).toBe(tier);
    expect(reason('c-ssrs', { entry: 'c-ssrs', tier })).toBe(opens);
  });

  it('without the second, the third to fifth are not asked and count for nothing', () =>
    expect(cssrsTier({ yes: [1, 3, 4, 5], six: 'NO' })).toBe('LOW'));
});

describe('the instruments', () => {
  it('are sound data with source, licence and version', () => {
    for (const instrument of publishedInstruments) {
      expect(InstrumentDefinition.safeParse(instrument).success, instrument.id).toBe(true);
      expect(JSON.parse(JSON.stringify(instrument))).toEqual(instrument);
    }
  });

  it('have as many questions as their names say, and ask none of ASQ and C-SSRS', () => {
    const counts = publishedInstruments.map((one) => [one.id, one.entry === 'items' ? one.items.length : 0]);
    expect(Object.fromEntries(counts)).toEqual({
      'phq-2': 2,
      'phq-9': 9,
      'gad-2': 2,
      'gad-7': 7,
      'pc-ptsd-5': 5,
      'pcl-5': 20,
      asq: 0,
      'c-ssrs': 0,
    });
  });

  it('take only answers that fit them', () => {
    const refused = (id: InstrumentId, given: ScreeningAnswers) => answersRefusal(newestInstrument(id), given);
    expect(refused('phq-2', items([3, 0]))).toBeNull();
    expect(refused('phq-2', items([4, 0]))).toBe('screening-answers');
    expect(refused('phq-2', items([1, 1, 1]))).toBe('screening-answers');
    expect(refused('phq-2', items([1, 1], 'YES'))).toBe('screening-answers');
    expect(refused('pc-ptsd-5', items([2, 0, 0, 0, 0], 'YES'))).toBe('screening-answers');
    expect(refused('asq', items([1, 1, 1, 1]))).toBe('screening-answers');
    expect(refused('c-ssrs', { entry: 'c-ssrs', tier: 'LOW' })).toBeNull();
    expect(refused('phq-9', { entry: 'c-ssrs', tier: 'LOW' })).toBe('screening-answers');
  });
});

describe('nobody under 12 is screened', () => {
  const stamp = {
    recordedAt: Date.parse('2026-03-02T20:00Z'),
    recordedBy: StaffMemberId.parse('018f0000-0000-7000-8000-000000000001'),
  };
  const told = (question: string, value: unknown): Answers => ({
    [question]: { state: 'ANSWERED', source: 'EXPRESSED', value: value as string, ...stamp },
  });
  const born = (value: object) => told('born-on', value);

  it.each([
    ['2014-03-05', 'OLD_ENOUGH'],
    ['2014-03-06', 'UNDER_12'],
  ])('born on %s, on 5 March 2026', (date, age) =>
    expect(screenAge(born({ precision: 'exact', date }), '2026-03-05')).toBe(age),
  );

  it('a birthday known by its year is enough when every day of it is', () => {
    expect(screenAge(born({ precision: 'year', year: 2013 }), '2026-03-05')).toBe('OLD_ENOUGH');
    expect(screenAge(born({ precision: 'year', year: 2014 }), '2026-03-05')).toBe('UNKNOWN');
    expect(screenAge(born({ precision: 'year', year: 2015 }), '2026-03-05')).toBe('UNDER_12');
  });

  it('an age band holds for the day it was said, and she gets older', () => {
    const child = told('age-band', 'age-0-8');
    const young = told('age-band', 'age-9-17');
    expect(screenAge(child, '2026-03-05')).toBe('UNDER_12');
    expect(screenAge(child, '2029-03-05')).toBe('UNKNOWN');
    expect(screenAge(young, '2026-03-05')).toBe('UNKNOWN');
    expect(screenAge(young, '2029-03-05')).toBe('OLD_ENOUGH');
    expect(screenAge(told('age-band', 'age-21-23'), '2026-03-05')).toBe('OLD_ENOUGH');
    expect(screenAge({}, '2026-03-05')).toBe('UNKNOWN');
  });

  it('an unknown age asks somebody to ask', () => {
    expect(ageRefusal('UNKNOWN', false)).toBe('screening-age');
    expect(ageRefusal('UNKNOWN', true)).toBeNull();
    expect(ageRefusal('UNDER_12', true)).toBe('screening-under-12');
    expect(ageRefusal('OLD_ENOUGH', false)).toBeNull();
  });

  it('the band has no say where the total has none', () => expect(bandOf('pcl-5', 40)).toBeNull());
});
