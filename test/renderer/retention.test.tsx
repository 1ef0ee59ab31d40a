// What we no longer keep: the list by number, two people to sign, certificates that name nobody, copies that still hold it, holds on a
// case, and a restore that asks for the list first.
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf, mark } from '../helpers/case-answers.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const kept = (caseNumber: string, end: string, change: object = {}) => ({
  caseFileId: id(end),
  caseNumber,
  class: 'CASE',
  from: '2026-02-10',
  ruleOn: '2027-02-10',
  eligibleOn: '2027-02-10',
  isDue: true,
  because: 'RULE',
  hold: null,
  ...change,
});
const hold = { reason: 'A trial', authority: 'District court', startedOn: '2027-01-05' };
const certificate = {
  certificate: '4KM-9TR',
  class: 'CASE',
  reason: 'RULE',
  erasedOn: '2027-02-10',
  approvedBy: [
    { id: ids.ana, name: 'Ana' },
    { id: id('c1'), name: 'Mira' },
  ],
};
const mira = { id: id('c1'), name: 'Mira', signInName: 'mira', role: 'case-manager', since: 1, disabledAt: null };
const ana = { id: ids.ana, name: 'Ana', signInName: 'ana', role: 'director', since: 1, disabledAt: null };
const backup = {
  kind: 'backup',
  id: id('b1'),
  revision: 1,
  name: 'backup-2027-01-01-40',
  medium: 'BLUE STICK',
  createdAt: Date.parse('2027-01-01T10:00:00Z'),
  erased: 2,
};

const answering = (change: object = {}) =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => signedIn,
    'staffMember.list': () => [ana, mira],
    'retention.preview': () => ({
      today: '2027-02-10',
      cases: [kept('7K2-F9Q', 'a1'), kept('3BC-DFG', 'a2', { isDue: false, eligibleOn: null, hold })],
      lines: { SHARED: 0, TEAM: 0, HISTORY: 0 },
    }),
    'retention.rules': () => ({ CASE: 365, INQUIRY: 30, SHARED: 1095, revision: 0 }),
    'retention.saveRules': () => ({ CASE: 300, INQUIRY: 30, SHARED: 1095, revision: 1 }),
    'retention.certificates': () => [certificate],
    'retention.holders': () => [backup],
    'retention.noteGone': () => ({}),
    'retention.run': () => [certificate],
    ...change,
  });
const page = '/safekeeping/retention';

it('names cases by number alone, ticks only what is due, and says what a hold keeps and for whom', async () => {
  openScreen(answering(), page);
  expect(await screen.findByRole('checkbox', { name: 'Choose 7K2-F9Q' })).toBeEnabled();
  expect(screen.getByRole('checkbox', { name: 'Choose 3BC-DFG' })).toBeDisabled();
  expect(screen.getByText(/A trial \(District court\)/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
});

it('erases with a second person who signs; what goes and what stays is read before', async () => {
  const transport = answering();
  const { user } = openScreen(transport, page);
  await user.click(await screen.findByRole('checkbox', { name: 'Choose 7K2-F9Q' }));
  await user.click(screen.getByRole('button', { name: 'Erase 1 for good' }));
  expect(await screen.findByText(/It does not come back/)).toBeVisible();
  transport.answer('retention.run', () => {
    throw new Refusal('wrong-passphrase');
  });
  await user.type(await screen.findByLabelText('Passphrase of Mira'), 'not this one');
  await user.click(screen.getByRole('button', { name: 'Erase for good now' }));
  expect(await screen.findByText('That is not the passphrase of Mira. Nothing was erased.')).toBeVisible();
  transport.answer('retention.run', () => [certificate]);
  await user.type(screen.getByLabelText('Passphrase of Mira'), 'pepper saddle');
  await user.click(screen.getByRole('button', { name: 'Erase for good now' }));
  expect(await screen.findByText('1 was erased.')).toBeVisible();
  expect(transport.callsOf('retention.run').at(-1)).toEqual({
    caseFileIds: [id('a1')],
    contactOf: [],
    toldOf: [],
    reason: 'RULE',
    second: { signInName: 'mira', passphrase: 'pepper saddle' },
  });
});

it('tells a director who is alone that it takes two', async () => {
  const { user } = openScreen(answering({ 'staffMember.list': () => [ana] }), page);
  await user.click(await screen.findByRole('checkbox', { name: 'Choose 7K2-F9Q' }));
  await user.click(screen.getByRole('button', { name: 'Erase 1 for good' }));
  expect(await screen.findByText(/nobody else here yet/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Erase for good now' })).toBeNull();
});

it('prints a certificate that names no case and no house', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const { user } = openScreen(answering(), `${page}/4KM-9TR`);
  expect(await screen.findByText('Certificate of destruction')).toBeVisible();
  expect(screen.getByText('Ana, Mira')).toBeVisible();
  const paper = document.querySelector('.certificate')?.textContent ?? '';
  for (const word of ['The Lantern', '7K2-F9Q', 'Heron']) expect(paper).not.toContain(word);
  await user.click(screen.getByRole('button', { name: 'Print it' }));
  expect(print).toHaveBeenCalledOnce();
  print.mockRestore();
});

it('changes how long things are kept, and takes a destroyed copy off the list', async () => {
  const transport = answering();
  const { user } = openScreen(transport, page);
  const field = await screen.findByLabelText('Days after a case was closed');
  await user.clear(field);
  await user.type(field, '300');
  await user.click(screen.getByRole('button', { name: 'Keep these days' }));
  await waitFor(() => expect(transport.callsOf('retention.saveRules')).toMatchObject([{ CASE: 300, basedOn: 0 }]));
  await user.click(screen.getByRole('button', { name: /It is destroyed: the backup of .* on “BLUE STICK”/ }));
  await waitFor(() => expect(transport.callsOf('retention.noteGone')).toEqual([{ id: id('b1'), basedOn: 1 }]));
});

it('shows on a closed case its day and its hold, and lets a director end the hold with a word of why', async () => {
  const stored = {
    ...mark(2),
    ...hold,
    id: id('d1'),
    caseFileId: ids.heron,
    placedBy: 'LEGAL_REQUEST',
    reviews: [],
    ended: null,
    reviewDueOn: '2027-04-05',
  };
  const transport = answering({
    'caseFile.get': () => ({
      ...caseOf,
      status: 'CLOSED',
      closing: { on: '2026-02-10', reason: 'GOALS_MET' },
      onHold: true,
    }),
    'caseFile.timeline': () => ({ entries: [], total: 0 }),
    'retention.ofCase': () => ({ class: 'CASE', ruleOn: '2027-02-10', eligibleOn: null }),
    'legalHold.list': () => [stored],
    'legalHold.end': () => ({ ...stored, ended: { on: '2027-06-01', why: 'Over' }, reviewDueOn: null }),
  });
  const { user } = openScreen(transport, `/cases/${ids.heron}/history`);
  expect(await screen.findByText(/Would be due on 10 February 2027/)).toBeVisible();
  expect(screen.getByText(/asked for by District court/)).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'End the hold' }));
  await user.type(screen.getByLabelText('Why it is no longer needed'), 'The trial is over');
  await user.click(screen.getByRole('button', { name: 'End the hold' }));
  await waitFor(() =>
    expect(transport.callsOf('legalHold.end')).toEqual([{ id: id('d1'), basedOn: 2, why: 'The trial is over' }]),
  );
});

it('a restore without a list of erased cases asks for other media, and goes on only by a typed word', async () => {
  const recognised = {
    name: 'backup-2027-01-01-40',
    shelterName: 'The Lantern',
    createdAt: 1,
    commitSeq: 40,
    bytes: 1,
    records: {},
    missing: 0,
    belongsTo: 'no-vault-here',
    erasedListAt: null as number | null,
  };
  const transport = fakeTransport({
    'session.status': () => ({ state: 'no-vault' }),
    'backup.inspect': () => [
      {
        state: 'complete',
        name: recognised.name,
        createdAt: 1,
        commitSeq: 40,
        bytes: 1,
        belongsTo: 'no-vault-here',
        shelterName: null,
        records: null,
        missing: 0,
      },
    ],
    'backup.recognise': () => recognised,
    'backup.restore': () => recognised,
  });
  const handle = id('e1');
  const bridge = fakeBridge({ choose: () => Promise.resolve({ handle, name: 'RED STICK' }) });
  const { user } = openScreen(transport, '/', bridge);
  await user.click(await screen.findByRole('button', { name: 'I have a backup' }));
  await user.click(screen.getByRole('button', { name: 'Choose where the backup lies' }));
  await user.click(await screen.findByRole('radio', { name: /MB/ }));
  await user.type(screen.getByLabelText('Sign-in name of that time'), 'ana');
  await user.type(screen.getByLabelText('Passphrase of that time'), 'lantern');
  await user.click(screen.getByRole('button', { name: 'Open it' }));
  expect(await screen.findByText(/No list of erased cases was found/)).toBeVisible();
  const restore = () => screen.getByRole('button', { name: 'Bring these records back' });
  expect(restore()).toBeDisabled();
  expect(await wcagViolations()).toEqual([]);
  await user.type(screen.getByLabelText(/type “without”/), 'without');
  expect(restore()).toBeEnabled();
  transport.answer('backup.recognise', () => ({ ...recognised, erasedListAt: Date.parse('2027-02-10T10:00:00Z') }));
  await user.click(screen.getByRole('button', { name: 'Look on another stick or disk' }));
  expect(await screen.findByText(/The list of erased cases is here/)).toBeVisible();
  expect(transport.callsOf('backup.recognise').at(-1)).toMatchObject({ lists: [handle] });
  await user.click(restore());
  await waitFor(() =>
    expect(transport.callsOf('backup.restore')).toMatchObject([{ lists: [handle], withoutList: false }]),
  );
});

it('lists what of a case goes on days of its own, what waits for a law, and lets old lines go without any case', async () => {
  const transport = answering({
    'retention.preview': () => ({
      today: '2027-02-10',
      cases: [
        kept('7K2-F9Q', 'a1', { class: 'CONTACT' }),
        kept('7K2-F9Q', 'a1', { class: 'TOLD' }),
        kept('3BC-DFG', 'a2', { isDue: false, eligibleOn: null, because: 'LAW' }),
      ],
      lines: { SHARED: 0, TEAM: 2, HISTORY: 41 },
    }),
    'retention.run': () => [
      { ...certificate, class: 'CONTACT', counts: { CONTACT: 1 } },
      { ...certificate, certificate: '3KM-9TR', class: 'HISTORY', counts: { LINES: 41 } },
    ],
  });
  const { user } = openScreen(transport, page);
  expect(await screen.findByText('Waits for the law')).toBeVisible();
  expect(screen.getByText('41 lines of History have had their time. They go with the next run.')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Let the old lines go' })).toBeEnabled();
  await user.click(screen.getByRole('checkbox', { name: 'Choose 7K2-F9Q: Ways to reach somebody' }));
  await user.click(screen.getByRole('button', { name: 'Erase 1 for good' }));
  expect(await screen.findByText(/Every number and address to reach the person/)).toBeVisible();
  expect(screen.queryByText(/Family links and who is kept apart/)).toBeNull();
  await user.type(await screen.findByLabelText('Passphrase of Mira'), 'pepper saddle');
  await user.click(screen.getByRole('button', { name: 'Erase for good now' }));
  await waitFor(() =>
    expect(transport.callsOf('retention.run').at(-1)).toMatchObject({
      ...{ caseFileIds: [], contactOf: [id('a1')], toldOf: [], reason: 'RULE' },
    }),
  );
  expect(await screen.findByText('2 were erased.')).toBeVisible();
});

it('suggests no figure for clinical records of minors, says that nobody has said one, and takes the house’s own', async () => {
  const transport = answering();
  const { user } = openScreen(transport, page);
  const field = await screen.findByLabelText(/clinical records of somebody under 18 stay/);
  expect(field).toHaveValue('');
  expect(screen.getByText(/has not been said yet/)).toBeVisible();
  await user.type(field, '1095');
  await user.click(screen.getByRole('button', { name: 'Keep these days' }));
  await waitFor(() =>
    expect(transport.callsOf('retention.saveRules')).toMatchObject([{ MINORS: 1_095, HISTORY: 2_190, CONTACT: 0 }]),
  );
});

it('lists what an agency still has, prints a letter that names nobody, and writes down that it was asked', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const sha = 'ab'.repeat(32);
  const of = { kind: 'agency', id: id('b2'), revision: 1, agency: 'Clinic A', on: '2026-05-01', packageSha256: sha };
  const transport = answering({
    'retention.holders': () => [{ ...of, askedOn: null }],
    'retention.noteAgency': () => ({}),
  });
  const { user } = openScreen(transport, page);
  await user.click(await screen.findByRole('link', { name: 'Letter to Clinic A about the package of 1 May 2026' }));
  expect(await screen.findByText(/Please stop using it from today/)).toBeVisible();
  const paper = document.querySelector('.certificate')?.textContent ?? '';
  expect(paper).toContain(sha);
  for (const word of ['The Lantern', '7K2-F9Q', 'Heron']) expect(paper).not.toContain(word);
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Print it' }));
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(transport.callsOf('retention.noteAgency')).toEqual([
    { id: id('b2'), basedOn: 1, packageSha256: sha, what: 'ASKED' },
  ]);
  print.mockRestore();
});

it('a restore says by name who would come back with an older backup', async () => {
  const name = 'backup-2027-01-01-40';
  const found = { name, createdAt: 1, commitSeq: 40, bytes: 1, belongsTo: 'this-vault', records: null, missing: 0 };
  const transport = fakeTransport({
    'session.status': () => ({ state: 'locked', misses: 0, waitSeconds: 0 }),
    'session.checkFiles': () => ({ slots: 'whole', database: 'present' }),
    'backup.inspect': () => [{ ...found, state: 'complete', shelterName: null }],
    'backup.recognise': () => ({
      ...{ ...found, shelterName: 'The Lantern', records: {}, erasedListAt: 1, returned: ['Jo'] },
    }),
  });
  const bridge = fakeBridge({ choose: () => Promise.resolve({ handle: id('e1'), name: 'RED STICK' }) });
  const { user } = openScreen(transport, '/', bridge);
  await user.click(await screen.findByRole('button', { name: 'I cannot get in' }));
  await user.click(screen.getByRole('button', { name: 'I have a backup' }));
  await user.click(screen.getByRole('button', { name: 'Choose where the backup lies' }));
  await user.click(await screen.findByRole('radio', { name: /MB/ }));
  await user.type(screen.getByLabelText('Sign-in name of that time'), 'ana');
  await user.type(screen.getByLabelText('Passphrase of that time'), 'lantern');
  await user.click(screen.getByRole('button', { name: 'Open it' }));
  expect(await screen.findByText(/^Jo was removed after this backup was made/)).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});
