// A drill opens a backup as a restore would, counts what is in it, and leaves nothing behind.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#shared/time';
import { backUp, bend, chosen, copyOf, everythingIn, openCases } from '../helpers/backups.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let place: string;
beforeEach(async () => {
  vault = await newVault('2026-11-20T09:00');
  place = tempFolder();
  await openCases(vault, ['Maya', 'Heron', 'Ines']);
});
afterEach(() => vault.remove());

describe('a restore drill', () => {
  it('counts what the backup counted when it was made', async () => {
    const made = await backUp(vault, place);
    vault.clock.advance(2 * DAY);
    await openCases(vault, ['Noor']);
    const report = await vault.ask('backup.drill', chosen(vault, place, made.name));
    expect(report).toMatchObject({
      shelterName: 'Willow House',
      createdAt: made.createdAt,
      records: made.records,
      entries: made.entries,
    });
    expect(report.newestEntryAt).toBe(made.createdAt);
    expect(report.checks).toEqual(['files', 'pages', 'structure', 'chain', 'records']);
    expect(await vault.ask('backup.list', {})).toMatchObject({ lastDrillAt: vault.clock.now });
  });

  it('works with the recovery code', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    const made = await backUp(vault, place);
    const credential = { by: 'recovery-code', recoveryCode: code } as const;
    expect((await vault.ask('backup.drill', chosen(vault, place, made.name, credential))).records).toEqual(
      made.records,
    );
  });

  it('leaves nothing behind, whether it passes or not, and changes no byte of the backup', async () => {
    const { name } = await backUp(vault, place);
    const before = everythingIn(vault.dataDir);
    const backupBefore = everythingIn(place);
    await vault.ask('backup.drill', chosen(vault, place, name));
    const hurt = copyOf(place);
    bend(join(hurt, name, 'records.db'), 6_000);
    expect(await outcome(vault.ask('backup.drill', chosen(vault, hurt, name)))).toBe('backup-damaged');
    expect(everythingIn(vault.dataDir)).toEqual(before);
    expect(everythingIn(place)).toEqual(backupBefore);
    expect(await outcome(vault.ask('backup.drill', chosen(vault, place, name)))).toBe('ok');
  });

  it('sweeps at the next start what a killed drill left', async () => {
    const left = join(vault.dataDir, 'checking-0123456789abcdef');
    mkdirSync(left);
    writeFileSync(join(left, 'records.db'), 'x');
    const next = vault.restart();
    await next.ask('session.status', {});
    expect(readdirSync(vault.dataDir)).not.toContain('checking-0123456789abcdef');
  });

  it('is the director’s to do, and a failed one is on record', async () => {
    const { name } = await backUp(vault, place);
    const wrong = { by: 'passphrase', signInName: 'ana', passphrase: 'no' } as const;
    await outcome(vault.ask('backup.drill', chosen(vault, place, name, wrong)));
    expect((await vault.ask('backup.list', {})).lastDrillAt).toBeNull();
    await vault.signInAs('case-manager');
    expect(await outcome(vault.ask('backup.drill', chosen(vault, place, name)))).toBe('not-allowed');
  });
});
