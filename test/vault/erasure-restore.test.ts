// An erased case does not come back: the list of erased cases lies beside the vault and on every medium, and is applied to whatever
// is restored before anybody opens it.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { DAY } from '#shared/time';
import { anotherComputer, backUp, bend, BY_PASSPHRASE, chosen, copyOf, namesIn } from '../helpers/backups.ts';
import { openCase } from '../helpers/casework.ts';
import { addMira, canariesIn, caseFullOfCanaries, erase } from '../helpers/erasing.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let hers: CaseFileId;
let oldStick: string;
let newStick: string;
let lastMonth: string;
beforeEach(async () => {
  vault = await newVault('2026-10-20T09:00');
  await addMira(vault);
  await openCase(vault, 'Heron');
  hers = await caseFullOfCanaries(vault);
  oldStick = tempFolder();
  newStick = tempFolder();
  lastMonth = (await backUp(vault, oldStick)).name;
  vault.clock.advance(30 * DAY);
  await erase(vault, [hers], 'WISH');
  await backUp(vault, newStick);
});
afterEach(() => vault.remove());

const listsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('backup-list-'));
const dropLists = (folder: string): void => listsIn(folder).forEach((name) => rmSync(join(folder, name)));
interface Wish {
  readonly lists?: readonly string[];
  readonly withoutList?: boolean;
}
const restoreOn = (other: TestVault, { lists = [], withoutList = false }: Wish = {}) =>
  other.ask('backup.restore', {
    ...chosen(other, oldStick, lastMonth, BY_PASSPHRASE),
    replaceOther: false,
    lists: lists.map((folder) => other.grant(folder)),
    withoutList,
  });
async function opened(other: TestVault): Promise<TestVault> {
  const restored = other.restart();
  await restored.unlock(DIRECTOR);
  return restored;
}
const filesIn = (dataDir: string): string[] => {
  const folder = join(dataDir, 'Records.vault', 'files');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('last month’s backup, with the list on another medium', () => {
  it('comes back without the case: no name, no word in any file, no attachment; and its certificate stands there', async () => {
    dropLists(oldStick);
    const other = anotherComputer(vault);
    await restoreOn(other, { lists: [newStick] });
    // Before anybody has opened it.
    expect(canariesIn(bytesOutside(atRestore(other), DIRECTOR))).toEqual([]);
    const restored = await opened(other);
    expect(await namesIn(restored)).toEqual(['Heron']);
    expect(filesIn(restored.dataDir)).toEqual([]);
    expect(await restored.ask('retention.certificates', {})).toMatchObject([
      { erasedOn: '2026-11-19', reason: 'WISH' },
    ]);
    expect(canariesIn(bytesOutside(restored.dataDir, DIRECTOR))).toEqual([]);
    await restored.remove();
  });

  /** The vault that waits beside, under the name it will have. */
  function atRestore(other: TestVault): string {
    const copy = copyOf(other.dataDir);
    renameSync(join(copy, 'Records.restoring'), join(copy, 'Records.vault'));
    return copy;
  }
});

describe('without any list within reach', () => {
  it('says so and asks for the other media first; going on is a word of its own, and the control: then the case is there', async () => {
    dropLists(oldStick);
    const other = anotherComputer(vault);
    const known = await other.ask('backup.recognise', chosen(other, oldStick, lastMonth, BY_PASSPHRASE));
    expect(known.erasedListAt).toBeNull();
    expect(await outcome(restoreOn(other))).toBe('erased-list-missing');
    expect(await outcome(other.ask('session.status', {}))).toBe('ok');
    await restoreOn(other, { withoutList: true });
    const restored = await opened(other);
    expect(await namesIn(restored)).toEqual(['Heron', 'zebrafinch']);
    expect(filesIn(restored.dataDir)).toHaveLength(1);
    await restored.remove();
  });

  it('a damaged list, and one of another vault, are none', async () => {
    dropLists(oldStick);
    for (const name of listsIn(newStick)) bend(join(newStick, name), 200);
    const other = anotherComputer(vault);
    expect(await outcome(restoreOn(other, { lists: [newStick] }))).toBe('erased-list-missing');
    const stranger = await newVault('2026-10-20T09:00');
    const theirs = tempFolder();
    await backUp(stranger, theirs);
    const [mine = ''] = listsIn(newStick);
    const [their = ''] = listsIn(theirs);
    expect(their).not.toBe(mine);
    writeFileSync(join(newStick, mine), readFileSync(join(theirs, their)));
    expect(await outcome(restoreOn(other, { lists: [newStick] }))).toBe('erased-list-missing');
    await stranger.remove();
  });
});

describe('on the computer where it was erased', () => {
  it('the list beside the vault is enough', async () => {
    dropLists(oldStick);
    await restoreOn(vault);
    const restored = await opened(vault);
    expect(await namesIn(restored)).toEqual(['Heron']);
    restored.vault.close();
  });

  it('an old vault folder put back by hand loses the case when it is unlocked', async () => {
    const old = anotherComputer(vault);
    dropLists(oldStick);
    await restoreOn(old, { withoutList: true });
    const before = await opened(old);
    before.vault.close();
    vault.vault.close();
    rmSync(join(vault.dataDir, 'Records.vault'), { recursive: true });
    rmSync(join(vault.dataDir, 'Records.seen'));
    renameSync(join(before.dataDir, 'Records.vault'), join(vault.dataDir, 'Records.vault'));
    await vault.unlock();
    expect(await namesIn(vault)).toEqual(['Heron']);
    expect(filesIn(vault.dataDir)).toEqual([]);
    expect(canariesIn(bytesOutside(vault.dataDir, DIRECTOR))).toEqual([]);
  });
});

describe('the list on a medium', () => {
  it('is told nobody: not how many, not which; and it is as new as the newest backup there', async () => {
    const [name = ''] = listsIn(newStick);
    const text = readFileSync(join(newStick, name), 'utf8');
    expect(text).not.toContain(hers);
    const before = readFileSync(join(oldStick, listsIn(oldStick)[0]!), 'utf8');
    expect(text.length).toBe(before.length); // one erased case and none look the same
    const known = await vault.ask('backup.recognise', chosen(vault, oldStick, lastMonth, BY_PASSPHRASE));
    expect(known.erasedListAt).toBe(vault.clock.now);
  });

  it('is written by turns, so that a whole one is always there, and forgets nothing that it knew', async () => {
    await backUp(vault, newStick);
    expect(listsIn(newStick)).toHaveLength(2);
    await backUp(vault, newStick);
    for (const name of listsIn(newStick)) {
      const alone = tempFolder();
      writeFileSync(join(alone, name), readFileSync(join(newStick, name)));
      const other = anotherComputer(vault);
      dropLists(oldStick);
      await restoreOn(other, { lists: [alone] });
      const restored = await opened(other);
      expect(await namesIn(restored)).toEqual(['Heron']);
      await restored.remove();
    }
  });
});

describe('media that still hold an erased case', () => {
  const holders = () => vault.ask('retention.holders', {});

  it('are listed until they are overwritten or destroyed', async () => {
    const [held] = await holders();
    expect(await holders()).toMatchObject([{ kind: 'backup', name: lastMonth, erased: 1 }]);
    if (held?.kind !== 'backup') throw new Error('a backup is listed');
    await vault.ask('retention.noteGone', { id: held.id, basedOn: held.revision });
    expect(await holders()).toEqual([]);
  });

  it('are cleared only once a newer backup lies beside: then the old ones go, and the newer stays', async () => {
    const clear = () => vault.ask('retention.clearMedium', { folder: vault.grant(oldStick) });
    expect(await outcome(clear())).toBe('rule-broken');
    const { name } = await backUp(vault, oldStick);
    expect(await clear()).toEqual({ removed: 1, kept: 1, packages: 0, unknown: 0 });
    expect(readdirSync(oldStick).filter((found) => !listsIn(oldStick).includes(found))).toEqual([name]);
    expect(await holders()).toEqual([]);
  });

  it('are also vaults that a restore put aside here, until they are taken away', async () => {
    await restoreOn(vault);
    const restored = await opened(vault);
    const [kept] = await restored.ask('retention.holders', {});
    expect(kept).toMatchObject({ kind: 'kept-vault', day: '2026-11-19' });
    if (kept?.kind !== 'kept-vault') throw new Error('a vault was kept');
    expect(await outcome(restored.ask('retention.destroyKept', { name: 'Records.vault' }))).toBe('not-found');
    await restored.ask('retention.destroyKept', { name: kept.name });
    expect(readdirSync(vault.dataDir).filter((name) => name.includes('kept'))).toEqual([]);
    restored.vault.close();
  });
});
