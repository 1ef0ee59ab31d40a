// Somebody worked here, kept a copy of the key slots of her day, and was removed: neither the records of today nor a backup that was
// made since opens for her, in this program or with a database tool.
import { Database } from '@signalapp/sqlcipher';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anotherComputer, backUp, chosen, copyOf } from '../helpers/backups.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';
import { strangerKey, strangerOpens, strangerPassphrase, strangerUserId } from './keys/stranger.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
let vault: TestVault;
let place: string;
/** Of the days before she was removed: the data folder, and a backup. */
let before: string;
let backupBefore: string;
/** Of the day after. */
let backupSince: string;
beforeEach(async () => {
  vault = await newVault('2026-11-20T09:00');
  place = tempFolder();
  const { id } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  backupBefore = (await backUp(vault, place)).name;
  before = copyOf(vault.dataDir);
  vault.clock.advance(86_400_000);
  await vault.ask('staffMember.disable', { id });
  backupSince = (await backUp(vault, place)).name;
  vault.vault.close();
});
afterEach(() => vault.remove());

const slotFiles = ['slots.bin', 'slots.bak'] as const;
/** The vault of today with the slots of then. */
function withOldSlots(): string {
  const mixed = copyOf(vault.dataDir);
  for (const file of slotFiles) cpSync(join(before, 'Records.vault', file), join(mixed, 'Records.vault', file));
  return mixed;
}
const unlocks = (dataDir: string) => outcome(vaultOn(dataDir, vault.clock).unlock(JO));
const opensBackup = (folder: string, name: string) => {
  const other = anotherComputer(vault);
  return outcome(other.ask('backup.recognise', chosen(other, folder, name, { by: 'passphrase', ...JO })));
};

it('opens nothing that is newer than her last day, with the slots of then either', async () => {
  const mixed = copyOf(place);
  cpSync(join(before, 'Records.vault', 'slots.bin'), join(mixed, backupSince, 'slots.bin'));
  const answers = {
    vault: await unlocks(copyOf(vault.dataDir)),
    oldSlots: await unlocks(withOldSlots()),
    backup: await opensBackup(place, backupSince),
    backupOldSlots: await opensBackup(mixed, backupSince),
  };
  const opened = Object.values(answers).filter((answer) => answer === 'ok').length;
  tellFound('G18', { tried: 4, 'opened by this program': opened });
  expect(answers).toEqual({
    vault: 'wrong-passphrase',
    oldSlots: 'slots-rolled-back',
    backup: 'wrong-passphrase',
    backupOldSlots: 'backup-damaged',
  });
});

it('the control: on her last day both opened for her, and what was made then still does', async () => {
  expect([await unlocks(copyOf(before)), await opensBackup(place, backupBefore)]).toEqual(['ok', 'ok']);
  tellControl('G18', { opened: 2 });
});

/** What a database tool finds with the vault key of her slots: names of colleagues, or that this is no database to it. */
function byDatabaseTool(dataDir: string): string[] {
  const file = (folder: string, name: string) => new Uint8Array(readFileSync(join(folder, 'Records.vault', name)));
  const slots = file(before, 'slots.bin');
  const vaultId = slots.slice(6, 22);
  const secret = { id: strangerUserId(vaultId, JO.signInName), bytes: strangerPassphrase(JO.passphrase) };
  const { vaultKey } = strangerOpens(slots, secret);
  const salt = file(dataDir, 'records.db').slice(0, 16);
  const db = new Database(join(dataDir, 'Records.vault', 'records.db'));
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  try {
    db.pragma(`key = "x'${hex(strangerKey(vaultKey, vaultId, 'cv/db-key/1', salt))}${hex(salt)}'"`);
    return db
      .prepare('SELECT name FROM staff_member ORDER BY name')
      .all<{ name: string }>()
      .map(({ name }) => name);
  } catch {
    return [];
  } finally {
    db.close();
  }
}

it('with the slots of then, a database tool opens the records of then and not those of today', () => {
  const opened = byDatabaseTool(vault.dataDir).length;
  tellFound('G18', { 'opened by a database tool': opened });
  tellControl('G18', { 'opened by a database tool': byDatabaseTool(before).length });
  expect([opened, byDatabaseTool(before)]).toEqual([0, ['Ana', 'Jo']]);
});
