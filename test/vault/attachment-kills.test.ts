// A process of its own takes files in and away: killed just before each change of the disk, it leaves a vault that opens, with the
// file or without it, never with half of one; and a large file passes through little memory.
import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { copyOf } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { openCase } from '../helpers/casework.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { type Run, runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';

const LETTER = 'Dear Maya, the hearing is on the twelfth. '.repeat(5_000);
let bundle: string;
let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-11-20T09:00');
  maya = await openCase(vault);
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

/** Each process starts with the same ids, which begin with the time. */
const later = { attach: 60_000, detach: 120_000 };
const run = (dataDir: string, act: 'attach' | 'detach', args: readonly string[]): VaultRun => ({
  bundle,
  dataDir,
  act,
  now: vault.clock.now + later[act],
  args,
});
const filesOf = (dataDir: string): string[] => {
  const folder = join(dataDir, 'Records.vault', 'files');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const said = (lines: readonly string[], word: string): string =>
  lines.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
const begun = ({ lines }: Run): number => Number(said(lines, 'begun'));

/** Opens what a kill left, as the next morning does: what the list says is what lies there and reads back whole. */
async function morning(dataDir: string): Promise<'kept' | 'not kept'> {
  const next = vaultOn(dataDir, testClock('2026-11-21T09:00'));
  await next.unlock();
  const { attachments } = await next.ask('attachment.list', { caseFileId: maya });
  const present = attachments.filter(({ removed }) => removed === null);
  expect(filesOf(dataDir)).toHaveLength(present.length);
  for (const { id, there } of present) {
    expect(there).toBe(true);
    expect((await next.ask('attachment.readText', { attachmentId: id })).text).toBe(LETTER);
  }
  await next.ask('session.checkVault', {});
  next.vault.close();
  return present.length > 0 ? 'kept' : 'not kept';
}

describe('killed just before each change of the disk', () => {
  it('while a file is taken in: it is kept whole, or nothing of it is left', async () => {
    const path = join(tempFolder(), 'letter.txt');
    writeFileSync(path, LETTER);
    const seen = new Set<string>();
    const taking = run(vault.dataDir, 'attach', [path, maya]);
    for (const { dataDir, lines, changes } of await killPoints(taking, (whole) => begun(whole) + 1)) {
      const found = await morning(dataDir);
      if (said(lines, 'attached') !== '') expect(found, `changes ${changes.join()}: told that it is kept`).toBe('kept');
      seen.add(found);
    }
    expect(seen).toEqual(new Set(['kept', 'not kept']));
  }, 180_000);

  it('while one is taken away: it is still whole, or it is gone with its bytes', async () => {
    const path = join(tempFolder(), 'letter.txt');
    writeFileSync(path, LETTER);
    const withFile = copyOf(vault.dataDir);
    const id = said((await runVaultProcess(run(withFile, 'attach', [path, maya]))).lines, 'attached');
    const seen = new Set<string>();
    // From the last change before it begins: the transaction itself is SQLite's, and cannot be stopped half-way from here.
    for (const { dataDir } of await killPoints(run(withFile, 'detach', [id]), begun)) seen.add(await morning(dataDir));
    expect(seen).toEqual(new Set(['kept', 'not kept']));
  }, 180_000);
});

describe('memory', () => {
  it('a document of 200 MB takes at most 150 MB while it is taken in', async () => {
    const path = join(tempFolder(), 'large.pdf');
    const file = openSync(path, 'w');
    writeSync(file, '%PDF-1.7\n');
    ftruncateSync(file, 199_999_990);
    writeSync(file, '%%EOF\n', 199_999_990);
    closeSync(file);
    const { lines } = await runVaultProcess(run(copyOf(vault.dataDir), 'attach', [path, maya]));
    expect(said(lines, 'attached')).not.toBe('');
    expect(Number(said(lines, 'memory'))).toBeLessThan(150);
  }, 60_000);
});
