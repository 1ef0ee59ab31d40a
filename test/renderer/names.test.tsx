// Her names on the page: each with what it is and whether it may be said aloud; heads and lists show only a safe one.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/records/case-file';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const caseFile: CaseFacts = {
  ...caseOf,
  aliases: [{ text: 'مايا', use: 'NICKNAME', safeToSayAloud: true }],
  reach: { open: true, until: null },
  onHold: false,
  record: { isPart: false, partOf: null, parts: [] },
  episodes: { earlier: [], now: null },
};
const team = { now: [], before: [], others: [] };
const open = () => {
  const vault = fakeTransport({
    ...caseAnswers,
    'caseFile.get': () => caseFile,
    'caseAssignment.team': () => team,
    'caseFile.updateDetails': () => caseOf,
  });
  return { vault, ...openScreen(vault, `/cases/${ids.heron}/people`) };
};

describe('the names of one person', () => {
  it('say in which letters each is written, and what it is', async () => {
    const { user } = open();
    const first = within(await screen.findByRole('group', { name: 'Other name 1' }));
    expect(first.getByText('Arabic')).toBeVisible();
    expect(first.getByRole('checkbox', { name: 'Safe to say aloud' })).toBeChecked();
    await user.selectOptions(first.getByRole('combobox', { name: 'What it is' }), 'On papers');
    expect(first.getByText('Only who works on this case sees it.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('are kept as they stand, a new one among them, and an empty line is no name', async () => {
    const { vault, user } = open();
    await user.click(await screen.findByRole('button', { name: 'Add a name' }));
    await user.type(within(screen.getByRole('group', { name: 'Other name 2' })).getByLabelText('Name'), 'Łucja');
    await user.click(screen.getByRole('button', { name: 'Add a name' }));
    await user.click(screen.getByRole('button', { name: 'Take this name out: other name 1' }));
    await user.click(screen.getByRole('button', { name: 'Keep these names' }));
    await waitFor(() => expect(vault.callsOf('caseFile.updateDetails')).toHaveLength(1));
    expect(vault.callsOf('caseFile.updateDetails')[0]).toMatchObject({
      details: { nameUsedIsSafe: true, aliases: [{ text: 'Łucja', use: 'CHOSEN', safeToSayAloud: false }] },
    });
  });

  it('that are not safe to say are replaced in lists, and the form says by which', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('checkbox', { name: /Not to be said aloud/ }));
    expect(screen.getByText('Lists show مايا.')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Safe to say aloud' }));
    expect(screen.getByText(/lists show the case number/)).toBeVisible();
  });
});
