// SIGKILL at every step of a salvage: what is there afterwards is the damaged vault, untouched, or the new one, whole. Never neither.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, copyOf, namesIn, openCases } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { zeroPages } from '../helpers/damage.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { tellFound } from '../helpers/proof.ts';
import { databaseOf } from '../helpers/tampered-vault.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

const NAMES = ['Heron', 'Ines', 'Maya'];
let bundle: string;
let vault: TestVault;
let place: string;
let name: string;
let damaged: Buffer;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-11-20T09:00');
  place = mkdtempSync(join(tmpdir(), 'records-place-'));
  await openCases(vault, NAMES);
  ({ name } = await backUp(vault, place));
  vault.vault.close();
  zeroPages(vault.dataDir, 1, 5, 9, 12);
  damaged = readFileSync(databaseOf(vault.dataDir));
}, 120_000);
afterAll(() => {
  vault.vault.close();
  rmSync(vault.dataDir, { recursive: true });
  rmSync(place, { recursive: true });
});

const run = (dataDir: string, act: VaultRun['act'], args: readonly string[] = []): VaultRun => ({
  bundle,
  dataDir,
  act,
  now: vault.clock.now,
  args,
});

/** What lies there after a kill, by every way in which it can go on. */
async function after(dataDir: string): Promise<readonly ('damaged' | 'saved')[]> {
  const next = vaultOn(dataDir, vault.clock);
  const { state } = await next.ask('session.status', {});
  if (state === 'restore-waiting') {
    const other = vaultOn(copyOf(dataDir), vault.clock);
    await next.ask('backup.continueRestore', {});
    await other.ask('backup.keepOld', {});
    return [...(await after(next.dataDir)), ...(await after(other.dataDir))];
  }
  const opened = await outcome(next.unlock());
  if (opened !== 'ok') {
    expect(opened).toBe('vault-damaged');
    expect(readFileSync(databaseOf(dataDir)).equals(damaged)).toBe(true);
    return ['damaged'];
  }
  expect(await namesIn(next)).toEqual(NAMES);
  await next.ask('session.checkVault', {});
  next.vault.close();
  return ['saved'];
}

describe('killed', () => {
  it('while the new vault is being made, before each change of the disk', async () => {
    const seen = new Set<string>();
    for (const { dataDir, changes } of await killPoints(run(vault.dataDir, 'salvage', [place, name]))) {
      for (const found of await after(dataDir)) seen.add(found);
      tellFound('G26', { 'steps at which it was killed': changes.length, 'neither vault there': 0 });
    }
    expect(seen).toContain('damaged');
  }, 240_000);

  it('while it takes its place, and while it is given up', async () => {
    const claimed = copyOf(vault.dataDir);
    expect((await runVaultProcess(run(claimed, 'salvage', [place, name]))).lines).toContain('claimed');
    const ways = new Set<string>();
    for (const { dataDir, changes } of await killPoints(run(claimed, 'start'))) {
      const found = await after(dataDir);
      tellFound('G26', { 'steps at which it was killed': changes.length, 'neither vault there': 0 });
      expect(found[0]).toBe('saved');
      ways.add(found.join());
    }
    expect(ways).toEqual(new Set(['saved', 'saved,damaged']));
    const middle = copyOf(claimed);
    const whole = await runVaultProcess(run(copyOf(claimed), 'start'));
    await runVaultProcess(run(middle, 'start'), { atChange: whole.changes - 4 });
    for (const { dataDir } of await killPoints(run(middle, 'keepOld')))
      expect((await after(dataDir)).at(-1)).toBe('damaged');
  }, 240_000);
});
