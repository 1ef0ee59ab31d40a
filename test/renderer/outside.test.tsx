// What comes from outside, on the screen: a paper that is logged, a second person who reads, a stick that is lost.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const heron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const rows = [
  {
    id: ids.heron,
    nameUsed: 'Heron',
    caseNumber: '7K2-F9Q',
    status: 'ACTIVE',
    openedOn: '2026-11-21',
    languages: [],
    worker: null,
    openNeeds: 0,
    nextDueAt: null,
    lastChangedAt: 1,
  },
];
const request = (change: object = {}) => ({
  ...mark(1),
  id: id('a1'),
  instrument: 'SUBPOENA',
  servedBy: 'A process server',
  receivedOn: '2026-11-24',
  asksFor: 'All records',
  deadlines: [],
  counsel: '',
  validity: null,
  wish: null,
  protective: '',
  steps: [],
  decision: '',
  caseFileId: ids.heron,
  state: 'LOGGED',
  production: null,
  of: heron,
  preparedBy: null,
  approvedBy: null,
  ...change,
});
const answering = (more: Parameters<typeof fakeTransport>[0]) =>
  fakeTransport({
    ...caseAnswers,
    'caseFile.list': () => ({ rows, total: 1 }),
    'legalRequest.list': () => [],
    'legalRequest.toApprove': () => [],
    ...more,
  });

it('logs a paper that is about nobody here', async () => {
  const transport = answering({ 'legalRequest.log': () => request(), 'legalRequest.get': () => request() });
  const { user } = openScreen(transport, '/safekeeping/requests');
  await user.click(await screen.findByRole('button', { name: 'Log a request' }, { timeout: 5_000 }));
  await user.type(screen.getByLabelText('Who brought it, and from where'), 'A process server');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(transport.callsOf('legalRequest.log')).toHaveLength(1));
  expect(transport.callsOf('legalRequest.log')[0]).toMatchObject({ caseFileId: null, deadlines: [] });
});

it('shows of a subpoena that nothing is given, and moves on with what was written', async () => {
  const transport = answering({
    'legalRequest.get': () => request(),
    'legalRequest.save': () => request({ revision: 2 }),
  });
  const { user } = openScreen(transport, `/safekeeping/requests/${id('a1')}`);
  expect(await screen.findByText(/Nothing can be given before a judge has signed/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show these parts' })).toBeNull();
  await user.type(screen.getByLabelText('Counsel'), 'Legal aid');
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep it and go on to' }));
  await waitFor(() => expect(transport.callsOf('legalRequest.save')).toHaveLength(1));
  expect(transport.callsOf('legalRequest.save')[0]).toMatchObject({
    to: 'WITH_COUNSEL',
    course: { counsel: 'Legal aid' },
  });
});

it('the second person reads every line that is left before saying yes', async () => {
  const production = {
    categories: ['NAME'],
    from: null,
    to: null,
    masks: [{ lineId: 'NAME 0:1', reason: 'OTHER_PERSON' }],
    sha256: 'a'.repeat(64),
    preparedBy: ids.ana,
    approved: null,
    producedOn: null,
  };
  const lines = [
    { id: 'NAME 0:0', label: 'Name', value: 'Heron' },
    { id: 'NAME 0:1', label: 'Brother', value: 'Wren' },
  ];
  const transport = answering({
    'rightsRequest.list': () => ({ requests: [], restrictedSince: null, timing: 'POLICY', isHeld: true }),
    'legalRequest.toApprove': () => [{ requestId: id('a1'), basedOn: 3, production, by: { id: ids.ana, name: 'Ana' } }],
    'legalRequest.producible': () => ({
      sections: [{ category: 'NAME', title: 'Name', lines }],
      sha256: 'a'.repeat(64),
    }),
    'legalRequest.approve': () => ({}),
  });
  const { user } = openScreen(transport, `/cases/${ids.heron}/rights`);
  const paper = await screen.findByRole('article');
  expect(within(paper).getByText('Heron')).toBeVisible();
  expect(within(paper).queryByText('Wren')).toBeNull();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: /I have read every line/ }));
  await waitFor(() => expect(transport.callsOf('legalRequest.approve')).toEqual([{ requestId: id('a1'), basedOn: 3 }]));
});

const lostStick = {
  ...mark(1),
  id: id('b1'),
  kind: 'LOST_MEDIA',
  event: 'The blue stick is not in the drawer.',
  happenedOn: null,
  knownAt: Date.parse('2026-11-24T02:00:00Z'),
  dataClasses: [],
  affected: [{ caseFileId: ids.heron, location: true, safety: 'NOT_YET', how: '' }],
  containment: '',
  authority: { answer: 'NOT_DECIDED', why: '' },
  notifications: [],
  media: {},
  lessons: '',
  closedOn: null,
  people: [heron],
  authorityDueAt: Date.parse('2026-11-27T02:00:00Z'),
};
const backup = (day: string, medium: string, needs: number) => ({
  ...{ id: id(`c${needs}`), madeBy: ids.ana, name: `backup-${day}-9`, medium, commitSeq: 9, bytes: 1, entries: 1 },
  ...{
    createdAt: Date.parse(`${day}T20:00:00Z`),
    verifiedAt: Date.parse(`${day}T20:01:00Z`),
    missing: 0,
    goneOn: null,
  },
  ...{ databaseSha256: 'ab'.repeat(32), records: { 'case-file': 2, need: needs, 'staff-member': 3, print: 4 } },
});
const backups = (...made: object[]) => ({
  'backup.list': () => ({ backups: made, lastBackupAt: null, lastDrillAt: null, unfinishedSince: null }),
});

it('of a lost stick shows the clock, whom nobody asked yet, and keeps what was written', async () => {
  const breach = lostStick;
  const transport = answering({
    ...backups(),
    'breach.get': () => breach,
    'breach.save': () => ({ ...breach, revision: 2 }),
  });
  const { user } = openScreen(transport, `/safekeeping/breaches/${id('b1')}`);
  expect(await screen.findByText(/Tell the authority by/)).toBeVisible();
  expect(screen.getByText('1 person was not asked yet whether they are safe')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Is Heron safe?'), 'Is safe');
  await user.type(screen.getByLabelText('When it was last plugged in'), 'On Tuesday');
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(transport.callsOf('breach.save')).toHaveLength(1));
  expect(transport.callsOf('breach.save')[0]).toMatchObject({
    close: false,
    course: { affected: [{ safety: 'SAFE' }], media: { LAST_PLUGGED: 'On Tuesday' } },
  });
});

it('of a lost backup says by itself what was on it, in counts alone, and another one can be meant', async () => {
  const made = [backup('2026-11-25', 'later', 9), backup('2026-11-22', 'red', 7), backup('2026-11-20', 'blue', 5)];
  const breach = lostStick;
  const transport = answering({ ...backups(...made), 'breach.get': () => breach, 'breach.save': () => breach });
  const { user } = openScreen(transport, `/safekeeping/breaches/${id('b1')}`);
  const field = await screen.findByLabelText('What is on it: how many cases, until which day');
  const counts = (day: string, medium: string, needs: number) =>
    `Backup of ${day} on “${medium}”; Cases: 2; Needs: ${needs}; 7 other records`;
  expect(field).toHaveValue(counts('22 November 2026', 'red', 7));
  // One that was made after it was lost cannot have been on it.
  const which = screen.getByLabelText('Which backup was on it');
  expect(within(which).queryByRole('option', { name: /later/ })).toBeNull();
  await user.selectOptions(which, 'Backup of 20 November 2026 on “blue”');
  expect(field).toHaveValue(counts('20 November 2026', 'blue', 5));
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await waitFor(() =>
    expect(transport.callsOf('breach.save')).toMatchObject([
      { course: { media: { WHAT_IS_ON_IT: counts('20 November 2026', 'blue', 5) } } },
    ]),
  );
});

it('of a lost stick on which no backup was, nothing is filled in', async () => {
  const breach = { ...lostStick, media: { WHAT_IS_ON_IT: 'Two packages.' } };
  const made = backups(backup('2026-11-22', 'red', 7));
  openScreen(answering({ ...made, 'breach.get': () => breach }), `/safekeeping/breaches/${id('b1')}`);
  const field = await screen.findByLabelText('What is on it: how many cases, until which day');
  expect(field).toHaveValue('Two packages.');
  expect(screen.getByLabelText('Which backup was on it')).toHaveDisplayValue('None of these');
});

it('a paper for the desk is eight lines that name nobody', async () => {
  openScreen(answering({}), '/safekeeping/papers/DESK_SCRIPT');
  const paper = await screen.findByRole('article');
  expect(within(paper).getAllByRole('listitem')).toHaveLength(8);
  expect(within(paper).getByText(/I can neither confirm nor deny/)).toBeVisible();
});
