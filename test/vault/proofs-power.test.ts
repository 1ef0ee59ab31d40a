// The power goes while people work: whatever the disk had not yet written, what was said to be saved is there, and the vault opens.
// A run of the vault's process is watched by the kernel, and then cut off at random moments, on a disk that keeps only what it must.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, everyNameIn } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { runVaultProcess } from '../helpers/killed-runs.ts';
import { WatchedDisk } from '../helpers/power-cut.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { type Change, changesIn, watchingWrites } from '../helpers/watched-writes.ts';

const { CUTS, SAVES } = proofSize({ test: { CUTS: 40, SAVES: 30 }, full: { CUTS: 600, SAVES: 150 } });
let bundle: string;
let vault: TestVault;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-03-02T21:40');
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

/** What a run that opens cases, one after the other, changed on its disk; at its end it closes the vault. */
async function watchedRun(weakFlushes: boolean): Promise<{ dataDir: string; changes: readonly Change[] }> {
  const dataDir = copyOf(vault.dataDir);
  const account = join(tempFolder(), 'account');
  const under = watchingWrites(account);
  const args = ['0', String(SAVES)];
  const run = { bundle, dataDir, act: 'write' as const, now: vault.clock.now + 60_000, args, under, weakFlushes };
  const { lines } = await runVaultProcess(run);
  expect(lines.filter((line) => line.startsWith('saved '))).toHaveLength(SAVES);
  return { dataDir, changes: changesIn(account) };
}

interface Verdicts {
  /** Cuts after which a saved case was not there, or the vault said that some are missing. */
  lost: number;
  notOpened: number;
  readonly codes: Set<string>;
}

/** Cuts the power at random moments of one run, and opens what each leaves. */
async function cutOften(weakFlushes: boolean): Promise<Verdicts> {
  const { dataDir, changes } = await watchedRun(weakFlushes);
  const below = seededNumbers(20261128);
  const moments = Array.from({ length: CUTS }, () => 1 + below(changes.length)).sort((a, b) => a - b);
  const disk = new WatchedDisk(dataDir, vault.dataDir);
  const verdicts: Verdicts = { lost: 0, notOpened: 0, codes: new Set() };
  const saved: string[] = [];
  let at = 0;
  for (const moment of moments) {
    for (; at < moment; at += 1) {
      const change = changes[at]!;
      disk.happened(change);
      if (change.kind === 'said' && change.line.startsWith('saved ')) saved.push(`Person ${change.line.slice(6)}`);
    }
    const left = mkdtempSync(join(tmpdir(), 'power-'));
    disk.cutInto(left, below);
    await judge(left, saved, verdicts);
    rmSync(left, { recursive: true });
  }
  return verdicts;
}

async function judge(left: string, saved: readonly string[], verdicts: Verdicts): Promise<void> {
  const next = vaultOn(left, testClock('2026-03-03T09:00'));
  const code = await outcome(next.unlock());
  const names = new Set(code === 'ok' ? await everyNameIn(next) : []);
  next.vault.close();
  verdicts.codes.add(code);
  if (code === 'vault-commits-missing' || (code === 'ok' && saved.some((name) => !names.has(name)))) verdicts.lost += 1;
  if (code !== 'ok') verdicts.notOpened += 1;
}

it(`${CUTS} times: nothing that was saved is lost, and the vault opens`, async () => {
  const { lost, notOpened, codes } = await cutOften(false);
  tellFound('G2', { 'power cuts': CUTS, lost, 'not opened': notOpened });
  expect([...codes]).toEqual(['ok']);
  expect({ lost, notOpened }).toEqual({ lost: 0, notOpened: 0 });
}, 900_000);

it('the control: without a flush at each commit the same cuts lose some of them', async () => {
  const { lost } = await cutOften(true);
  tellControl('G2', { 'cuts that lose commits': lost });
  expect(lost).toBeGreaterThan(0);
}, 900_000);
