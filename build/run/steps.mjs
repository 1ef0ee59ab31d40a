// Steps of a check: each is one npm script, timed; its output is shown when it fails, or as it comes when asked to.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { say, Stop } from './setup/say.mjs';

/** Runs `{ name, work }` and resolves to `{ name, seconds, ok, counts }`. `work` resolves to `{ code, output, shown }`. */
export async function step(name, work) {
  const begun = performance.now();
  const { code, output, shown = false, counts } = await work().catch(failure);
  const seconds = (performance.now() - begun) / 1000;
  const ok = code === 0 && (counts === undefined || counts.failed === 0);
  if (!ok && !shown) say(`\n${name} failed:\n${output}`);
  say(`  ${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  return { name, seconds, ok, counts };
}

function failure(error) {
  return { code: 1, output: error instanceof Stop ? error.message : error.stack };
}

/** Lists of steps side by side, the steps of one list one after the other. */
export async function sideBySide(...lists) {
  const results = await Promise.all(lists.map(oneByOne));
  return results.flat();
}

async function oneByOne(works) {
  const results = [];
  for (const work of works) results.push(await work());
  return results;
}

/** Arguments that make vitest print as usual and write its counts to `file` as well. */
export const countingReporters = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];

/** Runs a vitest step with a fresh report file in `project` and adds what it counted. */
export async function counted(project, file, work) {
  rmSync(join(project, file), { force: true });
  const result = await work(countingReporters(file));
  return { ...result, shown: true, counts: readCounts(join(project, file)) };
}

function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { numPassedTests: passed, numPendingTests: pending, numTodoTests: todo } = report;
  // A test file that cannot even be loaded has no failed test in it, yet it failed.
  const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
  return { passed, failed, skipped: pending + todo, named: report.testResults.flatMap(namesOfFailed) };
}

/** The failed tests of one file, each a line of its file, its name and the first line of why; the file itself if it has none. */
function namesOfFailed({ name: path, status, message, assertionResults: tests }) {
  if (status === 'passed') return [];
  const why = (text) => text?.trim().split('\n', 1)[0] ?? '';
  const failed = tests.filter((test) => test.status === 'failed');
  const file = basename(path);
  if (failed.length === 0) return [`${file}: ${why(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${why(failureMessages[0])}`);
}

/**
 * Prints the summary of all steps: the times, each failed test by name, which a long log may have lost, and `N passed, N failed`
 * as the last line. Returns the exit code.
 */
export function summary(results) {
  const total = (key) => results.reduce((sum, { counts }) => sum + (counts?.[key] ?? 0), 0);
  const seconds = results.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ');
  const uncounted = results.filter(({ ok, counts }) => !ok && !(counts?.failed > 0)).length;
  const [passed, failed] = [total('passed'), total('failed') + uncounted];
  say(`\nTime: ${seconds}.${total('skipped') > 0 ? ` ${total('skipped')} skipped.` : ''}`);
  const named = results.flatMap(({ counts }) => counts?.named ?? []);
  if (named.length > 0) say(`\nFailed:\n${named.map((line) => `  ${line}`).join('\n')}\n`);
  if (passed === 0) say('No test ran: that is a failure.');
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
