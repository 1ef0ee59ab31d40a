// Awareness on the screen: lobbying on a federal grant stops before it is kept, evidence is cleared tables, and a story is signed,
// waits a week, and is taken down place by place.
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import { thresholds } from '#shared/statistics/shown';
import { anActivity, aCampaign, aMaterial, aPolicyItem, aStory } from '../helpers/awareness.ts';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { type FakeTransport, fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const test = { most: 10, before: 5.2, after: 8, people: 12 };
const activity = (change: object = {}) => ({
  ...anActivity({ test }),
  ...mark(1),
  isStruck: false,
  id: id('a1'),
  ...change,
});
const item = (change: object = {}) => ({
  ...{ ...aPolicyItem(), ...mark(1), id: id('b1'), stageSince: '2026-03-02', evidenceIds: [] },
  ...change,
});
const table = (name: string, rows: (readonly [string, number | 'FEW'])[], median: number | null = null) => ({
  ...{ id: name, columns: null, columnTotals: null, total: null, isWithheld: false, median },
  rows: rows.map(([of, cell]) => ({ of: [of], cells: [cell], share: null, total: null })),
});
const tables = [
  table('NO_BED', [
    ['FULL', 15],
    ['ACCESS_UNMET', 'FEW'],
  ]),
  table('WAIT', [['DAYS_3_7', 15]], 4),
];
const issued = {
  ...{
    ...mark(1),
    id: id('c1'),
    period: '2025',
    who: 'EVERYONE',
    set: 'EVIDENCE',
    audience: 'PUBLIC',
    mode: 'ROUNDED',
  },
  ...{ threshold: thresholds.PUBLIC, tables, notes: ['ROUNDED_ROWS'], copies: 0 },
};
const use = (change: object = {}) => ({
  ...{ id: id('e1'), revision: 1, storyId: id('d1'), version: 1, purpose: 'TRAINING', place: 'The leaflet of March' },
  ...{ on: '2026-03-10', downOn: null },
  ...change,
});
const story = (change: object = {}) => ({
  ...{ ...aStory(), ...mark(1), id: id('d1'), version: 1, withdrawnOn: null },
  ...{ state: 'USABLE', firstUseOn: '2026-03-09', used: [use()] },
  ...change,
});
const counts = {
  kinds: [{ kind: 'TRAINING_GIVEN', activities: 1, people: 24, isEstimate: true, reach: 0 }],
  ...{ lobbying: 0, effect: { trainings: 1, people: 12, normalised: 0.58 } },
};

let transport: FakeTransport;
const as = (role: Role): void =>
  transport.answer('session.status', () => ({ ...signedIn, person: { ...signedIn.person, role } }));
beforeEach(() => {
  transport = fakeTransport({
    ...caseAnswers,
    'activity.list': () => ({ activities: [activity()], counts }),
    'activity.save': () => activity(),
    'policyItem.list': () => [item()],
    'policyItem.cleared': () => [issued],
    'policyItem.attach': () => item(),
    'policyItem.detach': () => item(),
    'statistics.show': () => ({ tables, notes: [], smallCells: 0, refusal: null }),
    'statistics.issue': () => issued,
    'storyConsent.list': () => [story()],
    'storyConsent.save': () => story(),
    'storyConsent.use': () => story(),
    'storyConsent.withdraw': () => story({ state: 'TAKE_DOWN', withdrawnOn: '2026-11-23' }),
    'storyConsent.takenDown': () => story(),
    'campaign.list': () => [{ ...aCampaign(), ...mark(1), id: id('f1') }],
    'campaign.save': () => ({ ...aCampaign(), ...mark(2), id: id('f1') }),
    'material.list': () => [{ ...aMaterial(), ...mark(1), id: id('a9') }],
    'yearSummary.get': () => ({
      ...{
        counts,
        policy: [aPolicyItem()].map(({ title, level, stage, position }) => ({ title, level, stage, position })),
      },
      ...{ campaigns: ['Work without fear'], materials: 2, tables: [issued] },
    }),
    'housePaper.add': () => ({ shredOn: '2027-02-21' }),
    'housePaper.list': () => [],
  });
});

describe('what was done', () => {
  it('is listed with what a training changed, and together by kind', async () => {
    openScreen(transport, '/awareness');
    const list = await screen.findByRole('list', { name: 'What we did' });
    expect(within(list).getByText('from 5.2 to 8 of 10 points: +2.8, 58% of what there was to gain')).toBeVisible();
    const row = within(screen.getByRole('table', { name: /together/ })).getByRole('row', { name: /A training given/ });
    expect(row).toHaveTextContent('A training given1about 240');
    expect(await wcagViolations()).toEqual([]);
  });

  it('is not kept as lobbying that a federal grant paid for', async () => {
    const { user } = openScreen(transport, '/awareness');
    await user.click(await screen.findByRole('button', { name: 'Write one down' }));
    await user.type(screen.getByLabelText('In a few words'), 'Before the vote');
    await user.click(screen.getByRole('checkbox', { name: 'A federal grant' }));
    await user.click(screen.getByRole('checkbox', { name: /This was lobbying/ }));
    expect(screen.getByText('A federal grant does not pay for lobbying (2 CFR 200.450).')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep it' })).toBeDisabled();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: 'A federal grant' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(transport.callsOf('activity.save')).toMatchObject([
      { activityId: null, activity: { title: 'Before the vote', isLobbying: true, funding: [] } },
    ]);
  });
});

describe('what is asked for', () => {
  it('takes the evidence pack, given out for everybody and attached in one press', async () => {
    const { user } = openScreen(transport, `/awareness/policy/${id('b1')}`);
    expect(await screen.findByText(/Twelve beds for families/)).toBeVisible();
    expect(await screen.findByText('Half of them waited 4 days or less.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Give these out and attach them' }));
    expect(transport.callsOf('statistics.issue')).toMatchObject([
      { set: 'EVIDENCE', audience: 'PUBLIC', mode: 'ROUNDED', who: 'EVERYONE' },
    ]);
    expect(transport.callsOf('policyItem.attach')).toEqual([{ itemId: id('b1'), basedOn: 1, tableId: id('c1') }]);
  });

  it('of somebody who makes no tables: chooses among those that were given out', async () => {
    as('trainer-partner');
    const { user } = openScreen(transport, `/awareness/policy/${id('b1')}`);
    expect(await screen.findByText(/Ask whoever makes the reports/)).toBeVisible();
    expect(transport.callsOf('statistics.show')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Attach it' }));
    expect(transport.callsOf('policyItem.attach')).toHaveLength(1);
  });
});

describe('a story', () => {
  it('of somebody under 18 goes no further, and asks for nothing more', async () => {
    const { user } = openScreen(transport, '/awareness/stories');
    await user.click(await screen.findByRole('button', { name: 'Somebody offers a story' }));
    await user.click(screen.getByRole('radio', { name: 'No, or not known' }));
    expect(screen.getByText(/Not known counts as under 18/)).toBeVisible();
    expect(screen.queryByLabelText('The story, word for word')).toBeNull();
    expect(screen.getByRole('button', { name: 'Keep what was signed' })).toBeDisabled();
  });

  it('in the first 90 days says that waiting costs nothing, before it is kept', async () => {
    const { user } = openScreen(transport, '/awareness/stories');
    await user.click(await screen.findByRole('button', { name: 'Somebody offers a story' }));
    await user.click(screen.getByRole('radio', { name: 'Yes, they say so' }));
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await user.type(screen.getByLabelText('A name chosen for this'), 'Alma');
    await user.type(screen.getByLabelText('The story, word for word'), 'I bake.');
    await user.click(screen.getByRole('checkbox', { name: 'Trainings' }));
    const keep = screen.getByRole('button', { name: 'Keep what was signed' });
    expect(keep).toBeDisabled();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: /We talked about waiting/ }));
    await user.click(keep);
    expect(transport.callsOf('storyConsent.save')).toMatchObject([
      { storyId: null, story: { alias: 'Alma', isAdult: true, isEarly: true, withPhoto: false, uses: ['TRAINING'] } },
    ]);
  });

  it('is taken back without a reason, and then ticked off place by place', async () => {
    const { user } = openScreen(transport, `/awareness/stories/${id('d1')}`);
    await user.click(await screen.findByRole('button', { name: 'It is taken back' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'It is taken back' }));
    expect(transport.callsOf('storyConsent.withdraw')).toEqual([{ storyId: id('d1'), basedOn: 1 }]);
  });

  it('that ended lists what to take down, and nowhere to tell it', async () => {
    transport.answer('storyConsent.list', () => [story({ state: 'TAKE_DOWN', withdrawnOn: '2026-11-20' })]);
    const { user } = openScreen(transport, `/awareness/stories/${id('d1')}`);
    expect(await screen.findByRole('heading', { name: 'Take these down' })).toBeVisible();
    expect(screen.queryByLabelText('Where exactly')).toBeNull();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'It is down: The leaflet of March' }));
    expect(transport.callsOf('storyConsent.takenDown')).toEqual([{ useId: id('e1'), basedOn: 1 }]);
  });

  it('is never seen by whoever makes the reports, who has the year on paper', async () => {
    as('reports');
    openScreen(transport, '/awareness/year');
    expect(await screen.findByRole('article')).toHaveTextContent('What was done in 2026');
    expect(screen.getByRole('link', { name: 'Back' })).toHaveAttribute('href', '/numbers');
    expect(screen.queryByRole('link', { name: 'Stories' })).toBeNull();
  });
});

it('a campaign goes out only when its message was looked through', async () => {
  const { user } = openScreen(transport, '/awareness/campaigns');
  await user.click(await screen.findByRole('button', { name: 'Change Work without fear' }));
  const state = screen.getByLabelText('How it stands');
  const offered = () =>
    within(state)
      .getAllByRole('option')
      .map((option) => option.textContent);
  expect(offered()).toEqual(['Planned', 'Called off']);
  for (const point of screen.getAllByRole('checkbox', { name: /shock|chains|hotline|Everybody can read/ }))
    await user.click(point);
  await user.selectOptions(screen.getByLabelText('Read by somebody who lived through it'), 'PAID');
  expect(offered()).toEqual(['Planned', 'It went out', 'Called off']);
  expect(await wcagViolations()).toEqual([]);
});

it('a material says which version counts and where it lies', async () => {
  const { user } = openScreen(transport, '/awareness/materials');
  expect(await screen.findByText('Card, version 1, English, Shelf by the door')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add a material' }));
  expect(await wcagViolations()).toEqual([]);
});

it('the year on paper holds cleared tables and no story, and is logged before it is printed', async () => {
  const printed: string[] = [];
  window.print = () => void printed.push(`after ${transport.callsOf('housePaper.add').length}`);
  const { user } = openScreen(transport, '/awareness/year');
  const paper = await screen.findByRole('article');
  expect(paper).toHaveTextContent('A training given: 1');
  expect(paper).toHaveTextContent('Beds for families');
  expect(within(paper).getByText('Half of them waited 4 days or less.')).toBeVisible();
  expect(paper).not.toHaveTextContent(/Alma|bake/);
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(printed).toEqual(['after 1']);
});
