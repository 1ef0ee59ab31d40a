// What a training changed (domain §19): the mean of answers before and after. A mean of fewer than five people tells of single ones,
// so it is neither shown nor kept.
import { z } from 'zod';
import { sumOf } from '../statistics/count-table.ts';
import { thresholds } from '../statistics/shown.ts';

export const FEWEST_ANSWERS = thresholds.OURSELVES;

const Points = z.number().min(0).max(1_000);

export const TrainingTest = z.strictObject({
  /** The most points there are. */
  most: Points.positive(),
  before: Points,
  after: Points,
  /** Who answered both times. */
  people: z.int().min(1).max(100_000),
});
export type TrainingTest = z.output<typeof TrainingTest>;

export type TestRefusal = 'activity-test-few' | 'activity-test-most';

/** Why these means are not kept, or null. */
export function testRefusal({ most, before, after, people }: TrainingTest): TestRefusal | null {
  if (people < FEWEST_ANSWERS) return 'activity-test-few';
  return Math.max(before, after) > most ? 'activity-test-most' : null;
}

export interface TrainingEffect {
  /** Points: after − before. */
  readonly gain: number;
  /** Of what there was to gain: (after − before) / (most − before); null where all points were there before. */
  readonly normalised: number | null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** To two places; null for fewer than five people. */
export function trainingEffect({ most, before, after, people }: TrainingTest): TrainingEffect | null {
  if (people < FEWEST_ANSWERS) return null;
  const gain = after - before;
  return { gain: round(gain), normalised: most === before ? null : round(gain / (most - before)) };
}

/** Of several trainings, each weighing as much as its people; null while fewer than five answered in all. */
export function effectTogether(tests: readonly TrainingTest[]): { people: number; normalised: number } | null {
  const told = tests.flatMap((test) => {
    const normalised = trainingEffect(test)?.normalised ?? null;
    return normalised === null ? [] : [{ people: test.people, normalised }];
  });
  const people = sumOf(told.map((one) => one.people));
  if (people < FEWEST_ANSWERS) return null;
  return { people, normalised: round(sumOf(told.map((one) => one.people * one.normalised)) / people) };
}
