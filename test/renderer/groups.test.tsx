// Groups on the screen: heads and first names, no field for a word of anybody, and a place only as far as the vault says.
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { type FakeTransport, fakeTransport } from '../helpers/fake-transport.ts';
import { aGroup } from '../helpers/groups.ts';
import { StaffMemberId } from '#shared/ids';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const ana = StaffMemberId.parse(ids.ana);
const group = (change: object = {}) => ({
  ...aGroup(ana, { agreements: 'We eat together first\nThe door stays open', capacity: 4 }),
  ...mark(1),
  id: id('a1'),
  since: '2026-11-01',
  endedOn: null,
  facilitators: [{ id: ana, name: 'Ana' }],
  free: 2,
  waiting: 1,
  ...change,
});
const place = (end: string, firstName: string, change: object = {}) => ({
  ...{ placeId: id(end), revision: 1, since: '2026-11-02', firstName },
  ...{ state: 'MEMBER', attendance: 'NOT_ASKED', isApart: false },
  ...change,
});
const session = (change: object = {}) => ({
  ...{ ...mark(1), id: id('d1'), groupId: id('a1'), on: '2026-11-17', topic: 'TRUST', namedCount: 1 },
  ...{ headcount: 5, newCount: 1, debriefed: true, safetyFollowUps: 1 },
  ...change,
});

let transport: FakeTransport;
beforeEach(() => {
  transport = fakeTransport({
    ...caseAnswers,
    'staffMember.names': () => [{ id: ana, name: 'Ana' }],
    'peerGroup.list': () => [group()],
    'peerGroup.save': () => group(),
    'groupPlace.ofGroup': () => ({
      people: [
        place('b1', 'Heron', { attendance: 'YES' }),
        place('b2', 'Maya', { isApart: true }),
        place('b3', 'Wren', { state: 'ASKED' }),
      ],
      waiting: [{ placeId: id('b4'), revision: 1, since: '2026-11-03', caseNumber: '7K2-F9Q' }],
    }),
    'groupPlace.move': () => ({}),
    'groupPlace.end': () => ({}),
    'groupPlace.attend': () => ({}),
    'groupPlace.invite': () => ({}),
    'groupPlace.ofCase': () => ({
      places: [{ ...own, name: 'Tuesday tea' }],
      choices: [
        { groupId: id('a2'), name: 'Garden', type: 'SKILLS', free: 3, refusal: 'group-apart' },
        { groupId: id('a3'), name: 'Evening', type: 'FACILITATED', free: 1, refusal: null },
      ],
    }),
    'groupSession.list': () => [session()],
    'groupSession.save': () => session(),
    'groupSession.figures': () => ({
      ...{ sessions: 3, attendances: 12, newPeople: 3, debriefed: 2, safetyFollowUps: 3, atLeast: 2 },
    }),
    'mentorPair.list': () => [pair],
    'mentorPair.add': () => [pair],
    'mentorPair.end': () => [],
    'caseFile.list': () => ({ rows: [], total: 0 }),
  });
});
const { firstName: _name, ...own } = { ...place('b1', ''), groupId: id('a1') };
const pair = { id: id('e1'), revision: 1, isMentor: false, with: null, limits: 'Thursdays', since: '2026-11-02' };

it('lists the groups, and begins one with somebody who leads it', async () => {
  const { user } = openScreen(transport, '/groups');
  expect(await screen.findByRole('link', { name: 'Tuesday tea' })).toBeVisible();
  expect(screen.getByText(/2 places free, 1 waits/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Begin a group' }));
  await user.type(await screen.findByLabelText('Name'), 'Garden');
  expect(screen.getByRole('button', { name: 'Keep the group' })).toBeDisabled();
  await user.click(await screen.findByRole('checkbox', { name: 'Ana' }));
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep the group' }));
  expect(transport.callsOf('peerGroup.save')).toMatchObject([
    { groupId: null, group: { name: 'Garden', facilitatorIds: [ids.ana], capacity: 8 } },
  ]);
});

it('shows first names, of who waits a number, and no list of who came', async () => {
  const { user } = openScreen(transport, `/groups/${id('a1')}`);
  const people = await screen.findByRole('list', { name: 'Who has a place' });
  expect(within(people).getAllByRole('listitem')).toHaveLength(3);
  expect(within(people).getByText(/Not in one group with somebody here/)).toBeVisible();
  expect(within(screen.getByRole('list', { name: 'Who waits' })).getByText('7K2-F9Q')).toBeVisible();
  expect(await screen.findByText('5 came, 1 for the first time, 1 talk alone, talked over')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Wren said yes' }));
  expect(transport.callsOf('groupPlace.move')).toEqual([{ placeId: id('b3'), basedOn: 1, to: 'MEMBER' }]);
});

it('counts heads, writes into a file only of who said yes, and has no field for a word', async () => {
  const { user } = openScreen(transport, `/groups/${id('a1')}`);
  await user.click(await screen.findByRole('button', { name: 'Count a meeting' }));
  expect(await screen.findByText(/There is no field for what was said/)).toBeVisible();
  expect(screen.getByText(/That is a talk of its own, not a note of the group/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to the cases' })).toHaveAttribute('href', '/cases');
  // The day is the only thing that is typed as text.
  expect(screen.getByRole('region', { name: 'Count a meeting' }).querySelectorAll('textarea')).toHaveLength(0);
  const named = await screen.findByRole('group', { name: /Write into their own file/ });
  expect(within(named).getAllByRole('checkbox')).toHaveLength(1);
  await user.click(within(named).getByRole('checkbox', { name: 'Heron' }));
  const came = screen.getByLabelText('How many came');
  await user.clear(came);
  await user.type(came, '6');
  expect(await screen.findByText('More people than the group has places.')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep the count' }));
  expect(transport.callsOf('groupSession.save')).toMatchObject([
    { groupId: id('a1'), sessionId: null, session: { headcount: 6, newCount: 0 }, named: [id('b1')] },
  ]);
});

it('tells a colleague who leads a group and talks with nobody alone whom to tell', async () => {
  transport.answer('session.status', () => ({
    ...signedIn,
    person: { ...signedIn.person, role: 'group-facilitator' },
  }));
  const { user } = openScreen(transport, `/groups/${id('a1')}`);
  expect(await screen.findByRole('link', { name: 'Groups' })).toHaveAttribute('aria-current', 'page');
  await user.click(await screen.findByRole('button', { name: 'Count a meeting' }));
  expect(await screen.findByText(/Tell the case worker or the director now/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Go to the cases' })).toBeNull();
});

it('puts what was agreed on paper without a name', async () => {
  openScreen(transport, `/groups/${id('a1')}/paper`);
  const paper = await screen.findByRole('article', { name: 'The paper as it will be printed' });
  expect(within(paper).getByText(/What is said here stays here/)).toBeVisible();
  expect(await within(paper).findByText('The door stays open')).toBeVisible();
  expect(paper).not.toHaveTextContent(/Tuesday tea|Ana|Heron|Lantern/);
  expect(await wcagViolations()).toEqual([]);
});

it('says at least how many people came', async () => {
  openScreen(transport, '/groups/figures');
  expect(await screen.findByText('at least 2')).toBeVisible();
  expect(screen.getByText('One person who came five times counts five times.')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});

it('asks somebody to a group as far as the vault lets it, without saying because of whom not', async () => {
  const { user } = openScreen(transport, `/cases/${ids.heron}/groups`);
  expect(await screen.findByText('She is not to be in one group with somebody there.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'We asked her' })).toBeDisabled();
  expect(screen.getByText('Somebody in a case that is not yours')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Put her on the list' }));
  await user.selectOptions(screen.getByLabelText('Which group'), 'Evening, 1 place free');
  await user.click(screen.getByRole('button', { name: 'We asked her' }));
  expect(transport.callsOf('groupPlace.invite')).toEqual([
    { caseFileId: ids.heron, groupId: id('a2'), waits: true },
    { caseFileId: ids.heron, groupId: id('a3'), waits: false },
  ]);
  await user.selectOptions(screen.getByLabelText(/May this file say when she came/), 'Yes');
  expect(transport.callsOf('groupPlace.attend')).toEqual([{ placeId: id('b1'), basedOn: 1, attendance: 'YES' }]);
});

it('ends a pair without a reason', async () => {
  const { user } = openScreen(transport, `/cases/${ids.heron}/groups`);
  await user.click(await screen.findByRole('button', { name: 'It ends' }));
  const ask = await screen.findByRole('dialog', { name: 'Does it end?' });
  expect(within(ask).getByText('Either may end it. No reason is asked for.')).toBeVisible();
  expect(within(ask).queryByRole('textbox')).toBeNull();
  await user.click(within(ask).getByRole('button', { name: 'It ends' }));
  expect(transport.callsOf('mentorPair.end')).toEqual([{ caseFileId: ids.heron, id: id('e1'), basedOn: 1 }]);
});
