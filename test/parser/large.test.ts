// 10,000 people with all 84 fields filled: at most 10 seconds of work and 400 MB, with progress on the way.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkbook } from '../../build/workbooks/generate.mjs';
import { buildParser, type BuiltParser, parseFile, startParser } from '../helpers/parser-process.ts';

let parser: BuiltParser;
let path: string;
beforeAll(async () => {
  parser = await buildParser();
  path = join(mkdtempSync(join(tmpdir(), 'large-')), 'large.xlsx');
  writeFileSync(path, await makeWorkbook({ people: 10_000, traps: false, fields: 'all' }));
}, 120_000);
afterAll(() => {
  parser.remove();
  rmSync(join(path, '..'), { recursive: true, force: true });
});

test('10,000 rows of 84 fields', async () => {
  const begun = performance.now();
  const outcome = await parseFile(parser, path);
  const seconds = (performance.now() - begun) / 1000;
  if (!outcome.ok) throw new Error(outcome.code);
  console.log(
    `10,000 × 84: ${seconds.toFixed(1)} s, parser ${outcome.cpuSeconds.toFixed(1)} s of processor, ${outcome.peakMb.toFixed(0)} MB`,
  );
  expect(outcome.rows).toHaveLength(10_000);
  expect(outcome.rows.at(-1)?.number).toBe(10_002);
  expect(outcome.progress.length).toBeGreaterThan(20);
  expect(outcome.progress).toEqual(outcome.progress.toSorted((a, b) => a - b));
  // Processor time, so that a busy machine does not fail the test; on a quiet one it is the time.
  expect(outcome.cpuSeconds).toBeLessThan(10);
  expect(outcome.peakMb).toBeLessThan(400);
}, 120_000);

test('stopping ends the process at once, however much it still has to say', async () => {
  const child = startParser(parser);
  child.send({ type: 'read', path, today: '2026-11-23' });
  await new Promise((resolve) => child.once('message', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send({ type: 'stop' });
  expect(await ended).toBe(0);
}, 60_000);

test('a vault that stops listening is not flooded: the parser waits for leave to go on', async () => {
  const child = startParser(parser);
  let batches = 0;
  child.on('message', (message: { type: string }) => (batches += message.type === 'rows' ? 1 : 0));
  child.send({ type: 'read', path, today: '2026-11-23' });
  while (batches < 4) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(batches).toBe(4);
  child.kill('SIGKILL');
}, 60_000);
