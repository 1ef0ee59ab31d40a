// A vault in a process of its own on a bent disk: `node fault-process.js <folder with what was there before> [<folder>]`. Takes one case
// a line on standard input and answers each with a line: how the act ended, what it called done, and what is wrong afterwards. With a
// second folder every case works there, and begin and end of the act are marked for whoever watches the calls of this process.
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { VaultError } from '#shared/contract/errors';
import { DAY } from '#shared/time';
import { BentDisk } from './bent-disk.ts';
import {
  ACTS,
  type ActName,
  type Before,
  type CasePlace,
  type FaultCase,
  type FaultOutcome,
  MARKS,
  parserHere,
  placeIn,
  type Trying,
  wrongIn,
} from './fault-acts.ts';
import { outcome, testClock, type TestVault, vaultOn } from './vault.ts';

const disk = await new BentDisk().install();
let bugs: string[] = [];
process.on('unhandledRejection', (error) => bugs.push(`unhandled ${String(error)}`));

const before = JSON.parse(readFileSync(join(process.argv[2]!, 'before.json'), 'utf8')) as Before;
const clock = testClock();

const openOn = (data: string): TestVault => vaultOn(data, clock, { startParser: parserHere });

async function tryCase({ act, fault }: FaultCase): Promise<FaultOutcome> {
  const begun = performance.now();
  const folder = freshFolder();
  cpSync(process.argv[2]!, folder, { recursive: true });
  const place = placeIn(folder);
  clock.now = before.now + DAY;
  bugs = [];
  let vault = openOn(place.data);
  await vault.unlock();
  const trying: Trying = { vault, place, before };
  const done: string[] = [];
  mark(folder, MARKS.begin);
  disk.arm(folder, fault);
  const ended = await outcome(ACTS[act].act(trying, (what) => done.push(what)));
  disk.disarm();
  mark(folder, MARKS.end);
  const calls = fault === null ? [...disk.calls] : [];
  clock.now += 60_000;
  const wrong = await wrongInCopy(place, done);
  const { again, anew } = await tryAgain(act, { ...trying, vault }, done);
  vault = again.vault;
  if (again.ended === 'ok')
    wrong.push(...(await wrongIn({ ...trying, vault }, done, true)).map((what) => `later ${what}`));
  vault.vault.close();
  rmSync(folder, { recursive: true, force: true });
  const ms = Math.round(performance.now() - begun);
  return {
    act,
    fault,
    ended,
    done,
    wrong,
    again: again.ended,
    anew,
    calls,
    bug: bugs.join(' | '),
    ms,
    pid: process.pid,
  };
}

function freshFolder(): string {
  const [, , , given] = process.argv;
  if (given === undefined) return mkdtempSync(join(tmpdir(), 'bent-'));
  rmSync(given, { recursive: true, force: true });
  mkdirSync(given);
  return given;
}

const mark = (folder: string, name: string): void => closeSync(openSync(join(folder, name), 'w'));

/** A copy of what lies there now, opened as the next morning does. */
async function wrongInCopy(place: CasePlace, done: readonly string[]): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'bent-look-'));
  cpSync(place.data, join(copy, 'data'), { recursive: true });
  const vault = openOn(join(copy, 'data'));
  try {
    await vault.unlock();
    return await wrongIn({ vault, place: { ...place, data: join(copy, 'data') }, before }, done);
  } catch (error) {
    return [`lost vault: ${error instanceof VaultError ? error.code : String(error)}`];
  } finally {
    vault.vault.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Without a fresh start, unless the session has ended. */
async function tryAgain(act: ActName, trying: Trying, done: string[]) {
  let { vault } = trying;
  const { state } = await vault.ask('session.status', {});
  const anew = state !== 'unlocked';
  if (anew) {
    vault = vault.restart();
    const opened = await outcome(vault.unlock());
    if (opened !== 'ok') return { again: { vault, ended: `unlock ${opened}` }, anew };
  }
  const ended = await outcome(ACTS[act].act({ ...trying, vault }, (what) => done.push(what)));
  return { again: { vault, ended }, anew };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await tryCase(JSON.parse(line) as FaultCase);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
