// The front desk: what to say first, then a line written with the keyboard alone, and no way from here to anybody who is here. A threat
// on Today, and whom it may be about, for those who work with cases.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/index';
import type { Contract, Role } from '#shared/contract/operation';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { type Answer, fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const CALL = '01920000-0000-7000-8000-0000000000c1';
const sam = { id: ids.ana, name: 'Sam' };
const line = {
  ...{ id: CALL, revision: 1, at: Date.parse('2026-05-04T14:10:00Z'), way: 'PHONE', claimed: 'FAMILY' },
  ...{ script: 'NEITHER', isThreat: true, number: '0155 0199', hasWords: true, takenBy: sam, seen: null },
  words: { claimedWords: 'Her cousin', askedFor: 'A girl with a blue coat', eraseOn: '2026-06-03' },
};
const answering = (role: Role, more: Readonly<Record<string, Answer>> = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    // The clock of the vault, which the page goes by, is the one of this computer.
    'session.status': () => ({ ...signedIn, now: Date.now(), person: { ...signedIn.person, role } }),
    'callerLog.list': () => ({ calls: [line], total: 1 }),
    'callerLog.add': () => ({ callId: CALL }),
    ...more,
  });
const atDesk = (transport: FakeTransport) => openScreen(transport, '/callers');
const form = async () => (await screen.findByRole('button', { name: 'Keep it' })).closest('form')!;
const group = async (name: string) => within(await form()).getByRole('radiogroup', { name });

/** Whether an answer of this operation can hold the name or the number of somebody who has a case. */
function namesPeople(name: string): boolean {
  const [groupName = '', operation = ''] = name.split('.');
  const { response } = (contract as Contract)[groupName]![operation]!;
  return /"(nameUsed|caseNumber)"/.test(JSON.stringify(z.toJSONSchema(response, { unrepresentable: 'any' })));
}

describe('the front desk', () => {
  it('shows what to say before anything can be typed, and begins in the first field', async () => {
    atDesk(answering('house-staff'));
    const sentence = await screen.findByText('“I can neither confirm nor deny that any person is here.”');
    expect(sentence.compareDocumentPosition(await form())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(await form()).toHaveAccessibleDescription(sentence.textContent);
    await waitFor(() =>
      expect(within(screen.getByRole('main')).getByRole('radio', { name: 'Telephone' })).toHaveFocus(),
    );
    expect(await wcagViolations()).toEqual([]);
  });

  it('is written down with the keyboard alone', async () => {
    const transport = answering('house-staff');
    const opened = Date.now();
    const { user } = atDesk(transport);
    const phone = await screen.findByRole('radio', { name: 'Telephone' });
    await waitFor(() => expect(phone).toHaveFocus());
    await user.keyboard(' ');
    await user.tab();
    await user.tab();
    await user.selectOptions(screen.getByLabelText('Who they say they are'), 'Family');
    await user.tab();
    await user.keyboard('Her cousin');
    await user.tab();
    await user.keyboard('A girl with a blue coat');
    await user.tab();
    await user.keyboard('0155 0199');
    await user.tab();
    await user.keyboard(' ');
    expect(screen.getByText(/They will not see about whom/)).toBeVisible();
    await user.tab();
    await user.keyboard(' ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^Written down at/)).toBeVisible();
    const [sent] = transport.callsOf('callerLog.add') as [{ at: number }];
    expect(sent).toEqual({
      ...{ at: expect.any(Number), way: 'PHONE', claimed: 'FAMILY', script: 'NEITHER', isThreat: true },
      number: '0155 0199',
      words: { claimedWords: 'Her cousin', askedFor: 'A girl with a blue coat' },
    });
    // The minute in which the page was opened, however long the words take.
    expect(sent.at).toBeGreaterThanOrEqual(opened - (opened % 60_000));
    expect(sent.at).toBeLessThanOrEqual(Date.now());
    // The next caller finds an empty form, and the first field again.
    expect(screen.getByLabelText('What or whom they asked for')).toHaveValue('');
    expect(within(await group('Was it a threat?')).getByLabelText('Yes')).not.toBeChecked();
    expect(phone).toHaveFocus();
    // The list is read anew.
    expect(transport.callsOf('callerLog.list').length).toBeGreaterThan(1);
  });

  it('keeps nothing before everything was chosen, and says what is open; at the door no number is asked for', async () => {
    const transport = answering('house-staff');
    const { user } = atDesk(transport);
    await user.click(await screen.findByRole('button', { name: 'Keep it' }));
    expect(within(await form()).getAllByText('Choose one')).toHaveLength(5);
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByLabelText('At the door'));
    expect(screen.queryByLabelText('Number that was shown')).toBeNull();
    await user.selectOptions(screen.getByLabelText('Who they say they are'), 'Police');
    await user.click(screen.getByLabelText('Something else'));
    expect(screen.getByRole('link', { name: 'Write that down as well' })).toHaveAttribute(
      'href',
      '/safekeeping/breaches',
    );
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(transport.callsOf('callerLog.add')).toEqual([]);
    await user.click(within(await group('Was it a threat?')).getByLabelText('No'));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(transport.callsOf('callerLog.add')).toHaveLength(1));
    expect(transport.callsOf('callerLog.add')[0]).toMatchObject({
      way: 'DOOR',
      script: 'OTHER',
      number: '',
      isThreat: false,
    });
  });

  it('takes a time that is still to come as one of yesterday, and says so', async () => {
    const noon = Date.parse('2026-05-04T12:00');
    const transport = answering('house-staff', {
      'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role: 'house-staff' }, now: noon }),
    });
    const { user } = atDesk(transport);
    await user.click(await screen.findByLabelText('A message'));
    const time = screen.getByLabelText('At what time');
    expect(time).toHaveValue('12:00');
    const writeAt = async (typed: string) => {
      await user.clear(time);
      await user.type(time, typed);
    };
    await writeAt('11:40');
    expect(screen.queryByText('Taken as yesterday')).toBeNull();
    await writeAt('23:50');
    expect(screen.getByText('Taken as yesterday')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Who they say they are'), 'A friend');
    await user.click(screen.getByLabelText('Nothing'));
    await user.click(within(await group('Was it a threat?')).getByLabelText('No'));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(transport.callsOf('callerLog.add')).toHaveLength(1));
    expect(transport.callsOf('callerLog.add')[0]).toMatchObject({ at: Date.parse('2026-05-03T23:50'), way: 'MESSAGE' });
  });

  it('gives back what was written before a lock, with the day on which it was begun', async () => {
    const body = {
      ...{ begunAt: line.at, time: '23:50', way: 'DOOR', claimed: 'POLICE', claimedWords: 'Two in uniform' },
      ...{ askedFor: 'To look around', number: '', script: 'PAPERS', isThreat: false },
    };
    const draft = () => ({ target: { kind: 'caller-log' }, at: 'call-asked-for', body, savedAt: line.at });
    const transport = answering('house-staff', { 'draft.get': draft });
    const { user } = atDesk(transport);
    expect(await screen.findByLabelText('What or whom they asked for')).toHaveValue('To look around');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(transport.callsOf('callerLog.add')).toHaveLength(1));
    const [sent] = transport.callsOf('callerLog.add') as [{ at: number }];
    const begun = new Date(line.at);
    begun.setHours(23, 50, 0, 0);
    expect(sent).toMatchObject({ at: begun.getTime(), way: 'DOOR', script: 'PAPERS' });
  });

  it('asks the vault nothing that could name anybody who is here, whatever is typed into the find box', async () => {
    const transport = answering('house-staff');
    const { user } = atDesk(transport);
    await screen.findByText('A girl with a blue coat');
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('heron');
    expect(await screen.findByText(/Only pages and actions are found here/)).toBeInTheDocument();
    const asked = [...new Set(transport.calls.map(({ name }) => name))];
    expect(asked).toContain('callerLog.list');
    expect(asked.filter(namesPeople)).toEqual([]);
    // The control: elsewhere the same keys do ask for names.
    expect(['caseFile.houseList', 'caseFile.search', 'today.get'].filter(namesPeople)).toHaveLength(3);
    const main = within(screen.getByRole('main'));
    const ways = main.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(ways).toEqual(['/safekeeping/papers/DESK_SCRIPT']);
  });

  it('looks nobody up for a director either, who finds her cases again on the next page', async () => {
    const list = () => ({ rows: [], total: 0 });
    const found = () => ({ hits: [], more: false, newestOnly: false });
    const transport = answering('director', { 'caseFile.list': list, 'caseFile.search': found });
    const { user } = atDesk(transport);
    await screen.findByText('A girl with a blue coat');
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('heron');
    await screen.findByText(/Only pages and actions are found here/);
    expect(transport.callsOf('caseFile.search')).toEqual([]);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('link', { name: 'Today' }));
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('heron');
    await waitFor(() => expect(transport.callsOf('caseFile.search').length).toBeGreaterThan(0));
  });

  it('says that nobody has asked, that words are erased, and that the list could not be read', async () => {
    const transport = answering('house-staff', { 'callerLog.list': () => ({ calls: [], total: 0 }) });
    const empty = atDesk(transport);
    expect(await screen.findByText('Nobody has asked so far.')).toBeVisible();
    empty.unmount();
    const seen = { by: { id: ids.ana, name: 'Jo' }, at: line.at };
    const old = () => ({ calls: [{ ...line, words: null, seen }], total: 1 });
    const erased = atDesk(answering('house-staff', { 'callerLog.list': old }));
    expect(await screen.findByText('The words are erased')).toBeVisible();
    expect(screen.getByText(/^A threat\. Seen to by Jo/)).toBeVisible();
    erased.unmount();
    const refuse = () => {
      throw new Refusal('vault-damaged');
    };
    atDesk(answering('house-staff', { 'callerLog.list': refuse }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(await form()).toBeVisible();
  });

  it('shows earlier lines when they are asked for', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...line, id: `${CALL.slice(0, -2)}${at + 10}` }));
    const list = ({ limit }: { limit: number }) => ({ calls: many.slice(0, limit), total: 12 });
    const { user } = atDesk(answering('house-staff', { 'callerLog.list': list }));
    expect(await screen.findAllByText('Her cousin')).toHaveLength(10);
    await user.click(screen.getByRole('button', { name: 'Show earlier ones' }));
    await waitFor(() => expect(screen.getAllByText('Her cousin')).toHaveLength(12));
    expect(screen.queryByRole('button', { name: 'Show earlier ones' })).toBeNull();
  });

  it.each([
    ['house-staff', true],
    ['case-manager', true],
    ['clinician', false],
    ['trainer-partner', false],
  ] as const)('stands in the rail of %s: %s', async (role, isThere) => {
    openScreen(answering(role), '/today');
    const rail = await screen.findByRole('navigation', { name: 'Main' });
    await within(rail).findByRole('link', { name: 'Today' });
    expect(within(rail).queryAllByRole('link', { name: 'Callers' })).toHaveLength(isThere ? 1 : 0);
  });
});

const threat = { callId: CALL, revision: 1, at: line.at, way: 'PHONE' };
const today = { 'today.get': () => ({ ...caseAnswers['today.get'](), threats: [threat] }) };

describe('a threat on Today', () => {
  it('tells house staff that it stands, and has nothing to press', async () => {
    openScreen(answering('house-staff', today), '/today');
    const sheet = await screen.findByRole('region', { name: 'Callers' });
    expect(within(sheet).getByText(/^Somebody asked in a threatening way on Mon 4 May at/)).toBeVisible();
    expect(within(sheet).getByText('Nobody has seen to it yet')).toBeVisible();
    expect(within(sheet).queryByRole('link', { name: 'See to it' })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });

  it('leads whoever works with cases to the line', async () => {
    openScreen(
      answering('case-manager', {
        ...today,
        'calendar.sinceLastShift': () => ({ since: null, entries: [], total: 0 }),
      }),
      '/today',
    );
    const go = await screen.findByRole('link', { name: 'See to it' });
    expect(go).toHaveAttribute('href', `/callers/${CALL}`);
  });
});

describe('one line, for whoever works with cases', () => {
  const heron = {
    of: { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
    hasPlan: true,
    matchedOn: null,
  };
  const maple = { ...heron, of: { caseFileId: ids.maple, nameUsed: 'Maple', caseNumber: '3D4-H5J' }, hasPlan: false };
  const openLine = (more: Readonly<Record<string, Answer>> = {}) => {
    const transport = answering('case-manager', {
      'callerLog.get': () => ({ call: line, mine: [heron, maple] }),
      'callerLog.match': () => ({ hasPlan: true }),
      'callerLog.seen': () => ({}),
      ...more,
    });
    return { transport, ...openScreen(transport, `/callers/${CALL}`) };
  };

  it('says of one of hers that it may be about her, and leads to the plan', async () => {
    const { transport, user } = openLine();
    const sheet = await screen.findByRole('region', { name: 'May it be about somebody you work with?' });
    expect(screen.getByText('A girl with a blue coat')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    const mine = [
      { ...heron, matchedOn: '2026-05-04' },
      { ...maple, matchedOn: '2026-05-04' },
    ];
    transport.answer('callerLog.get', () => ({ call: line, mine }));
    await user.click(within(sheet).getByRole('button', { name: 'It may be Heron' }));
    expect(transport.callsOf('callerLog.match')).toEqual([{ callId: CALL, caseFileId: ids.heron }]);
    const plan = await within(sheet).findByRole('link', { name: 'Look at the safety plan' });
    expect(plan).toHaveAttribute('href', `/cases/${ids.heron}/safety-plan`);
    expect(within(sheet).getAllByText('Noted on 4 May 2026')).toHaveLength(2);
    expect(within(sheet).getByRole('link', { name: 'Make a safety plan' })).toHaveAttribute(
      'href',
      `/cases/${ids.maple}/safety-plan`,
    );
  });

  it('ends the alert, and says who has seen to it', async () => {
    const { transport, user } = openLine();
    const button = await screen.findByRole('button', { name: 'I have seen to it' });
    const seen = { by: { id: ids.ana, name: 'Jo' }, at: line.at };
    transport.answer('callerLog.get', () => ({ call: { ...line, revision: 2, seen }, mine: [] }));
    await user.click(button);
    expect(transport.callsOf('callerLog.seen')).toEqual([{ callId: CALL, basedOn: 1 }]);
    expect(await screen.findByText(/^Seen to by Jo/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'I have seen to it' })).toBeNull();
    expect(screen.getByText('No open case is yours. Whoever works on one sees the same line.')).toBeVisible();
  });

  it('asks nobody to see to a line that is no threat, and says what was refused', async () => {
    const get = () => ({ call: { ...line, isThreat: false }, mine: [heron] });
    const match = () => {
      throw new Refusal('not-assigned');
    };
    const { user } = openLine({ 'callerLog.get': get, 'callerLog.match': match });
    await user.click(await screen.findByRole('button', { name: 'It may be Heron' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'I have seen to it' })).toBeNull();
  });
});
