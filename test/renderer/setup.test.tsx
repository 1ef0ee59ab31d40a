import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { judgeCode } from '../../renderer/session/recovery-code-field.tsx';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';
import { writeRecoveryCode } from '#shared/keys/recovery-code';

const words = ['marble', 'ferry', 'onion', 'lantern', 'quilt', 'harbor'];
const passphrase = words.join(' ');
const code = writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, index) => index * 7));
const type = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });

function emptyComputer() {
  const transport = fakeTransport({
    'session.status': () => ({ state: 'no-vault' }),
    'session.suggestPassphrase': () => ({ words }),
    'session.makeRecoveryCode': () => ({ code }),
    'session.confirmRecoveryCode': () => ({}),
    'draft.get': () => null,
  });
  transport.answer('session.createVault', () => {
    transport.answer('session.status', () => ({
      ...signedIn,
      setup: { recoveryConfirmed: false, firstBackup: false },
    }));
    return {};
  });
  return transport;
}

async function toPassphrase() {
  await screen.findByRole('heading', { name: 'This office' });
  type('Name of the shelter', 'The Lantern');
  type('Your name', 'Ana Ruiz');
  type('Short name to sign in', 'ana');
  fireEvent.click(screen.getByRole('button', { name: 'Your passphrase' }));
  await screen.findByText('marble');
}
async function toWayBack() {
  await toPassphrase();
  type('Type it once, so that your fingers know it', passphrase);
  fireEvent.click(screen.getByRole('button', { name: 'Make the records' }));
  await screen.findByRole('heading', { name: 'The way back in' });
}

describe('the first run', () => {
  it('asks for what is missing at the field itself, and makes nothing yet', async () => {
    const transport = emptyComputer();
    openScreen(transport);
    await screen.findByRole('heading', { name: 'This office' });
    fireEvent.click(screen.getByRole('button', { name: 'Your passphrase' }));
    expect(screen.getByLabelText('Name of the shelter')).toHaveFocus();
    expect(screen.getByLabelText('Name of the shelter')).toHaveAccessibleDescription(
      /so that you can tell these records from others.*Seen only after signing in/,
    );
    expect(screen.getByLabelText('Name of the shelter')).toBeInvalid();
    expect(transport.callsOf('session.createVault')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('offers six words, and makes the vault only when they were typed once', async () => {
    const transport = emptyComputer();
    openScreen(transport);
    await toPassphrase();
    expect(screen.getByRole('button', { name: 'Make the records' })).toBeDisabled();
    type('Type it once, so that your fingers know it', 'marble ferry');
    expect(screen.getByText('Not the same yet')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    type('Type it once, so that your fingers know it', passphrase);
    fireEvent.click(screen.getByRole('button', { name: 'Make the records' }));
    await screen.findByRole('heading', { name: 'The way back in' });
    expect(transport.callsOf('session.createVault')).toEqual([
      { shelterName: 'The Lantern', directorName: 'Ana Ruiz', signInName: 'ana', passphrase },
    ]);
  });

  it('lets the vault judge an own passphrase, knowing the names a colleague would try', async () => {
    const transport = emptyComputer();
    transport.answer('session.judgePassphrase', (request: { passphrase: string }) =>
      request.passphrase.length > 20
        ? { acceptable: true, reason: 'good' }
        : { acceptable: false, reason: 'too-short' },
    );
    openScreen(transport);
    await toPassphrase();
    fireEvent.click(screen.getByRole('button', { name: 'Write one of my own' }));
    type('A passphrase of your own', 'short');
    expect(await screen.findByText('Longer, please: at least 15 characters')).toBeVisible();
    type('A passphrase of your own', 'the kettle sings at four');
    expect(await screen.findByText('Strong enough')).toBeVisible();
    type('Type it once more', 'the kettle sings at four');
    expect(screen.getByRole('button', { name: 'Make the records' })).toBeEnabled();
    type('A passphrase of your own', 'the kettle sings at five');
    expect(screen.getByRole('button', { name: 'Make the records' })).toBeDisabled();
    expect(transport.callsOf('session.judgePassphrase')[0]).toMatchObject({
      knownWords: ['The Lantern', 'Ana Ruiz', 'ana'],
    });
  });

  it('goes on from the recovery code only when it was typed back whole', async () => {
    const transport = emptyComputer();
    openScreen(transport);
    await toWayBack();
    await screen.findAllByText(code.slice(0, 4));
    expect(transport.callsOf('session.makeRecoveryCode')).toHaveLength(1);
    const next = screen.getByRole('button', { name: 'First backup' });
    expect(next).toBeDisabled();
    type('Recovery code from the paper', code.slice(0, 19).replaceAll('-', ' ').toLowerCase());
    expect(screen.getByText('16 of 28, all right so far')).toBeVisible();
    const enter = () => fireEvent.keyDown(screen.getByLabelText('Recovery code from the paper'), { key: 'Enter' });
    enter();
    expect(transport.callsOf('session.confirmRecoveryCode')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
    type('Recovery code from the paper', code);
    expect(screen.getByText('All 28, the same as on the paper')).toBeVisible();
    expect(next).toBeEnabled();
    // Twice: a finger that is quicker than the answer asks once.
    enter();
    enter();
    await waitFor(() => expect(transport.callsOf('session.confirmRecoveryCode')).toEqual([{ code }]));
  });

  it('taken up on another evening asks before an earlier sheet stops working', async () => {
    const transport = emptyComputer();
    transport.answer('session.status', () => ({
      ...signedIn,
      setup: { recoveryConfirmed: false, firstBackup: false },
    }));
    openScreen(transport);
    expect(await screen.findByText(/If you have it on paper, type it back/)).toBeVisible();
    expect(screen.getByText('The earlier sheet stops working.')).toBeVisible();
    expect(transport.callsOf('session.makeRecoveryCode')).toHaveLength(0);
  });
});

const madeBackup = {
  id: ids.heron,
  name: 'backup-2026-11-24-9',
  medium: 'Blue stick',
  commitSeq: 9,
  createdAt: 1_795_000_000_000,
  verifiedAt: 1_795_000_004_000,
  bytes: 2_100_000,
  databaseSha256: '0'.repeat(64),
  records: {},
  entries: 9,
  readFromMedium: true,
  newerBackup: null,
};
const stick = '01920000-0000-4000-8000-00000000000c';
const chooser = () => fakeBridge({ choose: () => Promise.resolve({ handle: stick, name: 'Blue stick' }) });

describe('the first backup', () => {
  const openBackup = async (transport = emptyComputer()) => {
    transport.answer('session.status', () => ({ ...signedIn, setup: { recoveryConfirmed: true, firstBackup: false } }));
    const opened = openScreen(transport, '/setup/backup', chooser());
    await screen.findByRole('heading', { name: 'First backup' });
    return opened;
  };

  it('goes to the chosen place in named phases and says that it opens', async () => {
    const transport = emptyComputer();
    let finish: (made: object) => void = () => undefined;
    transport.answer('backup.create', (_request, { report }) => {
      report({ phase: 'verifying', done: 0.4 });
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    await openBackup(transport);
    expect(screen.getByRole('button', { name: 'Make the backup' })).toBeDisabled();
    fireEvent.click(screen.getByRole('button', { name: 'Choose a folder' }));
    expect(await screen.findByText('“Blue stick” is chosen')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Make the backup' }));
    expect(await screen.findByText('40 %')).toBeVisible();
    expect(screen.getByText('Read it back and check every page', { selector: 'b' }).closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(await wcagViolations()).toEqual([]);
    finish({ ...madeBackup, stick: 'safe-to-remove' });
    expect(await screen.findByText('Your first backup opens. Everything in it can be read.')).toBeVisible();
    expect(screen.getByText('Saved and checked. You can take the stick out.')).toBeVisible();
    expect(transport.callsOf('backup.create')).toEqual([{ folder: stick }]);
  });

  it('is never called good when the stick went away before it was safe', async () => {
    const transport = emptyComputer();
    transport.answer('backup.create', () => ({ ...madeBackup, stick: 'gone-before-safe' }));
    await openBackup(transport);
    fireEvent.click(screen.getByRole('button', { name: 'Choose a folder' }));
    await screen.findByText('“Blue stick” is chosen');
    fireEvent.click(screen.getByRole('button', { name: 'Make the backup' }));
    expect(await screen.findByText(/went away before it was safe/)).toBeVisible();
    expect(screen.queryByText(/Your first backup opens/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Later. Keep it as a task' })).toBeVisible();
  });

  it('says which of three space problems it is', async () => {
    const transport = emptyComputer();
    transport.answer('backup.create', () => {
      throw new Refusal('file-too-big-for-format');
    });
    await openBackup(transport);
    fireEvent.click(screen.getByRole('button', { name: 'Choose a folder' }));
    await screen.findByText('“Blue stick” is chosen');
    fireEvent.click(screen.getByRole('button', { name: 'Make the backup' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('exFAT');
  });
});

describe('a restore that waits', () => {
  const waiting = {
    name: 'backup-2026-11-24-9',
    createdAt: 1_795_000_000_000,
    commitSeq: 9,
    claimedAt: 1_795_000_100_000,
    hasOldVault: true,
  };
  const halfRestored = () =>
    fakeTransport({
      'session.status': () => ({ state: 'restore-waiting' }),
      'backup.restoreState': () => ({ waiting }),
    });

  it('offers only to go on or to keep the earlier records', async () => {
    const transport = halfRestored();
    transport.answer('backup.continueRestore', () => {
      transport.answer('session.status', () => ({ state: 'locked', misses: 0, waitSeconds: 0 }));
      return {};
    });
    openScreen(transport);
    const goOn = await screen.findByRole('button', { name: 'Use the restored records' });
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Keep the earlier records',
      'Use the restored records',
    ]);
    expect(await wcagViolations()).toEqual([]);
    fireEvent.click(goOn);
    expect(await screen.findByLabelText('Your sign-in name')).toBeVisible();
  });

  it('can be given up', async () => {
    const transport = halfRestored();
    transport.answer('backup.keepOld', () => ({}));
    openScreen(transport);
    fireEvent.click(await screen.findByRole('button', { name: 'Keep the earlier records' }));
    await waitFor(() => expect(transport.callsOf('backup.keepOld')).toEqual([{}]));
  });
});

describe('a code while it is typed', () => {
  it('says in which group the first difference is', () => {
    const wrong = `${code.slice(0, 10)}${code[10] === '2' ? '3' : '2'}`;
    expect(judgeCode(wrong, code)).toEqual({ state: 'different', group: 3 });
  });
  it('reads capitals, spaces, dashes, O, I and L as the sheet means them', () => {
    const zeros = writeRecoveryCode(new Uint8Array(16));
    expect(judgeCode(zeros.replaceAll('0', 'o').toLowerCase().replaceAll('-', ' '), zeros)).toEqual({
      state: 'whole',
      isCompared: true,
    });
  });
  it('notices a slip when there is nothing to compare with', () => {
    const swapped = code.replace(/(.)(.)$/, (_, one: string, two: string) => (one === two ? `${one}0` : two + one));
    expect(judgeCode(swapped, null)).toEqual({ state: 'slip', reason: 'checksum' });
    expect(judgeCode(`${code}7`, null)).toEqual({ state: 'slip', reason: 'too-long' });
    expect(judgeCode('K7*', null)).toEqual({ state: 'slip', reason: 'character' });
  });
});
