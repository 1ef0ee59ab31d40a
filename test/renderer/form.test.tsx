import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Looks } from '../../renderer/app.tsx';
import { VaultProvider } from '../../renderer/api/vault-context.tsx';
import { FormView } from '../../renderer/forms/form-view.tsx';
import { useForm } from '../../renderer/forms/use-form.ts';
import { readBoxes } from '../../renderer/forms/partial-date-field.tsx';
import { pronounsFor } from '../../renderer/pronouns.ts';
import { flushAll } from '../../renderer/session/drafts-pending.ts';
import { t } from '../../renderer/text.ts';
import { SaveChip } from '../../renderer/ui/save-chip.tsx';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import '../helpers/screen.tsx';
import type { AnswerDrafts } from '#shared/answers';
import type { FormDefinition } from '#shared/forms/form-definition';
import { CaseFileId } from '#shared/ids';

const form: FormDefinition = {
  id: 'intake',
  version: 1,
  title: 'Intake',
  sections: [
    {
      id: 'sleep',
      title: 'Sleep and rest',
      prompts: ['We can leave this one.'],
      questions: [
        { id: 'where', kind: 'short-text', label: 'Where would you sleep best?', tier: 2, hers: true },
        {
          id: 'alone',
          kind: 'choice',
          label: 'Would you rather have a room alone?',
          tier: 2,
          options: [
            { id: 'yes', label: 'Yes' },
            { id: 'no', label: 'No' },
          ],
        },
        {
          id: 'why',
          kind: 'long-text',
          label: 'What makes it better?',
          tier: 2,
          visibleWhen: { question: 'alone', is: 'yes' },
        },
        { id: 'since', kind: 'date', label: 'Since when?', tier: 2 },
        {
          id: 'helps',
          kind: 'choices',
          label: 'What helps?',
          tier: 2,
          options: [
            { id: 'light', label: 'Light' },
            { id: 'door', label: 'A closed door' },
          ],
        },
        { id: 'steps', kind: 'list', label: 'What shall we do?', tier: 2 },
        { id: 'reach', kind: 'contact-methods', label: 'How may we reach you?', tier: 2 },
      ],
    },
    {
      id: 'food',
      title: 'Food and drink',
      prompts: [],
      questions: [{ id: 'eat', kind: 'short-text', label: 'What do you eat?', tier: 2 }],
    },
  ],
};
const target = { kind: 'intake', caseFileId: CaseFileId.parse(ids.heron) };

function Filling({ saved = {} }: { saved?: AnswerDrafts }) {
  const filling = useForm({ target, formVersion: 1, saved, basedOn: 0 });
  const [section, setSection] = useState('sleep');
  if (filling.error) return <p>broken</p>;
  if (!filling.isReady) return <p>waiting</p>;
  return (
    <>
      <SaveChip />
      <FormView
        form={form}
        answers={filling.answers}
        onAnswers={filling.change}
        pronouns={pronounsFor(t, 'she/her')}
        section={section}
        onSection={setSection}
        onFinish={() => void filling.discard()}
      />
    </>
  );
}
const nothingKept = { 'draft.get': () => null, 'draft.save': () => ({ savedAt: 1 }), 'draft.discard': () => ({}) };
const show = (transport: FakeTransport, saved: AnswerDrafts = {}) =>
  render(
    <VaultProvider transport={transport}>
      <Looks nonce="test">
        <Filling saved={saved} />
      </Looks>
    </VaultProvider>,
  );
const question = (name: string) => screen.getByRole('group', { name });
const bodies = (transport: FakeTransport) =>
  transport.callsOf('draft.save').map((request) => (request as { body: AnswerDrafts }).body);

describe('a form', () => {
  it('shows every kind of question and passes WCAG', async () => {
    show(fakeTransport(nothingKept));
    expect(await screen.findByText('Where would you sleep best?')).toBeVisible();
    expect(screen.queryByText('What makes it better?')).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });

  it('marks a question answered while it is typed, and not asked again when the words are taken out', async () => {
    const transport = fakeTransport(nothingKept);
    show(transport);
    const field = await screen.findByRole('textbox', { name: 'Where would you sleep best?' });
    fireEvent.change(field, { target: { value: 'Close to the door.' } });
    expect(within(question('Where would you sleep best?')).getAllByText('Answered')).not.toHaveLength(0);
    fireEvent.change(field, { target: { value: '  ' } });
    expect(within(question('Where would you sleep best?')).queryByText('Answered')).toBeNull();
  });

  it('folds "Rather not say" to a kind sentence, never a gap, and gives the words back on "Change"', async () => {
    const transport = fakeTransport(nothingKept);
    show(transport);
    const ask = 'Where would you sleep best?';
    fireEvent.change(await screen.findByRole('textbox', { name: ask }), { target: { value: 'By the door.' } });
    fireEvent.click(within(question(ask)).getByRole('button', { name: 'Rather not say' }));
    expect(question(ask)).toHaveTextContent('She would rather not say. That is enough.');
    expect(screen.queryByRole('textbox', { name: ask })).toBeNull();
    await act(() => flushAll());
    expect(bodies(transport).at(-1)).toEqual({ where: { state: 'DECLINED' } });
    fireEvent.click(within(question(ask)).getByRole('button', { name: 'Change' }));
    expect(screen.getByRole('textbox', { name: ask })).toHaveValue('By the door.');
  });

  it('keeps "Later" as not asked, so that no count takes it for an answer', async () => {
    const transport = fakeTransport(nothingKept);
    show(transport);
    await screen.findByText('Since when?');
    fireEvent.click(within(question('Since when?')).getAllByRole('button', { name: 'Later' })[0]!);
    await act(() => flushAll());
    expect(bodies(transport).at(-1)).toEqual({ since: { state: 'NOT_ASKED', later: true } });
  });

  it('asks a conditional question only when its condition is met', async () => {
    show(fakeTransport(nothingKept));
    fireEvent.click(await screen.findByRole('radio', { name: 'Yes' }));
    expect(screen.getByText('What makes it better?')).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: 'No' }));
    expect(screen.queryByText('What makes it better?')).toBeNull();
  });

  it('goes on with Enter: from line to line, past a whole group of options, to the button that names the next part', async () => {
    show(fakeTransport(nothingKept));
    const where = await screen.findByRole('textbox', { name: 'Where would you sleep best?' });
    fireEvent.keyDown(where, { key: 'Enter' });
    expect(screen.getByRole('radio', { name: 'Yes' })).toHaveFocus();
    fireEvent.keyDown(screen.getByRole('radio', { name: 'Yes' }), { key: 'Enter' });
    expect(screen.getByRole('textbox', { name: 'Day' })).toHaveFocus();
    fireEvent.click(screen.getByRole('button', { name: 'Food and drink', current: false }));
    fireEvent.keyDown(await screen.findByRole('textbox', { name: 'What do you eat?' }), { key: 'Enter' });
    expect(screen.getByRole('button', { name: 'Finish' })).toHaveFocus();
  });
});

describe('drafts', () => {
  it('are kept 400 ms after a pause, once, with the field that was written in', async () => {
    const transport = fakeTransport(nothingKept);
    show(transport);
    const field = await screen.findByRole('textbox', { name: 'Where would you sleep best?' });
    for (const value of ['C', 'Cl', 'Clo']) fireEvent.change(field, { target: { value } });
    expect(transport.callsOf('draft.save')).toHaveLength(0);
    await waitFor(() => expect(transport.callsOf('draft.save')).toHaveLength(1), { timeout: 2_000 });
    expect(transport.callsOf('draft.save')[0]).toMatchObject({
      target,
      at: 'q-where',
      formVersion: 1,
      body: { where: { state: 'ANSWERED', value: 'Clo', source: 'EXPRESSED' } },
    });
    expect(await screen.findByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  });

  it('are flushed before a lock, however short ago the last key was', async () => {
    const transport = fakeTransport(nothingKept);
    show(transport);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Where would you sleep best?' }), {
      target: { value: 'x' },
    });
    await act(() => flushAll());
    expect(transport.callsOf('draft.save')).toHaveLength(1);
  });

  it('are flushed when the page is left', async () => {
    const transport = fakeTransport(nothingKept);
    const { unmount } = show(transport);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Where would you sleep best?' }), {
      target: { value: 'x' },
    });
    unmount();
    await waitFor(() => expect(transport.callsOf('draft.save')).toHaveLength(1), { timeout: 300 });
  });

  it('come back into the fields', async () => {
    const kept = { where: { state: 'ANSWERED', value: 'By the window.', source: 'EXPRESSED' } };
    show(
      fakeTransport({
        ...nothingKept,
        'draft.get': () => ({ target, formVersion: 1, basedOn: 0, at: 'q-where', body: kept, savedAt: 5 }),
      }),
      { where: { state: 'ANSWERED', value: 'Saved before.', source: 'EXPRESSED' } },
    );
    expect(await screen.findByRole('textbox', { name: 'Where would you sleep best?' })).toHaveValue('By the window.');
  });

  it('of another form version are not shown as if they fitted', async () => {
    show(
      fakeTransport({
        ...nothingKept,
        'draft.get': () => ({ target, formVersion: 2, at: '', body: { where: { state: 'DECLINED' } }, savedAt: 5 }),
      }),
    );
    expect(await screen.findByRole('textbox', { name: 'Where would you sleep best?' })).toHaveValue('');
  });

  it('on a full disk say so, keep the words in the field and are tried again with the next flush', async () => {
    const transport = fakeTransport(nothingKept);
    transport.answer('draft.save', () => {
      throw new Refusal('disk-full');
    });
    show(transport);
    const field = await screen.findByRole('textbox', { name: 'Where would you sleep best?' });
    fireEvent.change(field, { target: { value: 'Close to the door.' } });
    expect(await screen.findByText('Not saved: disk is full', undefined, { timeout: 2_000 })).toBeVisible();
    expect(field).toHaveValue('Close to the door.');
    transport.answer('draft.save', () => ({ savedAt: 2 }));
    await act(() => flushAll());
    expect(bodies(transport).at(-1)).toMatchObject({ where: { value: 'Close to the door.' } });
    expect(await screen.findByText(/^Saved/)).toBeVisible();
  });

  it('let nobody type while the vault cannot say what was kept', async () => {
    const transport = fakeTransport(nothingKept);
    transport.answer('draft.get', () => {
      throw new Refusal('vault-damaged');
    });
    show(transport);
    expect(await screen.findByText('broken')).toBeVisible();
  });
});

describe('a date as far as it is known', () => {
  it.each([
    [
      { day: '', month: '', year: '2016' },
      { precision: 'year', year: 2016 },
    ],
    [
      { day: '', month: '5', year: '2016' },
      { precision: 'month', year: 2016, month: 5 },
    ],
    [
      { day: '3', month: '5', year: '2016' },
      { precision: 'exact', date: '2016-05-03' },
    ],
    [
      { day: '3', month: '5', year: '2016', isAbout: true },
      { precision: 'about', fromYear: 2016, toYear: 2016 },
    ],
    [{ day: '31', month: '2', year: '2016' }, null],
    [{ day: '3', month: '5', year: '20' }, undefined],
    [
      { day: '3', month: '', year: '2016' },
      { precision: 'year', year: 2016 },
    ],
  ])('reads %j', (boxes, date) => {
    expect(readBoxes({ isAbout: false, ...boxes })).toEqual(date);
  });
});
