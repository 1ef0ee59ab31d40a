// The stick with a key file is a stranger like every stick: whatever lies on it, the locked screen answers soon. And when it is taken out
// while the records are open for somebody who needs it, they lock.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyFilesOn, makeKeyFile } from '../helpers/key-file-steps.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { SimulatedSticks } from '../helpers/simulated-stick.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
let sticks: SimulatedSticks;
let vault: TestVault;
beforeEach(async () => {
  sticks = new SimulatedSticks();
  sticks.insert('blue');
  vault = await newVault('2026-11-20T09:00', { sticks });
  await makeKeyFile(vault, sticks, 'blue');
});
afterEach(() => vault.remove());

const lock = (): void => vault.vault.close();
const on = (name: string): string => join(sticks.root, 'blue', name);
const theFile = (): string => on(keyFilesOn(sticks, 'blue')[0]!);
/** What a stick tells within a moment reaches everybody who watches. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('a hostile stick', () => {
  it('with a pipe, an endless file, a link, a folder and a heap of other files: her file is found among them, soon', async () => {
    execFileSync('mkfifo', [on('a.key')]);
    symlinkSync('/dev/zero', on('b.key'));
    symlinkSync(theFile(), on('c.key'));
    mkdirSync(on('d.key'));
    writeFileSync(on('e.key'), Buffer.alloc(3_000_000));
    for (let count = 0; count < 3_000; count += 1) writeFileSync(on(`photo-${count}.jpg`), '');
    lock();
    const started = performance.now();
    expect(await vault.ask('keyFile.atHand', {})).toEqual({ whole: 1, damaged: 0, chosen: false });
    await vault.unlock();
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('whose key file is damaged says so, also when nobody has typed anything', async () => {
    const bytes = readFileSync(theFile());
    writeFileSync(theFile(), bytes.with(30, bytes[30]! ^ 128));
    lock();
    expect(await vault.ask('keyFile.atHand', {})).toEqual({ whole: 0, damaged: 1, chosen: false });
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
    writeFileSync(theFile(), bytes);
    await vault.unlock();
  });

  it('with another key file than hers does not open', async () => {
    writeFileSync(theFile(), readFileSync(theFile()).fill(0)); // no key file any more
    lock();
    expect(await outcome(vault.unlock())).toBe('wrong-passphrase');
  });

  it('that does not answer keeps nobody out for long', async () => {
    await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    lock();
    sticks.slow('list', 60_000);
    const started = performance.now();
    await vault.unlock(JO);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('taken out while the records are open', () => {
  it('locks them, at once, and also when it is back within a second', async () => {
    lock();
    await vault.unlock();
    await aMoment();
    expect(vault.locksAsked).toBe(0);
    sticks.pull('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(1);
    sticks.putBack('blue');
    lock();
    await vault.unlock();
    sticks.pull('blue');
    sticks.putBack('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(2);
  });

  it('locks them also when the machine could not tell of its sticks at that moment', async () => {
    lock();
    await vault.unlock();
    await aMoment();
    sticks.failAlways('list', 'EIO');
    sticks.pull('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(0);
    sticks.clearFaults();
    await vi.waitFor(() => expect(vault.locksAsked).toBe(1), { timeout: 6_000 });
  });

  it('another stick, or letting go of this one without taking it out, locks nothing', async () => {
    lock();
    await vault.unlock();
    sticks.insert('red');
    sticks.pull('red');
    const [stick] = await sticks.list();
    await sticks.eject(stick!);
    await aMoment();
    expect(vault.locksAsked).toBe(0);
  });

  it('locks nothing for a colleague who needs none, nor after the records were locked', async () => {
    await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    lock();
    await vault.unlock(JO);
    sticks.pull('blue');
    await aMoment();
    sticks.putBack('blue');
    lock();
    await vault.unlock();
    lock();
    sticks.pull('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(0);
  });

  it('locks nothing once she said so, until she says otherwise', async () => {
    lock();
    await vault.unlock();
    await vault.ask('keyFile.setLock', { locksWhenGone: false });
    expect(await vault.ask('keyFile.state', {})).toMatchObject({ locksWhenGone: false });
    sticks.pull('blue');
    await aMoment();
    sticks.putBack('blue');
    lock();
    await vault.unlock();
    sticks.pull('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(0);
    sticks.putBack('blue');
    lock();
    await vault.unlock();
    await vault.ask('keyFile.setLock', { locksWhenGone: true });
    sticks.pull('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(1);
  });

  it('still locks after a colleague was removed and the records got a new key', async () => {
    const { id } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    lock();
    await vault.unlock();
    await vault.ask('staffMember.disable', { id });
    sticks.pull('blue');
    await aMoment();
    expect(vault.locksAsked).toBe(1);
  });

  it('is noticed by its file where the computer tells nothing of its sticks', async () => {
    const folder = tempFolder();
    const file = join(folder, 'mine.key');
    writeFileSync(file, readFileSync(theFile()));
    lock();
    const plain = vaultOn(vault.dataDir, vault.clock);
    await plain.ask('keyFile.choose', { file: plain.grant(file) });
    await plain.unlock(DIRECTOR);
    rmSync(file);
    await vi.waitFor(() => expect(plain.locksAsked).toBe(1), { timeout: 6_000 });
    plain.vault.close();
  }, 10_000);
});
