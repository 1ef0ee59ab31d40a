// Killed at any moment of an erasure: the whole case is there, or nothing of it, and the next unlock leaves no word of it behind.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { copyOf } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { addMira, canariesIn, caseFullOfCanaries, LETTER, MIRA } from '../helpers/erasing.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { type Run, runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { DIRECTOR, newVault, outcome, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

let bundle: string;
let vault: TestVault;
let hers: CaseFileId;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-11-20T09:00');
  await addMira(vault);
  hers = await caseFullOfCanaries(vault);
  for (let day = 0; day < 4; day += 1) await workADay(vault, day, 40);
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

const eraseIn = (dataDir: string): VaultRun => ({
  bundle,
  dataDir,
  act: 'erase',
  now: vault.clock.now + 60_000,
  args: [hers, MIRA.signInName, MIRA.passphrase],
});
const begun = ({ lines }: Run): number =>
  Number(lines.find((line) => line.startsWith('begun '))?.slice('begun '.length));

/** Opens what a kill left, as the next morning does. */
async function morning(dataDir: string): Promise<'whole' | 'gone'> {
  const next = vaultOn(dataDir, testClock('2027-01-21T09:00'));
  await next.unlock(); // walks the chain: half a case is damage
  const isThere = (await outcome(next.ask('caseFile.get', { caseFileId: hers }))) === 'ok';
  const files = readdirSync(join(dataDir, 'Records.vault', 'files'));
  if (isThere) {
    const { attachments } = await next.ask('attachment.list', { caseFileId: hers });
    expect((await next.ask('attachment.readText', { attachmentId: attachments[0]!.id })).text).toBe(LETTER);
    expect((await next.ask('caseNote.list', { caseFileId: hers })).total).toBe(12);
  } else {
    expect(files).toEqual([]);
    expect(canariesIn(bytesOutside(dataDir, DIRECTOR))).toEqual([]);
    expect(await next.ask('retention.certificates', {})).toHaveLength(1);
  }
  await next.ask('session.checkVault', {});
  next.vault.close();
  return isThere ? 'whole' : 'gone';
}

describe('killed while a case is erased', () => {
  it('just before each change of the disk', async () => {
    const seen = new Set<string>();
    for (const { dataDir, lines, changes } of await killPoints(eraseIn(vault.dataDir), begun)) {
      const found = await morning(dataDir);
      if (lines.includes('erased')) expect(found, `changes ${changes.join()}`).toBe('gone');
      seen.add(found);
    }
    expect(seen).toEqual(new Set(['whole', 'gone']));
  }, 240_000);

  it('12 times at moments of their own, in the middle of SQLite’s work as well', async () => {
    const seen: string[] = [];
    for (let kill = 0; kill < 12; kill += 1) {
      const dataDir = copyOf(vault.dataDir);
      await runVaultProcess(eraseIn(dataDir), { afterMs: 2 + kill * 12 });
      seen.push(await morning(dataDir));
    }
    expect(seen).toHaveLength(12);
  }, 240_000);
});
