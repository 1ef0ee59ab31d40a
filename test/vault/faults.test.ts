// Security (T9) and the reliability goal: whatever the disk does at one call of an act, the act is done and there, or refused with a
// code, and what was there before is whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../helpers/bent-disk.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { ACTS, type ActName } from '../helpers/fault-acts.ts';
import type { FaultCase, FaultOutcome } from '../helpers/fault-process.ts';
import { makeBefore, runCases } from '../helpers/fault-runs.ts';

let folder: string;
let program: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  await makeBefore(folder);
  program = [await bundleVault(), folder];
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('explore', () => {
  it('all', { timeout: 1_200_000 }, async () => {
    const acts = Object.keys(ACTS) as ActName[];
    const plain = await runCases(program, acts.map((act) => ({ act, fault: null })), 2);
    for (const p of plain) console.log(p.act, p.ended, p.done, p.wrong, p.again, p.bug, p.calls.length, p.ms);
    const cases: FaultCase[] = plain.flatMap(({ act, calls }) =>
      calls.flatMap((call, at) => faultsOf(call, at + 1).map((fault) => ({ act, fault }))),
    );
    console.log('cases', cases.length);
    if (process.env['EXPLORE'] === undefined) return;
    const begun = performance.now();
    const k = Number(process.env['EXPLORE']);
    const out: FaultOutcome[] = await runCases(program, cases.filter((_, i) => i % k === 0), 2);
    const names = new Map(plain.map((p) => [p.act, p.calls]));
    writeFileSync('/tmp/faults.json', JSON.stringify(out.map((o) => ({ ...o, call: names.get(o.act)?.[(o.fault?.at ?? 1) - 1]?.name }))));
    console.log('took', (performance.now() - begun) / 1000, out.length);
  });
});
