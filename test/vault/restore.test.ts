// Restoring: everything is proven beside the old vault, claimed, and swapped in at the next start. At every moment either the
// old vault opens or the restored one, and the old one is never written over.
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#shared/time';
import {
  anotherComputer,
  backUp,
  bend,
  BY_PASSPHRASE,
  chosen,
  copyOf,
  everythingIn,
  namesIn,
  openCases,
} from '../helpers/backups.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

let vault: TestVault;
let place: string;
beforeEach(async () => {
  vault = await newVault('2026-11-20T09:00');
  place = tempFolder();
  await openCases(vault, ['Maya', 'Heron', 'Ines']);
});
afterEach(() => vault.remove());

const restore = (on: TestVault, name: string, credential = BY_PASSPHRASE, replaceOther = false) =>
  on.ask('backup.restore', { ...chosen(on, place, name, credential), replaceOther });
const stateOf = async (on: TestVault) => (await on.ask('session.status', {})).state;
const keptOf = (on: TestVault) => readdirSync(on.dataDir).filter((name) => name.startsWith('Records.vault.kept-'));

describe('on another computer', () => {
  it('a passphrase brings every case back, and work goes on', async () => {
    const { name } = await backUp(vault, place);
    const other = anotherComputer(vault);
    expect(await restore(other, name)).toMatchObject({
      shelterName: 'Willow House',
      belongsTo: 'no-vault-here',
      records: { 'case-file': 3 },
    });
    expect(other.restarts).toBe(1);
    const restored = other.restart();
    await restored.unlock(DIRECTOR);
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya']);
    vault.clock.advance(DAY);
    await openCases(restored, ['Noor']);
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya', 'Noor']);
    expect(keptOf(restored)).toEqual([]);
    await restored.remove();
  });

  it('the recovery code alone is enough, and gives a new passphrase there', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    const { name } = await backUp(vault, place);
    const other = anotherComputer(vault);
    await restore(other, name, { by: 'recovery-code', recoveryCode: code });
    const restored = other.restart();
    const newPassphrase = 'summit bracket violet harvest oyster pencil';
    await restored.ask('session.recover', { recoveryCode: code, signInName: 'ana', newPassphrase });
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya']);
    await restored.remove();
  });

  it('whoever had a key slot can open it, and every colleague keeps hers', async () => {
    const jo = { signInName: 'jo', passphrase: passphraseOf('jo') };
    await vault.ask('staffMember.add', { name: 'Jo', role: 'house-staff', ...jo });
    const { name } = await backUp(vault, place);
    const other = anotherComputer(vault);
    await restore(other, name, { by: 'passphrase', ...jo });
    const restored = other.restart();
    await restored.unlock(DIRECTOR);
    expect((await restored.ask('staffMember.list', {})).map((person) => person.signInName)).toEqual(['ana', 'jo']);
    await restored.remove();
  });
});

describe('on the same computer', () => {
  it('an earlier day comes back, and the later vault is kept beside it', async () => {
    const { name } = await backUp(vault, place);
    vault.clock.advance(3 * DAY);
    await openCases(vault, ['Noor']);
    await restore(vault, name);
    const restored = vault.restart();
    await restored.unlock(DIRECTOR);
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya']);
    expect(keptOf(restored)).toEqual(['Records.vault.kept-2026-11-23']);
    restored.vault.close();
  });

  it('numbers go on after the newest ever seen, so that an older state put back by hand is still noticed', async () => {
    const { name } = await backUp(vault, place);
    for (let count = 0; count < 10; count += 1) await openCases(vault, [`Person ${count}`]);
    await restore(vault, name);
    const restored = vault.restart();
    await restored.unlock(DIRECTOR);
    vault.clock.advance(DAY);
    expect((await backUp(restored, tempFolder())).newerBackup).toBeNull();
    restored.vault.close();
    const [kept = ''] = keptOf(restored);
    renameSync(join(vault.dataDir, 'Records.vault'), join(vault.dataDir, 'aside'));
    renameSync(join(vault.dataDir, kept), join(vault.dataDir, 'Records.vault'));
    expect(await outcome(restored.restart().unlock(DIRECTOR))).toBe('vault-rolled-back');
  });

  it('does not touch another vault unless that was said, and keeps it then', async () => {
    const { name } = await backUp(vault, place);
    const neighbour = await newVault('2026-11-20T09:00');
    expect(await outcome(restore(neighbour, name))).toBe('backup-other-vault');
    expect(await stateOf(neighbour)).toBe('unlocked');
    await restore(neighbour, name, BY_PASSPHRASE, true);
    const restored = neighbour.restart();
    await restored.unlock(DIRECTOR);
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya']);
    expect(keptOf(restored)).toHaveLength(1);
    await restored.remove();
  });

  it('works when the vault here is damaged beyond opening', async () => {
    const { name } = await backUp(vault, place);
    vault.vault.close();
    for (const file of ['slots.bin', 'slots.bak', 'records.db'])
      writeFileSync(join(vault.dataDir, 'Records.vault', file), 'gone');
    const broken = vault.restart();
    expect(await restore(broken, name)).toMatchObject({ belongsTo: 'this-vault' });
    const restored = broken.restart();
    await restored.unlock(DIRECTOR);
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya']);
    restored.vault.close();
  });
});

describe('a claimed restore', () => {
  it('lets nothing else happen before it is finished or given up', async () => {
    const { name } = await backUp(vault, place);
    await restore(vault, name);
    for (const attempt of [
      () => vault.unlock(DIRECTOR),
      () => vault.ask('session.createVault', { shelterName: 'Other', directorName: 'Eve', ...DIRECTOR }),
      () => restore(vault, name),
    ]) {
      expect(await outcome(attempt())).toBe('restore-waiting');
    }
    expect(await outcome(vault.ask('caseFile.list', {}))).toBe('vault-locked');
    const { waiting } = await vault.ask('backup.restoreState', {});
    expect(waiting).toMatchObject({ name, hasOldVault: true });
    await vault.ask('backup.continueRestore', {});
    expect(await stateOf(vault)).toBe('locked');
    await vault.unlock(DIRECTOR);
  });

  it('can be given up: the old vault opens with everything in it and nothing is left over', async () => {
    const { name } = await backUp(vault, place);
    await openCases(vault, ['Noor']);
    await restore(vault, name);
    await vault.ask('backup.keepOld', {});
    await vault.unlock(DIRECTOR);
    expect(await namesIn(vault)).toEqual(['Heron', 'Ines', 'Maya', 'Noor']);
    expect(
      readdirSync(vault.dataDir)
        .filter((name) => !name.startsWith('Records.list-'))
        .sort(),
    ).toEqual(['Records.seen', 'Records.vault']);
    expect(await outcome(vault.ask('backup.keepOld', {}))).toBe('not-found');
  });

  it('that was spoilt while it waited is not swapped in: the old vault can still be kept', async () => {
    const { name } = await backUp(vault, place);
    await restore(vault, name);
    bend(join(vault.dataDir, 'Records.restoring', 'records.db'), 5_000);
    const next = vault.restart();
    expect(await stateOf(next)).toBe('restore-waiting');
    expect(await outcome(next.ask('backup.continueRestore', {}))).toBe('backup-damaged');
    await next.ask('backup.keepOld', {});
    await next.unlock(DIRECTOR);
    expect(await namesIn(next)).toEqual(['Heron', 'Ines', 'Maya']);
    next.vault.close();
  });

  it('whose note cannot be read any more still gives the old vault back', async () => {
    const { name } = await backUp(vault, place);
    await restore(vault, name);
    writeFileSync(join(vault.dataDir, 'Records.restore'), '{');
    const next = vault.restart();
    expect(await outcome(next.ask('backup.restoreState', {}))).toBe('file-damaged');
    await next.ask('backup.keepOld', {});
    await next.unlock(DIRECTOR);
    expect(await namesIn(next)).toEqual(['Heron', 'Ines', 'Maya']);
    next.vault.close();
  });

  it('on a computer without a vault can be given up too', async () => {
    const { name } = await backUp(vault, place);
    const other = anotherComputer(vault);
    await restore(other, name);
    await other.ask('backup.keepOld', {});
    expect(await stateOf(other)).toBe('no-vault');
    expect(everythingIn(other.dataDir)).toEqual([]);
  });
});

describe('a restore that fails', () => {
  it('leaves the vault here as it was, whatever was wrong with the backup', async () => {
    const { name } = await backUp(vault, place);
    const before = everythingIn(vault.dataDir);
    bend(join(place, name, 'records.db'), 9_000);
    expect(await outcome(restore(vault, name))).toBe('backup-damaged');
    expect(await outcome(restore(vault, name, { ...BY_PASSPHRASE, passphrase: 'wrong' } as typeof BY_PASSPHRASE))).toBe(
      'wrong-passphrase',
    );
    expect(await stateOf(vault)).toBe('unlocked');
    expect(existsSync(join(vault.dataDir, 'Records.restoring'))).toBe(false);
    expect(everythingIn(vault.dataDir).filter((file) => !file.includes('unlock-attempts'))).toEqual(
      before.filter((file) => !file.includes('unlock-attempts')),
    );
  });

  it('and one that is stopped half-way', async () => {
    const { name } = await backUp(vault, place);
    const stop = new AbortController();
    const asked = vault.ask(
      'backup.restore',
      { ...chosen(vault, place, name), replaceOther: false },
      {
        signal: stop.signal,
        progress: ({ phase }) => {
          if (phase === 'preparing') stop.abort();
        },
      },
    );
    expect(await outcome(asked)).toBe('cancelled');
    expect(existsSync(join(vault.dataDir, 'Records.restoring'))).toBe(false);
    expect(await namesIn(vault)).toEqual(['Heron', 'Ines', 'Maya']);
  });
});

describe('a backup that is older than the removal of a colleague', () => {
  const jo = { signInName: 'jo', passphrase: passphraseOf('jo') };
  const addJo = () => vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...jo });
  const recognise = (on: TestVault, name: string) => on.ask('backup.recognise', { ...chosen(on, place, name) });

  it('says by name who would come back, takes her out again, and gives the records a new key at the next unlock', async () => {
    const { id } = await addJo();
    const { name } = await backUp(vault, place);
    vault.clock.advance(DAY);
    await vault.ask('staffMember.disable', { id });
    vault.vault.close();
    const locked = vault.restart();
    expect((await recognise(locked, name)).returned).toEqual(['Jo']);
    await restore(locked, name);
    const restored = locked.restart();
    expect(await outcome(restored.unlock(jo))).toBe('wrong-passphrase');
    await restored.unlock(DIRECTOR);
    const people = await restored.ask('staffMember.list', {});
    expect(people.find((person) => person.id === id)?.disabledAt).not.toBeNull();
    expect((await restored.ask('staffMember.key', {})).due).toBe(false);
    expect(await namesIn(restored)).toEqual(['Heron', 'Ines', 'Maya']);
    await restored.ask('session.checkVault', {});
    restored.vault.close();
    expect(await lookInside(restored.dataDir, ({ epoch }) => epoch)).toBe(3);
    expect(await outcome(restored.unlock(jo))).toBe('wrong-passphrase');
  });

  it('is known on another computer by a later backup beside it', async () => {
    const { id } = await addJo();
    const { name } = await backUp(vault, place);
    vault.clock.advance(DAY);
    await vault.ask('staffMember.disable', { id });
    await backUp(vault, place);
    const other = anotherComputer(vault);
    expect((await recognise(other, name)).returned).toEqual(['Jo']);
    await restore(other, name);
    const restored = other.restart();
    expect(await outcome(restored.unlock(jo))).toBe('wrong-passphrase');
    await restored.remove();
  });

  it('the control: nobody is taken out who was not removed, nor by a vault that is older than the backup', async () => {
    const before = copyOf(vault.dataDir);
    await addJo();
    const { name } = await backUp(vault, place);
    expect((await recognise(vault, name)).returned).toEqual([]);
    const older = vaultOn(before, vault.clock);
    expect((await recognise(older, name)).returned).toEqual([]);
    await restore(older, name);
    const restored = older.restart();
    await restored.unlock(jo);
    restored.vault.close();
  });

  it('whoever was removed does not bring herself back with it', async () => {
    const { id } = await addJo();
    const { name } = await backUp(vault, place);
    vault.clock.advance(DAY);
    await vault.ask('staffMember.disable', { id });
    vault.vault.close();
    const locked = vault.restart();
    await restore(locked, name, { by: 'passphrase', ...jo });
    const restored = locked.restart();
    expect(await outcome(restored.unlock(jo))).toBe('wrong-passphrase');
    await restored.unlock(DIRECTOR);
    restored.vault.close();
  });
});
