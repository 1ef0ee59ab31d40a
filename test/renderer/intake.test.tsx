import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { caseOf, caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';
import type { Answers } from '#shared/answers';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';

const caseFileId = CaseFileId.parse(ids.heron);
const stamp = { recordedAt: 1, recordedBy: StaffMemberId.parse(ids.ana) };
const intake = (answers: Answers, revision = 1) => ({
  ...mark(revision),
  id: RecordId.parse('01920000-0000-7000-8000-0000000000b1'),
  caseFileId,
  formId: 'intake' as const,
  formVersion: 1,
  answers,
});
const told = [
  {
    noteId: RecordId.parse('01920000-0000-7000-8000-0000000000b2'),
    what: 'How she came here.',
    mayBeReused: true,
    about: null,
    toldTo: 'Jo',
    on: '2026-11-22',
  },
];
const answering = (more: Parameters<typeof fakeTransport>[0] = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'intake.get': () => null,
    'intake.save': (request: { answers: Answers; basedOn: number }) => intake({}, request.basedOn + 1),
    'caseNote.toldOnce': () => told,
    ...more,
  });
const path = `/cases/${ids.heron}/intake`;
const sleep = 'Where would you sleep best?';

describe('an intake', () => {
  it('shows one part, what was told already', async () => {
    openScreen(answering(), path);
    expect(await screen.findByRole('heading', { name: 'Welcome' })).toBeVisible();
    expect(await screen.findByText('How she came here. To Jo, on Sun 22 Nov.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Right now' })).toBeVisible();
  });

  it('does not ask again what the case knows, unless the worker wants to', async () => {
    const { user } = openScreen(
      answering({ 'caseFile.get': () => ({ ...caseOf, languages: ['Spanish', 'some English'] }) }),
      path,
    );
    const aside = await screen.findByRole('region', { name: 'She already told us' });
    expect(within(aside).getByText('Spanish, some English')).toBeVisible();
    const ask = 'Which languages do you feel at home in?';
    expect(screen.queryByRole('textbox', { name: ask })).toBeNull();
    await user.click(within(aside).getByRole('button', { name: 'Ask all the same' }));
    expect(screen.getByRole('textbox', { name: ask })).toBeVisible();
  });

  it('keeps a revision with "Stop here for today" and goes back to the case', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Not asked Sleep and rest' }));
    fireEvent.change(screen.getByRole('textbox', { name: sleep }), { target: { value: 'Close to the door.' } });
    await user.click(screen.getByRole('button', { name: 'Stop here for today' }));
    await waitFor(() => expect(transport.callsOf('intake.save')).toHaveLength(1));
    expect(transport.callsOf('intake.save')[0]).toEqual({
      caseFileId,
      basedOn: 0,
      formVersion: 1,
      answers: { 'sleep-best': { state: 'ANSWERED', value: 'Close to the door.', source: 'EXPRESSED' } },
    });
    expect(await screen.findByRole('link', { name: 'Summary', current: 'page' })).toBeVisible();
  });

  it('asks for nothing: stopping at once saves nothing and leaves no empty revision', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Stop here for today' }));
    expect(await screen.findByRole('link', { name: 'Summary', current: 'page' })).toBeVisible();
    expect(transport.callsOf('intake.save')).toHaveLength(0);
  });

  it('opens where the last conversation stopped', async () => {
    const answers: Answers = {
      pronouns: { state: 'ANSWERED', value: 'she', source: 'EXPRESSED', ...stamp },
      drink: { state: 'DECLINED', ...stamp, recordedAt: 9 },
    };
    openScreen(answering({ 'intake.get': () => intake(answers) }), path);
    expect(await screen.findByRole('heading', { name: 'Food and drink' })).toBeVisible();
  });

  it('tells a writer that a colleague saved in between, and overwrites only when told to', async () => {
    let revision = 1;
    const transport = answering({
      'intake.get': () => intake({}, revision),
      'intake.save': (request: { basedOn: number }) => {
        if (request.basedOn !== revision) throw new Refusal('conflict');
        return intake({}, revision + 1);
      },
    });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Not asked Sleep and rest' }));
    fireEvent.change(screen.getByRole('textbox', { name: sleep }), { target: { value: 'By the window.' } });
    revision = 2;
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Go on with mine' }));
    expect(screen.getByRole('textbox', { name: sleep })).toHaveValue('By the window.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('link', { name: 'Summary', current: 'page' })).toBeVisible();
    expect(transport.callsOf('intake.save')).toMatchObject([{ basedOn: 1 }, { basedOn: 2 }]);
  });

  it('marks what was told already and may be used, and hides what was told in confidence', async () => {
    const tell = (id: string, question: string, mayBeReused: boolean) => ({
      ...told[0],
      noteId: `01920000-0000-7000-8000-0000000000${id}`,
      what: `About ${question}`,
      mayBeReused,
      about: { form: 'intake', question },
    });
    const facts = [tell('b3', 'languages', true), tell('b4', 'pronouns', false)];
    const { user } = openScreen(answering({ 'caseNote.toldOnce': () => facts }), path);
    const languages = await screen.findByRole('group', { name: 'Which languages do you feel at home in?' });
    expect(within(languages).getByText('Already shared. Confirm only if it is wished')).toBeVisible();
    expect(within(languages).queryByRole('textbox')).toBeNull();
    expect(screen.queryByText('Which words should we use when we speak of you?')).toBeNull();
    expect(document.body.innerHTML).not.toContain('About pronouns');
    await user.click(within(languages).getByRole('button', { name: 'Go over it together' }));
    expect(screen.getByRole('textbox', { name: 'Which languages do you feel at home in?' })).toBeVisible();
  });

  it('blanks the page for a pause', async () => {
    const { user } = openScreen(answering(), path);
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByRole('dialog', { name: 'A pause' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Press any key or click to go on' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
