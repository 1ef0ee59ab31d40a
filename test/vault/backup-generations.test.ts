// How backups are kept over months: which older ones go from a stick, what never goes, and when one is asked for.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstRule } from '#shared/records/backup-rule';
import { DAY } from '#shared/time';
import { backUp, beside, bend, chosen, copyOf, openCases } from '../helpers/backups.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

let vault: TestVault;
let stick: string;
beforeEach(async () => {
  vault = await newVault();
  stick = tempFolder();
  await openCases(vault, ['Heron']);
});

afterEach(() => vault.remove());

/** One backup a day, for so many days. */
async function daysOfBackups(days: number, folder = stick): Promise<number[]> {
  const cleared: number[] = [];
  for (let day = 0; day < days; day += 1) {
    vault.clock.advance(DAY);
    cleared.push((await backUp(vault, folder)).cleared);
  }
  return cleared;
}

const asked = async () => {
  const status = await vault.ask('session.status', {});
  return status.state === 'unlocked' ? status.backups : null;
};

describe('after each backup', () => {
  it('what no day, week or month keeps goes from that stick, and the newest opens', async () => {
    const cleared = await daysOfBackups(16);
    const { backups } = await vault.ask('backup.list', {});
    const gone = cleared.reduce((sum, count) => sum + count, 0);
    expect(gone).toBeGreaterThan(0);
    expect(beside(stick)).toHaveLength(16 - gone);
    expect(backups.map(({ name }) => name).sort()).toEqual(beside(stick));
    const newest = backups[0]!;
    expect(await vault.ask('backup.drill', chosen(vault, stick, newest.name))).toMatchObject({ name: newest.name });
  }, 120_000);

  it('nothing goes when the house keeps every copy', async () => {
    await vault.ask('backupRule.save', { ...firstRule, clearsOlder: false, basedOn: 0 });
    expect(await daysOfBackups(10)).toEqual(Array(10).fill(0));
    expect(beside(stick)).toHaveLength(10);
  }, 120_000);

  it('nothing goes from another stick, and nothing that our key does not vouch for', async () => {
    const elsewhere = tempFolder();
    await daysOfBackups(3, elsewhere);
    const other = await newVault();
    const theirs = await backUp(other, stick);
    await other.remove();
    await daysOfBackups(12);
    expect(beside(elsewhere)).toHaveLength(3);
    expect(beside(stick)).toContain(theirs.name);
  }, 120_000);

  it('a damaged one is no generation, and stays for somebody to look at', async () => {
    await daysOfBackups(1);
    const [first] = beside(stick);
    bend(join(stick, first!, 'manifest.json'), 40);
    await daysOfBackups(12);
    expect(beside(stick)).toContain(first);
  }, 120_000);

  it('nothing goes where a backup knows more than these records do: somebody put older ones back', async () => {
    await vault.ask('backupRule.save', { ...firstRule, clearsOlder: false, basedOn: 0 });
    await daysOfBackups(9);
    await vault.ask('backupRule.save', { ...firstRule, basedOn: 1 });
    const older = vaultOn(copyOf(vault.dataDir), vault.clock);
    await openCases(vault, ['Maple', 'Robin', 'Wren']);
    await backUp(vault, stick);
    await older.unlock();
    const made = await backUp(older, stick);
    expect(made.newerBackup).not.toBeNull();
    expect(made.cleared).toBe(0);
    await older.remove();
  }, 120_000);
});

describe('a backup is asked for', () => {
  it('after as many days as the house says', async () => {
    expect((await asked())?.askAfterDays).toBe(7);
    await vault.ask('backupRule.save', { ...firstRule, askAfterDays: 1, basedOn: 0 });
    expect((await asked())?.askAfterDays).toBe(1);
  });

  it('in a second place, once a week of one place has gone by, unless one is enough', async () => {
    await backUp(vault, stick);
    expect((await asked())?.inOnePlace).toBe(false);
    await daysOfBackups(8);
    expect((await asked())?.inOnePlace).toBe(true);
    await vault.ask('backupRule.save', { ...firstRule, places: 1, basedOn: 0 });
    expect((await asked())?.inOnePlace).toBe(false);
    await vault.ask('backupRule.save', { ...firstRule, basedOn: 1 });
    await backUp(vault, tempFolder());
    expect((await asked())?.inOnePlace).toBe(false);
  }, 120_000);

  it('to be tested, 90 days after the last test or the first copy', async () => {
    const made = await backUp(vault, stick);
    expect((await asked())?.drillDue).toBe(false);
    vault.clock.advance(91 * DAY);
    expect((await asked())?.drillDue).toBe(true);
    await vault.ask('backup.drill', chosen(vault, stick, made.name));
    expect((await asked())?.drillDue).toBe(false);
  });

  it('by a rule that only a director changes, from the state she saw', async () => {
    await vault.ask('backupRule.save', { ...firstRule, askAfterDays: 3, basedOn: 0 });
    expect(await outcome(vault.ask('backupRule.save', { ...firstRule, basedOn: 0 }))).toBe('conflict');
    expect(await vault.ask('backupRule.get', {})).toEqual({ ...firstRule, askAfterDays: 3, revision: 1 });
  });
});
