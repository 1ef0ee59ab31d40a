// A conversation: her answer about notes before anything else, a pause that empties the window, words to borrow.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noDetails } from '#shared/records/conversation';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const path = `/cases/${ids.heron}/talk`;
const talking = (more: object = {}) => ({
  ...mark(1),
  id: '01920000-0000-7000-8000-0000000000e1',
  caseFileId: ids.heron,
  purpose: 'CHECK_IN',
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
const answering = (...conversations: object[]) =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => ({ ...signedIn, now: Date.now() }),
    'conversation.list': () => ({ conversations, total: conversations.length }),
    'conversation.begin': () => talking({ notesConsent: 'NOT_ASKED' }),
    'conversation.answerNotes': ({ notesConsent }: { notesConsent: string }) => talking({ notesConsent, revision: 2 }),
    'conversation.end': () => talking({ endedAt: Date.now(), revision: 3 }),
    'caseNote.add': (note: object) => ({
      ...note,
      ...mark(1),
      id: '01920000-0000-7000-8000-0000000000e2',
      writtenAt: 1,
      correctionOf: null,
      correctedBy: null,
    }),
  });
afterEach(() => vi.useRealTimers());

describe('before a conversation', () => {
  it('begins with what it is about, beside words to borrow', async () => {
    const transport = answering(talking({ endedAt: Date.now() + 1_500_000, notesConsent: 'NO' }));
    const { user } = openScreen(transport, path);
    expect(await screen.findByText('Only the time is kept, as asked')).toBeVisible();
    expect(screen.getByText('How are you right now, in this room?')).toBeVisible();
    fireEvent.change(screen.getByLabelText('About'), { target: { value: 'safety' } });
    expect(screen.getByText('What would help you feel safer tonight?')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Begin now' }));
    await waitFor(() => expect(transport.callsOf('conversation.begin')).toMatchObject([{ purpose: 'CHECK_IN' }]));
  });
});

describe('a conversation that goes on', () => {
  it('has no place to write until she was asked', async () => {
    openScreen(answering(talking({ notesConsent: 'NOT_ASKED' })), path);
    expect(await screen.findByText('Ask first. Then there is a place to write.')).toBeVisible();
    expect(screen.queryByLabelText('What happened')).toBeNull();
  });

  it('with NO the place to write and the checklist are gone, and so is what was being written', async () => {
    const transport = answering(talking());
    const { user } = openScreen(transport, path);
    fireEvent.change(await screen.findByLabelText('What happened'), { target: { value: 'quillwort' } });
    await user.click(
      screen.getByRole('radiogroup', { name: 'Are notes all right with her?' }).querySelector('input[value=NO]')!,
    );
    transport.answer('conversation.list', () => ({ conversations: [talking({ notesConsent: 'NO' })], total: 1 }));
    await user.click(await screen.findByRole('button', { name: 'Keep no notes' }));
    expect(await screen.findByText(/Only what it was about and the time are kept/)).toBeVisible();
    expect(screen.queryByLabelText('What happened')).toBeNull();
    expect(screen.queryByText('Before you ask anything')).toBeNull();
    expect(transport.callsOf('conversation.answerNotes')).toMatchObject([{ notesConsent: 'NO' }]);
  });

  it('keeps the note that is still being written when it ends, with her words, their language and who put them so', async () => {
    const transport = answering(talking({ notesConsent: 'YES_BUT_LIMITED' }));
    const { user } = openScreen(transport, path);
    fireEvent.change(await screen.findByLabelText('Her own words'), { target: { value: 'Quiero coser.' } });
    fireEvent.change(screen.getByLabelText('What it means'), { target: { value: 'I want to sew.' } });
    fireEvent.change(screen.getByLabelText('Who put it so'), { target: { value: 'Lucía' } });
    await user.click(screen.getByRole('button', { name: 'End here' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'End this conversation?' }));
    await user.click(dialog.getByRole('button', { name: 'End here' }));
    await waitFor(() => expect(transport.callsOf('conversation.end')).toHaveLength(1));
    expect(transport.callsOf('caseNote.add')).toMatchObject([
      {
        kind: 'CHECK_IN',
        notesConsent: 'YES_BUT_LIMITED',
        quotes: [{ words: 'Quiero coser.', translation: 'I want to sew.', translator: 'Lucía' }],
      },
    ]);
  });

  it('each step of the opening can be left out, with a reason', async () => {
    const transport = answering(talking());
    const { user } = openScreen(transport, path);
    await screen.findByText('Before you ask anything');
    await user.click(screen.getAllByRole('button', { name: 'Not done' })[2]!);
    const why = await screen.findByLabelText('Why not, if there is a reason');
    fireEvent.change(why, { target: { value: 'No interpreter' } });
    await waitFor(() =>
      expect(transport.callsOf('draft.save').at(-1)).toMatchObject({
        body: { details: { opening: { LIMITS: { isDone: false, reason: 'No interpreter' } } } },
      }),
    );
    expect(await wcagViolations()).toEqual([]);
  });

  it('offers a rest after twenty minutes and says after an hour that it is enough', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    openScreen(answering(talking()), path);
    await screen.findByText('Before you ask anything');
    await act(() => vi.advanceTimersByTimeAsync(20.5 * 60_000));
    expect(screen.getByText(/Tea, or a rest/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'We rested' }));
    expect(screen.queryByText(/Tea, or a rest/)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(40 * 60_000));
    expect(screen.getByText(/That is enough for one time/)).toBeVisible();
  });

  it('from seven on it offers ways back to the room and a way to stop', async () => {
    openScreen(answering(talking()), path);
    const comfort = await screen.findByLabelText('How hard is this right now?');
    fireEvent.change(comfort, { target: { value: '6' } });
    expect(screen.queryByText('Name five things you see.')).toBeNull();
    fireEvent.change(comfort, { target: { value: '7' } });
    expect(screen.getByText('Name five things you see.')).toBeVisible();
  });

  it('pauses with one press: the window is empty, and any key brings back every word', async () => {
    const { user } = openScreen(answering(talking()), path);
    fireEvent.change(await screen.findByLabelText('What happened'), { target: { value: 'Slept well.' } });
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    const cover = await screen.findByRole('dialog', { name: 'A pause' });
    expect(cover).not.toHaveTextContent('Heron');
    await user.keyboard('{Shift}{Control>}c{/Control}');
    expect(screen.getByRole('dialog', { name: 'A pause' })).toBeVisible();
    await user.keyboard('x');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'A pause' })).toBeNull());
    expect(screen.getByLabelText('What happened')).toHaveValue('Slept well.');
  });
});
