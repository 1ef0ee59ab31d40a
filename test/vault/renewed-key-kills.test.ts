// Killed at any moment of a removal: the vault opens for who is left, with the old key or the new one, and for nobody else; everything
// that was saved is there, and the next unlock finishes what was begun.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffMemberId } from '#shared/ids';
import { copyOf, everyNameIn } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { type Run, runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { proofSize, tellFound } from '../helpers/proof.ts';
import { newVault, outcome, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
const KILLS = proofSize({ test: 12, full: 50 });
let bundle: string;
let vault: TestVault;
let joId: StaffMemberId;
let names: string[];
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-11-20T09:00');
  joId = (await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO })).id;
  for (let day = 0; day < 4; day += 1) await workADay(vault, day, 40);
  names = await everyNameIn(vault);
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

const removeIn = (dataDir: string): VaultRun => ({
  bundle,
  dataDir,
  act: 'remove',
  now: vault.clock.now + 60_000,
  args: [joId],
});
const begun = ({ lines }: Run): number =>
  Number(lines.find((line) => line.startsWith('begun '))?.slice('begun '.length));

/** Opens what a kill left, as the next morning does. Answers how far the removal had come. */
async function morning(dataDir: string): Promise<'before' | 'removed'> {
  const forHer = await outcome(vaultOn(copyOf(dataDir), testClock('2027-01-21T09:00')).unlock(JO));
  const next = vaultOn(dataDir, testClock('2027-01-21T09:00'));
  await next.unlock();
  expect(await everyNameIn(next)).toEqual(names);
  await next.ask('session.checkVault', {});
  const jo = (await next.ask('staffMember.list', {})).find(({ id }) => id === joId);
  expect((await next.ask('staffMember.key', {})).due).toBe(false);
  next.vault.close();
  const epoch = await lookInside(dataDir, (opened) => opened.epoch);
  if (jo?.disabledAt === null) {
    expect([epoch, forHer]).toEqual([1, expect.stringMatching(/^(ok|wrong-passphrase)$/)]);
    return 'before';
  }
  expect([epoch, forHer]).toEqual([2, 'wrong-passphrase']);
  return 'removed';
}

describe('killed while a colleague is removed', () => {
  it('just before each change of the disk', async () => {
    const seen = new Map<string, number>();
    for (const { dataDir, lines, changes } of await killPoints(removeIn(vault.dataDir), begun)) {
      const found = await morning(dataDir);
      if (lines.includes('removed')) expect(found, `changes ${changes.join()}`).toBe('removed');
      seen.set(found, (seen.get(found) ?? 0) + 1);
    }
    tellFound('G18', { 'steps at which it was killed': [...seen.values()].reduce((sum, count) => sum + count, 0) });
    expect([...seen.keys()].sort()).toEqual(['before', 'removed']);
  }, 240_000);

  it('at moments of their own, in the middle of SQLite’s work as well', async () => {
    const seen: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const dataDir = copyOf(vault.dataDir);
      await runVaultProcess(removeIn(dataDir), { afterMs: 2 + Math.round((kill * 150) / KILLS) });
      seen.push(await morning(dataDir));
    }
    tellFound('G18', { 'kills at random': seen.length, 'vaults that did not open': 0 });
    expect(seen).toHaveLength(KILLS);
  }, 240_000);
});
