// `npm run prove [-- --only G1,G7] [--readme] [--long]`: the proofs of proofs.mjs at their full figures, against the real code of the vault's
// process and the built app. Prints a table and leaves it as out/reports/prove.json; with --readme it goes between the marks in the README as well.
// Ends with 1 when a claim does not hold or its control found nothing. A claim of something that is not built is never a pass.
// With --long the claims that have a long run are played at its figures instead (long-run.mjs).
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { runEndToEnd } from './end-to-end.mjs';
import { judge, tableOf } from './judge-proofs.mjs';
import { runLong } from './long-run.mjs';
import { proofs, RUNS } from './proofs.mjs';
import { run } from './setup/command.mjs';
import { projectFolder } from './setup/folders.mjs';
import { prepareMachine, requireBuild, runNode } from './setup/machine.mjs';
import { runAsCommand, say, Stop } from './setup/say.mjs';
import { countingReporters } from './steps.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    readme: { type: 'boolean' },
    long: { type: 'boolean' },
    seed: { type: 'string' },
  },
});
// A run that hangs is ended: on two cores that have other work each takes less than half of this.
const longestRun = 20 * 60_000;
const longestLongRun = 90 * 60_000;

await runAsCommand(async () => {
  const wanted = chosen(options.only);
  if (options.readme && (options.only || options.long)) throw new Stop('The README shows a run of all proofs.');
  const machine = await prepareMachine({ withDisplay: true, forTests: true });
  await requireBuild(machine);
  const [begun, about] = [performance.now(), await circumstances()];
  if (options.long) return tell(await proveLong(machine, wanted, about), ended(begun, about));
  const report = newReport(machine);
  const files = {};
  for (const one of RUNS) Object.assign(files, await runFiles(machine, one, { wanted, report }));
  const judged = wanted.map((proof) => judge(proof, linesOf(report), files));
  rmSync(join(report, '..'), { recursive: true });
  return tell(judged, ended(begun, about));
});

function ended(begun, about) {
  return { ...about, seconds: Math.round((performance.now() - begun) / 1000), load: loadNow() };
}

async function proveLong(machine, wanted, about) {
  const long = wanted.filter((proof) => proof.long);
  if (long.length === 0) throw new Stop('None of these has a long run.');
  const seed = options.seed === undefined ? undefined : Number(options.seed);
  const judged = [];
  for (const proof of long)
    judged.push(
      proof.long.inDays
        ? await runLong(machine, proof, { about, seed, newReport, linesOf })
        : await proveAtOnce(machine, { ...proof, ...proof.long }),
    );
  return judged;
}

/** A long run in one piece: the same file, told to do as much as the long figures ask for. */
async function proveAtOnce(machine, proof) {
  const report = newReport(machine);
  const long = { env: { SAFEHOLD_LONG: '1' }, milliseconds: longestLongRun };
  const files = await runFiles(machine, runOf(proof.files[0]), { wanted: [proof], report, ...long });
  return judge(proof, linesOf(report), files);
}

function chosen(only) {
  const ids = only?.split(',') ?? proofs.map(({ id }) => id);
  const unknown = ids.filter((id) => !proofs.some((proof) => proof.id === id));
  if (unknown.length > 0) throw new Stop(`There is no proof ${unknown.join(', ')}.`);
  return proofs.filter(({ id }) => ids.includes(id));
}

/** A file that the proofs add lines to; theirs to write, whoever runs them. */
function newReport({ owner }) {
  const folder = mkdtempSync(join(tmpdir(), 'safehold-prove-'));
  const file = join(folder, 'found.jsonl');
  writeFileSync(file, '', { mode: 0o600 });
  if (owner) for (const path of [folder, file]) chownSync(path, owner.uid, owner.gid);
  return file;
}

function linesOf(report) {
  const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** The run whose folder says most of a file's path. */
function runOf(file) {
  return RUNS.findLast(({ folder }) => file.startsWith(folder));
}

/** Runs the wanted files of one of RUNS: of each, whether all of its tests passed. */
async function runFiles(machine, one, { wanted, report, env = {}, milliseconds = longestRun }) {
  const files = [...new Set(wanted.flatMap((proof) => proof.files))].filter((file) => runOf(file) === one);
  if (files.length === 0) return {};
  const results = join(machine.project, 'out/reports', `prove-${one.name.replaceAll(' ', '-')}.json`);
  rmSync(results, { force: true });
  const args = [...files, ...countingReporters(results)];
  const settings = { env: { SAFEHOLD_PROVE: report, ...env }, show: true, milliseconds };
  await (one.workers ? runVitest(machine, one, { args, settings }) : runEndToEnd(machine, args, settings));
  return verdictsIn(results, machine.project);
}

function runVitest(machine, { workers }, { args, settings }) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', '--project', 'vault'];
  return runNode(machine, [...vitest, `--maxWorkers=${workers}`, ...args], settings);
}

function verdictsIn(results, project) {
  if (!existsSync(results)) return {};
  const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
  return Object.fromEntries(testResults.map(({ name, status }) => [relative(project, name), status === 'passed']));
}

async function circumstances() {
  const git = async (...args) => (await run('git', args, { cwd: projectFolder })).output.trim();
  return {
    at: new Date().toISOString(),
    commit: await git('rev-parse', '--short=12', 'HEAD'),
    changedSince: (await git('status', '--porcelain')) !== '',
    cores: cpus().length,
    processor: cpus()[0]?.model,
    memoryGb: Math.round(totalmem() / 1e9),
    loadBefore: loadNow(),
    node: process.versions.node,
  };
}

/** Of the last 1, 5 and 15 minutes. */
function loadNow() {
  return loadavg().map((load) => Math.round(load * 10) / 10);
}

function tell(judged, about) {
  const reports = join(projectFolder, 'out/reports');
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, 'prove.json'), `${JSON.stringify({ ...about, claims: judged }, null, 2)}\n`);
  say(`\n${tableOf(judged, proofs, { padded: true })}\n`);
  const what = `commit ${about.commit}${about.changedSince ? ' and changes since' : ''}`;
  const how = `${about.cores} cores, ${about.seconds} s, load ${about.loadBefore[0]} before and ${about.load[0]} after`;
  const when = `${about.at.slice(0, 16)}Z, ${what}, ${how}`;
  if (options.readme) intoReadme(`Run of ${when}.\n\n${tableOf(judged, proofs, { padded: false })}`);
  for (const { id, verdict, why } of judged) if (verdict === 'FAIL') say(`${id}: ${why.join('; ')}`);
  const count = (wanted) => judged.filter(({ verdict }) => verdict === wanted).length;
  say(when);
  say(`${count('pass')} hold, ${count('FAIL')} do not, ${count('not built')} not built`);
  return count('FAIL') === 0 && count('pass') > 0 ? 0 : 1;
}

/** Between its two marks, in place of the table of an earlier run. */
function intoReadme(text) {
  const file = join(projectFolder, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const [before, rest] = readme.split('<!-- proofs -->\n');
  const [, after] = (rest ?? '').split('<!-- end of proofs -->');
  if (after === undefined) throw new Stop('README.md lacks the marks between which the proofs stand.');
  writeFileSync(file, `${before}<!-- proofs -->\n${text}\n<!-- end of proofs -->${after}`);
}
