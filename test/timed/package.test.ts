// A large package passes through the vault's process: how fast it is sealed and written, and how much memory that takes. The speed is
// told, not asserted: it says more about the machine, and is judged where nothing else runs (`npm run prove`).
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlannedPackage } from '#shared/records/export-package';
import { ageOpen, identityFile } from '../helpers/age-cli.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { runVaultProcess } from '../helpers/killed-runs.ts';
import { Office } from '../helpers/office.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';

/** In millions of bytes: three files of a third each. */
const MEGABYTES = proofSize({ test: 12, full: 501 });
const IN_ONE_PIECE = proofSize({ test: 120, full: 500 });
/** In MiB, for the whole process. */
const MOST_MEMORY = 250;

let folder: string;
let office: Office;
let planned: PlannedPackage;
beforeAll(async () => {
  // On a real disk, as a stick is; other tests keep their folders in memory.
  folder = mkdtempSync('/var/tmp/records-package-');
  office = await Office.open('2026-05-01T09:00', folder);
  const plan = await office.planned(['NAME', 'HEALTH']);
  const file = join(folder, 'letter.txt');
  writeText(file, MEGABYTES / 3);
  const files: NonNullable<PlannedPackage['files']> = [];
  for (const title of ['First', 'Second', 'Third']) {
    const chosen = { caseFileId: plan.caseFileId, file: office.vault.grant(file) as never, title, sealed: false };
    const { attachment } = await office.vault.ask('attachment.add', chosen);
    files.push({ attachmentId: attachment.id, category: 'HEALTH' });
  }
  planned = { ...plan, files };
  office.vault.vault.close();
}, 120_000);
afterAll(async () => {
  await office.vault.remove();
  rmSync(folder, { recursive: true, force: true });
});

function writeText(path: string, megabytes: number): void {
  const million = Buffer.alloc(1_000_000, 'One line of many that were written down.\n');
  const fd = openSync(path, 'w');
  for (let count = 0; count < megabytes; count += 1) writeSync(fd, million);
  closeSync(fd);
}

it(`of ${MEGABYTES} MB is sealed and written in little memory, and age opens it`, async () => {
  const args = [JSON.stringify(planned), office.place];
  const run = { bundle: await bundleVault(), dataDir: office.vault.dataDir, act: 'seal' as const, args };
  const { lines } = await runVaultProcess({ ...run, now: office.vault.clock.now + 60_000 });
  const said = (words: string): string =>
    lines.find((line) => line.startsWith(`${words} `))?.slice(words.length + 1) ?? '';
  const sealed = join(office.place, said('sealed'));
  const seconds = (stage: string): number => Number(said(`took ${stage}`)) / 1000;
  const all = ['writing', 'flushing', 'verifying'].reduce((sum, stage) => sum + seconds(stage), 0);
  const megabytes = statSync(sealed).size / 1e6;
  tellFound('G8', {
    MB: megabytes,
    'MB/s sealed and written': megabytes / seconds('writing'),
    'MB/s with flushing and reading back': megabytes / all,
    'MiB of memory': Number(said('held')),
  });
  expect(megabytes).toBeGreaterThan(MEGABYTES);
  expect(ageOpen(sealed, join(folder, 'bag'), identityFile(folder, office.identity))).toBe(true);
  expect(Number(said('held'))).toBeLessThanOrEqual(MOST_MEMORY);
}, 180_000);

it(`the control: ${IN_ONE_PIECE} MB sealed in one piece take more than that`, () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    await encrypter.encrypt(new Uint8Array(${IN_ONE_PIECE} * 1_000_000).fill(7));
    console.log(/VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024);
  `;
  const held = Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
  tellControl('G8', { 'MiB of memory': held });
  expect(held).toBeGreaterThan(MOST_MEMORY);
}, 120_000);
