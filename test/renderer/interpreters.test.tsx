// Interpreters: only the offered ones beside a conversation, one press to stop, the list for the director; and the words of
// the note check.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { noDetails } from '#shared/records/conversation';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const rosa = {
  ...mark(1),
  id: id('f1'),
  name: 'Rosa',
  agency: '',
  languages: ['Quechua'],
  dialect: '',
  gender: '',
  vettedOn: '2026-01-05',
  confidentialitySignedOn: '2026-01-06',
  ties: [{ kind: 'COMMUNITY', words: 'Valle' }],
  standing: 'MAY_BE_ASKED',
};
const talking = (more: object = {}) => ({
  ...mark(1),
  id: id('f2'),
  caseFileId: ids.heron,
  purpose: 'SAFETY',
  startedAt: Date.now(),
  startedBy: ids.ana,
  notesConsent: 'YES',
  details: noDetails,
  interpreter: null,
  stoppedUnsafe: false,
  endedAt: null,
  notes: 0,
  ...more,
});
const asked = { COMMUNITY: 'NOT_ASKED', FAMILY: 'NOT_ASKED', EMPLOYER: 'NOT_ASKED', NETWORK: 'NOT_ASKED' };
const interpreter = { how: 'VETTED', interpreterId: rosa.id, approved: 'YES', conflict: asked };
const answering = (conversation: object) =>
  fakeTransport({
    ...caseAnswers,
    'conversation.list': () => ({ conversations: [conversation], total: 1 }),
    'interpreter.list': () => [rosa],
    'interpreter.offered': () => [rosa],
    'conversation.useInterpreter': () => talking({ interpreter, revision: 2 }),
    'conversation.stopUnsafe': () => ({
      conversation: talking({ interpreter, stoppedUnsafe: true, endedAt: Date.now(), revision: 3 }),
      exclusionId: id('f3'),
    }),
    'interpreter.sayWhy': () => ({}),
  });
const talk = `/cases/${ids.heron}/talk`;

it('asks for her yes before an offered interpreter begins, and advises on words without stopping anybody', async () => {
  const transport = answering(talking());
  const { user } = openScreen(transport, talk);
  await screen.findByText('Before you ask anything');
  fireEvent.change(await screen.findByLabelText('Who interprets'), { target: { value: rosa.id } });
  fireEvent.change(screen.getByLabelText('What happened'), { target: { value: 'She claims so.' } });
  expect(await screen.findByText('“claims” could be: says')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep the note' })).toBeEnabled();
  const approval = screen.getByRole('radiogroup', { name: 'Is this interpreter all right with her?' });
  await user.click(within(approval).getByRole('radio', { name: 'Yes' }));
  await user.click(screen.getByRole('button', { name: 'Begin with this interpreter' }));
  await waitFor(() =>
    expect(transport.callsOf('conversation.useInterpreter')).toMatchObject([
      { use: { approved: 'YES', conflict: asked } },
    ]),
  );
  expect(await wcagViolations()).toEqual([]);
});

it('one press stops, says what to do, and takes the reason only to seal it', async () => {
  const transport = answering(talking({ interpreter }));
  const { user } = openScreen(transport, talk);
  const stop = await screen.findByRole('button', { name: 'Not safe. Stop now' });
  transport.answer('conversation.list', () => ({
    conversations: [talking({ interpreter, stoppedUnsafe: true, endedAt: Date.now() })],
    total: 1,
  }));
  await user.click(stop);
  expect(await screen.findByText(/We stop here for today/)).toBeVisible();
  fireEvent.change(screen.getByLabelText('What happened, for the director alone'), { target: { value: 'quillwort' } });
  await user.click(screen.getByRole('button', { name: 'Seal it' }));
  expect(await screen.findByText('Sealed.')).toBeVisible();
  expect(document.body.innerHTML).not.toContain('quillwort');
});

it('shows a director which other cases had the same interpreter, and the reason only behind its door', async () => {
  const review = {
    exclusionId: id('f3'),
    revision: 2,
    interpreter: { ...rosa, standing: 'HELD' },
    of: { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
    stoppedAt: 1_000,
    alsoUsedFor: [{ caseFileId: ids.maple, nameUsed: 'Maple', caseNumber: '8K2-F9Q' }],
    hasReason: true,
  };
  const transport = fakeTransport({
    ...caseAnswers,
    'interpreter.list': () => [{ ...rosa, standing: 'HELD' }],
    'interpreter.toReview': () => [review],
    'interpreter.openReason': () => ({ reason: 'quillwort' }),
    'interpreter.reviewed': () => ({}),
  });
  const { user } = openScreen(transport, '/partners/interpreters');
  expect(await screen.findByText('Maple')).toBeVisible();
  expect(document.body.innerHTML).not.toContain('quillwort');
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Open: The reason' }));
  fireEvent.change(screen.getByLabelText('Why do you open this?'), { target: { value: 'Looking at both' } });
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText('quillwort')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Looked at all of them. Keep Rosa out' }));
  await waitFor(() => expect(transport.callsOf('interpreter.reviewed')).toMatchObject([{ mayBeAskedAgain: false }]));
});

it('the word list is changed line by line', async () => {
  const transport = fakeTransport({ ...caseAnswers, 'wordList.save': () => ({ revision: 1 }) });
  const { user } = openScreen(transport, '/safekeeping/words');
  await user.click(await screen.findByRole('button', { name: 'Add a line' }));
  fireEvent.change(screen.getAllByLabelText('When a note says')[1]!, { target: { value: 'runaway' } });
  fireEvent.change(screen.getAllByLabelText('it could say')[1]!, { target: { value: 'person who left' } });
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep this list' }));
  await waitFor(() =>
    expect(transport.callsOf('wordList.save')).toMatchObject([
      { basedOn: 0, terms: [{ find: 'claims' }, { find: 'runaway', say: 'person who left' }] },
    ]),
  );
});
