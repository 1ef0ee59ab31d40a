import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { writeRecoveryCode } from '#shared/keys/recovery-code';
import { writeShare } from '#shared/keys/trustee-share';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const MARCH = Date.UTC(2026, 2, 2, 12);
const ana = { id: ids.ana, name: 'Ana', signInName: 'ana', role: 'director', since: MARCH, disabledAt: null };
const jo = { ...ana, id: ids.heron, name: 'Jo', signInName: 'jo', role: 'house-staff' };
const sam = { ...ana, id: ids.maple, name: 'Sam', signInName: 'sam', role: 'case-manager', disabledAt: MARCH };
const words = ['lantern', 'orchard', 'velvet', 'compass', 'harbor', 'thimble'];
const code = writeRecoveryCode(new Uint8Array(16).fill(7));

const office = (): FakeTransport =>
  fakeTransport({
    'session.status': () => signedIn,
    'staffMember.list': () => [ana, jo, sam],
    'staffMember.key': () => ({ due: false }),
    'staffMember.copies': () => [],
    'session.wayBack': () => ({ state: 'typed-back', since: MARCH }),
    'session.trustees': () => ({ state: 'none' }),
    'session.suggestPassphrase': () => ({ words }),
  });
const asHouseStaff = { ...signedIn, person: { ...signedIn.person, role: 'house-staff' } };

describe('Safekeeping', () => {
  it('shows a director who has access, with role and since when', async () => {
    openScreen(office(), '/safekeeping');
    const list = await screen.findByRole('list', { name: 'Who has access' });
    const rows = await within(list).findAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Anasigns in as anaDirectorsince 2 March 2026You$/),
      expect.stringMatching(/^Josigns in as joHouse staffsince 2 March 2026Give a new passphraseTake access away$/),
      expect.stringMatching(/^SamNo access since 2 March 2026Case manager$/),
    ]);
    expect(screen.getByText('2 people')).toBeVisible();
    expect(screen.getByText('Typed back on 2 March 2026')).toBeVisible();
  });

  it('shows everyone else their own passphrase and asks the vault for nothing more', async () => {
    const vault = fakeTransport({ 'session.status': () => asHouseStaff });
    openScreen(vault, '/safekeeping');
    expect(await screen.findByRole('heading', { name: 'My passphrase' })).toBeVisible();
    expect(screen.queryByText('Who has access')).toBeNull();
    expect(screen.queryByText('The way back')).toBeNull();
    expect(vault.calls.map(({ name }) => name).filter((name) => /^(staffMember|session\.wayBack)/.test(name))).toEqual(
      [],
    );
    expect(await wcagViolations()).toEqual([]);
  });

  it('takes access away only after saying what follows', async () => {
    const vault = office();
    vault.answer('staffMember.disable', () => {
      vault.answer('staffMember.list', () => [ana, { ...jo, disabledAt: MARCH }, sam]);
      return { ...jo, disabledAt: MARCH };
    });
    const { user } = openScreen(vault, '/safekeeping');
    await user.click(await screen.findByRole('button', { name: 'Take access away: Jo' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take access away from Jo?' });
    expect(dialog).toHaveTextContent('Everything they wrote stays');
    expect(dialog).toHaveTextContent('Backups made until now still open with their passphrase');
    expect(await wcagViolations()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Keep access' }));
    expect(vault.callsOf('staffMember.disable')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Take access away: Jo' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take access away' }));
    expect(await screen.findByText('Jo no longer has access.')).toBeVisible();
    expect(vault.callsOf('staffMember.disable')).toEqual([{ id: ids.heron }]);
    expect(screen.getByText('1 person')).toBeVisible();
  });

  it('lists what a former colleague can still open, until it is destroyed', async () => {
    const vault = office();
    const copy = { id: ids.heron, revision: 2, name: 'backup-2026-03-01-7', medium: 'BLUE', createdAt: MARCH };
    vault.answer('staffMember.copies', () => [copy]);
    vault.answer('retention.noteGone', () => {
      vault.answer('staffMember.copies', () => []);
      return {};
    });
    const { user } = openScreen(vault, '/safekeeping');
    await user.click(await screen.findByText('1 backup still opens with their passphrase'));
    expect(await wcagViolations()).toEqual([]);
    await user.click(await screen.findByRole('button', { name: /^It is destroyed: the backup of .* on “BLUE”$/ }));
    expect(vault.callsOf('retention.noteGone')).toEqual([{ id: ids.heron, basedOn: 2 }]);
    await waitFor(() => expect(screen.queryByText('1 backup still opens with their passphrase')).toBeNull());
    expect(vault.callsOf('staffMember.copies')[0]).toEqual({ id: ids.maple });
  });

  it('says when the key is not renewed yet, and renews it when asked', async () => {
    const vault = office();
    vault.answer('staffMember.key', () => ({ due: true }));
    vault.answer('staffMember.renewKey', () => {
      throw new Refusal('disk-full');
    });
    const { user } = openScreen(vault, '/safekeeping');
    const button = await screen.findByRole('button', { name: 'Renew the key now' });
    expect(screen.getByText(/still have the key of before/)).toBeVisible();
    await user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('disk');
    vault.answer('staffMember.renewKey', () => {
      vault.answer('staffMember.key', () => ({ due: false }));
      return {};
    });
    await user.click(button);
    await waitFor(() => expect(screen.queryByText(/still have the key of before/)).toBeNull());
  });

  it('keeps the dialog open with the reason when the last director would go', async () => {
    const vault = office();
    vault.answer('staffMember.disable', () => {
      throw new Refusal('last-director');
    });
    const { user } = openScreen(vault, '/safekeeping');
    await user.click(await screen.findByRole('button', { name: 'Take access away: Jo' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Take access away' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('no director left');
  });

  it('sets after how many minutes the records lock', async () => {
    const vault = office();
    vault.answer('session.setLockAfter', ({ minutes }: { minutes: number }) => {
      vault.answer('session.status', () => ({ ...signedIn, lockAfterMinutes: minutes }));
      return {};
    });
    const { user } = openScreen(vault, '/safekeeping');
    const field = await screen.findByRole('combobox', { name: 'When left alone for' });
    expect(field).toHaveValue('3 minutes');
    await user.click(field);
    // jsdom has no layout: the list is there, and counts as hidden.
    const offered = await screen.findAllByRole('option', { hidden: true, name: /minute/ });
    expect(offered).toHaveLength(15);
    await user.click(offered[0]!);
    await waitFor(() => expect(field).toHaveValue('1 minute'));
    expect(vault.callsOf('session.setLockAfter')).toEqual([{ minutes: 1 }]);
  });

  it('says what was read when the records are checked', async () => {
    const vault = office();
    vault.answer('session.checkVault', () => ({
      entries: 41,
      revisions: 30,
      erased: 0,
      signatures: 4,
      records: { 'case-file': 3, need: 0 },
    }));
    const { user } = openScreen(vault, '/safekeeping');
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByRole('heading', { name: 'Everything is as it was written.' })).toBeVisible();
    expect(screen.getByText(/All 41 entries of History/)).toBeVisible();
    const table = screen.getByRole('table', { name: 'What was read' });
    expect(within(table).getByRole('row', { name: 'Cases 3' })).toBeVisible();
    expect(within(table).queryByText('Needs')).toBeNull();
  });

  it('says what to do when the check finds damage, and claims nothing else', async () => {
    const vault = office();
    vault.answer('session.checkVault', () => {
      throw new Refusal('vault-damaged', { reason: 'chain', entry: 7 });
    });
    const { user } = openScreen(vault, '/safekeeping');
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('What can be read can be saved');
    expect(screen.queryByText('Everything is as it was written.')).toBeNull();
  });
});

describe('a new colleague', () => {
  it('is named by the director and chooses her own passphrase', async () => {
    const vault = office();
    vault.answer('staffMember.add', () => ({ ...jo, name: 'Mira', signInName: 'mira' }));
    const { user } = openScreen(vault, '/safekeeping/colleague');
    await user.click(await screen.findByRole('button', { name: 'Their passphrase' }));
    expect(screen.getByLabelText('Name')).toHaveFocus();
    expect(screen.getByText('Write a short name for signing in.')).toBeVisible();
    await user.type(screen.getByLabelText('Name'), 'Mira');
    await user.type(screen.getByLabelText('Short name to sign in'), 'mira');
    await user.click(screen.getByRole('radio', { name: /House staff/ }));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Their passphrase' }));

    expect(await screen.findByText(/From here on Mira chooses and types/)).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Give access' })).toBeDisabled();
    await user.type(await screen.findByLabelText(/Type it once/), words.join(' '));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Give access' }));
    expect(await screen.findByRole('heading', { name: 'Mira can sign in now.' })).toBeVisible();
    expect(screen.queryByText(words[0]!)).toBeNull();
    expect(vault.callsOf('staffMember.add')).toEqual([
      { name: 'Mira', signInName: 'mira', role: 'house-staff', passphrase: words.join(' ') },
    ]);
  });

  it('hears the verdict on a passphrase of her own while typing, against the names a guesser would try', async () => {
    const vault = office();
    vault.answer('session.judgePassphrase', ({ passphrase }: { passphrase: string }) => ({
      acceptable: passphrase.length > 20,
      reason: passphrase.length > 20 ? 'good' : 'too-easy',
    }));
    const { user } = openScreen(vault, '/safekeeping/colleague');
    await user.type(await screen.findByLabelText('Name'), 'Mira');
    await user.type(screen.getByLabelText('Short name to sign in'), 'mira');
    await user.click(screen.getByRole('button', { name: 'Their passphrase' }));
    await user.click(await screen.findByRole('button', { name: 'Write one of my own' }));
    const own = screen.getByLabelText('A passphrase of your own');
    await user.type(own, 'mira mira mira');
    expect(await screen.findByText(/Too easy to guess/)).toBeVisible();
    await user.type(own, ' under the tall pines');
    expect(await screen.findByText('Strong enough')).toBeVisible();
    expect(vault.callsOf('session.judgePassphrase').at(-1)).toEqual({
      passphrase: 'mira mira mira under the tall pines',
      knownWords: ['Mira', 'mira', 'The Lantern'],
    });
    expect(screen.getByRole('button', { name: 'Give access' })).toBeDisabled();
  });

  it('whose sign-in name was used before brings the director back to that field', async () => {
    const vault = office();
    vault.answer('staffMember.add', () => {
      throw new Refusal('name-taken');
    });
    const { user } = openScreen(vault, '/safekeeping/colleague');
    await user.type(await screen.findByLabelText('Name'), 'Jo');
    await user.type(screen.getByLabelText('Short name to sign in'), 'jo');
    await user.click(screen.getByRole('button', { name: 'Their passphrase' }));
    await user.type(await screen.findByLabelText(/Type it once/), words.join(' '));
    await user.click(screen.getByRole('button', { name: 'Give access' }));
    const field = await screen.findByLabelText('Short name to sign in');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('jo');
    expect(screen.getByText(/in use, or was once/)).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Jo');
  });
});

describe('my passphrase', () => {
  it('is changed with the present one and a new one typed twice', async () => {
    const vault = office();
    vault.answer('session.changePassphrase', () => ({}));
    const { user } = openScreen(vault, '/safekeeping/passphrase');
    const current = await screen.findByLabelText('The passphrase you have now');
    expect(current).toHaveFocus();
    await user.type(current, 'the one I have');
    expect(screen.getByRole('button', { name: 'Change the passphrase' })).toBeDisabled();
    await user.type(await screen.findByLabelText(/Type it once/), words.join(' '));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Change the passphrase' }));
    expect(await screen.findByRole('heading', { name: 'Your new passphrase is in place.' })).toBeVisible();
    expect(vault.callsOf('session.changePassphrase')).toEqual([{ current: 'the one I have', next: words.join(' ') }]);
    expect(screen.getByRole('link', { name: 'Back to Safekeeping' })).toHaveFocus();
  });

  it('stays as it was when the present one is not right, and says so at the field', async () => {
    const vault = office();
    vault.answer('session.changePassphrase', () => {
      throw new Refusal('wrong-passphrase');
    });
    const { user } = openScreen(vault, '/safekeeping/passphrase');
    const current = await screen.findByLabelText('The passphrase you have now');
    await user.type(current, 'wrong');
    await user.type(await screen.findByLabelText(/Type it once/), `${words.join(' ')}{Enter}`);
    expect(await screen.findByText(/That is not the passphrase you have now/)).toBeVisible();
    expect(current).toHaveFocus();
    expect(current).toHaveAccessibleDescription(/That is not the passphrase you have now/);
  });
});

describe('the way back', () => {
  const state = (wayBack: object): FakeTransport => {
    const vault = office();
    vault.answer('session.wayBack', () => wayBack);
    return vault;
  };

  it('asks for a new sheet once the code was used', async () => {
    const { user } = openScreen(state({ state: 'used', since: MARCH }), '/safekeeping');
    expect(await screen.findByText('Used on 2 March 2026')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Make a new code' }));
    expect(await screen.findByText(/The code was used on 2 March 2026/)).toBeVisible();
    expect(screen.getByText('The earlier sheet stops working.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('shows a new code once, with its picture, and counts it when it was typed back whole', async () => {
    const vault = state({ state: 'none' });
    vault.answer('session.makeRecoveryCode', () => {
      vault.answer('session.wayBack', () => ({ state: 'not-typed-back', since: MARCH }));
      return { code };
    });
    vault.answer('session.confirmRecoveryCode', () => ({}));
    const { user } = openScreen(vault, '/safekeeping/way-back');
    await user.click(await screen.findByRole('button', { name: 'Make a code' }));
    expect(await screen.findByRole('img', { name: 'The same code as a picture for a scanner' })).toBeInTheDocument();
    const field = screen.getByLabelText('Recovery code from the paper');
    const last = code.slice(-1);
    await user.type(field, `${code.slice(0, -1)}${last === '7' ? '8' : '7'}`);
    expect(screen.getByText(/Group 7 is different from the paper/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'It is on paper' })).toBeDisabled();
    await user.clear(field);
    await user.type(field, code);
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'It is on paper' }));
    expect(await screen.findByRole('heading', { name: 'The way back is in place.' })).toBeVisible();
    expect(document.body).not.toHaveTextContent(code.slice(0, 4));
    expect(vault.callsOf('session.confirmRecoveryCode')).toEqual([{ code }]);
  });

  it('lets an earlier sheet be typed back, and says when it belongs to another code', async () => {
    const vault = state({ state: 'not-typed-back', since: MARCH });
    vault.answer('session.confirmRecoveryCode', () => {
      throw new Refusal('recovery-code-unknown');
    });
    const { user } = openScreen(vault, '/safekeeping/way-back');
    await user.type(await screen.findByLabelText('Recovery code from the paper'), code);
    await user.click(screen.getByRole('button', { name: 'It is on paper' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('does not open these records');
    expect(vault.callsOf('session.makeRecoveryCode')).toEqual([]);
  });
});

describe('the sheets of the trustees', () => {
  const sheetOf = (number: number) =>
    writeShare({ number, set: new Uint8Array(4).fill(9), part: new Uint8Array(32).fill(number) });
  const sheets = [1, 2, 3].map(sheetOf);

  it('are made, shown once, and count when two of them were typed back', async () => {
    const vault = office();
    vault.answer('session.makeTrustees', () => ({ set: '09090909', sheets }));
    vault.answer('session.tryTrustees', () => ({}));
    const { user } = openScreen(vault, '/safekeeping/trustees');
    await user.click(await screen.findByRole('button', { name: 'Make three sheets' }));
    const [first] = await screen.findAllByRole('region', { name: /^Part 1 of 3/ });
    expect(first).toHaveTextContent(sheets[0]![0]!);
    const finish = screen.getByRole('button', { name: 'These two open the records' });
    expect(finish).toBeDisabled();
    for (const [which, at] of [
      ['First', 2],
      ['Second', 0],
    ] as const) {
      await user.click(screen.getByLabelText(`${which} sheet, Line 1`));
      await user.paste(sheets[at]!.join('\n'));
    }
    expect(await wcagViolations()).toEqual([]);
    await user.click(finish);
    expect(await screen.findByText('Two sheets were typed back, and they open the records')).toBeVisible();
    expect(vault.callsOf('session.tryTrustees')).toEqual([{ sheets: [sheets[2], sheets[0]] }]);
  });

  it('of an older set are told as such', async () => {
    const vault = office();
    vault.answer('session.trustees', () => ({ state: 'tried', since: MARCH }));
    vault.answer('session.tryTrustees', () => {
      throw new Refusal('shares-unknown');
    });
    const { user } = openScreen(vault, '/safekeeping/trustees');
    expect(await screen.findByText('Tried 2 March 2026')).toBeVisible();
    for (const [which, at] of [
      ['First', 0],
      ['Second', 1],
    ] as const) {
      await user.click(screen.getByLabelText(`${which} sheet, Line 1`));
      await user.paste(sheets[at]!.join('\n'));
    }
    await user.click(screen.getByRole('button', { name: 'These two open the records' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('These two sheets do not open these records');
  });
});

describe('what is missing after damage', () => {
  it('is listed by case, kind and day; what is alike is one line', async () => {
    const vault = office();
    const need = { kind: 'need', caseNumber: '7K2-F9Q', ofCase: true, at: MARCH, loss: 'whole' };
    vault.answer('salvage.missing', () => [
      {
        at: MARCH,
        backupAt: null,
        lines: [need, need, { ...need, kind: 'room', caseNumber: null, ofCase: false, loss: 'newest' }],
        gaps: [{ from: 3, to: 7, after: MARCH, before: null }],
        parts: ['house'],
        unsigned: 0,
        savesLost: 2,
      },
    ]);
    openScreen(vault, '/safekeeping/missing');
    const list = await screen.findByRole('article');
    expect(list).toHaveTextContent('Case 7K2-F9QNeeds: 2 lost, written 2 March 2026');
    expect(list).toHaveTextContent('Of the houseRooms: 1 without the last change');
    expect(list).toHaveTextContent('5 lines of the history between');
    expect(list).toHaveTextContent('2 saves that this computer remembers');
    expect(await wcagViolations()).toEqual([]);
  });
});
