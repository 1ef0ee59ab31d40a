// History on the screen: by day, in plain sentences and never in codes; narrowed by who, what, when and which case; compared with a slip.
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effLargeWordlist } from '#shared/keys/eff-large-wordlist';
import { wcagViolations } from '../helpers/axe.ts';
import { type FakeTransport, fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const MARCH = new Date(2026, 2, 2, 12).getTime();
const ana = { id: ids.ana, name: 'Ana' };
const jo = { id: ids.maple, name: 'Jo' };
const done = { outcome: 'DONE', times: null, recordKind: null, of: null, isSigned: false, who: ana };
const lines = [
  {
    ...done,
    seq: 9,
    at: MARCH,
    action: 'caseNote.add',
    of: { state: 'OPEN', caseFileId: ids.heron, caseNumber: '7K2-F9Q' },
  },
  { ...done, seq: 8, at: MARCH - 60_000, action: 'housePaper.list', outcome: 'REFUSED', who: jo },
  {
    ...done,
    seq: 7,
    at: MARCH - 120_000,
    action: 'exportPackage.create',
    isSigned: true,
    of: { state: 'SEALED', caseNumber: 'XYX-234' },
  },
  { ...done, seq: 6, at: MARCH - 180_000, action: 'session.unlock', outcome: 'MISSED', times: 3 },
  { ...done, seq: 5, at: MARCH - 86_400_000, action: 'htcdsImport.commit', recordKind: 'case-file' },
  { ...done, seq: 4, at: MARCH - 86_400_000, action: 'htcdsImport.commit', recordKind: 'need' },
  { ...done, seq: 3, at: MARCH - 86_400_000, action: 'lamp.light', who: null },
];
const words = effLargeWordlist.filter((_, at) => at % 777 === 5).slice(0, 10);

let vault: FakeTransport;
const as = (role: string) => ({ ...signedIn, person: { ...signedIn.person, role } });
beforeEach(() => {
  vault = fakeTransport({
    'session.status': () => signedIn,
    'auditEntry.page': () => ({ lines, next: null }),
    'auditEntry.own': () => ({ lines: [lines[0]], next: null }),
    'auditEntry.people': () => [ana, jo],
    'auditEntry.newest': () => ({ seq: 9, at: MARCH, words }),
    'housePaper.list': () => [],
    'exportPackage.suggestPassphrase': () => ({ passphrase: 'lantern orchard velvet compass harbor thimble' }),
  });
});
const rowsOf = async (day: RegExp) =>
  within(await screen.findByRole('list', { name: day }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);

describe('the history', () => {
  it('stands by day in plain sentences, with who, the case’s number and what was refused', async () => {
    openScreen(vault, '/history');
    expect(await rowsOf(/Monday 2 March 2026/)).toEqual([
      '12:00AnaWrote a note7K2-F9Q',
      '11:59JoAsked to look at the printed papers of the houseNot allowed',
      '11:58AnaWrote a sealed package for an agencyXYX-234Signed',
      '11:57AnaA wrong passphrase was typed 3 times',
    ]);
    expect(screen.getByRole('link', { name: 'Case 7K2-F9Q' })).toHaveAttribute('href', `/cases/${ids.heron}`);
    expect(screen.queryByRole('link', { name: /XYX/ })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });

  it('says what one act wrote in one row, and shows no code for an act that it does not know', async () => {
    openScreen(vault, '/history');
    expect(await rowsOf(/Sunday 1 March 2026/)).toEqual([
      '12:00AnaBrought in cases from a workbook2 lines · Cases · Needs',
      '12:00The programSomething that this version has no words for',
    ]);
    expect(document.body.textContent).not.toMatch(/lamp\.light|htcdsImport|caseNote\.add/);
  });

  it('narrows to a person, a kind of act, days and a case, and goes back to everything', async () => {
    const { user } = openScreen(vault, '/history');
    await screen.findByRole('option', { name: 'Jo' });
    await user.selectOptions(screen.getByLabelText('Person'), 'Jo');
    await user.selectOptions(screen.getByLabelText('Kind of act'), 'Erasing');
    await user.type(screen.getByLabelText('Case number'), '7k2f9q');
    await waitFor(() =>
      expect(vault.callsOf('auditEntry.page').at(-1)).toMatchObject({
        ...{ staffMemberId: jo.id, group: 'ERASING', caseNumber: '7K2-F9Q', before: null },
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    await waitFor(() =>
      expect(vault.callsOf('auditEntry.page').at(-1)).toMatchObject({ staffMemberId: null, group: null }),
    );
  });

  it('says that a number is not whole yet, and that no case has one', async () => {
    const { user } = openScreen(vault, '/history');
    await user.type(await screen.findByLabelText('Case number'), '7K');
    expect(await screen.findByText('This is not a case number yet. It has six signs.')).toBeVisible();
    vault.answer('auditEntry.page', () => {
      throw new Refusal('not-found');
    });
    await user.type(screen.getByLabelText('Case number'), '2F9Q');
    expect(await screen.findByText('No case here has this number.')).toBeVisible();
  });

  it('shows older ones when asked, and reads on at the first of them', async () => {
    vault.answer('auditEntry.page', ({ before }: { before: number | null }) =>
      before === null ? { lines: lines.slice(0, 3), next: 7 } : { lines: lines.slice(3), next: null },
    );
    const { user } = openScreen(vault, '/history');
    await user.click(await screen.findByRole('button', { name: 'Show older ones' }));
    expect(await screen.findByText('A wrong passphrase was typed 3 times')).toBeVisible();
    expect(screen.getAllByRole('heading', { name: 'Monday 2 March 2026' })).toHaveLength(1);
    expect(document.activeElement).toHaveTextContent('A wrong passphrase was typed 3 times');
    expect(screen.getByText('This is where the history begins.')).toBeVisible();
  });

  it('says what it cannot read, and that nothing is there', async () => {
    vault.answer('auditEntry.page', () => {
      throw new Refusal('vault-damaged');
    });
    const { unmount } = openScreen(vault, '/history');
    expect(await screen.findByRole('alert')).toBeVisible();
    unmount();
    vault.answer('auditEntry.page', () => ({ lines: [], next: null }));
    openScreen(vault, '/history');
    expect(await screen.findByText('Nothing was done yet.')).toBeVisible();
  });

  it('shows everybody else her own, and asks for nothing else', async () => {
    vault.answer('session.status', () => as('house-staff'));
    openScreen(vault, '/history');
    expect(await rowsOf(/Monday 2 March 2026/)).toEqual(['12:00AnaWrote a note7K2-F9Q']);
    expect(screen.queryByLabelText('Person')).toBeNull();
    expect(screen.queryByLabelText('Case number')).toBeNull();
    expect(vault.calls.map(({ name }) => name).filter((name) => name.startsWith('auditEntry'))).toEqual([
      'auditEntry.own',
    ]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('offers an auditor slips and comparing, and neither the file nor the check', async () => {
    vault.answer('session.status', () => as('auditor'));
    openScreen(vault, '/history');
    expect(await screen.findByRole('heading', { name: 'Compare a slip' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save the history' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
  });
});

describe('a slip', () => {
  it('is one paper with the number, ten words, a picture of both and two lines to sign, in the log before the printer', async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    vault.answer('housePaper.add', () => ({ shredOn: '2032-02-29' }));
    const { user } = openScreen(vault, '/history/slip');
    const paper = await screen.findByRole('article', { name: 'The paper as it will be printed' });
    expect(paper).toHaveTextContent(/Number 9, of 2 Mar 2026, 12:00/);
    expect(paper).toHaveTextContent(words.join(' '));
    expect(within(paper).getByRole('img', { name: 'The same as a picture to scan' })).toBeVisible();
    expect(paper).toHaveTextContent('First person, name and day');
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Print' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(vault.callsOf('housePaper.add')).toEqual([{ paper: 'HISTORY_SLIP', lines: 4 }]);
    vi.unstubAllGlobals();
  });

  it('says while it is typed which word is in no list, and how many are there', async () => {
    const { user } = openScreen(vault, '/history');
    const field = await screen.findByLabelText('The ten words');
    await user.type(field, `${words[0]} ${words[1]?.slice(0, 3)}`);
    expect(await screen.findByText('1 of 10 words')).toBeVisible();
    await user.type(field, 'qq ');
    expect(
      await screen.findByText(`“${words[1]?.slice(0, 3)}qq” is not in the list of words. Look at the slip again.`),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Compare' })).toBeDisabled();
  });

  it.each([
    ['fits', 'It fits', /Nothing up to line 9 was changed/],
    ['differs', 'It does not fit', /write nothing more here, tell another director/],
    ['missing', 'There is no such line here', /An older backup that was brought back has fewer lines/],
  ] as const)('%s: says what it means and what to do next', async (verdict, outcome, next) => {
    vault.answer('auditEntry.compare', () => ({ verdict }));
    const { user } = openScreen(vault, '/history');
    await user.click(await screen.findByLabelText('The ten words'));
    await user.paste(`9 ${words.join(' ')}`);
    expect(screen.getByLabelText('Number on the slip')).toHaveValue('9');
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    expect(await screen.findByRole('heading', { name: outcome })).toBeVisible();
    expect(screen.getByText(next)).toBeVisible();
    expect(vault.callsOf('auditEntry.compare')).toEqual([{ seq: 9, words }]);
  });
});

describe('the file for somebody who checks it', () => {
  it('says what it holds and who can read it before anything is asked, and asks for a passphrase and a folder', async () => {
    const folder = { handle: ids.heron, name: 'STICK' };
    vault.answer('auditEntry.save', () => ({
      fileName: 'r-abcd2345.age',
      sha256: 'a',
      lines: 9,
      stick: 'safe-to-remove',
    }));
    const { user } = openScreen(vault, '/history', fakeBridge({ choose: () => Promise.resolve(folder) }));
    expect(await screen.findByText(/It holds the names of colleagues/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save the history' }));
    expect(screen.getByRole('button', { name: 'Write the file' })).toBeDisabled();
    await user.click(await screen.findByRole('button', { name: 'Use these words' }));
    await user.click(screen.getByRole('button', { name: 'Choose a folder or stick' }));
    await user.click(await screen.findByRole('button', { name: 'Write the file' }));
    expect(await screen.findByText('Saved and checked. You can take the stick out.')).toBeVisible();
    expect(screen.getByText('9 lines, in the file r-abcd2345.age.')).toBeVisible();
    expect(vault.callsOf('auditEntry.save')).toEqual([
      { passphrase: 'lantern orchard velvet compass harbor thimble', folder: folder.handle },
    ]);
    expect(await wcagViolations()).toEqual([]);
  });
});
