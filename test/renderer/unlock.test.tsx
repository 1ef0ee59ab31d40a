import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const locked = { state: 'locked', misses: 0, waitSeconds: 0 };
const lockedVault = () => fakeTransport({ 'session.status': () => locked });

describe('the locked screen', () => {
  it('starts in the name field, names nobody', async () => {
    openScreen(lockedVault());
    const name = await screen.findByLabelText('Your sign-in name');
    expect(name).toHaveFocus();
    expect(name).toHaveValue('');
  });

  it('opens with name, passphrase and Enter, sending the passphrase exactly as typed', async () => {
    const vault = lockedVault();
    vault.answer('session.unlock', () => {
      vault.answer('session.status', () => signedIn);
      return {};
    });
    const { user } = openScreen(vault);
    await user.type(await screen.findByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), ' a quiet  lamp {Enter}');
    expect(await screen.findByRole('button', { name: /^Lock/ })).toBeVisible();
    expect(vault.callsOf('session.unlock')).toEqual([{ signInName: 'ana', passphrase: ' a quiet  lamp ' }]);
  });

  it('says what happened, what is safe and what to do after a wrong passphrase, and selects it for the next try', async () => {
    const vault = lockedVault();
    vault.answer('session.unlock', () => {
      vault.answer('session.status', () => ({ ...locked, misses: 1 }));
      throw new Refusal('wrong-passphrase');
    });
    const { user } = openScreen(vault);
    await user.type(await screen.findByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), 'wrong{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('do not open the records');
    expect(alert).toHaveTextContent('Nothing is lost');
    expect(alert).toHaveTextContent('Caps Lock');
    expect(screen.getByLabelText('Passphrase')).toHaveFocus();
    expect(screen.queryByText('What often helps')).toBeNull();
  });

  it('after the third miss offers help in order, and says whether the files are whole', async () => {
    const vault = fakeTransport({
      'session.status': () => ({ ...locked, misses: 3 }),
      'session.checkFiles': () => ({ slots: 'whole', database: 'present' }),
    });
    const { user } = openScreen(vault);
    expect(await screen.findByText(/The files are undamaged/)).toBeVisible();
    const steps = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(steps).toHaveLength(5);
    expect(steps[0]).toMatch(/Look at what you type/);
    expect(steps[1]).toMatch(/Caps Lock and the keyboard/);
    expect(steps[2]).toMatch(/files whole/);
    expect(steps[3]).toMatch(/recovery code/i);
    expect(steps[4]).toMatch(/backup/i);
    await user.click(screen.getByRole('button', { name: 'Use the recovery code' }));
    expect(await screen.findByLabelText('Recovery code from the paper')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('shows a wait as seconds and does not call the vault meanwhile', async () => {
    const vault = fakeTransport({
      'session.status': () => ({ ...locked, misses: 4, waitSeconds: 8 }),
      'session.checkFiles': () => ({ slots: 'whole', database: 'present' }),
    });
    const { user } = openScreen(vault);
    expect(await screen.findByText(/try again in [78] seconds/)).toBeVisible();
    await user.type(screen.getByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), 'right{Enter}');
    expect(vault.callsOf('session.unlock')).toEqual([]);
  });

  it('tells a damaged lock file from a wrong passphrase', async () => {
    const vault = lockedVault();
    vault.answer('session.unlock', () => {
      throw new Refusal('slots-damaged');
    });
    const { user } = openScreen(vault);
    await user.type(await screen.findByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), 'right{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Your passphrase may well be right');
  });

  it('judges the printed code while it is typed, and lets a director choose a new passphrase', async () => {
    const vault = fakeTransport({
      'session.status': () => locked,
      'session.checkFiles': () => ({ slots: 'whole', database: 'present' }),
      'session.suggestPassphrase': () => ({ words: ['one', 'two', 'three', 'four', 'five', 'six'] }),
    });
    vault.answer('session.recover', () => {
      vault.answer('session.status', () => signedIn);
      return {};
    });
    const { user } = openScreen(vault);
    await user.click(await screen.findByRole('button', { name: 'I cannot get in' }));
    await user.click(screen.getByRole('button', { name: 'Use the recovery code' }));
    const field = screen.getByLabelText('Recovery code from the paper');
    await user.type(field, '0000 0000');
    expect(screen.getByText('8 of 28')).toBeVisible();
    await user.type(field, ' 0000 0000 0000 0000 0000');
    expect(screen.getByText(/there is a slip/)).toBeVisible();
    const { writeRecoveryCode } = await import('#shared/keys/recovery-code');
    const code = writeRecoveryCode(new Uint8Array(16).fill(7));
    await user.clear(field);
    await user.type(field, code.toLowerCase());
    expect(screen.getByText('All 28, and the code adds up')).toBeVisible();
    await user.type(screen.getByLabelText('Sign-in name of the director'), 'ana');
    await user.type(screen.getByLabelText('Type it once, so that your fingers know it'), 'one two three four five six');
    await user.click(screen.getByRole('button', { name: 'Open with the code' }));
    expect(await screen.findByRole('button', { name: /^Lock/ })).toBeVisible();
    expect(vault.callsOf('session.recover')).toEqual([
      { recoveryCode: code.toLowerCase(), signInName: 'ana', newPassphrase: 'one two three four five six' },
    ]);
  });
});
