// A colleague goes and the vault gets a new key: everybody who is left opens it as before, everything that was saved is there, what was
// made before is still known, and whatever comes in between leaves a vault that opens.
import fs, { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { StaffMemberId } from '#shared/ids';
import { inThisThread } from '../../electron/vault/backup/heavy-work.ts';
import { anotherComputer, backUp, chosen, copyOf, namesIn } from '../helpers/backups.ts';
import { addMira, erase, MIRA } from '../helpers/erasing.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
let vault: TestVault;
let joId: StaffMemberId;
beforeEach(async () => {
  vault = await newVault('2026-11-20T09:00');
  await addMira(vault);
  joId = (await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO })).id;
  await vault.ask('caseFile.open', { nameUsed: 'Heron' });
});
afterEach(() => vault.remove());

const epochOf = (dataDir: string): Promise<number> => lookInside(dataDir, ({ epoch }) => epoch);
const removeJo = () => vault.ask('staffMember.disable', { id: joId });
/** The disk has no room for a file of this name until it has again. */
function noRoomFor(name: string): { again(): void } {
  const real = fs.openSync;
  const again = (): void => {
    fs.openSync = real;
    syncBuiltinESMExports();
  };
  fs.openSync = (path, ...rest) => {
    if (String(path).endsWith(name)) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    return real(path, ...rest);
  };
  syncBuiltinESMExports();
  onTestFinished(again);
  return { again };
}

const isDue = async (of: TestVault) => (await of.ask('staffMember.key', {})).due;

describe('after a colleague was removed', () => {
  it('the vault has a new key, goes on in the same session, and the chain holds across both', async () => {
    await removeJo();
    await vault.ask('caseFile.open', { nameUsed: 'Maple' });
    expect(await namesIn(vault)).toEqual(['Heron', 'Maple']);
    expect((await vault.ask('session.checkVault', {})).records['case-file']).toBe(2);
    expect(await isDue(vault)).toBe(false);
    vault.vault.close();
    expect(await epochOf(vault.dataDir)).toBe(2);
    expect(readdirSync(join(vault.dataDir, 'Records.vault')).filter((name) => /next|part/.test(name))).toEqual([]);
  });

  it('everybody who is left signs in with the passphrase she had, and the recovery code opens it', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    await removeJo();
    vault.vault.close();
    await vault.unlock(MIRA);
    vault.vault.close();
    expect(await outcome(vault.unlock(JO))).toBe('wrong-passphrase');
    const again = { recoveryCode: code, signInName: 'ana', newPassphrase: passphraseOf('ana again') };
    await vault.ask('session.recover', again);
    expect(await namesIn(vault)).toEqual(['Heron']);
  });

  it('a second one gives a third key, and entries of all three epochs are proven', async () => {
    await removeJo();
    const sam = { name: 'Sam', role: 'house-staff' as const, signInName: 'sam', passphrase: passphraseOf('sam') };
    const { id } = await vault.ask('staffMember.add', sam);
    await vault.ask('staffMember.disable', { id });
    await vault.ask('session.checkVault', {});
    vault.vault.close();
    expect(await epochOf(vault.dataDir)).toBe(3);
  });

  it('an entry of the days before that was bent is noticed as ever', async () => {
    await removeJo();
    vault.vault.close();
    await lookInside(vault.dataDir, ({ db }) => {
      db.exec('DROP TRIGGER audit_entry_is_final');
      db.run("UPDATE audit_entry SET detail = 'bent' WHERE seq = 2");
    });
    expect(await outcome(vault.unlock())).toBe('vault-damaged');
  });
});

describe('backups', () => {
  it('of before are known as ours, name who still opens them, and come back with the passphrase of their day', async () => {
    const place = tempFolder();
    const made = await backUp(vault, place);
    vault.clock.advance(60_000);
    await removeJo();
    const [found] = await vault.ask('backup.inspect', { folder: vault.grant(place) });
    expect(found).toMatchObject({ state: 'complete', shelterName: 'Willow House' });
    expect(await vault.ask('staffMember.copies', { id: joId })).toMatchObject([{ name: made.name }]);
    const other = anotherComputer(vault);
    await other.ask('backup.restore', { ...chosen(other, place, made.name), replaceOther: false });
    const back = other.restart();
    await back.unlock(JO);
    back.vault.close();
    await back.unlock();
    expect(await namesIn(back)).toEqual(['Heron']);
    back.vault.close();
  });

  it('of after come back with the chain of both epochs', async () => {
    await removeJo();
    const place = tempFolder();
    const made = await backUp(vault, place);
    expect((await vault.ask('backup.drill', chosen(vault, place, made.name))).checks).toContain('chain');
    const other = anotherComputer(vault);
    await other.ask('backup.restore', { ...chosen(other, place, made.name), replaceOther: false });
    const back = other.restart();
    await back.unlock();
    await back.ask('session.checkVault', {});
    back.vault.close();
  });

  it('of before bring no case back that was erased after the key was renewed', async () => {
    const place = tempFolder();
    const made = await backUp(vault, place);
    const heron = (await vault.ask('caseFile.list', { order: 'opened', limit: 10 })).rows[0]!.id;
    vault.clock.advance(60_000);
    await removeJo();
    await erase(vault, [heron], 'WISH');
    await vault.ask('backup.restore', { ...chosen(vault, place, made.name), replaceOther: false });
    const back = vault.restart();
    await back.unlock();
    expect(await namesIn(back)).toEqual([]);
    back.vault.close();
  });

  it('brought back from before, and she removed again: the third key has a number of its own', async () => {
    const place = tempFolder();
    const made = await backUp(vault, place);
    await removeJo();
    const since = await backUp(vault, place);
    await vault.ask('backup.restore', { ...chosen(vault, place, made.name), replaceOther: false });
    const back = vault.restart();
    await back.unlock();
    await back.ask('staffMember.disable', { id: joId });
    const found = await back.ask('backup.inspect', { folder: back.grant(place) });
    expect(found.map(({ state }) => state)).toEqual(['complete', 'complete']);
    expect(found.find(({ name }) => name === since.name)).toMatchObject({ shelterName: null });
    back.vault.close();
    expect(await epochOf(vault.dataDir)).toBe(3);
  });
});

describe('when it cannot be renewed now', () => {
  it('because a backup is being made: she is out, the key stays due, and the next unlock gives it', async () => {
    let removed: Promise<unknown> | undefined;
    const during = vaultOn(vault.dataDir, vault.clock, {
      heavyWork: {
        run: async (job, signal) => {
          removed ??= during.ask('staffMember.disable', { id: joId });
          await removed;
          return inThisThread.run(job, signal);
        },
      },
    });
    vault.vault.close();
    await during.unlock();
    const place = tempFolder();
    const { name } = await backUp(during, place);
    expect(await isDue(during)).toBe(true);
    expect(await outcome(during.ask('backup.drill', chosen(during, place, name)))).toBe('ok');
    during.vault.close();
    expect(await outcome(vault.unlock(JO))).toBe('wrong-passphrase');
    await vault.unlock(MIRA);
    vault.vault.close();
    expect(await epochOf(vault.dataDir)).toBe(2);
  });

  it('on a full disk: nothing is left behind, work goes on, and a press gives it when there is room', async () => {
    const room = noRoomFor('head.next.part');
    await removeJo();
    expect(await isDue(vault)).toBe(true);
    expect(readdirSync(join(vault.dataDir, 'Records.vault')).filter((name) => name.includes('next'))).toEqual([]);
    await vault.ask('caseFile.open', { nameUsed: 'Maple' });
    expect(await outcome(vault.ask('staffMember.renewKey', {}))).toBe('disk-full');
    room.again();
    expect(await vault.ask('staffMember.renewKey', {})).toEqual({});
    expect(await isDue(vault)).toBe(false);
    expect(await namesIn(vault)).toEqual(['Heron', 'Maple']);
  });
});

it('an old copy of the records under the name of a new one takes nobody’s place', async () => {
  const earlier = copyOf(vault.dataDir);
  await vault.ask('caseFile.open', { nameUsed: 'Maple' });
  vault.vault.close();
  fs.cpSync(join(earlier, 'Records.vault', 'records.db'), join(vault.dataDir, 'Records.vault', 'records.next'));
  await vault.unlock();
  expect(await namesIn(vault)).toEqual(['Heron', 'Maple']);
});
