import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import type { StoredLegalMatter } from '#shared/records/legal-matter';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const status: StoredLegalMatter = {
  ...mark(3),
  id: RecordId.parse('01920000-0000-7000-8000-0000000000d1'),
  caseFileId: CaseFileId.parse(ids.heron),
  begunOn: '2026-03-02',
  type: 'T_STATUS',
  stage: 'GRANTED',
  dates: [{ kind: 'GRANTED', on: '2096-06-10', source: 'OFFICIAL_NOTICE', isDone: true }],
  ownClock: null,
  lawyer: { agencyId: null, name: 'Legal aid, room 4' },
  decided: 'I stay, and my sister too.',
  documents: ['Approval notice'],
};
const shut = { exists: true, mayOpen: false, named: [], revision: 0 };
const answering = (more: Parameters<typeof fakeTransport>[0] = {}) =>
  fakeTransport({
    ...caseAnswers,
    'partnerAgency.list': () => [],
    'staffMember.names': () => [{ id: ids.ana, name: 'Ana' }],
    'legalMatter.list': () => [status],
    'legalMatter.save': () => status,
    'privilegedBox.get': () => shut,
    ...more,
  });
const path = `/cases/${ids.heron}/legal`;

describe('the legal page', () => {
  it('shows the line of stages, the next date and that it is estimated', async () => {
    openScreen(answering(), path);
    const sheet = within(await screen.findByRole('region', { name: 'T status' }));
    expect(within(sheet.getByRole('list', { name: 'Stages of this way' })).getByText('Granted')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(sheet.getAllByText('Way to stay opens, 10 June 2099')).toHaveLength(2);
    expect(sheet.getAllByText('estimated: copy the date from the notice').length).toBeGreaterThan(1);
    expect(sheet.getByText('I stay, and my sister too.')).toHaveClass('hers');
  });

  it('keeps a court date on the revision that was read, and warns of what looks like a number', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Change: T status' }));
    await user.click(await screen.findByRole('button', { name: 'Add a date' }));
    const kinds = screen.getAllByRole('combobox', { name: 'What it is' });
    await user.selectOptions(kinds[1]!, 'Court');
    fireEvent.change(screen.getAllByLabelText('Day')[1]!, { target: { value: '2096-07-01' } });
    expect(screen.getByText(/calls for a look at the safety plan/)).toBeVisible();
    fireEvent.change(screen.getByRole('textbox', { name: /^Papers/ }), { target: { value: 'Card A123 456 789' } });
    expect(screen.getByText(/looks like a number of an office/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() =>
      expect(transport.callsOf('legalMatter.save')).toMatchObject([
        {
          matterId: status.id,
          basedOn: 3,
          matter: {
            stage: 'GRANTED',
            dates: [{ kind: 'GRANTED' }, { kind: 'COURT', on: '2096-07-01', source: 'OFFICIAL_NOTICE', isDone: false }],
          },
        },
      ]),
    );
  });

  it('shows a case manager the stage and the next date, and nothing else', async () => {
    const transport = answering({
      'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role: 'case-manager' } }),
      'legalMatter.stages': () => [
        {
          id: status.id,
          type: 'T_STATUS',
          stage: 'FILED',
          next: { kind: 'DEADLINE', on: '2096-05-09', source: 'OFFICIAL_NOTICE' },
        },
      ],
    });
    openScreen(transport, path);
    expect(await screen.findByText('Last day, 9 May 2096')).toBeVisible();
    expect(transport.callsOf('legalMatter.list')).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Add a legal matter' })).toBeNull();
  });
});

describe('the privileged box', () => {
  it('has no way in for whom she did not name', async () => {
    openScreen(answering(), path);
    expect(await screen.findByText('What the lawyer said: sealed')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open: What the lawyer said' })).toBeNull();
  });

  it('opens with a reason and keeps what was written before it is sealed again', async () => {
    const transport = answering({
      'privilegedBox.get': () => ({ ...shut, mayOpen: true }),
      'privilegedBox.open': () => ({ words: 'Say nothing of the flat.', revision: 2 }),
      'privilegedBox.save': () => ({ revision: 3 }),
    });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Open: What the lawyer said' }));
    await user.type(await screen.findByRole('textbox', { name: 'Why do you open this?' }), 'Hearing');
    await user.click(screen.getByRole('button', { name: 'Open for 60 seconds' }));
    const words = await screen.findByRole('textbox', { name: 'Between them and the lawyer' });
    expect(words).toHaveValue('Say nothing of the flat.');
    fireEvent.change(words, { target: { value: 'Say nothing of the flat, nor the car.' } });
    await user.click(screen.getByRole('button', { name: 'Keep and seal' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Between them and the lawyer' })).toBeNull());
    expect(transport.callsOf('privilegedBox.save')).toMatchObject([
      { basedOn: 2, words: 'Say nothing of the flat, nor the car.' },
    ]);
  });
});
