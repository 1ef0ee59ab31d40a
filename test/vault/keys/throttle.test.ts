// Waiting after wrong passphrases: how long, and that no file and no clock can make it lock people out or crash.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterMiss,
  type Attempts,
  noAttempts,
  readAttempts,
  waitMs,
  writeAttempts,
} from '../../../electron/vault/keys/throttle.ts';

const at = 1_790_000_000_000;
const missed = (times: number): Attempts =>
  Array.from({ length: times }).reduce<Attempts>((attempts) => afterMiss(attempts, at), noAttempts);

test('two misses are free, then the wait is 1, 2, 4, 8, 16, 32 seconds and stays at 60', () => {
  const seconds = Array.from({ length: 12 }, (_, times) => waitMs(missed(times), at) / 1000);
  expect(seconds).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('the wait runs down with the clock and ends', () => {
  expect(waitMs(missed(4), at + 1500)).toBe(500);
  expect(waitMs(missed(4), at + 2000)).toBe(0);
});

test('a clock set back makes nobody wait longer than the whole wait', () => {
  expect(waitMs(missed(4), at - 86_400_000)).toBe(2000);
});

test('survives a restart of the program', () => {
  expect(readAttempts(writeAttempts(missed(5)))).toEqual(missed(5));
  expect(waitMs(readAttempts(writeAttempts(missed(5))), at)).toBe(4000);
});

test.each([
  null,
  '',
  '{',
  'null',
  '[]',
  '{"misses":-1,"lastMissAt":0}',
  '{"misses":1e9,"lastMissAt":0}',
  '{"misses":3}',
  '{"misses":3,"lastMissAt":"x"}',
  '{"misses":9,"lastMissAt":0,"more":1}',
  '\0\0',
])('a missing or nonsensical file counts as no misses: %j', (text) => {
  expect(readAttempts(text)).toEqual(noAttempts);
});

test('whatever stands in the file and on the clock, the wait is between 0 and 60 s', () => {
  const file = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ misses: fc.integer(), lastMissAt: fc.integer() }).map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(file, fc.integer({ min: 0 }), (text, now) => {
      const attempts = readAttempts(text);
      for (const state of [attempts, afterMiss(attempts, now)]) {
        const wait = waitMs(state, now);
        expect(wait >= 0 && wait <= 60_000).toBe(true);
      }
    }),
  );
});
