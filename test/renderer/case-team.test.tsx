// A case that is closed to a director, how she opens it, who works on it, and the second person who is shown it.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { CaseTeam } from '#shared/records/case-assignment';
import { MINUTE } from '#shared/time';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf } from '../helpers/case-answers.ts';
import { fakeTransport, type FakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const caseFileId = CaseFileId.parse(ids.heron);
const ana = { id: StaffMemberId.parse(ids.ana), name: 'Ana' };
const noor = { id: StaffMemberId.parse('01920000-0000-7000-8000-000000000002'), name: 'Noor' };
const leyla = { id: StaffMemberId.parse('01920000-0000-7000-8000-000000000003'), name: 'Leyla' };
const from = Date.parse('2026-11-21T20:40:00Z');
const member = (person: typeof noor) => ({
  person,
  as: 'case-manager' as const,
  from,
  opensSealed: true,
  hasLeft: false,
});
const team: CaseTeam = {
  now: [member(noor)],
  before: [],
  others: [
    { person: ana, as: 'director' },
    { person: leyla, as: 'case-manager' },
  ],
};
const both: CaseTeam = { now: [member(noor), member(leyla)], before: [], others: [] };

function closed(more: Parameters<typeof fakeTransport>[0] = {}): FakeTransport {
  return fakeTransport({
    ...caseAnswers,
    'caseFile.get': () => ({ ...caseOf, reach: { open: false, until: null } }),
    'caseAssignment.team': () => team,
    ...more,
  });
}

describe('a case that a director does not work on', () => {
  it('stays closed, says who works on it, and asks the vault for nothing of it', async () => {
    const vault = closed();
    openScreen(vault, `/cases/${caseFileId}`);
    expect(await screen.findByRole('heading', { name: 'You do not work on this case' })).toBeVisible();
    expect(await screen.findByText('Noor')).toBeVisible();
    expect(vault.callsOf('caseFile.summary')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('opens for a reason, after saying what will be seen and that a second person is shown it', async () => {
    const vault = closed({ 'breakGlass.open': () => ({ until: signedIn.now + 30 * MINUTE }) });
    const { user } = openScreen(vault, `/cases/${caseFileId}`);
    await user.click(await screen.findByRole('button', { name: 'Open it for 30 minutes' }));
    const dialog = await screen.findByRole('dialog', { name: 'Open the case of Heron for 30 minutes?' });
    expect(within(dialog).getByText(/on Today of a second person/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Open it' }));
    expect(within(dialog).getByText('Write one line that a colleague will understand.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    vault.answer('caseFile.get', () => ({ ...caseOf, reach: { open: true, until: signedIn.now + 30 * MINUTE } }));
    await user.type(within(dialog).getByLabelText('Why'), 'The hospital asks about an allergy');
    await user.click(within(dialog).getByRole('button', { name: 'Open it' }));
    expect(await screen.findByText(/A second person will see that you opened it/)).toBeVisible();
    expect(vault.callsOf('breakGlass.open')).toEqual([{ caseFileId, reason: 'The hospital asks about an allergy' }]);
    await waitFor(() => expect(vault.callsOf('caseFile.summary')).toHaveLength(1));
  });
});

describe('who works on a case', () => {
  it('is kept by a director: she adds a colleague, and says why when it is herself', async () => {
    const vault = closed({ 'caseAssignment.assign': () => both });
    const { user } = openScreen(vault, `/cases/${caseFileId}`);
    await user.click(await screen.findByRole('combobox', { name: 'Add a colleague' }));
    await user.click(await screen.findByRole('option', { name: 'Ana, Director', hidden: true }));
    await user.click(screen.getByRole('button', { name: 'Add to this case' }));
    expect(screen.getByText(/a second person is shown it/)).toBeVisible();
    expect(vault.callsOf('caseAssignment.assign')).toEqual([]);
    await user.click(screen.getByRole('combobox', { name: 'Add a colleague' }));
    await user.click(await screen.findByRole('option', { name: 'Leyla, Case manager', hidden: true }));
    await user.click(screen.getByRole('button', { name: 'Add to this case' }));
    await waitFor(() =>
      expect(vault.callsOf('caseAssignment.assign')).toEqual([
        { caseFileId, staffMemberId: leyla.id, reason: '', goPast: '' },
      ]),
    );
  });

  it('takes somebody off only while another stays, after saying what follows', async () => {
    const vault = closed({ 'caseAssignment.team': () => both, 'caseAssignment.end': () => team });
    const { user } = openScreen(vault, `/cases/${caseFileId}`);
    await user.click(await screen.findByRole('button', { name: 'Take Noor off this case' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take Noor off this case?' });
    expect(within(dialog).getByText(/no longer opens it/)).toBeVisible();
    vault.answer('caseAssignment.team', () => team);
    await user.click(within(dialog).getByRole('button', { name: 'Take off' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /off this case/ })).toBeNull());
    expect(vault.callsOf('caseAssignment.end')).toEqual([{ caseFileId, staffMemberId: noor.id }]);
  });

  it('says who may open sealed words, and a case manager only reads it', async () => {
    const vault = closed({
      'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role: 'case-manager' } }),
      'caseFile.get': () => caseOf,
    });
    openScreen(vault, `/cases/${caseFileId}/people`);
    expect(await screen.findByText('May open sealed words')).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /sealed words/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add to this case' })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });
});

describe('Today of the second person', () => {
  it('shows who opened which case and why, until she has seen it', async () => {
    const opening = {
      id: RecordId.parse('01920000-0000-7000-8000-0000000000c1'),
      of: { caseFileId, nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
      by: noor,
      reason: 'The hospital asks about an allergy',
      at: from,
      until: from + 30 * MINUTE,
    };
    const today = { ...caseAnswers['today.get'](), openings: [opening] };
    const vault = fakeTransport({ ...caseAnswers, 'today.get': () => today, 'breakGlass.seen': () => ({}) });
    const { user } = openScreen(vault, '/today');
    expect(await screen.findByText('Noor opened this case for 30 minutes')).toBeVisible();
    expect(screen.getByText('The hospital asks about an allergy')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    vault.answer('today.get', () => caseAnswers['today.get']());
    await user.click(screen.getByRole('button', { name: 'I have seen it: Heron' }));
    await waitFor(() => expect(screen.queryByText('Noor opened this case for 30 minutes')).toBeNull());
    expect(vault.callsOf('breakGlass.seen')).toEqual([{ id: opening.id }]);
  });
});
