// From one shift to the next: written line by line with the keyboard, by number in the draft, read on Today until one says so.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { type Answer, fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const HAND_OVER = '01920000-0000-7000-8000-0000000000f1';
const heron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const sam = { id: ids.ana, name: 'Sam' };
const handOver = {
  ...{ id: HAND_OVER, writtenBy: sam, at: Date.parse('2026-05-04T22:10:00Z'), eraseOn: '2026-05-18' },
  lines: [
    { of: heron, words: 'Tea at nine.' },
    { of: null, words: 'The boiler hums.' },
  ],
  ...{ seen: [], isNew: true },
};
const answering = (role: Role, more: Readonly<Record<string, Answer>> = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role } }),
    'caseFile.houseList': () => [{ ...heron, pronouns: '', openNeeds: 0 }],
    'handOver.list': () => ({ handOvers: [handOver], total: 1 }),
    'handOver.write': () => ({ handOverId: HAND_OVER }),
    'handOver.seen': () => ({}),
    ...more,
  });
const at = '/house/hand-over';

describe('a hand-over', () => {
  it('is written line by line with the keyboard, and empty lines are left out', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, at);
    await user.click(await screen.findByRole('button', { name: 'Hand it over' }));
    expect(screen.getByText('Write a line')).toBeVisible();
    expect(transport.callsOf('handOver.write')).toEqual([]);
    await user.selectOptions(screen.getByLabelText('About, line 1'), 'Heron');
    await user.type(screen.getByLabelText('What to know, line 1'), 'Tea at nine.');
    await user.click(screen.getByRole('button', { name: 'Another line' }));
    await user.type(screen.getByLabelText('What to know, line 2'), 'The boiler hums.');
    await user.click(screen.getByRole('button', { name: 'Another line' }));
    expect(await wcagViolations()).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^Handed over at/)).toBeVisible();
    const lines = [
      { caseFileId: ids.heron, words: 'Tea at nine.' },
      { caseFileId: null, words: 'The boiler hums.' },
    ];
    expect(transport.callsOf('handOver.write')).toEqual([{ lines }]);
    expect(screen.queryByLabelText('About, line 2')).toBeNull();
    const drafts = JSON.stringify(transport.callsOf('draft.save'));
    expect(drafts).toContain('7K2-F9Q');
    expect(drafts).not.toMatch(new RegExp(`Heron|${ids.heron}`));
  });

  it('loses a line that is left out, and nothing else', async () => {
    const { user } = openScreen(answering('house-staff'), at);
    await user.type(await screen.findByLabelText('What to know, line 1'), 'First');
    await user.click(screen.getByRole('button', { name: 'Another line' }));
    await user.type(screen.getByLabelText('What to know, line 2'), 'Second');
    await user.click(screen.getByRole('button', { name: 'Leave it out, line 1' }));
    expect(screen.getByLabelText('What to know, line 1')).toHaveValue('Second');
    expect(screen.queryByRole('button', { name: /^Leave it out/ })).toBeNull();
  });

  it('says who wrote it and who has read it, and that there is none', async () => {
    const seen = [{ by: { id: ids.ana, name: 'Jo' }, at: handOver.at }];
    const list = () => ({
      handOvers: [
        { ...handOver, seen },
        { ...handOver, id: ids.heron },
      ],
      total: 2,
    });
    const filled = openScreen(answering('house-staff', { 'handOver.list': list }), at);
    expect(await screen.findByText('Read by Jo')).toBeVisible();
    expect(screen.getByText('Nobody has read it yet')).toBeVisible();
    expect(screen.getAllByText(/^Sam, /)).toHaveLength(2);
    filled.unmount();
    openScreen(answering('house-staff', { 'handOver.list': () => ({ handOvers: [], total: 0 }) }), at);
    expect(await screen.findByText('Nothing was handed over in the last 14 days.')).toBeVisible();
  });
});

describe('on Today', () => {
  const get = () => ({ ...caseAnswers['today.get'](), handOvers: [handOver] });

  it('it stands until one has read it', async () => {
    const transport = answering('house-staff', { 'today.get': get });
    const { user } = openScreen(transport, '/today');
    const sheet = within(await screen.findByRole('region', { name: 'From the shift before' }));
    expect(sheet.getByText('Tea at nine.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    transport.answer('today.get', caseAnswers['today.get']);
    await user.click(sheet.getByRole('button', { name: /^I have read it: Sam/ }));
    expect(transport.callsOf('handOver.seen')).toEqual([{ handOverId: HAND_OVER }]);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'From the shift before' })).toBeNull());
  });

  it('it says when that could not be kept', async () => {
    const refuse = () => {
      throw new Refusal('disk-full');
    };
    const { user } = openScreen(answering('house-staff', { 'today.get': get, 'handOver.seen': refuse }), '/today');
    await user.click(await screen.findByRole('button', { name: /^I have read it: Sam/ }));
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
