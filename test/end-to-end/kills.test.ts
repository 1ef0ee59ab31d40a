// A day of a shelter, and somebody who kills processes of the app all the while: nothing that it called kept is lost, and each time it is
// back at its neutral door. The seed is printed; SAFEHOLD_KILLS=seed:kills plays the same day again.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { Day } from './kills/day.ts';
import { comeIn } from './kills/hands.ts';
import { backupsWrong, copyData, lookInCopy, packagesWrong } from './kills/outside.ts';
import { ends, helpers } from './kills/processes.ts';
import {
  cutOff,
  cuts,
  type Cutting,
  killHelper,
  LOCK,
  lock,
  look,
  nothingFound,
  whoDoes,
  work,
} from './kills/rounds.ts';

const [SEED, KILLS] = (process.env['SAFEHOLD_KILLS'] ?? `20261128:${proofSize({ test: 10, full: 40 })}`)
  .split(':')
  .map(Number) as [number, number];
/** After so many kills a copy is opened outside, as soon as one of them leaves no process that could still write; at first at once. */
const OUTSIDE_EVERY = 5;
/** After so many kills a process that only helps is killed as well. */
const HELPER_EVERY = 3;
const found = nothingFound();
let day: Day;
let morning: string;
let copies = 0;
let noticed = 0;
beforeAll(async () => {
  console.log(`the day of seed ${SEED}, ${KILLS} kills`);
  day = new Day(SEED);
  await day.begin();
  morning = copyData(day);
}, 120_000);
afterAll(async () => {
  await day.end(found.wrong.length > 0);
  rmSync(morning, { recursive: true, force: true });
});

/** Each in its turn, in an order of the seed. */
function* inTurn<T>(all: readonly T[]): Generator<T, never> {
  const below = seededNumbers(SEED + all.length);
  for (;;) {
    const left = [...all];
    while (left.length > 0) yield left.splice(below(left.length), 1)[0]!;
  }
}
const next = <T>(turn: Generator<T, never>, fits: (one: T) => boolean = () => true): T => {
  for (;;) {
    const { value } = turn.next();
    if (fits(value)) return value;
  }
};
const turns = { end: inTurn(ends), cut: inTurn(cuts), helper: inTurn(helpers) };

/** What lies on the disks while no process of the app is left; the control is the same without what was written ahead. */
async function lookOutside(): Promise<void> {
  const [copy, without] = [copyData(day), copyData(day)];
  rmSync(join(without, 'Records.vault', 'records.db-wal'), { force: true });
  if ((await lookInCopy(day, without, false)).verdict === 'vault-commits-missing') noticed += 1;
  const { verdict, differences } = await lookInCopy(day, copy, true);
  copies += 1;
  if (verdict !== 'ok') found.wrong.push(`a copy of the records: ${verdict}`);
  for (const one of differences) found.wrong.push(`in a copy ${one.thing}: kept as ${one.kept}, found ${one.found}`);
  for (const one of [copy, without]) rmSync(one, { recursive: true });
}

/** Somebody comes in, finds all that was kept, works, and is cut off. Half of the time she first locks for a colleague. */
async function round(kill: number, before: string | null, cutting: Cutting): Promise<void> {
  const { cut } = cutting;
  day.drawFor(kill);
  const who = whoDoes(day, cut);
  if (cut.name === 'coming in') return cutOff(day, { who }, cutting);
  if (before !== null && before !== who.signInName && day.below(5) === 0) {
    await look(day, await comeIn(day, day.colleague(before)), found);
    await lock(day);
  }
  const shift = await comeIn(day, who);
  await look(day, shift, found);
  await work(day, shift);
  if (kill % HELPER_EVERY === 0) await killHelper(day, shift, { kind: next(turns.helper), found });
  await cutOff(day, shift, cutting);
}

async function allRounds(): Promise<void> {
  let before: string | null = null;
  let sinceOutside = 0;
  for (let kill = 1; kill <= KILLS && found.wrong.length === 0; kill += 1) {
    const cut = next(turns.cut);
    const end = next(turns.end, (one) => cut.name !== LOCK || !['main', 'everything'].includes(one));
    sinceOutside += 1;
    const meanwhile = async (): Promise<void> => {
      if (sinceOutside < OUTSIDE_EVERY && noticed > 0) return;
      sinceOutside = 0;
      await lookOutside();
    };
    await round(kill, before, { cut, end, found, meanwhile });
    before = cut.by?.[0] ?? null;
    found.wrong.push(...(await packagesWrong(day)));
  }
}

/** In the evening: through the app once more, then everything by everybody outside of it, and every backup restored in a drill. */
async function lastLook(): Promise<void> {
  await look(day, await comeIn(day, day.colleague('ana')), found);
  await day.app.stop();
  await lookOutside();
  const copy = copyData(day);
  found.wrong.push(...(await backupsWrong(day, copy)));
  rmSync(copy, { recursive: true });
}

describe('killed all day', () => {
  it(`${KILLS} times, the app comes back to its door, and what it called kept is there`, async () => {
    await allRounds();
    if (found.wrong.length === 0) await lastLook();
    report();
    expect(found.wrong).toEqual([]);
  }, 3_600_000);

  it('the control: the records of the morning lack what was kept since, and without the log written ahead they do not open', async () => {
    const { verdict, differences } = await lookInCopy(day, morning, false);
    expect(verdict).toBe('ok');
    expect(differences.length).toBeGreaterThan(KILLS);
    expect(noticed).toBeGreaterThan(0);
    tellControl('G32', { 'missing in the morning': differences.length, 'logs missed': noticed });
  }, 60_000);
});

function report(): void {
  const of = (names: readonly string[], counts: ReadonlyMap<string, number>): number =>
    names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const figures = {
    kills: of(ends, found.kills),
    'back at the door': found.doors,
    'not back': of(ends, found.kills) - found.doors,
    ...Object.fromEntries(ends.map((end) => [`of ${end}`, found.kills.get(end) ?? 0])),
    'of helpers': of(helpers, found.kills),
    'stayed open': found.stayedOpen,
    acknowledged: day.ledger.acknowledged,
    lost: found.wrong.length,
    'imports cut': of(['import'], found.cut),
    'packages cut': of(['package'], found.cut),
    'backups cut': of(['backup', 'backup by hand'], found.cut),
    'packages told at the next unlock': found.told.size,
    'packages opened': day.ledger.keptOf('package').length,
    'backups tried': day.ledger.keptOf('backup').length,
    'copies opened': copies,
  };
  tellFound('G32', figures);
  console.log(JSON.stringify({ seed: SEED, ...figures, cut: Object.fromEntries(found.cut) }));
}
