// Every vault that was ever made opens for ever: one of each released version is opened, migrated and read back.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bend, copyOf } from '../helpers/backups.ts';
import {
  BACKUP,
  DATA,
  everyRecord,
  everySealedNote,
  EXPECTED,
  type Golden,
  goldenFolder,
  goldenVaultOn,
} from '../helpers/golden-vault.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome, type TestVault } from '../helpers/vault.ts';

const numbers = readdirSync(goldenFolder).filter((name) => /^\d{4}$/.test(name));
const newPassphrase = 'summit bracket violet harvest oyster pencil';

const part = (number: string, name: string): string => copyOf(join(goldenFolder, number, name));

it('there is one to open', () => {
  expect(numbers).toContain('0001');
});

describe.each(numbers)('golden vault %s', (number) => {
  const golden = JSON.parse(readFileSync(join(goldenFolder, number, EXPECTED), 'utf8')) as Golden;
  const opened = (): TestVault => goldenVaultOn(part(number, DATA), golden.readAt);

  /** Later versions may tell more of a record and keep more kinds; what was told must be told the same. */
  async function expectEverything(vault: TestVault): Promise<void> {
    const { records } = await vault.ask('session.checkVault', {});
    expect(records).toMatchObject(golden.counts);
    expect(await everyRecord(vault)).toMatchObject(golden.records as object);
  }

  it('opens with a passphrase and tells every record as it was written', async () => {
    const vault = opened();
    await vault.unlock(golden.director);
    await expectEverything(vault);
    expect((await vault.ask('backup.list', {})).backups).toMatchObject(golden.backups as object);
    expect(await vault.ask('session.wayBack', {})).toMatchObject({ state: 'typed-back' });
    await vault.remove();
  });

  it('opens for the colleague with her own passphrase', async () => {
    const vault = opened();
    await vault.unlock(golden.colleague);
    expect(await vault.ask('session.status', {})).toMatchObject({ person: { name: 'Mira', role: 'case-manager' } });
    await vault.remove();
  });

  it('tells its counsellor what is sealed to her, where there is one', async () => {
    expect(golden.sealed === undefined).toBe(number === '0001');
    if (golden.sealed === undefined) return;
    const vault = opened();
    await vault.unlock(golden.sealed.counsellor);
    expect(await everySealedNote(vault)).toMatchObject(golden.sealed.notes as object[]);
    await vault.remove();
  });

  it('opens with the recovery code and tells the same', async () => {
    const vault = opened();
    const { recoveryCode, director } = golden;
    await vault.ask('session.recover', { recoveryCode, signInName: director.signInName, newPassphrase });
    await expectEverything(vault);
    await vault.remove();
  });

  it('is restored from its backup on another computer and tells the same', async () => {
    const other = goldenVaultOn(tempFolder(), golden.readAt);
    const folder = other.grant(part(number, BACKUP));
    const credential = { by: 'passphrase', ...golden.director } as const;
    await other.ask('backup.restore', {
      folder,
      name: golden.backup,
      credential,
      replaceOther: false,
      withoutList: true,
    });
    const restored = other.restart();
    await restored.unlock(golden.director);
    expect(await everyRecord(restored)).toMatchObject(golden.records as object);
    await restored.remove();
  });

  it.each([
    ['vault-damaged', ['records.db']],
    ['slots-damaged', ['slots.bin', 'slots.bak']],
  ])('is refused as %s with another byte in %s', async (code, files) => {
    const dataDir = part(number, DATA);
    for (const file of files) {
      const path = join(dataDir, 'Records.vault', file);
      bend(path, Math.floor(statSync(path).size / 2));
    }
    expect(await outcome(goldenVaultOn(dataDir, golden.readAt).unlock(golden.director))).toBe(code);
  });
});
