import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RecordId, StaffMemberId } from '#shared/ids';
import type { CompartmentState } from '#shared/records/compartment';
import type { OpenedNote, SealedNoteRow } from '#shared/records/sealed-note';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const mara = { id: StaffMemberId.parse(ids.ana), name: 'Mara' };
const jonas = { id: StaffMemberId.parse('01920000-0000-7000-8000-000000000002'), name: 'Jonas' };
const open: CompartmentState = {
  hasBegun: true,
  members: [mara],
  isMember: true,
  others: [jonas],
  recoveryCode: 'sealed',
  changed: [],
  codeChanged: false,
};
const row: SealedNoteRow = {
  id: RecordId.parse('01920000-0000-7000-8000-0000000000d1'),
  by: mara,
  writtenAt: Date.parse('2096-03-02T14:00Z'),
  correctionOf: null,
  correctedBy: null,
};
const opened: OpenedNote = {
  ...row,
  note: { kind: 'CRISIS', happenedOn: '2096-03-01', notesConsent: 'YES', words: 'The quiet room helped.' },
};
const clinician = () => ({ ...signedIn, person: { id: ids.ana, name: 'Mara', role: 'clinician' as const } });
const answering = (more: Parameters<typeof fakeTransport>[0] = {}) =>
  fakeTransport({
    ...caseAnswers,
    'session.status': clinician,
    'compartment.state': () => open,
    'sealedNote.list': () => [row],
    'sealedNote.open': () => [opened],
    'sealedNote.add': () => ({ ...opened, id: RecordId.parse('01920000-0000-7000-8000-0000000000d2') }),
    'wordList.get': () => ({ terms: [], revision: 0 }),
    ...more,
  });
const path = `/cases/${ids.heron}/sealed-notes`;

describe('sealed notes, to a counsellor', () => {
  it('are opened with a reason, and closed again by her', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Open: Notes of this case' }));
    expect(screen.queryByText('The quiet room helped.')).toBeNull();
    await user.type(screen.getByLabelText('Why do you open this?'), 'Before our hour');
    await user.click(screen.getByRole('button', { name: 'Open the notes' }));
    expect(await screen.findByText('The quiet room helped.')).toBeVisible();
    expect(transport.callsOf('sealedNote.open')).toEqual([{ caseFileId: ids.heron, reason: 'Before our hour' }]);
    await user.click(screen.getByRole('button', { name: 'Seal them again' }));
    expect(screen.queryByText('The quiet room helped.')).toBeNull();
  });

  it('are written with their kind, kept as a draft, and sealed; with no to notes nothing is written', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.type(await screen.findByLabelText('What care needs to know'), 'Sleeps six hours.');
    await waitFor(() =>
      expect(transport.callsOf('draft.save').at(-1)).toMatchObject({
        target: { kind: 'sealed-note', caseFileId: ids.heron },
        body: { words: 'Sleeps six hours.' },
      }),
    );
    await user.click(screen.getByRole('radio', { name: 'No' }));
    expect(screen.getByText('Then nothing is written down here.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Seal the note' })).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: 'Yes, but little' }));
    await user.click(screen.getByRole('button', { name: 'Seal the note' }));
    await waitFor(() =>
      expect(transport.callsOf('sealedNote.add')).toMatchObject([
        {
          correctionOf: null,
          note: { kind: 'MENTAL_HEALTH', notesConsent: 'YES_BUT_LIMITED', words: 'Sleeps six hours.' },
        },
      ]),
    );
    expect(screen.getByLabelText('What care needs to know')).toHaveValue('');
  });

  it('lets a colleague in after it was asked, and says when there is no way back', async () => {
    const transport = answering({
      'compartment.state': () => ({ ...open, recoveryCode: 'new-code' as const }),
      'compartment.letIn': () => open,
    });
    const { user } = openScreen(transport, path);
    const who = within(await screen.findByRole('region', { name: 'Who opens sealed notes' }));
    expect(who.getByText('A new recovery code was made. It does not open these notes yet.')).toBeVisible();
    await user.click(who.getByRole('button', { name: 'Let in: Jonas' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Let in: Jonas' }));
    expect(transport.callsOf('compartment.letIn')).toEqual([{ staffMemberId: jonas.id }]);
  });

  it('are begun by the first, who is told who will read them', async () => {
    const transport = answering({
      'compartment.state': () => ({ ...open, hasBegun: false, isMember: false, members: [], others: [] }),
      'sealedNote.list': () => [],
      'compartment.begin': () => open,
    });
    const { user } = openScreen(transport, path);
    expect(await screen.findByText(/Nobody else reads it, a director neither/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Begin sealed notes' }));
    expect(transport.callsOf('compartment.begin')).toEqual([{}]);
  });

  it('open with the recovery code when nobody could let her in', async () => {
    const transport = answering({
      'compartment.state': () => ({ ...open, isMember: false, others: [] }),
      'compartment.openWithCode': () => open,
    });
    const { user } = openScreen(transport, path);
    expect(await screen.findByText(/One of them can let you in/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'I have the recovery code' }));
    expect(screen.getByRole('button', { name: 'Open with the code' })).toBeDisabled();
    await user.type(screen.getByLabelText('Recovery code from the paper'), '0000-0000');
    expect(screen.getByRole('button', { name: 'Open with the code' })).toBeDisabled();
    expect(await wcagViolations()).toEqual([]);
  });
});

describe('sealed notes, to a director', () => {
  it('say whose they are and that her passphrase does not open them', async () => {
    const transport = answering({
      'session.status': () => signedIn,
      'compartment.state': () => ({ ...open, isMember: false, members: [mara, jonas], others: [] }),
    });
    openScreen(transport, path);
    const sheet = within(await screen.findByRole('region', { name: 'These notes are sealed' }));
    expect(sheet.getByText(/They belong to the counsellors who keep them/)).toBeVisible();
    expect(sheet.getByText('Mara')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open: Notes of this case' })).toBeNull();
    expect(screen.queryByLabelText('What care needs to know')).toBeNull();
    expect(screen.getByRole('button', { name: 'Take out: Jonas' })).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });
});
