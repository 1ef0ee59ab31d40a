// A process of its own keeps a package of another house: killed just before each change of the disk, it leaves the new case with the
// package and its file, or none of them.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleVault } from '../helpers/bundle.ts';
import { killPoints } from '../helpers/kill-points.ts';
import type { Run, VaultRun } from '../helpers/killed-runs.ts';
import { OtherHouse } from '../helpers/other-house.ts';
import { newVault, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';

const LETTER = 'The dental nurse writes: upper left. '.repeat(5_000);
let folder: string;
let path: string;
let bundle: string;
let vault: TestVault;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'records-test-'));
  bundle = await bundleVault();
  vault = await newVault('2026-05-01T12:00');
  const { recipient } = await vault.ask('receivingKey.make', {});
  const house = await OtherHouse.open(recipient, '2026-05-01T09:00', folder);
  path = await house.send(await house.add(LETTER, 'Letter'));
  await house.office.vault.remove();
  vault.vault.close();
}, 120_000);
afterAll(async () => {
  await vault.remove();
  rmSync(folder, { recursive: true, force: true });
});

const begun = ({ lines }: Run): number =>
  Number(lines.find((line) => line.startsWith('begun '))?.slice('begun '.length) ?? 0);

/** Opens what a kill left, as the next morning does. */
async function morning(dataDir: string): Promise<'kept' | 'not kept'> {
  const next = vaultOn(dataDir, testClock('2026-05-02T09:00'));
  await next.unlock();
  const { rows } = await next.ask('caseFile.list', { show: 'all' });
  const files = join(dataDir, 'Records.vault', 'files');
  expect(existsSync(files) ? readdirSync(files) : []).toHaveLength(rows.length);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('checking-'))).toEqual([]);
  for (const { id: caseFileId } of rows) {
    const [line] = await next.ask('receivedPackage.list', { caseFileId });
    const { files: carried } = await next.ask('receivedPackage.get', { receivedPackageId: line!.id });
    const { text } = await next.ask('attachment.readText', { attachmentId: carried[0]!.attachmentId! });
    expect(text).toBe(LETTER);
  }
  await next.ask('session.checkVault', {});
  next.vault.close();
  return rows.length > 0 ? 'kept' : 'not kept';
}

it('killed while it is kept: all of it is there, or nothing is', async () => {
  const run: VaultRun = { bundle, dataDir: vault.dataDir, act: 'receive', now: vault.clock.now + 60_000, args: [path] };
  const seen = new Set<string>();
  for (const { dataDir, lines, changes } of await killPoints(run, (whole) => begun(whole) + 1)) {
    const found = await morning(dataDir);
    if (lines.some((line) => line.startsWith('received ')))
      expect(found, `changes ${changes.join()}: told that it is kept`).toBe('kept');
    seen.add(found);
  }
  expect(seen).toEqual(new Set(['kept', 'not kept']));
}, 180_000);
