// "Someone new": an earlier record is shown or asked about, and never holds the case up.
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, StaffMemberId } from '#shared/ids';
import { caseAnswers, caseOf } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const heron = {
  caseFileId: CaseFileId.parse(ids.heron),
  nameUsed: 'Heron',
  caseNumber: '7K2-F9Q',
  status: 'CLOSED' as const,
};
const ana = { id: StaffMemberId.parse(ids.ana), name: 'Ana' };
const answers = {
  ...caseAnswers,
  'caseFile.search': () => ({ hits: [], more: false, newestOnly: false }),
  'caseFile.open': () => caseOf,
};
const ask = 'What would this person like to be called here?';

describe('someone new', () => {
  it('whose name is here already is shown with a way to look, and the case can be opened', async () => {
    const vault = fakeTransport({ ...answers, 'samePerson.look': () => ({ cases: [heron], askWhom: [] }) });
    const { user } = openScreen(vault, '/cases/new');
    await user.type(await screen.findByLabelText(ask), 'Heron');
    expect(await screen.findByRole('link', { name: /Heron/ })).toHaveAttribute(
      'href',
      expect.stringContaining(ids.heron),
    );
    await user.click(screen.getByRole('button', { name: 'Open the case' }));
    await waitFor(() => expect(vault.callsOf('caseFile.open')).toHaveLength(1));
  });

  it('with an earlier record elsewhere: only whom to ask, and the case can be opened', async () => {
    const vault = fakeTransport({ ...answers, 'samePerson.look': () => ({ cases: [], askWhom: [ana] }) });
    const { user } = openScreen(vault, '/cases/new');
    await user.type(await screen.findByLabelText(ask), 'Heron');
    expect(await screen.findByText('There may be an earlier record')).toBeVisible();
    expect(screen.getByText('Ask Ana whether to look. You can open a case now all the same.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Heron/ })).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(vault.callsOf('caseFile.open')).toHaveLength(1));
  });
});
