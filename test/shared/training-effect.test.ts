// domain §19: what a training changed, in its worked numbers.
import { expect, it } from 'vitest';
import { effectTogether, testRefusal, trainingEffect } from '#shared/records/training-effect';

const test = { most: 10, before: 5.2, after: 8, people: 5 };

it('§19: 5.2 before and 8.0 after of 10 points are a gain of 2.8, and 0.58 of what there was to gain', () => {
  expect(trainingEffect(test)).toEqual({ gain: 2.8, normalised: 0.58 });
});

it('§19: is told from 5 people on, and kept from 5 people on', () => {
  expect(trainingEffect({ ...test, people: 4 })).toBeNull();
  expect(testRefusal({ ...test, people: 4 })).toBe('activity-test-few');
  expect(testRefusal(test)).toBeNull();
});

it('says a loss as it is, and no share where nothing was left to gain', () => {
  expect(trainingEffect({ ...test, after: 4.7 })).toEqual({ gain: -0.5, normalised: -0.1 });
  expect(trainingEffect({ ...test, before: 10, after: 10 })).toEqual({ gain: 0, normalised: null });
});

it('takes no mean above the most points there are', () => {
  expect(testRefusal({ ...test, after: 10.5 })).toBe('activity-test-most');
});

it('weighs several trainings by their people', () => {
  const other = { most: 20, before: 10, after: 12, people: 15 };
  expect(effectTogether([test, other])).toEqual({ people: 20, normalised: 0.3 });
  expect(effectTogether([])).toBeNull();
});
