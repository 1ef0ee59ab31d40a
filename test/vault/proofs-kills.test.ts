// "Saved" means on disk: a vault that is killed while people work keeps everything it acknowledged, whole.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { runVaultProcess } from '../helpers/killed-runs.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

const KILLS = 20;
let bundle: string;
let vault: TestVault;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-03-02T21:40');
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

async function everyName(dataDir: string): Promise<Set<string>> {
  const next = vaultOn(dataDir, vault.clock);
  await next.unlock(); // walks the chain, every fact and every index
  const names = new Set<string>();
  for (let offset = 0; ; offset += 100) {
    const { rows, total } = await next.ask('caseFile.list', { order: 'opened', limit: 100, offset });
    for (const row of rows) names.add(row.nameUsed);
    if (offset + 100 >= total) break;
  }
  next.vault.close();
  return names;
}

describe('killed while it writes', () => {
  it(`${KILLS} times: nothing acknowledged is lost and nothing is half there`, async () => {
    const saved: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      vault.clock.advance(3_600_000);
      const run = {
        bundle,
        dataDir: vault.dataDir,
        act: 'write' as const,
        now: vault.clock.now,
        args: [String(kill * 10_000)],
      };
      const { lines, killed } = await runVaultProcess(run, { afterMs: 20 + ((kill * 37) % 230) });
      expect(killed).toBe(true);
      saved.push(
        ...lines.filter((line) => line.startsWith('saved ')).map((line) => `Person ${line.slice('saved '.length)}`),
      );
      if (kill % 5 === 4) {
        const names = await everyName(vault.dataDir);
        expect(saved.filter((name) => !names.has(name))).toEqual([]);
      }
    }
    expect(saved.length).toBeGreaterThan(KILLS);
  }, 180_000);

  it('the control: without its write-ahead log the same vault says that commits are missing', async () => {
    // A kill just after a checkpoint leaves a log that holds nothing new: then the next one is looked at.
    const verdicts: string[] = [];
    for (let kill = 0; kill < 8 && verdicts.at(-1) !== 'vault-commits-missing'; kill += 1) {
      const now = vault.clock.now + (kill + 2) * 3_600_000;
      const run = {
        bundle,
        dataDir: vault.dataDir,
        act: 'write' as const,
        now,
        args: [String(900_000 + kill * 10_000)],
      };
      const { lines } = await runVaultProcess(run, { afterMs: 200 });
      expect(lines.some((line) => line.startsWith('saved '))).toBe(true);
      const copy = copyOf(vault.dataDir);
      rmSync(join(copy, 'Records.vault', 'records.db-wal'));
      verdicts.push(await outcome(vaultOn(copy, vault.clock).unlock()));
    }
    expect(verdicts.at(-1)).toBe('vault-commits-missing');
    expect(verdicts.slice(0, -1).filter((verdict) => verdict !== 'ok')).toEqual([]);
  }, 120_000);
});
