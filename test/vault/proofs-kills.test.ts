// "Saved" means on disk: a vault that is killed while people work keeps everything it acknowledged, whole.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, everyNameIn } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { runVaultProcess } from '../helpers/killed-runs.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

const KILLS = proofSize({ test: 20, full: 50 });
/** How many cases a process saves at least, before the moment of its end is drawn. */
const SAVES = proofSize({ test: 0, full: 200 });
/** Each of so many copies of the vault is killed as often as the others, then opened and looked at: one that grew large starts slowly. */
const VAULTS = 5;
let bundle: string;
let vault: TestVault;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-03-02T21:40');
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

/** How it opens, which walks the chain, every fact and every index; and which of those that were told to be saved are not there. */
async function lookFor(saved: readonly string[], dataDir: string): Promise<{ verdict: string; lost: string[] }> {
  const next = vaultOn(dataDir, vault.clock);
  const verdict = await outcome(next.unlock());
  const names = new Set(verdict === 'ok' ? await everyNameIn(next) : []);
  next.vault.close();
  return { verdict, lost: saved.filter((name) => !names.has(name)) };
}

/** The names that a process was told are saved before it was killed. */
async function savedUntilKilled(dataDir: string, kill: number): Promise<string[]> {
  vault.clock.advance(3_600_000);
  const run = { bundle, dataDir, act: 'write' as const, now: vault.clock.now, args: [String(kill * 10_000)] };
  const { lines, killed } = await runVaultProcess(run, { afterLines: SAVES, afterMs: 20 + ((kill * 37) % 230) });
  expect(killed).toBe(true);
  return lines.filter((line) => line.startsWith('saved ')).map((line) => `Person ${line.slice('saved '.length)}`);
}

describe('killed while it writes', () => {
  it(`${KILLS} times: nothing acknowledged is lost and nothing is half there`, async () => {
    let total = 0;
    for (let copy = 0; copy < VAULTS; copy += 1) {
      const dataDir = copyOf(vault.dataDir);
      const saved: string[] = [];
      for (let kill = copy; kill < KILLS; kill += VAULTS) saved.push(...(await savedUntilKilled(dataDir, kill)));
      const { verdict, lost } = await lookFor(saved, dataDir);
      tellFound('G1', { lost: lost.length, 'half there': verdict === 'ok' ? 0 : 1 });
      expect({ verdict, lost }).toEqual({ verdict: 'ok', lost: [] });
      total += saved.length;
    }
    tellFound('G1', { kills: KILLS, 'saved cases': total });
    expect(total).toBeGreaterThan(KILLS);
  }, 900_000);

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
    tellControl('G1', { noticed: 1 });
  }, 120_000);
});
