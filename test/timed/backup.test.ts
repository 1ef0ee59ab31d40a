// A backup of a shelter's years: how long until it was made, flushed, read back and checked, and whether its drill counts the same. The
// time is told, not asserted: it says more about the machine, and is judged where nothing else runs (`npm run prove`).
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createVault } from '../../electron/vault/access/create-vault.ts';
import { inThreads } from '../../electron/vault/backup/heavy-work.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { sticksOfMachine } from '../../electron/vault/removable/sticks-of-machine.ts';
import { createSession } from '../../electron/vault/session.ts';
import { fillShelter } from '../benchmark/invented-shelter.ts';
import { settingsIn } from '../benchmark/office-settings.ts';
import { backUp, chosen } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { proofSize, tellFound } from '../helpers/proof.ts';
import { DIRECTOR, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';

/** Each case has 200 entries: 760 of them make more than 200 MB. */
const CASES = proofSize({ test: 8, full: 760 });
const TURNS = proofSize({ test: 1, full: 3 });
const NOW = Date.parse('2026-11-20T09:00Z');

let folder: string;
let vault: TestVault;
beforeAll(async () => {
  folder = mkdtempSync('/var/tmp/records-backup-');
  const dataDir = join(folder, 'data');
  const session = createSession(settingsIn(dataDir, NOW));
  await createVault(session, { shelterName: 'Willow House', directorName: 'Ana', ...DIRECTOR });
  fillShelter(session, CASES, NOW, () => undefined);
  session.leave();
  const heavyWork = inThreads(join(await bundleVault(), 'worker.js'));
  const machine = { tools: productTools, heavyWork, sticks: sticksOfMachine(process.platform) };
  vault = vaultOn(dataDir, testClock('2026-11-21T09:00'), machine);
  await vault.unlock();
}, 600_000);
afterAll(async () => {
  await vault.remove();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

it(`of ${CASES} cases is made and verified, and its drill counts what it counted`, async () => {
  const seconds: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    vault.clock.advance(60_000);
    const place = mkdtempSync(join(folder, 'place-'));
    const begun = performance.now();
    const made = await backUp(vault, place);
    seconds.push((performance.now() - begun) / 1000);
    if (turn > 0) continue;
    const report = await vault.ask('backup.drill', chosen(vault, place, made.name, { by: 'passphrase', ...DIRECTOR }));
    const same = JSON.stringify(report.records) === JSON.stringify(made.records) && report.entries === made.entries;
    tellFound('G10', { 'drills that count the same': same ? 1 : 0 });
    expect(report).toMatchObject({ records: made.records, entries: made.entries });
    expect(made.records['case-file']).toBe(CASES);
  }
  const megabytes = statSync(join(vault.dataDir, 'Records.vault', 'records.db')).size / 1e6;
  tellFound('G10', { MB: megabytes, 's to make and verify': seconds.sort((a, b) => a - b)[TURNS >> 1]! });
  expect(megabytes).toBeGreaterThan(CASES * 0.2);
}, 300_000);
