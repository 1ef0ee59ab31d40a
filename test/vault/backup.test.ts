// A backup is made while people work, counts only when it was read back, and brings everything back on another computer.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#shared/time';
import { backUp, everythingIn, openCases, beside } from '../helpers/backups.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let place: string;
beforeEach(async () => {
  vault = await newVault('2026-11-23T20:10');
  place = tempFolder();
  await openCases(vault, ['Maya', 'Heron', 'Ines']);
});
afterEach(() => vault.remove());

describe('making a backup', () => {
  it('leaves one folder with database, slots and manifest, readable by its owner alone', async () => {
    const phases = new Set<string>();
    const made = await vault.ask(
      'backup.create',
      { folder: vault.grant(place) },
      { progress: ({ phase }) => phases.add(phase) },
    );
    expect(made.name).toMatch(/^backup-2026-11-23-\d+$/);
    expect(beside(place)).toEqual([made.name]);
    expect(readdirSync(join(place, made.name)).sort()).toEqual(['manifest.json', 'records.db', 'slots.bin']);
    for (const file of everythingIn(place)) expect(statSync(join(place, file)).mode & 0o077, file).toBe(0);
    expect([...phases]).toEqual(['checking-space', 'copying', 'flushing', 'verifying', 'finishing']);
    expect(made).toMatchObject({
      records: { 'case-file': 3, 'staff-member': 1 },
      stick: 'not-a-stick',
      newerBackup: null,
    });
  });

  it('is remembered with its date, its medium and its counts', async () => {
    const made = await backUp(vault, place);
    vault.clock.advance(3 * DAY);
    const known = await vault.ask('backup.list', {});
    expect(known.backups).toHaveLength(1);
    expect(known.backups[0]).toMatchObject({ name: made.name, bytes: made.bytes, records: made.records });
    expect(known).toMatchObject({ lastBackupAt: made.verifiedAt, lastDrillAt: null, unfinishedSince: null });
    expect(await vault.ask('session.status', {})).toMatchObject({
      setup: { firstBackup: true },
      lastBackupAt: made.verifiedAt,
    });
  });

  it('may be done by whoever is on duty', async () => {
    await vault.signInAs('house-staff');
    expect((await backUp(vault, place)).records['staff-member']).toBe(2);
  });

  it('never replaces an earlier one', async () => {
    const names = [(await backUp(vault, place)).name, (await backUp(vault, place)).name];
    expect(new Set(names).size).toBe(2);
    expect(beside(place)).toEqual([...names].sort());
  });
});
