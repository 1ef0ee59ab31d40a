// G30: whatever the disk does at one call of an act, the act is done and there, or refused with a code; what was there before is
// whole, nothing half-done has a final name, and the next try goes well. First below node:fs, every call; then below SQLite.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorCode } from '#shared/contract/errors';
import { bentCalls, databaseCalls, tryBent } from '../helpers/bent-database.ts';
import { faultsOf } from '../helpers/bent-disk.ts';
import { bundleVault, bundleWithout } from '../helpers/bundle.ts';
import { ACTS, type ActName, type FaultCase, type FaultOutcome } from '../helpers/fault-acts.ts';
import { makeBefore } from '../helpers/fault-before.ts';
import { runCases } from '../helpers/fault-runs.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';

const SEED = Number(process.env['SAFEHOLD_SEED'] ?? 20_261_128);
/** Processes at a time. */
const SIDE = 2;
const acts = Object.keys(ACTS) as ActName[];
let folder: string;
let work: string;
let program: readonly string[];
let plain: readonly FaultOutcome[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  work = mkdtempSync(join(tmpdir(), 'faults-work-'));
  await makeBefore(folder);
  program = [await bundleVault(), folder];
  plain = await runCases(
    program,
    acts.map((act) => ({ act, fault: null })),
    SIDE,
  );
}, 240_000);
afterAll(() => [folder, work].forEach((path) => rmSync(path, { recursive: true, force: true })));

/** Every n-th of them, from a place that the seed draws. */
function some<T>(all: readonly T[], every: number): T[] {
  const first = seededNumbers(SEED)(every);
  return all.filter((_, at) => at % every === first);
}

/** What is wrong with an outcome; nothing for one that is as it should be. */
function wrongWith({ act, fault, ended, wrong, again, bug }: FaultOutcome): string[] {
  const typed = ended === 'ok' || (ErrorCode.safeParse(ended).success && ended !== 'internal');
  const found = [
    ...wrong,
    ...(typed ? [] : [`untyped ${ended}`]),
    ...(again === 'ok' ? [] : [`again ${again}`]),
    ...(bug === '' ? [] : [`untyped ${bug}`]),
  ];
  return found.map((what) => `${act} ${JSON.stringify(fault)}: ${what}`);
}

function tell(outcomes: readonly FaultOutcome[]): string[] {
  const all = outcomes.flatMap(wrongWith);
  const count = (what: RegExp): number => all.filter((one) => what.test(one)).length;
  tellFound('G30', {
    'calls bent': outcomes.length,
    'called done but not there': count(/: (?:later )?not there/),
    untyped: count(/: untyped/),
    'half or lost': count(/: (?:later )?(?:half|lost|clear)/),
    'not done at the next try': count(/: again/),
  });
  return all;
}

describe('an act on a disk that does what it is asked', () => {
  it('is done, and there', () => {
    expect(plain.flatMap(wrongWith)).toEqual([]);
    expect(plain.map(({ ended }) => ended)).toEqual(acts.map(() => 'ok'));
    tellFound('G30', { acts: plain.length });
  });
});

describe('the control: a program that does not compare what it reads back', () => {
  const COMPARES =
    "if (found.bytes !== written.bytes || found.sha256 !== written.sha256) throw new VaultError('verify-failed');";

  it('calls a package done that is not there, and the same look finds it', { timeout: 240_000 }, async () => {
    const calls = plain.find(({ act }) => act === 'package')?.calls ?? [];
    const lost = calls.flatMap((call, at) => faultsOf(call, at + 1)).filter(({ bend }) => bend === 'loses');
    const cases = lost.map((fault): FaultCase => ({ act: 'package', fault }));
    const outcomes = await runCases([await bundleWithout(COMPARES), folder], cases, SIDE);
    const found = outcomes.filter(
      ({ ended, wrong }) => ended === 'ok' && wrong.some((what) => /on the stick/.test(what)),
    );
    tellControl('G30', { 'called done but not there': found.length });
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('an act on a disk that fails, shortens, delays or lies at one call', () => {
  it('is done and there, or refused, and is done at the next try', { timeout: 3_600_000 }, async () => {
    const cases: FaultCase[] = plain.flatMap(({ act, calls }) =>
      calls.flatMap((call, at) => faultsOf(call, at + 1).map((fault) => ({ act, fault }))),
    );
    const tried = some(cases, proofSize({ test: 40, full: 4, long: 1 }));
    console.log(`calls of Node: seed ${SEED}, ${tried.length} of ${cases.length} cases`);
    expect(tell(await runCases(program, tried, SIDE))).toEqual([]);
  });

  it('below SQLite as well; a write that was lost is told at the latest when it is opened', {
    timeout: 3_600_000,
  }, async () => {
    const backup = plain.find(({ act }) => act === 'backup')?.done[0]?.replace('backup ', '') ?? '';
    const where = (side: number) => ({ program, folder: join(work, `side-${side}`), part: backup });
    const calls = (await Promise.all(acts.map((act, at) => databaseCalls(where(at), act)))).flatMap(bentCalls);
    const waiting = some(calls, proofSize({ test: 40, full: 4, long: 1 }));
    console.log(`calls of SQLite: seed ${SEED}, ${waiting.length} of ${calls.length} cases`);
    const outcomes: FaultOutcome[] = [];
    const lost: FaultOutcome[] = [];
    await Promise.all(
      Array.from({ length: SIDE }, async (_, side) => {
        for (let call = waiting.shift(); call !== undefined; call = waiting.shift())
          (call.bend === 'loses' ? lost : outcomes).push(await tryBent(where(side), call));
      }),
    );
    const told = lost.filter((outcome) => isTold(outcome));
    tellFound('G30', { 'database writes lost': lost.length, 'lost without a word': lost.length - told.length });
    expect([tell(outcomes), lost.filter((outcome) => !isTold(outcome))]).toEqual([[], []]);
  });

  /** A disk that says it has written and has not can take what was saved: nobody can prevent that, but it must be noticed. */
  const TOLD =
    /vault-damaged|history-changed|vault-commits-missing|vault-rolled-back|verify-failed|backup-damaged|salvage/;
  const isTold = (outcome: FaultOutcome): boolean =>
    wrongWith(outcome).length === 0 || wrongWith(outcome).every((what) => TOLD.test(what)) || TOLD.test(outcome.ended);
});
