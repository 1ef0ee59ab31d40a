// Their rights on the screen: writing down what is asked, answering it, and what stands beside the record.
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const request = (change: object = {}) => ({
  ...mark(1),
  id: id('a1'),
  caseFileId: ids.heron,
  kind: 'ERASE',
  receivedOn: '2026-11-20',
  words: 'Make it go away',
  askedBy: { who: 'SELF' },
  timing: 'POLICY',
  identity: null,
  extended: null,
  outcome: null,
  liftedOn: null,
  erased: [],
  dueOn: '2026-12-04',
  ...change,
});
const done = { end: 'DONE', on: '2026-11-20', codes: [], words: '', partlyOffered: false, reviewOn: null };
const answering = (requests: object[], more: object = {}) =>
  fakeTransport({
    ...caseAnswers,
    'legalRequest.toApprove': () => [],
    'statsChoice.get': () => null,
    'statsChoice.save': () => ({ ...mark(1), caseFileId: ids.heron, isRefused: true }),
    'rightsRequest.list': () => ({ requests, restrictedSince: null, timing: 'POLICY', isHeld: false, ...more }),
    'rightsRequest.receive': () => request(),
    'rightsRequest.checkIdentity': () => request({ revision: 2, identity: { how: 'SAFE_WORD', on: '2026-11-24' } }),
    'rightsRequest.settle': () => request({ revision: 2, outcome: done }),
    'rightsRequest.lift': () => request({ revision: 3, outcome: done, liftedOn: '2026-11-24' }),
    'caseFile.timeline': () => ({ entries: [], total: 0 }),
  });
const path = `/cases/${ids.heron}/rights`;

it('a parent who causes harm is told nothing, and the screen says so before anything is kept', async () => {
  const { user } = openScreen(answering([]), path);
  await user.click(await screen.findByRole('button', { name: 'Write down a request' }, { timeout: 5_000 }));
  await user.click(screen.getByRole('radio', { name: 'A parent or guardian' }));
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  expect(screen.getByText(/is told nothing: not even whether anybody is here/)).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});

it('keeps what was asked with the house’s own time', async () => {
  const transport = answering([]);
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'Write down a request' }));
  await user.selectOptions(screen.getByLabelText('What is asked for'), 'To erase it');
  await user.type(screen.getByLabelText('In her words'), 'Make it go away');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(transport.callsOf('rightsRequest.receive')).toHaveLength(1));
  expect(transport.callsOf('rightsRequest.receive')[0]).toMatchObject({
    kind: 'ERASE',
    words: 'Make it go away',
    askedBy: { who: 'SELF' },
    timing: 'POLICY',
  });
});

it('an erasure that is refused asks for the reason, the part that is offered, and the day to look again', async () => {
  const transport = answering([request()]);
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'Write down the answer' }));
  expect(screen.queryByLabelText('Look at it again on')).toBeNull();
  await user.selectOptions(screen.getByLabelText('How it ended'), 'Turned down');
  await user.click(screen.getByRole('checkbox', { name: 'A law says how long it is kept' }));
  await user.click(screen.getByRole('checkbox', { name: /Offered to erase a part now/ }));
  await user.type(screen.getByLabelText('Look at it again on'), '1 May 2027');
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(transport.callsOf('rightsRequest.settle')).toHaveLength(1));
  expect(transport.callsOf('rightsRequest.settle')[0]).toMatchObject({
    outcome: { end: 'REFUSED', codes: ['STATUTORY_RETENTION'], partlyOffered: true, reviewOn: '2027-05-01' },
  });
});

it('says at the top that a record is kept and not used, with her way to take that back', async () => {
  const restricting = request({ kind: 'RESTRICT', outcome: done });
  const transport = answering([restricting], { restrictedSince: '2026-11-20' });
  const { user } = openScreen(transport, path);
  expect(await screen.findByText(/this record is kept and not used/)).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'She takes it back: it may be used again' }));
  await waitFor(() => expect(transport.callsOf('rightsRequest.lift')).toHaveLength(1));
});

it('strikes the wrong words of a note and sets the right ones beside them', async () => {
  const note = {
    ...mark(1),
    id: id('b1'),
    caseFileId: ids.heron,
    kind: 'NOTE',
    happenedOn: '2026-11-22',
    notesConsent: 'YES',
    body: 'Came by bus from the coast.',
    quotes: [],
    source: 'EXPRESSED',
    toldOnce: null,
    conversationId: null,
    correctionOf: null,
    writtenAt: 1,
    correctedBy: null,
  };
  const transport = answering([]);
  transport.answer('caseNote.list', () => ({ notes: [note], total: 1 }));
  transport.answer('amendment.list', () => [
    {
      ...mark(1),
      id: id('c1'),
      caseFileId: ids.heron,
      kind: 'CORRECTION',
      about: { recordKind: 'case-note', recordId: note.id, revision: 1 },
      part: '',
      wrong: 'by bus',
      words: 'I walked.',
      saidOn: '2026-11-23',
    },
  ]);
  openScreen(transport, `/cases/${ids.heron}/notes`);
  expect(await screen.findByText('I walked.')).toBeVisible();
  expect(screen.getAllByText('by bus').map(({ tagName }) => tagName)).toEqual(['S', 'S']);
  expect(screen.getByText(/from the coast/)).toBeVisible();
});

it('asks whether she wants to be counted, and says what a no means', async () => {
  const transport = answering([]);
  const { user } = openScreen(transport, path);
  const choice = await screen.findByRole('combobox', { name: /would like/ });
  expect(choice).toHaveDisplayValue('Not asked yet, counted');
  transport.answer('statsChoice.get', () => ({ ...mark(1), caseFileId: ids.heron, isRefused: true }));
  await user.selectOptions(choice, 'Not counted');
  expect(await screen.findByText(/only the number of all people/)).toBeVisible();
  expect(transport.callsOf('statsChoice.save')).toEqual([{ caseFileId: ids.heron, isRefused: true, basedOn: 0 }]);
  expect(await wcagViolations()).toEqual([]);
});

it('erases a part at their wish: a kind or one entry, what a law keeps cannot be ticked, and two sign', async () => {
  const checked = request({ identity: { how: 'IN_PERSON', on: '2026-11-24' } });
  const entry = (end: string, words: string) => ({
    at: Date.parse('2026-11-20T10:00:00Z'),
    by: { id: ids.ana, name: 'Ana' },
    event: 'note-added',
    recordKind: 'case-note',
    recordId: id(end),
    revision: 1,
    words,
    code: null,
    hers: false,
    toldOnce: null,
    putRight: false,
  });
  const transport = answering([checked]);
  transport.answer('caseFile.timeline', () => ({
    entries: [entry('e1', 'Slept until nine.'), entry('e2', 'Spoke of a town.')],
    total: 2,
  }));
  transport.answer('retention.parts', () => [
    { category: 'NOTES', count: 2, isKept: null },
    { category: 'CLINICAL', count: 1, isKept: 'LAW' },
  ]);
  const mira = { id: id('c1'), name: 'Mira', signInName: 'mira', role: 'case-manager', since: 1, disabledAt: null };
  transport.answer('staffMember.list', () => [mira]);
  transport.answer('retention.erasePart', () => ({
    ...{ certificate: '4KM-9TR', class: 'PART', reason: 'WISH', erasedOn: '2026-11-24', approvedBy: [] },
  }));
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'Erase a part now' }));
  expect(await screen.findByRole('checkbox', { name: 'Screens and counselling: 1' })).toBeDisabled();
  expect(screen.getByText(/A law keeps clinical records/)).toBeVisible();
  await user.click(await screen.findByRole('checkbox', { name: /Spoke of a town/ }));
  expect(await wcagViolations()).toEqual([]);
  await user.type(await screen.findByLabelText('Passphrase of Mira'), 'pepper saddle');
  await user.click(screen.getByRole('button', { name: 'Erase for good now' }));
  await waitFor(() =>
    expect(transport.callsOf('retention.erasePart')).toEqual([
      {
        ...{ caseFileId: ids.heron, requestId: id('a1'), categories: [], recordIds: [id('e2')] },
        second: { signInName: 'mira', passphrase: 'pepper saddle' },
      },
    ]),
  );
});

it('of a record that is held, what the hold keeps cannot be ticked, and the rest can', async () => {
  const checked = request({ identity: { how: 'IN_PERSON', on: '2026-11-24' } });
  const transport = answering([checked], { isHeld: true });
  transport.answer('retention.parts', () => [
    { category: 'NOTES', count: 2, isKept: 'HOLD' },
    { category: 'NEEDS', count: 1, isKept: null },
  ]);
  transport.answer('staffMember.list', () => []);
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'Erase a part now' }));
  expect(await screen.findByRole('checkbox', { name: 'Notes: 2' })).toBeDisabled();
  expect(screen.getByRole('checkbox', { name: 'Needs: 1' })).toBeEnabled();
});

it('says with the request what was erased for it', async () => {
  openScreen(answering([request({ erased: [{ on: '2026-11-24', certificate: '4KM-9TR', count: 3 }] })]), path);
  expect(await screen.findByText('Erased on 24 November 2026: 3 records, certificate 4KM-9TR')).toBeVisible();
});

it('a report of the house is left out of the copy to begin with where somebody else is in it, until it is looked through', async () => {
  const line = (end: string, value: string, suggested?: string) => ({
    ...{ id: `${id(end)}:0`, label: 'Report of the house, 1 May 2026', value, source: 'OBSERVED' },
    ...(suggested === undefined ? {} : { suggested }),
  });
  const lines = [line('f1', 'Fell on the stairs.'), line('f2', 'Two shouted in the kitchen.', 'OTHER_PERSON')];
  const section = { category: 'CASE_NOTES', title: 'Reports of the house that you are in', lines };
  const copy = request({ kind: 'COPY', identity: { how: 'IN_PERSON', on: '2026-11-24' } });
  const transport = answering([copy]);
  transport.answer('ownCopy.read', () => ({ sections: [section], omissions: [], sha256: 'a'.repeat(64) }));
  transport.answer('ownCopy.list', () => []);
  const { user } = openScreen(transport, `/cases/${ids.heron}/prints/OWN_COPY`);
  const paper = await screen.findByRole('article', { name: 'The paper as it will be printed' });
  expect(paper).toHaveTextContent('Fell on the stairs.');
  expect(paper).not.toHaveTextContent('Two shouted in the kitchen.');
  expect(paper).toHaveTextContent('About somebody else');
  await user.selectOptions(screen.getByRole('combobox', { name: /Two shouted/ }), '');
  expect(paper).toHaveTextContent('Two shouted in the kitchen.');
});
