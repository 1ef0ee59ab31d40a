// Sticks that fill up, go away or lie: the backup that failed leaves nothing that could be taken for one, the last good one and
// the vault are as they were.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { plainFolders } from '../../electron/vault/removable/plain-folders.ts';
import { type HeavyJob, type HeavyWork, inThisThread } from '../../electron/vault/backup/heavy-work.ts';
import { anotherComputer, backUp, bend, chosen, namesIn, openCases, beside } from '../helpers/backups.ts';
import { failingDisk } from '../helpers/failing-disk.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { SimulatedSticks } from '../helpers/simulated-stick.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-11-23T20:10');
  await openCases(vault, ['Maya', 'Heron']);
});
afterEach(() => vault.remove());

/** The same vault with another machine around it. */
async function on(machine: Parameters<typeof vaultOn>[2]): Promise<TestVault> {
  vault.vault.close();
  vault = vaultOn(vault.dataDir, vault.clock, machine);
  await vault.unlock();
  return vault;
}

const backupInto = (folder: string) => outcome(vault.ask('backup.create', { folder: vault.grant(folder) }));

describe('a full disk', () => {
  it('is noticed before the first byte, with both numbers', async () => {
    const sticks = new SimulatedSticks();
    await on({ sticks });
    const folder = sticks.insert('usb', { bytes: 200_000 });
    const asked = vault.ask('backup.create', { folder: vault.grant(folder) });
    await expect(asked).rejects.toMatchObject({ code: 'stick-too-small', facts: { neededMb: expect.any(Number) } });
    expect(beside(folder)).toEqual([]);
  });

  it('that fills up in the middle leaves the last good backup and no half one', async () => {
    const folder = tempFolder();
    const isSmall =
      process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0;
    if (isSmall) onTestFinished(() => void execFileSync('umount', [folder]));
    // The machine answers as if there were room, as it does when another program fills the stick a moment later.
    await on({
      sticks: {
        ...plainFolders(),
        space: () => Promise.resolve({ totalBytes: 8e9, freeBytes: 8e9, largestFileBytes: null }),
      },
    });
    const good = await backUp(vault, folder);
    if (isSmall) writeFileSync(join(folder, 'holiday.jpg'), Buffer.alloc(2 * 1024 * 1024 - good.bytes - 100_000));
    // Where no small disk can be mounted, the kernel refuses our own writes instead; the database's are covered as root.
    else await failingDisk(folder, { method: 'write', errno: 'ENOSPC' });
    const before = beside(folder);
    expect(await backupInto(folder)).toBe('disk-full');
    expect(beside(folder)).toEqual(before);
    const drill = await outcome(vault.ask('backup.drill', chosen(vault, folder, good.name)));
    tellFound('G10', { 'full disks': 1, 'good backups lost': drill === 'ok' ? 0 : 1 });
    expect(drill).toBe('ok');
    expect(await namesIn(vault)).toEqual(['Heron', 'Maya']);
  });

  it('on this computer stops a restore before the vault is touched', async () => {
    const folder = tempFolder();
    const good = await backUp(vault, folder);
    const space = (of: string) =>
      of.startsWith(vault.dataDir)
        ? Promise.resolve({ totalBytes: 8e9, freeBytes: 100_000, largestFileBytes: null })
        : plainFolders().space(of);
    await on({ sticks: { ...plainFolders(), space } });
    const asked = vault.ask('backup.restore', { ...chosen(vault, folder, good.name), replaceOther: false });
    expect(await outcome(asked)).toBe('disk-full');
    expect(await namesIn(vault)).toEqual(['Heron', 'Maya']);
  });
});

describe('a stick', () => {
  it('may be taken out when it was flushed, read back and let go', async () => {
    const sticks = new SimulatedSticks();
    await on({ sticks });
    const folder = sticks.insert('usb');
    expect((await backUp(vault, folder)).stick).toBe('safe-to-remove');
    tellControl('G22', { 'called saved': 1 });
  });

  it('that another program holds is said to be still in use', async () => {
    const sticks = new SimulatedSticks();
    await on({ sticks });
    const folder = sticks.insert('usb');
    sticks.hold('usb', true);
    expect((await backUp(vault, folder)).stick).toBe('saved-still-in-use');
  });

  it.each(['copying', 'flushing', 'verifying', 'finishing'])(
    'pulled while %s is a pulled stick, and the vault goes on',
    async (phase) => {
      const sticks = new SimulatedSticks();
      await on({ sticks });
      const folder = sticks.insert('usb');
      const good = await backUp(vault, folder);
      sticks.mount('usb');
      let pulled = false;
      const progress = (now: { phase: string }) => {
        if (now.phase !== phase || pulled) return;
        pulled = true;
        sticks.pull('usb');
      };
      const verdict = await outcome(vault.ask('backup.create', { folder: vault.grant(folder) }, { progress }));
      tellFound('G22', { 'pulled or blinked': 1, 'called saved': verdict === 'ok' ? 1 : 0 });
      expect(verdict).toBe('stick-removed');
      sticks.putBack('usb');
      const found = await vault.ask('backup.inspect', { folder: vault.grant(folder) });
      expect(found.map((backup) => backup.name)).toEqual([good.name]);
      const drill = await outcome(vault.ask('backup.drill', chosen(vault, folder, good.name)));
      tellFound('G22', { 'earlier files lost': drill === 'ok' ? 0 : 1 });
      expect(drill).toBe('ok');
      expect(await namesIn(vault)).toEqual(['Heron', 'Maya']);
      vault.clock.advance(1_000);
      expect((await backUp(vault, folder)).stick).toBe('safe-to-remove');
      expect((await vault.ask('backup.list', {})).unfinishedSince).toBeNull();
      expect(readdirSync(sticks.contentsOf('usb')).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  it('that gives back other bytes than it was given is found out', async () => {
    const folder = tempFolder();
    // Between flush and check the medium changes one byte, as a dying cell does.
    let hasLied = false;
    const lying: HeavyWork = {
      run: (job, signal) => {
        const asked: HeavyJob = job;
        if (asked.kind === 'check' && !hasLied) {
          hasLied = true;
          bend(asked.database.file, 5_000);
        }
        return inThisThread.run(job, signal);
      },
    };
    await on({ heavyWork: lying });
    expect(await backupInto(folder)).toBe('verify-failed');
    expect(beside(folder)).toEqual([]);
  });
});

describe('a folder', () => {
  it('with the remains of killed runs is tidied, and nothing else in it is touched', async () => {
    const folder = tempFolder();
    const left = join(folder, 'backup-2026-11-01-4.part');
    const notOurs = join(folder, 'backup-2026-11-01-5.part');
    for (const part of [left, notOurs]) mkdirSync(part);
    writeFileSync(join(left, 'records.db'), 'half');
    writeFileSync(join(notOurs, 'letter.txt'), 'mine');
    const { name } = await backUp(vault, folder);
    expect(beside(folder)).toEqual(['backup-2026-11-01-5.part', name].sort());
  });

  it('that holds a newer backup of this vault than the vault itself says that an older vault was put back', async () => {
    const [here, elsewhere] = [tempFolder(), tempFolder()];
    const early = await backUp(vault, elsewhere);
    vault.clock.advance(1_000);
    await openCases(vault, ['Ines', 'Noor', 'Tala']);
    const late = await backUp(vault, here);
    const other = anotherComputer(vault); // has never seen the later days
    await other.ask('backup.restore', { ...chosen(other, elsewhere, early.name), replaceOther: false });
    const older = other.restart();
    await older.unlock();
    vault.clock.advance(1_000);
    expect((await backUp(older, here)).newerBackup).toMatchObject({ name: late.name });
    await older.remove();
  });
});
