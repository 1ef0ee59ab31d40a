// Security (T9) and the reliability goal: whatever the disk does at one call of an act, the act is done and there, or refused with a
// code, and what was there before is whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../helpers/bent-disk.ts';
import { bendsOf, databaseCalls, tryBent } from '../helpers/bent-database.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { ACTS, type ActName, type FaultCase, type FaultOutcome } from '../helpers/fault-acts.ts';
import { makeBefore, runCases } from '../helpers/fault-runs.ts';

let folder: string;
let program: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  await makeBefore(folder);
  program = [await bundleVault(), folder];
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sql', () => {
  it('db', { timeout: 1_200_000 }, async () => {
    const where = { program, folder: join(folder, 'w0'), part: 'backup-2026-05-02-17' };
    const rows: unknown[] = [];
    for (const act of Object.keys(ACTS) as ActName[]) {
      const calls = await databaseCalls(where, act);
      const by: Record<string, number> = {};
      for (const c of calls) by[`${c.name} ${c.file}`] = (by[`${c.name} ${c.file}`] ?? 0) + 1;
      console.log(act, calls.length, JSON.stringify(by));
      if (process.env['SQLK'] === undefined) continue;
      const bent = calls.flatMap(bendsOf).filter((_, i) => i % Number(process.env['SQLK']) === 0);
      for (const b of bent) { const o = await tryBent(where, b); rows.push({ ...o, call: b.name, fault: { at: b.at, bend: b.bend, errno: b.answer + ' ' + b.file } }); }
    }
    writeFileSync('/tmp/faults.json', JSON.stringify(rows));
  });
});
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
