// Family here and who is kept apart: the action for everyone, whom for who may know, the reason behind its own door.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import type { ShownConflict } from '#shared/records/conflict-flag';
import type { ShownLink } from '#shared/records/household-link';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const wren = {
  caseFileId: CaseFileId.parse('01920000-0000-7000-8000-00000000000a'),
  nameUsed: 'Wren',
  caseNumber: '9QX-3TV',
};
const id = RecordId.parse('01920000-0000-7000-8000-00000000000b');
const flag: ShownConflict = {
  id,
  revision: 1,
  actions: ['DO_NOT_PLACE_TOGETHER'],
  since: '2026-11-20',
  from: null,
  hasReason: false,
};
const link: ShownLink = { id, revision: 1, kinship: 'SIBLING', to: null, hiddenHere: false };
const row = {
  id: wren.caseFileId,
  nameUsed: wren.nameUsed,
  caseNumber: caseOf.caseNumber,
  status: 'ACTIVE' as const,
  openedOn: '2026-11-20',
  languages: [],
  worker: null,
  openNeeds: 0,
  nextDueAt: null,
  lastChangedAt: 1,
};
function open(more: Parameters<typeof fakeTransport>[0] = {}) {
  const list = () => ({ rows: [row], total: 1 });
  const vault = fakeTransport({ ...caseAnswers, 'caseFile.list': list, ...more });
  return { vault, ...openScreen(vault, `/cases/${ids.heron}/family`) };
}

describe('who is kept apart', () => {
  it('shows what to mind, and nothing of whom or why, to who does not work on both', async () => {
    open({ 'conflictFlag.list': () => [flag] });
    expect(await screen.findByText('Not in one room')).toBeVisible();
    expect(screen.getByText('From whom is not shown here.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /reason|No longer needed/ })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });

  it('opens the reason for a reason, to who may know', async () => {
    const { vault, user } = open({
      'conflictFlag.list': () => [{ ...flag, from: wren, hasReason: true }],
      'conflictFlag.openReason': () => ({ reason: 'One house' }),
    });
    expect(await screen.findByRole('link', { name: /Wren/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open: The reason' }));
    await user.type(screen.getByLabelText('Why do you open this?'), 'Room plan');
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(await screen.findByText('One house')).toBeVisible();
    expect(vault.callsOf('conflictFlag.openReason')).toEqual([{ caseFileId: ids.heron, id, why: 'Room plan' }]);
  });

  it('is set with what to mind and a sealed reason, and waits until both are chosen', async () => {
    const { vault, user } = open({ 'conflictFlag.add': () => [flag] });
    await user.click(await screen.findByRole('button', { name: 'Keep somebody apart' }));
    const keep = screen.getByRole('button', { name: 'Keep apart from now on' });
    expect(keep).toBeDisabled();
    await user.click(screen.getByRole('combobox', { name: 'Which case' }));
    await user.click(await screen.findByRole('option', { name: /Wren/, hidden: true }));
    await user.click(screen.getByRole('checkbox', { name: 'Not in one group' }));
    await user.type(screen.getByLabelText('Why'), 'One house');
    expect(await wcagViolations()).toEqual([]);
    await user.click(keep);
    await waitFor(() =>
      expect(vault.callsOf('conflictFlag.add')).toEqual([
        {
          caseFileId: ids.heron,
          from: { otherCaseFileId: wren.caseFileId },
          actions: ['DIFFERENT_GROUP'],
          reason: 'One house',
        },
      ]),
    );
  });
});

describe('family here', () => {
  it('says who somebody is, and that the case does not open', async () => {
    open({ 'householdLink.list': () => [link] });
    expect(await screen.findByText('Sister or brother')).toBeVisible();
    expect(screen.getByText('Has a case that does not open to you.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('is hidden as she asked, and taken out after asking', async () => {
    const { vault, user } = open({
      'householdLink.list': () => [{ ...link, to: wren }],
      'householdLink.hide': () => [{ ...link, revision: 2, hiddenHere: true }],
      'householdLink.end': () => [],
    });
    await user.click(await screen.findByRole('button', { name: 'Hide it, as she asked: Sister or brother' }));
    expect(vault.callsOf('householdLink.hide')).toEqual([{ caseFileId: ids.heron, id, basedOn: 1, hidden: true }]);
    await user.click(screen.getByRole('button', { name: 'Take it out: Sister or brother' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take this link out?' });
    await user.click(within(dialog).getByRole('button', { name: 'Take it out' }));
    await waitFor(() => expect(vault.callsOf('householdLink.end')).toHaveLength(1));
  });
});
