// From the first run to the second day: one person, one passphrase, one vault that says what is wrong in different words.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIRECTOR, newVault, outcome, vaultOn, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault();
});
afterEach(() => vault.remove());

const file = (name: string): string => join(vault.dataDir, 'Records.vault', name);

describe('the first run', () => {
  it('makes an encrypted vault and signs the director in', async () => {
    const status = await vault.ask('session.status', {});
    expect(status).toMatchObject({
      state: 'unlocked',
      person: { name: 'Ana', role: 'director' },
      setup: { recoveryConfirmed: false, firstBackup: false },
    });
    expect(readFileSync(file('records.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  it('never makes a second vault over the first', async () => {
    expect(
      await outcome(vault.ask('session.createVault', { shelterName: 'Other', directorName: 'Eve', ...DIRECTOR })),
    ).toBe('vault-exists');
  });

  it('refuses a passphrase that a guesser would find', async () => {
    const fresh = vaultOn(mkdtempSync(join(tmpdir(), 'safehold-')));
    const attempt = fresh.ask('session.createVault', {
      shelterName: 'Willow House',
      directorName: 'Ana',
      signInName: 'ana',
      passphrase: 'Shelter2026!Shelter2026!',
    });
    expect(await outcome(attempt)).toBe('passphrase-too-weak');
    expect(await fresh.ask('session.status', {})).toEqual({ state: 'no-vault' });
    await fresh.remove();
  });

  it('keeps a folder that a power cut left half built from ever being opened', async () => {
    const half = mkdtempSync(join(tmpdir(), 'safehold-'));
    cpSync(join(vault.dataDir, 'Records.vault'), join(half, 'Records.new'), { recursive: true });
    const next = vaultOn(half, vault.clock);
    expect(await next.ask('session.status', {})).toEqual({ state: 'no-vault' });
    await next.ask('session.createVault', { shelterName: 'Willow House', directorName: 'Ana', ...DIRECTOR });
    await next.remove();
  });
});

describe('unlocking', () => {
  it('opens with the right name and passphrase, whatever the case of the name', async () => {
    const next = vault.restart();
    expect(await next.ask('session.status', {})).toEqual({ state: 'locked', misses: 0, waitSeconds: 0 });
    await next.unlock({ signInName: 'ANA', passphrase: DIRECTOR.passphrase });
    expect(await next.ask('session.status', {})).toMatchObject({ state: 'unlocked' });
    next.vault.close();
  });

  it('tells a wrong passphrase from damage: four stories, four codes', async () => {
    const locked = vault.restart();
    expect(await outcome(locked.unlock({ ...DIRECTOR, passphrase: 'not the passphrase at all' }))).toBe(
      'wrong-passphrase',
    );
    expect(await outcome(locked.unlock({ ...DIRECTOR, signInName: 'nobody' }))).toBe('wrong-passphrase');

    const keep = readFileSync(file('records.db'));
    const hurt = Buffer.from(keep);
    hurt[2000] = (hurt[2000] ?? 0) ^ 1;
    writeFileSync(file('records.db'), hurt);
    expect(await outcome(locked.unlock())).toBe('vault-damaged');
    writeFileSync(file('records.db'), keep);

    const slots = readFileSync(file('slots.bin'));
    const bent = Buffer.from(slots);
    bent[60] = (bent[60] ?? 0) ^ 1;
    writeFileSync(file('slots.bin'), bent);
    writeFileSync(file('slots.bak'), bent);
    expect(await outcome(locked.unlock())).toBe('slots-damaged');
    writeFileSync(file('slots.bin'), slots);
    writeFileSync(file('slots.bak'), slots);
    await locked.unlock();
    locked.vault.close();
  });

  it('heals one damaged slot file from its copy', async () => {
    const locked = vault.restart();
    writeFileSync(file('slots.bin'), Buffer.alloc(10));
    await locked.unlock();
    expect(readFileSync(file('slots.bin'))).toEqual(readFileSync(file('slots.bak')));
    locked.vault.close();
  });

  it('makes a guesser wait after the third miss and says for how long', async () => {
    const locked = vault.restart();
    for (let miss = 0; miss < 3; miss += 1)
      expect(await outcome(locked.unlock({ ...DIRECTOR, passphrase: 'wrong' }))).toBe('wrong-passphrase');
    expect(await outcome(locked.unlock())).toBe('unlock-wait');
    locked.clock.advance(61_000);
    await locked.unlock();
    expect(await locked.ask('session.status', {})).toMatchObject({ state: 'unlocked' });
    locked.vault.close();
  });

  it('answers nothing else while locked', async () => {
    const locked = vault.restart();
    expect(await outcome(locked.ask('staffMember.list', {}))).toBe('vault-locked');
    expect(await locked.raw('staffMember.constructor', {})).toEqual({ ok: false, error: { code: 'invalid-request' } });
    expect(await locked.raw('__proto__.x', {})).toEqual({ ok: false, error: { code: 'invalid-request' } });
    expect(await locked.raw('session.status', { extra: 1 })).toEqual({ ok: false, error: { code: 'invalid-request' } });
  });
});

describe('tampering', () => {
  it('notices an older database put back under a newer head', async () => {
    vault.vault.close();
    const old = readFileSync(file('records.db'));
    const next = vaultOn(vault.dataDir, vault.clock);
    await next.unlock();
    await next.ask('session.setLockAfter', { minutes: 5 });
    next.vault.close();
    writeFileSync(file('records.db'), old);
    expect(await outcome(vaultOn(vault.dataDir, vault.clock).unlock())).toBe('vault-commits-missing');
  });

  it('notices a whole older vault folder put back', async () => {
    vault.vault.close();
    const keep = mkdtempSync(join(tmpdir(), 'safehold-'));
    cpSync(join(vault.dataDir, 'Records.vault'), keep, { recursive: true });
    const next = vaultOn(vault.dataDir, vault.clock);
    await next.unlock();
    await next.ask('session.setLockAfter', { minutes: 5 });
    next.vault.close();
    rmSync(join(vault.dataDir, 'Records.vault'), { recursive: true });
    cpSync(keep, join(vault.dataDir, 'Records.vault'), { recursive: true });
    expect(await outcome(vaultOn(vault.dataDir, vault.clock).unlock())).toBe('vault-rolled-back');
  });

  it('notices a write-ahead log that was cut while acknowledged commits stood only there', async () => {
    await vault.ask('session.setLockAfter', { minutes: 4 });
    const crashed = mkdtempSync(join(tmpdir(), 'safehold-'));
    cpSync(join(vault.dataDir, 'Records.vault'), join(crashed, 'Records.vault'), { recursive: true });
    const wal = join(crashed, 'Records.vault', 'records.db-wal');
    expect(existsSync(wal) && statSync(wal).size > 0).toBe(true);
    const whole = mkdtempSync(join(tmpdir(), 'safehold-'));
    cpSync(crashed, whole, { recursive: true });
    await vaultOn(whole, vault.clock).unlock(); // the control: uncut, it opens
    truncateSync(wal, Math.floor(statSync(wal).size / 2));
    expect(await outcome(vaultOn(crashed, vault.clock).unlock())).toMatch(/vault-(commits-missing|damaged)/);
  });

  it('keeps the vault folder readable by its owner alone', () => {
    for (const name of ['records.db', 'slots.bin', 'slots.bak', 'vault.head']) {
      expect(statSync(file(name)).mode & 0o077, name).toBe(0);
    }
  });
});

describe('colleagues', () => {
  it('each open the vault with their own passphrase and see what their role allows', async () => {
    await vault.signInAs('house-staff');
    expect(await vault.ask('session.status', {})).toMatchObject({ person: { role: 'house-staff' } });
    expect(await outcome(vault.ask('staffMember.list', {}))).toBe('not-allowed');
  });

  it('are listed with their role and the day they came', async () => {
    vault.clock.advance(86_400_000);
    const passphrase = 'pepper saddle anthem glacier mosaic tunnel';
    await vault.ask('staffMember.add', { name: 'Jo', signInName: 'jo', role: 'house-staff', passphrase });
    expect(await vault.ask('staffMember.list', {})).toMatchObject([
      { name: 'Ana', role: 'director', since: vault.clock.now - 86_400_000, disabledAt: null },
      { name: 'Jo', role: 'house-staff', since: vault.clock.now, disabledAt: null },
    ]);
  });

  it('lose their access the moment they are disabled', async () => {
    const jo = { signInName: 'jo', passphrase: 'pepper saddle anthem glacier mosaic tunnel' };
    const added = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...jo });
    await vault.ask('staffMember.disable', { id: added.id });
    const locked = vault.restart();
    expect(await outcome(locked.unlock(jo))).toBe('wrong-passphrase');
    await locked.unlock();
    expect(await outcome(locked.ask('staffMember.add', { name: 'Jo again', role: 'case-manager', ...jo }))).toBe(
      'name-taken',
    );
    locked.vault.close();
  });

  it('cannot lock everyone out: the last director stays', async () => {
    const [ana] = await vault.ask('staffMember.list', {});
    expect(await outcome(vault.ask('staffMember.disable', { id: ana!.id }))).toBe('last-director');
  });

  it('change their passphrase without losing the old one until it is done', async () => {
    const next = 'summit bracket violet harvest oyster pencil';
    expect(await outcome(vault.ask('session.changePassphrase', { current: 'wrong', next }))).toBe('wrong-passphrase');
    await vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next });
    const locked = vault.restart();
    expect(await outcome(locked.unlock())).toBe('wrong-passphrase');
    await locked.unlock({ ...DIRECTOR, passphrase: next });
    locked.vault.close();
  });
});

describe('the recovery code', () => {
  it('counts only after it was typed back, opens the vault, and gives a new passphrase', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    expect(
      await outcome(
        vault.ask('session.confirmRecoveryCode', { code: code.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
      ),
    ).toBe('recovery-code-mistyped');
    await vault.ask('session.confirmRecoveryCode', { code: code.toLowerCase() });
    expect(await vault.ask('session.status', {})).toMatchObject({ setup: { recoveryConfirmed: true } });
    const locked = vault.restart();
    const newPassphrase = 'summit bracket violet harvest oyster pencil';
    await locked.ask('session.recover', { recoveryCode: code, signInName: 'Ana', newPassphrase });
    const again = locked.restart();
    await again.unlock({ ...DIRECTOR, passphrase: newPassphrase });
    expect(await outcome(again.restart().unlock())).toBe('wrong-passphrase');
  });

  it('stops working when a newer one was made', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    await vault.ask('session.makeRecoveryCode', {});
    const locked = vault.restart();
    const attempt = locked.ask('session.recover', {
      recoveryCode: code,
      signInName: 'ana',
      newPassphrase: 'summit bracket violet harvest oyster pencil',
    });
    expect(await outcome(attempt)).toBe('recovery-code-unknown');
  });
});
