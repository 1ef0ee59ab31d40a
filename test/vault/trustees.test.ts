// Two of three people outside the office open the vault together, when every passphrase and the recovery code are gone. One of them
// alone, a sheet with a slip, sheets of two sets and sheets of a set that was replaced open nothing, and each is told as what it is.
import { randomBytes, randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CODE_SIGNS } from '#shared/keys/recovery-code';
import { readShare, writeShare } from '#shared/keys/trustee-share';
import { DAY } from '#shared/time';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import { openSlots } from '../../electron/vault/keys/unlock.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { anotherComputer, backUp, chosen, namesIn, openCases } from '../helpers/backups.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { quickKeyTools } from '../helpers/quick-keys.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

type Sheets = [string[], string[]];
let vault: TestVault;
let sheets: string[][];
beforeEach(async () => {
  vault = await newVault('2026-11-20T09:00');
  await openCases(vault, ['Heron']);
  ({ sheets } = await vault.ask('session.makeTrustees', {}));
});
afterEach(() => vault.remove());

const newPassphrase = passphraseOf('ana again');
const open = (of: TestVault, two: Sheets, signInName = 'ana') =>
  of.ask('session.openWithTrustees', { sheets: two, signInName, newPassphrase });
const two = (one: number, other: number): Sheets => [sheets[one]!, sheets[other]!];
const state = () => vault.ask('session.trustees', {});

describe('two of three sheets', () => {
  it('open the records for a director, whichever two they are, and give her a new passphrase', async () => {
    for (const pair of [two(0, 1), two(2, 0), two(1, 2)]) {
      vault.vault.close();
      await open(vault, pair);
      expect(await namesIn(vault)).toEqual(['Heron']);
      tellControl('G17', { opened: 1 });
    }
    vault.vault.close();
    await vault.unlock({ signInName: 'ana', passphrase: newPassphrase });
    expect(await state()).toMatchObject({ state: 'used' });
  });

  it('open nothing for a name that is no director’s', async () => {
    await vault.ask('staffMember.add', {
      name: 'Jo',
      role: 'case-manager',
      signInName: 'jo',
      passphrase: passphraseOf('jo'),
    });
    vault.vault.close();
    expect(await outcome(open(vault, two(0, 1), 'jo'))).toBe('not-found');
    expect(await outcome(open(vault, two(0, 1), 'nobody'))).toBe('not-found');
  });

  it('bring a backup back on another computer', async () => {
    const place = tempFolder();
    const { name } = await backUp(vault, place);
    const other = anotherComputer(vault);
    const request = chosen(other, place, name, { by: 'trustees', sheets: two(1, 2) });
    await other.ask('backup.restore', { ...request, replaceOther: false });
    const back = other.restart();
    await open(back, two(0, 2));
    expect(await namesIn(back)).toEqual(['Heron']);
    back.vault.close();
  });
});

describe('what does not open', () => {
  it('is told as what it is', async () => {
    const [first = [], second = []] = sheets;
    const slip = first.with(2, first[2]!.replace(/^./, first[2]!.startsWith('7') ? '8' : '7'));
    const old = sheets;
    ({ sheets } = await vault.ask('session.makeTrustees', {}));
    vault.vault.close();
    const failure = await open(vault, [slip, second]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'share-mistyped', facts: { sheet: 1, line: 3 } });
    expect(await outcome(open(vault, two(0, 0)))).toBe('shares-same');
    expect(await outcome(open(vault, [old[0]!, sheets[1]!]))).toBe('shares-mixed');
    // The older set is whole, and opens nothing any more.
    expect(await outcome(open(vault, [old[0]!, old[1]!]))).toBe('shares-unknown');
    await open(vault, two(0, 1));
  });

  it('500 sheets that were changed so that every checksum is right again: never a secret that is taken for the true one', async () => {
    vault.vault.close();
    const copies = readSlotCopies(vaultFolder(vault.dataDir));
    const found = { changed: 0, silent: 0 };
    for (let round = 0; round < proofSize({ test: 60, full: 500 }); round += 1) {
      const read = readShare(sheets[round % 3]!);
      if (read.state !== 'well-formed') throw new Error('a sheet that was just made');
      const part = Uint8Array.from(read.part);
      part[randomInt(32)]! ^= 1 + randomInt(255);
      const forged: Sheets = [writeShare({ ...read, part }), sheets[(round + 1) % 3]!];
      const opened = await outcome(openSlots(copies, { kind: 'trustees', sheets: forged }, quickKeyTools()));
      found.changed += 1;
      if (opened !== 'shares-unknown') found.silent += 1;
    }
    // And as people mistype: a sign that is another.
    for (let round = 0; round < proofSize({ test: 60, full: 500 }); round += 1) {
      const lines = [...sheets[round % 3]!];
      const at = randomInt(5);
      const plain = lines[at]!.replaceAll('-', '');
      const place = randomInt(16);
      const sign = CODE_SIGNS[(CODE_SIGNS.indexOf(plain[place]!) + 1 + randomInt(31)) % 32]!;
      lines[at] = `${plain.slice(0, place)}${sign}${plain.slice(place + 1)}`;
      const opened = await outcome(
        openSlots(copies, { kind: 'trustees', sheets: [lines, sheets[(round + 1) % 3]!] }, quickKeyTools()),
      );
      found.changed += 1;
      if (opened !== 'share-mistyped') found.silent += 1;
    }
    expect(found.silent).toBe(0);
    tellFound('G17', { 'corrupted shares': found.changed, 'corrupted shares that are silent': found.silent });
  });

  it('one sheet with a second that was guessed opens nothing', async () => {
    vault.vault.close();
    const copies = readSlotCopies(vaultFolder(vault.dataDir));
    const mine = readShare(sheets[0]!);
    if (mine.state !== 'well-formed') throw new Error('a sheet that was just made');
    for (let round = 0; round < 100; round += 1) {
      const guessed = writeShare({ number: 2, set: mine.set, part: Uint8Array.from(randomBytes(32)) });
      const credential = { kind: 'trustees' as const, sheets: [sheets[0]!, guessed] as Sheets };
      expect(await outcome(openSlots(copies, credential, quickKeyTools()))).toBe('shares-unknown');
    }
    tellFound('G17', { 'opened with one sheet': 0 });
  });

  it('misses make the next try wait, as at the door', async () => {
    const old = sheets;
    await vault.ask('session.makeTrustees', {});
    vault.vault.close();
    for (let miss = 0; miss < 3; miss += 1) await outcome(open(vault, [old[0]!, old[1]!]));
    expect(await outcome(open(vault, [old[0]!, old[1]!]))).toBe('unlock-wait');
  });
});

describe('a set', () => {
  it('stands as made until two sheets of it were typed back', async () => {
    expect(await state()).toMatchObject({ state: 'not-tried' });
    expect(await outcome(vault.ask('session.tryTrustees', { sheets: two(1, 1) }))).toBe('shares-same');
    expect(await state()).toMatchObject({ state: 'not-tried' });
    vault.clock.advance(DAY);
    await vault.ask('session.tryTrustees', { sheets: two(2, 1) });
    expect(await state()).toEqual({ state: 'tried', since: vault.clock.now });
    await vault.ask('session.makeTrustees', {});
    expect(await state()).toMatchObject({ state: 'not-tried' });
  });

  it('goes on opening after the vault got a new key, because the key is sealed to it as well', async () => {
    const jo = { name: 'Jo', role: 'house-staff' as const, signInName: 'jo', passphrase: passphraseOf('jo') };
    const { id } = await vault.ask('staffMember.add', jo);
    await vault.ask('staffMember.disable', { id });
    expect((await vault.ask('staffMember.key', {})).due).toBe(false);
    vault.vault.close();
    await open(vault, two(0, 2));
    expect(await namesIn(vault)).toEqual(['Heron']);
  });

  it('is made and tried by a director alone', async () => {
    await vault.signInAs('case-manager');
    for (const name of ['session.makeTrustees', 'session.trustees'] as const)
      expect(await outcome(vault.ask(name, {}))).toBe('not-allowed');
    expect(await outcome(vault.ask('session.tryTrustees', { sheets: two(0, 1) }))).toBe('not-allowed');
  });

  it('its use and its making stand in the chain', async () => {
    vault.vault.close();
    await open(vault, two(0, 1));
    await vault.ask('session.checkVault', {});
    expect(await state()).toMatchObject({ state: 'used' });
    await vault.ask('session.tryTrustees', { sheets: two(0, 1) });
    expect(await state()).toMatchObject({ state: 'used' }); // typed back again, and still the sheets that left their envelopes
  });
});
