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

it('of a lost stick shows the clock, whom nobody asked yet, and keeps what was written', async () => {
  const breach = {
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
  const transport = answering({ 'breach.get': () => breach, 'breach.save': () => ({ ...breach, revision: 2 }) });
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

it('a paper for the desk is eight lines that name nobody', async () => {
  openScreen(answering({}), '/safekeeping/papers/DESK_SCRIPT');
  const paper = await screen.findByRole('article');
  expect(within(paper).getAllByRole('listitem')).toHaveLength(8);
  expect(within(paper).getByText(/I can neither confirm nor deny/)).toBeVisible();
});
