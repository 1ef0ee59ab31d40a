// The list of proofs (build/run/proofs.mjs) and the tests that do them fit each other, and the judge takes nothing on trust.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holds, judge, type Line, tableOf } from '../../build/run/judge-proofs.mjs';
import { judgeDays } from '../../build/run/long-run.mjs';
import { proofs } from '../../build/run/proofs.mjs';
import { project } from './planted-house.ts';

const proof = {
  id: 'G1',
  claim: 'Nothing is lost',
  files: ['test/a.test.ts'],
  figures: { kills: '≥ 50', lost: '0' },
  control: { says: 'without a log', figures: { noticed: '≥ 1' } },
};
const good: readonly Line[] = [
  { claim: 'G1', found: { kills: 30, lost: 0 } },
  { claim: 'G1', found: { kills: 30 } },
  { claim: 'G1', control: { noticed: 2 } },
  { claim: 'G2', found: { lost: 7 } },
];
const passed = { 'test/a.test.ts': true };

describe('a proof', () => {
  it('holds when its files passed, its figures are met in sum, and its control found something', () => {
    const judged = judge(proof, good, passed);
    expect([judged.verdict, judged.why]).toEqual(['pass', []]);
    expect(judged.found).toEqual({ kills: 60, lost: 0 });
  });

  it.each<[string, readonly Line[], Record<string, boolean>]>([
    ['a test in its files failed', good, { 'test/a.test.ts': false }],
    ['its files were never run', good, {}],
    ['a figure was not reached', good.slice(1), passed],
    ['a figure is not there at all', good.filter(({ found }) => found?.['lost'] === undefined), passed],
    ['what must be nothing is something', [...good, { claim: 'G1', found: { lost: 1 } }], passed],
    ['its control found nothing', [...good.slice(0, 2), { claim: 'G1', control: { noticed: 0 } }], passed],
    ['its control was never run', good.slice(0, 2), passed],
  ])('does not when %s', (_why, lines, files) => {
    const judged = judge(proof, lines, files);
    expect(judged.verdict).toBe('FAIL');
    expect(judged.why).not.toEqual([]);
  });

  it('of something that is not built is never a pass, whatever it found', () => {
    const lacking = { ...proof, notBuilt: 'shares' };
    const judged = judge(lacking, good, passed);
    expect(judged.verdict).toBe('not built');
    expect(tableOf([judged], [lacking], { padded: false }).split('\n').at(-1)).toBe(
      '| G1  | Nothing is lost | kills ≥ 50, lost 0 | without a log: noticed 2 | kills 60, lost 0 | not built: shares |',
    );
  });
});

describe('a long run', () => {
  const long = { ...proof, long: { figures: { kills: '≥ 500', lost: '0' } } };
  const day = (kills: number, passed = true) => ({
    passed,
    lines: [
      { claim: 'G1', found: { kills, lost: 0 } },
      { claim: 'G1', control: { noticed: 1 } },
    ],
  });

  it('holds when its days reach its own figures in sum, and each of them passed', () => {
    expect(judgeDays(long, [day(250), day(250)])).toMatchObject({ verdict: 'pass', found: { kills: 500 } });
  });

  it.each([
    ['there was no day', []],
    ['its days do not add up yet', [day(250), day(249)]],
    ['one of its days failed', [day(250), day(250, false), day(250)]],
  ])('does not when %s', (_why, days) => {
    expect(judgeDays(long, days).verdict).toBe('FAIL');
  });
});

it.each<[string, number | undefined, boolean]>([
  ['0', 0, true],
  ['0', 1, false],
  ['≥ 50', 50, true],
  ['≥ 50', 49, false],
  ['≤ 0.5', 0.5, true],
  ['≤ 0.5', 0.6, false],
  ['0.2–1.5', 1.5, true],
  ['0.2–1.5', 1.6, false],
  ['0.2–1.5', 0.1, false],
  ['0', undefined, false],
])('"%s" of %s', (asked, number, answer) => {
  expect(holds(asked, number)).toBe(answer);
});

describe('the list', () => {
  it('names each claim once, in order, each with figures and a control', () => {
    const numbers = proofs.map(({ id }) => Number(/^G(\d+)$/.exec(id)?.[1]));
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    for (const { figures, control, long } of proofs)
      for (const asked of [figures, control.figures, long?.figures ?? {}].flatMap((each) => Object.values(each))) {
        expect(asked).toMatch(/^(≥ |≤ )?[\d.]+(–[\d.]+)?$/);
        holds(asked, 0);
      }
    expect(proofs.filter((one) => Object.keys(one.control.figures).length === 0)).toEqual([]);
  });

  it.each(proofs.filter(({ files }) => files.length > 0))(
    '$id is told of by the tests that it names',
    ({ id, files }) => {
      for (const file of files) expect(existsSync(join(project, file)), file).toBe(true);
      const told = files.some((file) => readFileSync(join(project, file), 'utf8').includes(`'${id}'`));
      expect(told).toBe(true);
    },
  );
});
