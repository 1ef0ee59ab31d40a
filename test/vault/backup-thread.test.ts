// The long jobs in a real thread: the same answers as in the calling one, errors with their codes, a stop that stops, and saves
// that do not wait.
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inThreads } from '../../electron/vault/backup/heavy-work.ts';
import { backUp, chosen, namesIn, openCases, beside } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await bundleVault();
}, 120_000);

let vault: TestVault;
let place: string;
beforeEach(async () => {
  vault = await newVault('2026-11-23T20:10', { heavyWork: inThreads(join(bundle, 'worker.js')) });
  place = tempFolder();
  await openCases(vault, ['Maya', 'Heron']);
});
afterEach(() => vault.remove());

describe('in a thread of its own', () => {
  it('a backup is made, drilled and restored, and its checks know every record kind', async () => {
    const made = await backUp(vault, place);
    expect(made.records).toMatchObject({ 'case-file': 2, 'staff-member': 1 });
    const report = await vault.ask('backup.drill', chosen(vault, place, made.name));
    expect(report.records).toEqual(made.records);
    await vault.ask('backup.restore', { ...chosen(vault, place, made.name), replaceOther: false });
    const restored = vault.restart();
    await restored.unlock();
    expect(await namesIn(restored)).toEqual(['Heron', 'Maya']);
    restored.vault.close();
  });

  it('people go on saving while it runs, and what they save later is not half in it', async () => {
    let saved = 0;
    const backup = vault.ask('backup.create', { folder: vault.grant(place) });
    const done = backup.then(() => true);
    while (!(await Promise.race([done, new Promise<false>((resolve) => setTimeout(() => resolve(false), 1))]))) {
      vault.clock.advance(1_000);
      await vault.ask('caseFile.open', { nameUsed: `Person ${saved}` });
      saved += 1;
    }
    const made = await backup;
    expect(saved).toBeGreaterThan(5);
    expect(made.records['case-file']).toBeLessThan(2 + saved);
    const report = await vault.ask('backup.drill', chosen(vault, place, made.name));
    expect(report.records).toEqual(made.records);
  });

  it('a stop leaves nothing in the folder and the vault as it was', async () => {
    for (const phase of ['copying', 'verifying']) {
      const stop = new AbortController();
      const asked = vault.ask(
        'backup.create',
        { folder: vault.grant(place) },
        { signal: stop.signal, progress: (now) => (now.phase === phase ? stop.abort() : undefined) },
      );
      expect(await outcome(asked), phase).toBe('cancelled');
      expect(beside(place), phase).toEqual([]);
    }
    expect(await namesIn(vault)).toEqual(['Heron', 'Maya']);
    await backUp(vault, place);
  });
});
