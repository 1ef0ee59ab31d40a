// Two cases of one person, for the director who keeps the answer: made one after saying what follows, parted again as long as it can be.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import type { Pair } from '#shared/records/same-person';
import { DAY } from '#shared/time';
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
const at = Date.parse('2026-11-20T10:00:00Z');
const pair: Pair = {
  id: RecordId.parse('01920000-0000-7000-8000-00000000000b'),
  revision: 1,
  with: wren,
  status: 'CLOSED',
  answer: 'AGREES',
  merged: null,
};
const merged: Pair = { ...pair, revision: 2, merged: { at, undoUntil: at + 30 * DAY, mayUndo: true, isPart: false } };
const asked = { caseFileId: ids.heron, otherCaseFileId: wren.caseFileId };
function open(more: Parameters<typeof fakeTransport>[0]) {
  const vault = fakeTransport({ ...caseAnswers, ...more });
  return { vault, ...openScreen(vault, `/cases/${ids.heron}/family`) };
}

describe('perhaps the same person', () => {
  it('is suggested, and what she would like is kept', async () => {
    const { vault, user } = open({
      'samePerson.ofCase': () => ({ cases: [{ ...wren, status: 'CLOSED' as const }], askWhom: [] }),
      'samePerson.answer': () => [pair],
    });
    const select = await screen.findByRole('combobox', { name: 'What she would like with Wren' });
    expect(select).toHaveDisplayValue('Not asked yet');
    expect(screen.queryByRole('button', { name: /Make them one/ })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
    await user.selectOptions(select, 'One record of both');
    await waitFor(() => expect(vault.callsOf('samePerson.answer')).toEqual([{ ...asked, answer: 'AGREES' }]));
  });

  it('becomes one record after it is said what follows', async () => {
    const { vault, user } = open({ 'samePerson.pairs': () => [pair], 'samePerson.merge': () => [merged] });
    await user.click(await screen.findByRole('button', { name: 'Make them one record: Wren' }));
    const dialog = await screen.findByRole('dialog', { name: 'Make one record of these two?' });
    expect(within(dialog).getByText(/For 30 days it can be undone/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Make them one record' }));
    await waitFor(() => expect(vault.callsOf('samePerson.merge')).toEqual([asked]));
  });

  it('is parted again as long as it can be, and says until when', async () => {
    const { vault, user } = open({ 'samePerson.pairs': () => [merged], 'samePerson.undo': () => [pair] });
    expect(await screen.findByText('It can be undone until 20 December 2026.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Part them again: Wren' }));
    const dialog = await screen.findByRole('dialog', { name: 'Part these two records again?' });
    await user.click(within(dialog).getByRole('button', { name: 'Part them again' }));
    const undone = { caseFileId: ids.heron, id: pair.id, basedOn: 2 };
    await waitFor(() => expect(vault.callsOf('samePerson.undo')).toEqual([undone]));
  });

  it('says when those days are over', async () => {
    open({ 'samePerson.pairs': () => [{ ...merged, merged: { ...merged.merged!, mayUndo: false } }] });
    expect(await screen.findByText('The days in which it could be undone are over.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Part them again/ })).toBeNull();
  });
});

it('a part of another record says so on every page, and leads there', async () => {
  const record = { isPart: true, partOf: wren, parts: [] };
  open({ 'caseFile.get': () => ({ ...caseOf, reach: { open: true, until: null }, record }) });
  expect(await screen.findByText('A part of another record. What is new is written there.')).toBeVisible();
  expect(screen.getByRole('link', { name: /9QX-3TV/ })).toHaveAttribute(
    'href',
    expect.stringContaining(wren.caseFileId),
  );
});

it('the whole names its parts, so that what is read only there is found', async () => {
  const record = { isPart: false, partOf: null, parts: [wren] };
  open({ 'caseFile.get': () => ({ ...caseOf, reach: { open: true, until: null }, record }) });
  expect(await screen.findByText(/One record with an earlier case/)).toBeVisible();
  expect(screen.getByRole('link', { name: /9QX-3TV/ })).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});
