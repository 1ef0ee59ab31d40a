// A key file on a stick beside one's own passphrase: made, needed, copied, made anew, stopped; and every other act on keys goes on with it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, chosen, namesIn, openCases } from '../helpers/backups.ts';
import { openCase } from '../helpers/casework.ts';
import { erase } from '../helpers/erasing.ts';
import { keyFilesOn, makeKeyFile } from '../helpers/key-file-steps.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { SimulatedSticks } from '../helpers/simulated-stick.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault, vaultOn } from '../helpers/vault.ts';

const { passphrase } = DIRECTOR;
const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
const NEXT = passphraseOf('the next one');
let sticks: SimulatedSticks;
let vault: TestVault;
beforeEach(async () => {
  sticks = new SimulatedSticks();
  sticks.insert('blue');
  vault = await newVault('2026-11-20T09:00', { sticks });
});
afterEach(() => vault.remove());

const lock = (): void => vault.vault.close();
const state = () => vault.ask('keyFile.state', {});
const onto = (stick: string) => ({ passphrase, folder: vault.grant(join(sticks.root, stick)) });
const anotherComputer = (): TestVault => vaultOn(tempFolder(), vault.clock, { sticks });

describe('a key file', () => {
  it('is written and read back under a name that says nothing, and is then needed beside the passphrase', async () => {
    expect(await state()).toEqual({ state: 'none' });
    expect(await makeKeyFile(vault, sticks, 'blue')).toBe('safe-to-remove');
    expect(keyFilesOn(sticks, 'blue')).toEqual([expect.stringMatching(/^r-[0-9a-z]{8}\.key$/)]);
    expect(await state()).toEqual({ state: 'in-use', since: vault.clock.now, locksWhenGone: true });
    lock();
    await vault.unlock();
    lock();
    sticks.pull('blue');
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    sticks.putBack('blue');
    expect(await outcome(vault.unlock({ ...DIRECTOR, passphrase: NEXT }))).toBe('wrong-passphrase');
    await vault.unlock();
  });

  it('lies at the top of the stick, whatever folder on it was chosen', async () => {
    mkdirSync(join(sticks.root, 'blue', 'papers'));
    await makeKeyFile(vault, sticks, 'blue/papers');
    expect(keyFilesOn(sticks, 'blue')).toHaveLength(1);
    lock();
    await vault.unlock();
  });

  it('on the computer’s own disk says that this is no stick, and opens when it is pointed at', async () => {
    const folder = tempFolder();
    const made = await vault.ask('keyFile.make', { passphrase, folder: vault.grant(folder) });
    expect(made.stick).toBe('not-a-stick');
    lock();
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    await vault.ask('keyFile.choose', { file: vault.grant(join(folder, readdirSync(folder)[0]!)) });
    await vault.unlock();
  });

  it('is not asked for of a colleague who has none, nor of a name that is nobody’s', async () => {
    await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    await makeKeyFile(vault, sticks, 'blue');
    lock();
    sticks.pull('blue');
    await vault.unlock(JO);
    lock();
    const answers = [];
    for (const signInName of ['ana', 'nobody']) {
      answers.push(await vault.raw('session.unlock', { signInName, passphrase }));
    }
    expect(answers[0]).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('of one colleague among those of others on several sticks is found by itself', async () => {
    sticks.insert('red');
    await makeKeyFile(vault, sticks, 'blue');
    await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    lock();
    await vault.unlock(JO);
    await makeKeyFile(vault, sticks, 'red', JO.passphrase);
    expect(await vault.ask('keyFile.atHand', {})).toEqual({ whole: 2, damaged: 0, chosen: false });
    for (const who of [JO, DIRECTOR]) {
      lock();
      await vault.unlock(who);
      expect(await state()).toMatchObject({ state: 'in-use' });
    }
    lock();
    sticks.pull('blue');
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    await vault.unlock(JO);
  });

  it('is not made with a wrong passphrase, and the miss is on record', async () => {
    const wrong = { ...onto('blue'), passphrase: 'not mine' };
    expect(await outcome(vault.ask('keyFile.make', wrong))).toBe('wrong-passphrase');
    expect(keyFilesOn(sticks, 'blue')).toEqual([]);
    expect(await state()).toEqual({ state: 'none' });
  });

  it('that could not be read back is not asked for', async () => {
    sticks.justBefore('sync', () => sticks.pull('blue'));
    expect(await outcome(vault.ask('keyFile.make', onto('blue')))).toBe('stick-removed');
    expect(await state()).toEqual({ state: 'none' });
    lock();
    await vault.unlock();
  });

  it('is copied onto a second stick, which opens as well; the first one is refused for it', async () => {
    expect(await ruleOf(vault.ask('keyFile.copy', onto('blue')))).toBe('key-file-none');
    sticks.insert('red');
    await makeKeyFile(vault, sticks, 'blue');
    expect(await ruleOf(vault.ask('keyFile.copy', onto('blue')))).toBe('key-file-same-stick');
    expect((await vault.ask('keyFile.copy', onto('red'))).stick).toBe('safe-to-remove');
    lock();
    sticks.pull('blue');
    sticks.pull('red');
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    sticks.putBack('red');
    await vault.unlock();
  });

  it('made anew ends the one of before, and asks for it first', async () => {
    sticks.insert('red');
    await makeKeyFile(vault, sticks, 'blue');
    sticks.pull('blue');
    expect(await ruleOf(vault.ask('keyFile.make', onto('red')))).toBe('key-file-missing');
    sticks.putBack('blue');
    await makeKeyFile(vault, sticks, 'red');
    lock();
    sticks.pull('red');
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    sticks.putBack('red');
    sticks.pull('blue');
    await vault.unlock();
  });

  it('is stopped with passphrase and file; from then on the passphrase alone opens', async () => {
    expect(await ruleOf(vault.ask('keyFile.stop', { passphrase }))).toBe('key-file-none');
    await makeKeyFile(vault, sticks, 'blue');
    sticks.pull('blue');
    expect(await ruleOf(vault.ask('keyFile.stop', { passphrase }))).toBe('key-file-missing');
    sticks.putBack('blue');
    expect(await outcome(vault.ask('keyFile.stop', { passphrase: NEXT }))).toBe('wrong-passphrase');
    await vault.ask('keyFile.stop', { passphrase });
    expect(await state()).toEqual({ state: 'none' });
    lock();
    sticks.pull('blue');
    await vault.unlock();
  });
});

describe('with a key file', () => {
  beforeEach(async () => {
    await openCases(vault, ['Heron']);
    await vault.ask('staffMember.add', { name: 'Jo', role: 'director', ...JO });
    await makeKeyFile(vault, sticks, 'blue');
  });
  const needsFileStill = async (who = DIRECTOR, at = vault): Promise<void> => {
    sticks.pull('blue');
    expect(await outcome(at.unlock(who))).toBe('wrong-passphrase');
    sticks.putBack('blue');
    await at.unlock(who);
  };

  it('a new passphrase keeps it', async () => {
    await vault.ask('session.changePassphrase', { current: passphrase, next: NEXT });
    lock();
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    await needsFileStill({ ...DIRECTOR, passphrase: NEXT });
  });

  it('a new passphrase is not given without it', async () => {
    sticks.pull('blue');
    const change = { current: passphrase, next: NEXT };
    expect(await ruleOf(vault.ask('session.changePassphrase', change))).toBe('key-file-missing');
    sticks.putBack('blue');
    lock();
    await vault.unlock();
  });

  it('the new key after a colleague was removed asks for it as before', async () => {
    const staff = await vault.ask('staffMember.list', {});
    await vault.ask('staffMember.disable', { id: staff.find(({ name }) => name === 'Jo')!.id });
    expect((await vault.ask('staffMember.key', {})).due).toBe(false);
    lock();
    expect(await outcome(vault.unlock(JO))).toBe('wrong-passphrase');
    await needsFileStill();
    expect(await namesIn(vault)).toEqual(['Heron']);
  });

  it('who has one is removed as everybody is, and the file opens nothing', async () => {
    const [me] = (await vault.ask('staffMember.list', {})).filter(({ name }) => name === 'Ana');
    lock();
    await vault.unlock(JO);
    await vault.ask('staffMember.disable', { id: me!.id });
    lock();
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    await vault.unlock(JO);
  });

  it('a backup opens with passphrase and file of its day, here and on another computer', async () => {
    const place = tempFolder();
    const { name } = await backUp(vault, place);
    await vault.ask('keyFile.stop', { passphrase });
    const other = anotherComputer();
    const request = chosen(other, place, name);
    sticks.pull('blue');
    expect(await outcome(other.ask('backup.recognise', request))).toBe('wrong-passphrase');
    sticks.putBack('blue');
    await other.ask('backup.restore', { ...request, replaceOther: false });
    const moved = other.restart();
    await needsFileStill(DIRECTOR, moved);
    expect(await namesIn(moved)).toEqual(['Heron']);
    await moved.remove();
    // Here the slot is of today: the passphrase alone.
    lock();
    sticks.pull('blue');
    await vault.unlock();
  });

  it('the recovery code needs none, and gives a passphrase that needs none', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    lock();
    sticks.pull('blue');
    await vault.ask('session.recover', { recoveryCode: code, signInName: 'ana', newPassphrase: NEXT });
    expect(await state()).toEqual({ state: 'none' });
    lock();
    await vault.unlock({ ...DIRECTOR, passphrase: NEXT });
  });

  it('the sheets of trustees need none', async () => {
    const { sheets } = await vault.ask('session.makeTrustees', {});
    lock();
    sticks.pull('blue');
    await vault.ask('session.openWithTrustees', {
      sheets: [sheets[0]!, sheets[2]!],
      signInName: 'ana',
      newPassphrase: NEXT,
    });
    lock();
    await vault.unlock({ ...DIRECTOR, passphrase: NEXT });
  });

  it('a second colleague at the desk proves herself with hers', async () => {
    lock();
    await vault.unlock(JO);
    const second = { signInName: 'ana', passphrase };
    const hers = await openCase(vault, 'Wren');
    sticks.pull('blue');
    expect(await outcome(erase(vault, [hers], 'WISH', second))).toBe('wrong-passphrase');
    sticks.putBack('blue');
    expect(await erase(vault, [hers], 'WISH', second)).toHaveLength(1);
  });
});

describe('a new passphrase from a director', () => {
  let id: string;
  const give = (next: string) => vault.ask('staffMember.givePassphrase', { id, passphrase: next });
  beforeEach(async () => {
    ({ id } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO }));
    lock();
    await vault.unlock(JO);
    await makeKeyFile(vault, sticks, 'blue', JO.passphrase);
    lock();
    await vault.unlock();
    sticks.pull('blue');
  });

  it('opens for a colleague whose stick is lost, without a key file, and the one of before opens nothing', async () => {
    await give(NEXT);
    lock();
    await vault.unlock({ ...JO, passphrase: NEXT });
    expect(await state()).toEqual({ state: 'none' });
    lock();
    sticks.putBack('blue');
    expect(await outcome(vault.unlock(JO))).toBe('wrong-passphrase');
  });

  it('lets her be sealed a new key when somebody is removed later', async () => {
    await give(NEXT);
    const gone = await vault.ask('staffMember.add', {
      name: 'Bo',
      role: 'reports',
      signInName: 'bo',
      passphrase: passphraseOf('bo'),
    });
    await vault.ask('staffMember.disable', { id: gone.id });
    expect((await vault.ask('staffMember.key', {})).due).toBe(false);
    lock();
    await vault.unlock({ ...JO, passphrase: NEXT });
  });

  it('is a matter of directors, not one’s own, and not of somebody who was removed', async () => {
    const [me] = (await vault.ask('staffMember.list', {})).filter(({ name }) => name === 'Ana');
    const own = vault.ask('staffMember.givePassphrase', { id: me!.id, passphrase: NEXT });
    expect(await ruleOf(own)).toBe('passphrase-own');
    expect(await outcome(give('too short'))).toBe('passphrase-too-weak');
    await vault.ask('staffMember.disable', { id });
    expect(await outcome(give(NEXT))).toBe('staff-disabled');
  });
});

describe('a key file that is pointed at', () => {
  it('opens from a place where none is looked for, until the program is closed', async () => {
    await makeKeyFile(vault, sticks, 'blue');
    const [name] = keyFilesOn(sticks, 'blue');
    const elsewhere = join(tempFolder(), 'renamed.dat');
    writeFileSync(elsewhere, readFileSync(join(sticks.root, 'blue', name!)));
    lock();
    sticks.pull('blue');
    await vault.ask('keyFile.choose', { file: vault.grant(elsewhere) });
    expect(await vault.ask('keyFile.atHand', {})).toEqual({ whole: 1, damaged: 0, chosen: true });
    await vault.unlock();
    const next = vault.restart();
    expect(await outcome(next.unlock())).toBe('wrong-passphrase');
    next.vault.close();
  });

  it('is told as what it is: damaged, something else, or not there', async () => {
    await makeKeyFile(vault, sticks, 'blue');
    const [name] = keyFilesOn(sticks, 'blue');
    const folder = tempFolder();
    const bytes = readFileSync(join(sticks.root, 'blue', name!));
    const put = (file: string, content: Uint8Array): string => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    };
    const answer = (path: string) => outcome(vault.ask('keyFile.choose', { file: vault.grant(path) }));
    expect(await answer(put('bent', bytes.with(20, bytes[20]! ^ 1)))).toBe('file-damaged');
    expect(await answer(put('cut', bytes.subarray(0, 40)))).toBe('file-damaged');
    expect(await answer(put('other', Buffer.from('a letter to a friend')))).toBe('file-not-recognised');
    expect(await answer(put('long', Buffer.alloc(5_000_000)))).toBe('file-not-recognised');
    expect(await answer(join(folder, 'nowhere'))).toBe('file-gone');
  });
});
