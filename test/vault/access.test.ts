// Who may open the vault, and what an old copy, a newer program or a used recovery sheet does to that.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookInside } from '../helpers/look-inside.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const NEXT = 'summit bracket violet harvest oyster pencil';
const renewed = { ...DIRECTOR, passphrase: NEXT };
let vault: TestVault;
beforeEach(async () => {
  vault = await newVault();
});
afterEach(() => vault.remove());

const inVault = (name: string): string => join(vault.dataDir, 'Records.vault', name);
const slots = (): Buffer => readFileSync(inVault('slots.bin'));
const slotsCopy = (): Buffer => readFileSync(inVault('slots.bak'));

describe('an old copy of the slots beside the true one', () => {
  it('does not bring an old passphrase back, and nothing is healed from it', async () => {
    const older = slots();
    await vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next: NEXT });
    const locked = vault.restart();
    const newest = slots();
    writeFileSync(inVault('slots.bak'), older);

    expect(await outcome(locked.unlock())).toBe('wrong-passphrase');
    expect(slots().equals(newest)).toBe(true);
    expect(slotsCopy().equals(older)).toBe(true);

    await locked.unlock(renewed);
    expect(slots().equals(newest)).toBe(true);
    expect(slotsCopy().equals(newest)).toBe(true);
    locked.vault.close();
  });

  it('is refused in the place of both copies', async () => {
    const older = slots();
    await vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next: NEXT });
    const locked = vault.restart();
    const newest = slots();
    writeFileSync(inVault('slots.bin'), older);
    writeFileSync(inVault('slots.bak'), older);
    expect(await outcome(locked.unlock())).toBe('slots-rolled-back');
    writeFileSync(inVault('slots.bin'), newest);
    await locked.unlock(renewed);
    expect(slotsCopy().equals(newest)).toBe(true);
    locked.vault.close();
  });

  it('put back while the vault is open, it is neither believed nor built upon', async () => {
    const older = slots();
    await vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next: NEXT });
    const newest = slots();
    writeFileSync(inVault('slots.bin'), older);
    const again = { current: DIRECTOR.passphrase, next: 'cactus ripple trophy blanket walnut harbor' };
    expect(await outcome(vault.ask('session.changePassphrase', again))).toBe('slots-rolled-back');
    expect(slots().equals(older)).toBe(true);
    writeFileSync(inVault('slots.bin'), newest);
  });

  it('does not serve as the current passphrase when one is changed', async () => {
    const older = slots();
    await vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next: NEXT });
    writeFileSync(inVault('slots.bak'), older);
    const back = vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next: DIRECTOR.passphrase });
    expect(await outcome(back)).toBe('wrong-passphrase');
  });
});

describe('slots that a newer program wrote', () => {
  it('are recognised although they are larger than any of ours, and left alone', async () => {
    const locked = vault.restart();
    const ours = slots();
    const body = Buffer.concat([ours.subarray(0, 4), Buffer.from([0, 2]), randomBytes(100_000)]);
    const newer = Buffer.concat([body, createHash('sha256').update(body).digest()]);
    writeFileSync(inVault('slots.bin'), newer);
    expect(await outcome(locked.unlock())).toBe('vault-from-the-future');
    expect(slots().equals(newer)).toBe(true);
    expect(await locked.ask('session.checkFiles', {})).toEqual({ slots: 'from-the-future', database: 'present' });
    writeFileSync(inVault('slots.bin'), ours);
  });

  it('a file larger than any version may be is not read at all', async () => {
    const locked = vault.restart();
    const ours = slots();
    writeFileSync(inVault('slots.bin'), Buffer.alloc(2 ** 20, ours));
    await locked.unlock();
    expect(slots().equals(ours)).toBe(true);
    locked.vault.close();
  });
});

describe('changing a passphrase at an open screen', () => {
  it('makes a guesser wait as at the door, and keeps each miss', async () => {
    const guess = { current: 'not the passphrase at all', next: NEXT };
    for (let miss = 0; miss < 3; miss += 1)
      expect(await outcome(vault.ask('session.changePassphrase', guess))).toBe('wrong-passphrase');
    const right = { current: DIRECTOR.passphrase, next: NEXT };
    expect(await outcome(vault.ask('session.changePassphrase', right))).toBe('unlock-wait');
    vault.clock.advance(61_000);
    await vault.ask('session.changePassphrase', right);
    vault.vault.close();
    expect(await acts(renewed)).toEqual(
      expect.arrayContaining(['session.changePassphrase missed', 'session.changePassphrase']),
    );
    expect((await acts(renewed)).filter((act) => act === 'session.changePassphrase missed')).toHaveLength(3);
  });
});

describe('the recovery code, once it was used', () => {
  it('is kept in the chain, still opens, and asks for a new sheet until there is one', async () => {
    expect(await vault.ask('session.wayBack', {})).toEqual({ state: 'none' });
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    expect(await vault.ask('session.wayBack', {})).toMatchObject({ state: 'not-typed-back' });
    await vault.ask('session.confirmRecoveryCode', { code });
    expect(await vault.ask('session.wayBack', {})).toEqual({ state: 'typed-back', since: vault.clock.now });

    vault.clock.advance(86_400_000);
    const opened = vault.restart();
    await opened.ask('session.recover', { recoveryCode: code, signInName: 'ana', newPassphrase: NEXT });
    expect(await opened.ask('session.status', {})).toMatchObject({ setup: { recoveryConfirmed: false } });
    expect(await opened.ask('session.wayBack', {})).toEqual({ state: 'used', since: vault.clock.now });
    opened.vault.close();
    expect((await acts(renewed)).filter((act) => act.startsWith('session.recover'))).not.toEqual([]);

    const next = opened.restart();
    await next.ask('session.recover', { recoveryCode: code, signInName: 'ana', newPassphrase: DIRECTOR.passphrase });
    await next.ask('session.confirmRecoveryCode', { code });
    expect(await next.ask('session.wayBack', {})).toMatchObject({ state: 'used' });
    const fresh = await next.ask('session.makeRecoveryCode', {});
    expect(await outcome(next.ask('session.confirmRecoveryCode', { code }))).toBe('recovery-code-unknown');
    await next.ask('session.confirmRecoveryCode', fresh);
    expect(await next.ask('session.wayBack', {})).toMatchObject({ state: 'typed-back' });
    next.vault.close();
  });

  it('is a matter of directors', async () => {
    await vault.signInAs('case-manager');
    expect(await outcome(vault.ask('session.wayBack', {}))).toBe('not-allowed');
    expect(await outcome(vault.ask('session.makeRecoveryCode', {}))).toBe('not-allowed');
  });
});

/** What the chain says was done, oldest first: action and detail. */
const acts = (who: typeof DIRECTOR): Promise<string[]> =>
  lookInside(
    vault.dataDir,
    ({ db }) =>
      db
        .all<{ action: string; detail: string }>('SELECT action, detail FROM audit_entry ORDER BY seq')
        .map(({ action, detail }) => `${action} ${detail}`.trim()),
    who,
  );
