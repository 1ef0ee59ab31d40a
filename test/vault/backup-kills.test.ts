// SIGKILL at every moment: a backup that was cut off is never taken for one and the last good one stays; a restore that was cut
// off leaves a vault that opens, the old one or the restored one, at each of its steps.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '#shared/time';
import { backUp, chosen, copyOf, namesIn, openCases } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

const OLD = ['Heron', 'Ines', 'Maya', 'Noor'];
const RESTORED = ['Heron', 'Ines', 'Maya'];

let bundle: string;
let vault: TestVault;
let place: string;
let good: string;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-11-20T09:00');
  place = mkdtempSync(join(tmpdir(), 'records-place-'));
  await openCases(vault, RESTORED);
  good = (await backUp(vault, place)).name;
  vault.clock.advance(DAY);
  await openCases(vault, ['Noor']);
  vault.vault.close();
}, 120_000);
afterAll(async () => {
  await vault.remove();
  rmSync(place, { recursive: true });
});

const run = (dataDir: string, act: VaultRun['act'], args: readonly string[] = []): VaultRun => ({
  bundle,
  dataDir,
  act,
  now: vault.clock.now,
  args,
});

/** Opens what is there and tells whose names are in it; with a restore waiting, both ways of going on. */
async function namesAfter(dataDir: string): Promise<readonly string[][]> {
  const next = vaultOn(dataDir, vault.clock);
  const { state } = await next.ask('session.status', {});
  if (state !== 'restore-waiting') {
    await next.unlock();
    const names = await namesIn(next);
    next.vault.close();
    return [names];
  }
  const other = vaultOn(copyOf(dataDir), vault.clock);
  await next.ask('backup.continueRestore', {});
  await other.ask('backup.keepOld', {});
  return [...(await namesAfter(next.dataDir)), ...(await namesAfter(other.dataDir))];
}

/** Of the steps that left these very bytes: whether each way of going on led to one of the two vaults. */
function tellSteps(changes: readonly number[], ways: readonly (readonly string[])[]): void {
  const known = [OLD, RESTORED].map((names) => names.join());
  const opens = ways.length > 0 && ways.every((names) => known.includes(names.join()));
  tellFound('G23', { 'steps of restore': changes.length, 'no vault opens': opens ? 0 : changes.length });
}

describe('a killed backup', () => {
  it('12 kills: no bad backup is ever offered, the good one stays, and the vault opens', async () => {
    const made: string[] = [];
    for (let kill = 0; kill < 12; kill += 1) {
      vault.clock.advance(60_000);
      const { lines } = await runVaultProcess(run(vault.dataDir, 'backup', [place]), { afterMs: 10 + kill * 60 });
      made.push(...lines.filter((line) => line.startsWith('made ')).map((line) => line.slice('made '.length)));
    }
    const next = vaultOn(vault.dataDir, vault.clock);
    await next.unlock();
    const found = await next.ask('backup.inspect', { folder: next.grant(place) });
    const names = found.map((backup) => backup.name);
    expect(names).toEqual(expect.arrayContaining([good, ...made]));
    let bad = 0;
    for (const { name } of found) {
      const verdict = await outcome(next.ask('backup.drill', chosen(next, place, name)));
      if (verdict !== 'ok') bad += 1;
      expect(verdict, name).toBe('ok');
    }
    tellFound('G10', { kills: 12, 'bad backups offered': bad, 'good backups lost': names.includes(good) ? 0 : 1 });
    tellControl('G10', { 'backups cut off': 13 - found.length });
    expect(found.length).toBeLessThan(13); // the test of the test: some kills did hit
    expect(await namesIn(next)).toEqual(OLD);
    vault.clock.advance(60_000);
    await backUp(next, place);
    expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([]);
    next.vault.close();
  }, 120_000);
});

describe('a killed restore', () => {
  it('while it is being prepared: the old vault opens, or the claim stands and both ways work', async () => {
    const seen = new Set<string>();
    for (const { dataDir, changes } of await killPoints(run(vault.dataDir, 'restore', [place, good]))) {
      const ways = await namesAfter(dataDir);
      tellSteps(changes, ways);
      for (const names of ways) {
        expect([OLD, RESTORED], `changes ${changes.join()}`).toContainEqual(names);
        seen.add(names.join());
      }
    }
    expect(seen).toContain(OLD.join());
    tellControl('G23', { 'vaults met': seen.has(OLD.join()) ? 1 : 0 });
  }, 120_000);

  it('while it is being carried out, at each step: it goes on or goes back, and either vault opens', async () => {
    const claimed = copyOf(vault.dataDir);
    expect((await runVaultProcess(run(claimed, 'restore', [place, good]))).lines).toContain('claimed');
    const states = new Set<number>();
    for (const { dataDir, changes } of await killPoints(run(claimed, 'start'))) {
      const ways = await namesAfter(dataDir);
      tellSteps(changes, ways);
      states.add(ways.length);
      expect(ways[0], `steps ${changes.join()}, going on`).toEqual(RESTORED);
      if (ways.length === 2) expect(ways[1], `steps ${changes.join()}, going back`).toEqual(OLD);
    }
    expect(states).toEqual(new Set([1, 2]));
    tellControl('G23', { 'vaults met': 1 });
  }, 120_000);

  it('while it is being given up, at each step: the old vault comes back', async () => {
    const claimed = copyOf(vault.dataDir);
    await runVaultProcess(run(claimed, 'restore', [place, good]));
    // Cut off in the middle of the swap: the old vault already has its other name.
    const whole = await runVaultProcess(run(copyOf(claimed), 'start'));
    const middle = copyOf(claimed);
    await runVaultProcess(run(middle, 'start'), { atChange: whole.changes - 4 });
    expect((await vaultOn(middle, vault.clock).ask('session.status', {})).state).toBe('restore-waiting');
    for (const { dataDir, changes } of await killPoints(run(middle, 'keepOld'))) {
      const ways = await namesAfter(dataDir);
      tellSteps(changes, ways);
      expect(ways.at(-1), `steps ${changes.join()}`).toEqual(OLD);
    }
  }, 120_000);
});
