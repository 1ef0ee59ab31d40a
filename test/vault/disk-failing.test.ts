// What was found by bending each call of the disk (faults.test.ts), each in words of its own.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { takeBack } from '../../electron/vault/attachments/blob-folder.ts';
import { type Bend, BentDisk } from '../helpers/bent-disk.ts';
import { backUp, chosen, copyOf } from '../helpers/backups.ts';
import { openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

let disk: BentDisk;
let vault: TestVault;
beforeAll(async () => {
  disk = await new BentDisk().install();
});
afterAll(() => disk.remove());
beforeEach(async () => {
  vault = await newVault('2026-05-01T09:00');
});
afterEach(async () => {
  disk.disarm();
  await vault.remove();
});

/** Any file of the vault, on the disk of this computer. */
const bend = (name: string, bendAs: Bend, at = 1): void =>
  disk.arm(vault.dataDir, { name, at, bend: bendAs, errno: 'EIO' });

const addLetter = async (): Promise<string> => {
  const caseFileId = await openCase(vault);
  const path = join(tempFolder(), 'letter.txt');
  writeFileSync(path, 'Dear Maya,');
  return outcome(vault.ask('attachment.add', { caseFileId, file: vault.grant(path), title: 'Letter', sealed: false }));
};

describe('the head record cannot be written', () => {
  it('once: it is written at the second try, and what was saved is saved', async () => {
    bend('fdatasyncSync', 'fails');
    expect(await outcome(openCase(vault))).toBe('ok');
    disk.disarm();
    expect(await outcome(openCase(vault))).toBe('ok');
  });

  it('for good: what the database has is called saved, with its file; then nothing more is saved, and the vault opens', async () => {
    const caseFileId = await openCase(vault);
    const path = join(tempFolder(), 'letter.txt');
    writeFileSync(path, 'Dear Maya,');
    bend('fdatasyncSync', 'keeps failing');
    const file = vault.grant(path);
    const added = await vault.ask('attachment.add', { caseFileId, file, title: 'Letter', sealed: false });
    expect(await outcome(openCase(vault, 'Heron'))).toBe('disk-failing');
    expect(await outcome(openCase(vault, 'Ines'))).toBe('disk-failing');
    disk.disarm();
    const morning = vaultOn(copyOf(vault.dataDir), vault.clock);
    await morning.unlock();
    expect((await morning.ask('attachment.readText', { attachmentId: added.attachment.id })).text).toBe('Dear Maya,');
    morning.vault.close();
    expect(await outcome(openCase(vault, 'Heron'))).toBe('ok');
  });
});

describe('the disk of this computer fails', () => {
  it('it is told as that, and not as a stick that was pulled out or as a mistake of the program', async () => {
    bend('open', 'fails');
    expect(await addLetter()).toBe('disk-failing');
    disk.disarm();
    expect(await addLetter()).toBe('ok');
  });

  it('at the first bytes of a file: no part of it is left', async () => {
    await addLetter();
    bend('write', 'fails');
    expect(await addLetter()).toBe('disk-failing');
    expect(readdirSync(join(vault.dataDir, 'Records.vault', 'files'))).toHaveLength(1);
  });

  it('while it is locked: it is locked all the same, and opens again', async () => {
    bend('openSync', 'keeps failing');
    vault.vault.close();
    disk.disarm();
    expect((await vault.ask('session.status', {})).state).toBe('locked');
    expect(await outcome(vault.unlock())).toBe('ok');
  });
});

describe('a backup whose copy is read wrongly while it is checked', () => {
  it('is not called checked: its manifest would describe what no later reading finds', async () => {
    const place = tempFolder();
    disk.arm(place, { name: 'readSync', at: 1, bend: 'ends' });
    expect(await outcome(backUp(vault, place))).toBe('verify-failed');
    disk.disarm();
    expect(readdirSync(place).filter((name) => /^backup-\d{4}/.test(name))).toEqual([]);
    const { name } = await backUp(vault, place);
    expect(existsSync(join(place, name))).toBe(true);
    expect(await outcome(vault.ask('backup.drill', chosen(vault, place, name)))).toBe('ok');
  });
});

describe('a backup whose key slots are read wrongly while it is made', () => {
  it('has the right ones all the same: those of the other copy', async () => {
    const place = tempFolder();
    disk.arm(join(vault.dataDir, 'Records.vault'), { name: 'readSync', at: 1, bend: 'twists' });
    const { name } = await backUp(vault, place);
    disk.disarm();
    expect(await outcome(vault.ask('backup.drill', chosen(vault, place, name)))).toBe('ok');
  });
});

describe('a new vault key, on a disk that says it has written and has not', () => {
  const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };

  it.each([
    ['its head is lost', 'writeSync', 'loses'],
    ['its head is bent', 'writeSync', 'twists'],
    ['its head is forgotten', 'fsyncSync', 'forgets'],
  ] as const)('%s: nothing is claimed, wherever it happens, and the vault opens', async (_what, call, how) => {
    const { id } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    vault.vault.close();
    for (let at = 1; at <= 12; at += 1) {
      const one = vaultOn(copyOf(vault.dataDir), vault.clock);
      await one.unlock();
      disk.arm(one.dataDir, { name: call, at, bend: how });
      const ended = await outcome(one.ask('staffMember.disable', { id }));
      disk.disarm();
      one.vault.close();
      const morning = one.restart();
      expect([at, ended, await outcome(morning.unlock())]).toEqual([at, expect.any(String), 'ok']);
      expect(await outcome(morning.ask('session.checkVault', {}))).toBe('ok');
      expect((await morning.ask('staffMember.key', {})).due).toBe(false);
      morning.vault.close();
    }
    await vault.unlock();
  });
});

describe('files of a commit that failed', () => {
  const NAMES = ['0'.repeat(32), '1'.repeat(32)];
  const leftAfter = (failure: unknown): string[] => {
    const folder = tempFolder();
    for (const name of NAMES) writeFileSync(join(folder, name), 'sealed');
    takeBack(folder, NAMES, failure);
    return readdirSync(folder);
  };

  it('go at once, unless the disk refused it: then the log may bring it back, and the next unlock judges', () => {
    expect(leftAfter(new VaultError('rule-broken'))).toEqual([]);
    expect(leftAfter(new VaultError('disk-full'))).toEqual([]);
    expect(leftAfter(Object.assign(new Error('flush'), { code: 'SQLITE_IOERR_FSYNC' }))).toEqual(NAMES);
  });
});
