import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const MARCH = Date.UTC(2026, 2, 2, 12);
const HANDLE = '0193a5e0-0000-7000-8000-0000000000aa';
const asHouseStaff = { ...signedIn, person: { ...signedIn.person, role: 'house-staff' } };
const ana = { id: ids.ana, name: 'Ana', signInName: 'ana', role: 'director', since: MARCH, disabledAt: null };
const jo = { ...ana, id: ids.heron, name: 'Jo', signInName: 'jo', role: 'clinician' };
const words = ['lantern', 'orchard', 'velvet', 'compass', 'harbor', 'thimble'];
const inUse = { state: 'in-use', since: MARCH, locksWhenGone: true };
const office = (state: object = { state: 'none' }, status: object = asHouseStaff): FakeTransport =>
  fakeTransport({ 'session.status': () => status, 'keyFile.state': () => state, 'staffMember.list': () => [ana, jo] });
const chooser = () => fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'Blue stick' }) });
const PAGE = '/safekeeping/key-file';

/** Passphrase, stick, and the button. */
async function fill({ user }: ReturnType<typeof openScreen>, button: string): Promise<void> {
  await user.type(await screen.findByLabelText('Your passphrase'), 'mine');
  if (!button.startsWith('Stop')) await user.click(screen.getByRole('button', { name: 'Choose the stick' }));
  await user.click(screen.getByRole('button', { name: button }));
}

describe('my key file', () => {
  it('is offered on Safekeeping to everybody, and said to be in use', async () => {
    openScreen(office(), '/safekeeping');
    const link = await screen.findByRole('link', { name: 'Use a key file on a stick too' });
    expect(link).toHaveAttribute('href', PAGE);
  });

  it('says what it is for and what happens without the stick, and is made with passphrase and stick', async () => {
    const vault = office();
    vault.answer('keyFile.make', () => ({ stick: 'safe-to-remove' }));
    const opened = openScreen(vault, PAGE, chooser());
    expect(await screen.findByText(/trying passphrases leads nowhere/)).toBeVisible();
    expect(screen.getByText(/a director gives you a new passphrase/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await fill(opened, 'Make the key file');
    expect(await screen.findByRole('heading', { name: /need this stick to open the records/ })).toBeVisible();
    expect(screen.getByText('Saved and checked. You can take the stick out.')).toBeVisible();
    expect(vault.callsOf('keyFile.make')).toEqual([{ passphrase: 'mine', folder: HANDLE }]);
  });

  it('of the only director names the recovery code as the way in', async () => {
    openScreen(office({ state: 'none' }, signedIn), PAGE);
    expect(await screen.findByText(/You are the only director/)).toBeVisible();
  });

  it('on no stick is said to protect nothing; a stick that is gone is no plain success', async () => {
    for (const [stick, said] of [
      ['not-a-stick', /whoever takes the computer takes the key file too/],
      ['gone-before-safe', /taken out before it was let go/],
      ['saved-still-in-use', /still in use/],
    ] as const) {
      const vault = office();
      vault.answer('keyFile.make', () => ({ stick }));
      const opened = openScreen(vault, PAGE, chooser());
      await fill(opened, 'Make the key file');
      expect(await screen.findByText(said)).toBeVisible();
      expect(screen.queryByText(/You can take the stick out/)).toBeNull();
      opened.unmount();
    }
  });

  it('is not made with a wrong passphrase, which is said at the field', async () => {
    const vault = office();
    vault.answer('keyFile.make', () => {
      throw new Refusal('wrong-passphrase');
    });
    await fill(openScreen(vault, PAGE, chooser()), 'Make the key file');
    await waitFor(() =>
      expect(screen.getByLabelText('Your passphrase')).toHaveAccessibleDescription(/That is not your passphrase/),
    );
  });

  it('in use is copied, made anew or stopped; each says what follows', async () => {
    const vault = office(inUse);
    vault.answer('keyFile.copy', () => {
      throw new Refusal('rule-broken', { rule: 'key-file-same-stick' });
    });
    vault.answer('keyFile.make', () => ({ stick: 'safe-to-remove' }));
    vault.answer('keyFile.stop', () => ({}));
    const opened = openScreen(vault, PAGE, chooser());
    expect(await screen.findByText('In use since 2 March 2026')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await fill(opened, 'Make the copy');
    expect(await screen.findByText(/Your key file is on that stick already/)).toBeVisible();
    await opened.user.click(screen.getByRole('radio', { name: /end the one of before/ }));
    await fill(opened, 'Make a new key file');
    expect(await screen.findByRole('heading', { name: /need this stick/ })).toBeVisible();
    opened.unmount();
    const again = openScreen(vault, PAGE);
    await again.user.click(await screen.findByRole('radio', { name: /Stop using it/ }));
    await fill(again, 'Stop using the key file');
    expect(await screen.findByRole('heading', { name: /passphrase alone opens/ })).toBeVisible();
    expect(screen.queryByText(/You can take the stick out/)).toBeNull();
  });

  it('locks the records when its stick is taken out, unless she says otherwise', async () => {
    const vault = office(inUse);
    vault.answer('keyFile.setLock', () => ({}));
    const { user } = openScreen(vault, PAGE);
    const box = await screen.findByRole('checkbox', { name: /Lock the records when the stick is taken out/ });
    expect(box).toBeChecked();
    await user.click(box);
    expect(vault.callsOf('keyFile.setLock')).toEqual([{ locksWhenGone: false }]);
  });
});

describe('the locked screen', () => {
  const locked = (atHand: object): FakeTransport =>
    fakeTransport({
      'session.status': () => ({ state: 'locked', misses: 0, waitSeconds: 0 }),
      'keyFile.atHand': () => atHand,
    });

  it('finds a key file by itself and asks for no click, whatever name is typed', async () => {
    const { user } = openScreen(locked({ whole: 1, damaged: 0, chosen: false }));
    expect(await screen.findByText('Key file found on the stick')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Use a key file' })).toBeNull();
    await user.type(screen.getByLabelText('Your sign-in name'), 'nobody');
    expect(screen.getByText('Key file found on the stick')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('says that one is damaged, and offers to point at another', async () => {
    openScreen(locked({ whole: 0, damaged: 1, chosen: false }));
    expect(await screen.findByText(/The key file on the stick is damaged/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Use a key file' })).toBeVisible();
  });

  it('takes one that is pointed at, and says of anything else what it is', async () => {
    const vault = locked({ whole: 0, damaged: 0, chosen: false });
    vault.answer('keyFile.choose', () => {
      throw new Refusal('file-not-recognised');
    });
    const { user } = openScreen(vault, '/', chooser());
    await user.click(await screen.findByRole('button', { name: 'Use a key file' }));
    expect(await screen.findByText('That is not a key file.')).toBeVisible();
    vault.answer('keyFile.choose', () => {
      vault.answer('keyFile.atHand', () => ({ whole: 1, damaged: 0, chosen: true }));
      return {};
    });
    await user.click(screen.getByRole('button', { name: 'Use a key file' }));
    expect(await screen.findByText('Key file chosen')).toBeVisible();
  });
});

describe('a new passphrase for a colleague', () => {
  const page = `/safekeeping/colleague/${jo.id}`;
  const director = (): FakeTransport => {
    const vault = office({ state: 'none' }, signedIn);
    vault.answer('session.suggestPassphrase', () => ({ words }));
    vault.answer('compartment.state', () => ({ members: [], recoveryCode: 'no-code' }));
    return vault;
  };

  it('is typed by herself after what follows was said', async () => {
    const vault = director();
    vault.answer('staffMember.givePassphrase', () => jo);
    const { user } = openScreen(vault, page);
    expect(await screen.findByText(/no key file is needed any more/)).toBeVisible();
    expect(screen.getByText(/until another counsellor lets them in again/)).toBeVisible();
    expect(await screen.findByText('lantern')).toBeVisible();
    await user.type(await screen.findByLabelText(/Type it once/), words.join(' '));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Give the new passphrase' }));
    expect(await screen.findByRole('heading', { name: /Jo can sign in with the new passphrase/ })).toBeVisible();
    expect(vault.callsOf('staffMember.givePassphrase')).toEqual([{ id: jo.id, passphrase: words.join(' ') }]);
  });

  it('is for nobody who has no access any more', async () => {
    const vault = director();
    vault.answer('staffMember.list', () => [ana, { ...jo, disabledAt: MARCH }]);
    openScreen(vault, page);
    expect(await screen.findByText('This person has no access any more.')).toBeVisible();
    expect(within(document.body).queryByRole('button', { name: 'Give the new passphrase' })).toBeNull();
  });
});
