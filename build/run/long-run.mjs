// `npm run prove -- --long [--only G32] [--seed 7]`: the proofs that take longer than an afternoon's patience, in days that add up. Each
// day is one run of the proof's file with a seed of its own and is kept as a line of out/reports/long-run.jsonl as soon as it is over, so that a
// run that was broken off goes on where it stood. What was found at another commit does not count. `--seed` plays one day again.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runEndToEnd } from './end-to-end.mjs';
import { judge } from './judge-proofs.mjs';
import { projectFolder } from './setup/folders.mjs';
import { say } from './setup/say.mjs';
import { countingReporters } from './steps.mjs';

/** Kills of one day: enough that beginning it costs little, few enough that its records stay those of a small house. */
const KILLS = 25;
/** Apps that are worked at the same time, each on a screen of its own. */
const SIDE_BY_SIDE = 2;
const LONGEST_DAY = 60 * 60_000;

const reportFile = join(projectFolder, 'out/reports/long-run.jsonl');

/** The days that count: of this very commit. */
function daysOf({ id }, commit) {
  if (!existsSync(reportFile)) return [];
  const lines = readFileSync(reportFile, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).filter((day) => day.id === id && day.commit === commit);
}

/**
 * Plays days of `proof` until its long figures are reached or a day fails. `about` names commit and machine; `work` makes a report for the
 * tests and reads its lines. Resolves to the judged claim.
 */
export async function runLong(machine, proof, { about, seed, newReport, linesOf }) {
  const commit = about.changedSince ? `${about.commit} and changes since ${about.at}` : about.commit;
  mkdirSync(join(projectFolder, 'out/reports'), { recursive: true });
  const taken = new Set(daysOf(proof, commit).map((day) => day.seed));
  const nextSeed = () => {
    let next = 1;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const play = async (of) => {
    const day = await playDay(machine, proof, { seed: of, newReport, linesOf });
    appendFileSync(reportFile, `${JSON.stringify({ id: proof.id, commit, ...day })}\n`);
    say(`${proof.id}, day of seed ${of}: ${day.passed ? 'nothing wrong' : 'FAILED'}, ${day.seconds} s`);
  };
  if (seed !== undefined) await play(seed);
  else await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => untilReached(proof, { commit, nextSeed, play })));
  return judgeDays(proof, daysOf(proof, commit));
}

async function untilReached(proof, { commit, nextSeed, play }) {
  for (;;) {
    const days = daysOf(proof, commit);
    const judged = judgeDays(proof, days);
    if (judged.verdict === 'pass' || days.some(({ passed }) => !passed)) return;
    await play(nextSeed());
  }
}

async function playDay(machine, { files: [file] }, { seed, newReport, linesOf }) {
  const report = newReport(machine);
  const began = performance.now();
  const results = join(machine.project, 'out/reports', `long-run-${seed}.json`);
  const env = { SAFEHOLD_PROVE: report, SAFEHOLD_KILLS: `${seed}:${KILLS}` };
  const options = { env, show: false, milliseconds: LONGEST_DAY, screens: 1 };
  const { code, output } = await runEndToEnd(machine, [file, ...countingReporters(results)], options);
  if (code !== 0) say(output);
  return { seed, passed: code === 0, seconds: Math.round((performance.now() - began) / 1000), lines: linesOf(report) };
}

/** All days in one: it holds when each passed and the figures are reached in sum. */
export function judgeDays(proof, days) {
  const [file] = proof.files;
  const passed = days.length > 0 && days.every((day) => day.passed);
  return judge(
    { ...proof, ...proof.long },
    days.flatMap(({ lines }) => lines),
    { [file]: passed },
  );
}
