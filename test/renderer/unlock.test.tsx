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
    expect(steps).toHaveLength(8);
    expect(steps[0]).toMatch(/Look at what you type/);
    expect(steps[1]).toMatch(/Caps Lock and the keyboard/);
    expect(steps[2]).toMatch(/open with a key file/);
    expect(steps[3]).toMatch(/files whole/);
    expect(steps[4]).toMatch(/recovery code/i);
    expect(steps[5]).toMatch(/Two trustees/);
    expect(steps[6]).toMatch(/backup/i);
    expect(steps[7]).toMatch(/damaged/);
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

describe('damaged records', () => {
  const found = {
    records: 212,
    refilled: 3,
    missing: { whole: 1, newest: 2, earlier: 0, apart: 0, file: 0 },
    historyLines: 9,
    unsigned: 0,
    savesLost: 0,
    parts: [],
    backupAt: null,
    directorNeeded: false,
  };

  it('are offered to be saved: first a look, then what is missing, and only then it goes on', async () => {
    const vault = lockedVault();
    vault.answer('session.unlock', () => {
      throw new Refusal('vault-damaged');
    });
    vault.answer('salvage.look', () => found);
    vault.answer('salvage.carryOut', () => found);
    const { user } = openScreen(vault);
    await user.type(await screen.findByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), 'right{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Save what can be read' }));
    expect(screen.getByRole('heading', { name: 'Save what can be read' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Look what can be saved' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save this and go on' })).toBeNull();
    await user.type(screen.getByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), 'right');
    await user.click(screen.getByRole('button', { name: 'Look what can be saved' }));
    expect(await screen.findByText('212 records can be saved.')).toBeVisible();
    expect(screen.getByText('1 record is lost.')).toBeVisible();
    expect(screen.getByText(/2 records stand as they were/)).toBeVisible();
    expect(screen.getByText(/An earlier backup may hold/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save this and go on' }));
    expect(await screen.findByText(/The app starts again/)).toBeVisible();
    const credential = { by: 'passphrase', signInName: 'ana', passphrase: 'right' };
    expect(vault.callsOf('salvage.carryOut')).toEqual([{ credential, backup: null }]);
  });

  it('says it in one sentence when too little can be read', async () => {
    const vault = fakeTransport({
      'session.status': () => locked,
      'session.checkFiles': () => ({ slots: 'whole', database: 'present' }),
    });
    vault.answer('salvage.look', () => {
      throw new Refusal('salvage-nothing');
    });
    const { user } = openScreen(vault);
    await user.click(await screen.findByRole('button', { name: 'I cannot get in' }));
    await user.click(screen.getByRole('button', { name: 'Save what can be read' }));
    await user.type(screen.getByLabelText('Your sign-in name'), 'ana');
    await user.type(screen.getByLabelText('Passphrase'), 'right');
    await user.click(screen.getByRole('button', { name: 'Look what can be saved' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Too little of the damaged records can be read');
  });
});

it('saved records that wait after a cut are told as such: they are used, or the damaged ones stay', async () => {
  const vault = fakeTransport({
    'session.status': () => ({ state: 'restore-waiting' }),
    'backup.restoreState': () => ({
      waiting: { of: 'salvage', name: null, createdAt: 1, commitSeq: 1, claimedAt: 1, hasOldVault: true },
    }),
    'backup.continueRestore': () => ({}),
  });
  const { user } = openScreen(vault);
  expect(await screen.findByRole('heading', { name: 'Saved records wait to be used' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep the damaged records' })).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Use the saved records' }));
  expect(vault.callsOf('backup.continueRestore')).toHaveLength(1);
});

describe('two trustees', () => {
  it('type their sheets line by line, each line judged, and a director gets a new passphrase', async () => {
    const { writeShare } = await import('#shared/keys/trustee-share');
    const set = new Uint8Array(4).fill(9);
    const sheet = (number: number): string[] => writeShare({ number, set, part: new Uint8Array(32).fill(number) });
    const vault = fakeTransport({
      'session.status': () => locked,
      'session.checkFiles': () => ({ slots: 'whole', database: 'present' }),
      'session.suggestPassphrase': () => ({ words: ['one', 'two', 'three', 'four', 'five', 'six'] }),
    });
    vault.answer('session.openWithTrustees', () => {
      vault.answer('session.status', () => signedIn);
      return {};
    });
    const { user } = openScreen(vault);
    await user.click(await screen.findByRole('button', { name: 'I cannot get in' }));
    await user.click(screen.getByRole('button', { name: 'Use two sheets' }));
    const line = (which: string, number: number) => screen.getByLabelText(`${which} sheet, Line ${number}`);
    await user.type(line('First', 1), '0000 0000 0000 0000');
    expect(screen.getByText('There is a slip in line 1. Compare it with the paper.')).toBeVisible();
    await user.clear(line('First', 1));
    for (const [index, words] of sheet(1).entries()) await user.type(line('First', index + 1), words.toLowerCase());
    expect(screen.getByText('Part 1, all five lines are right')).toBeVisible();
    // A scanned picture holds all five lines.
    await user.click(line('Second', 1));
    await user.paste(sheet(3).join('\n'));
    expect(screen.getByText('Part 3, all five lines are right')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.type(screen.getByLabelText('Sign-in name of the director'), 'ana');
    await user.type(screen.getByLabelText('Type it once, so that your fingers know it'), 'one two three four five six');
    await user.click(screen.getByRole('button', { name: 'Open with the two sheets' }));
    expect(await screen.findByRole('button', { name: /^Lock/ })).toBeVisible();
    expect(vault.callsOf('session.openWithTrustees')).toHaveLength(1);
  });
});
