// domain §19 through the router: what is done outside, what is asked for and on which evidence, what goes out, and the year on paper.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { ActivityWritten } from '#shared/records/activity';
import type { Campaign } from '#shared/records/campaign';
import { MessageCheck } from '#shared/records/campaign';
import type { Material } from '#shared/records/material';
import { aCampaign, aMaterial, anActivity, aPolicyItem, VERA } from '../helpers/awareness.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
const as = async ({ signInName, passphrase }: typeof DIRECTOR) => {
  vault.vault.close();
  await vault.unlock({ signInName, passphrase });
};

/** Vera does this work and is signed in. It is the evening of 2 March 2026. */
beforeEach(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { ...VERA, role: 'trainer-partner' });
  await as(VERA);
});
afterEach(() => vault.remove());

const write = (change: Partial<ActivityWritten> = {}) =>
  vault.ask('activity.save', { activityId: null, basedOn: 0, activity: anActivity(change) });
const year = (of = 2026) => vault.ask('activity.list', { year: of });

describe('an activity', () => {
  it('§19: lobbying that a federal grant paid for is not kept', async () => {
    expect(await ruleOf(write({ isLobbying: true, funding: ['DONATIONS', 'FEDERAL_GRANT'] }))).toBe(
      'activity-lobbying',
    );
    await write({ kind: 'POLICY_MEETING', isLobbying: true, funding: ['DONATIONS'] });
    await write({ funding: ['FEDERAL_GRANT'] });
    expect((await year()).counts.lobbying).toBe(1);
  });

  it('is counted with its year, by kind; an estimate makes the sum one', async () => {
    await write();
    await write({ attendance: { people: 40, isEstimate: true }, reach: 300 });
    await write({ kind: 'MEDIA', attendance: null, reach: 5_000, on: '2026-01-10' });
    await write({ on: '2025-12-31' });
    const { activities, counts } = await year();
    expect(activities.map(({ on }) => on)).toEqual(['2026-03-01', '2026-03-01', '2026-01-10']);
    expect(counts.kinds).toEqual([
      { kind: 'TRAINING_GIVEN', activities: 2, people: 64, isEstimate: true, reach: 300 },
      { kind: 'MEDIA', activities: 1, people: 0, isEstimate: false, reach: 5_000 },
    ]);
  });

  it('is written down when it was done, and says nobody’s number', async () => {
    expect(await ruleOf(write({ on: '2026-03-03' }))).toBe('activity-later');
    expect(await ruleOf(write({ outcomes: 'Helped 7K2-F9Q' }))).toBe('awareness-case-number');
  });

  it('§19: keeps the means of a training from 5 people on, and tells what all of them together gained', async () => {
    const test = { most: 10, before: 5.2, after: 8, people: 4 };
    expect(await ruleOf(write({ test }))).toBe('activity-test-few');
    expect(await ruleOf(write({ kind: 'MEDIA', test: { ...test, people: 5 } }))).toBe('activity-test');
    expect((await year()).counts.effect).toBeNull();
    await write({ test: { ...test, people: 12 } });
    expect((await year()).counts.effect).toEqual({ trainings: 1, people: 12, normalised: 0.58 });
  });

  it('that was written by mistake counts no more', async () => {
    const { id, revision } = await write();
    const { id: activityId, revision: basedOn } = await vault.ask('activity.save', {
      activityId: id,
      basedOn: revision,
      activity: anActivity({ title: 'Other words' }),
    });
    await vault.ask('activity.strike', { activityId, basedOn });
    expect(await year()).toMatchObject({ activities: [], counts: { kinds: [] } });
    const again = vault.ask('activity.save', { activityId, basedOn: basedOn + 1, activity: anActivity() });
    expect(await outcome(again)).toBe('not-found');
  });
});

describe('what is asked for', () => {
  const ask = (change = {}) => vault.ask('policyItem.save', { itemId: null, basedOn: 0, item: aPolicyItem(change) });
  const issue = (audience: 'PUBLIC' | 'FUNDER') =>
    vault.ask('statistics.issue', { period: '2025-Q4', set: 'EVIDENCE', audience, mode: 'ROUNDED' });

  it('says since when it is so far, and the nearest day comes first', async () => {
    const { id, revision, stageSince } = await ask();
    expect(stageSince).toBe('2026-03-02');
    await ask({ title: 'Sooner', nextOn: '2026-03-05' });
    await ask({ title: 'No day', nextOn: null });
    vault.clock.set('2026-03-10T09:00');
    const change = (stage: 'DRAFT' | 'COMMITTEE', basedOn: number) =>
      vault.ask('policyItem.save', { itemId: id, basedOn, item: aPolicyItem({ stage }) });
    expect((await change('DRAFT', revision)).stageSince).toBe('2026-03-02');
    expect((await change('COMMITTEE', revision + 1)).stageSince).toBe('2026-03-10');
    const titles = (await vault.ask('policyItem.list', {})).map(({ title }) => title);
    expect(titles).toEqual(['Sooner', 'Beds for families', 'No day']);
  });

  it('§19: rests only on tables that were given out for everybody', async () => {
    const { id: itemId, revision: basedOn } = await ask();
    await as(DIRECTOR);
    const [forAll, forFunder] = [await issue('PUBLIC'), await issue('FUNDER')];
    await as(VERA);
    const cleared = await vault.ask('policyItem.cleared', {});
    expect(cleared.map(({ id }) => id)).toEqual([forAll.id]);
    // What the people counted are told apart by never leaves with a table.
    expect(JSON.stringify(cleared)).not.toMatch(/marks/);
    expect(await ruleOf(vault.ask('policyItem.attach', { itemId, basedOn, tableId: forFunder.id }))).toBe(
      'policy-evidence',
    );
    const after = await vault.ask('policyItem.attach', { itemId, basedOn, tableId: forAll.id });
    expect(after.evidenceIds).toEqual([forAll.id]);
    const off = await vault.ask('policyItem.detach', { itemId, basedOn: after.revision, tableId: forAll.id });
    expect(off.evidenceIds).toEqual([]);
    // She cannot count anything herself.
    expect(await outcome(issue('PUBLIC'))).toBe('not-allowed');
  });
});

describe('a campaign', () => {
  const plan = (change: Partial<Campaign> = {}) =>
    vault.ask('campaign.save', { campaignId: null, basedOn: 0, campaign: aCampaign(change) });

  it('goes out when every point was looked at and somebody who lived through it read it', async () => {
    const { id: campaignId, revision: basedOn } = await plan();
    const out = (change: Partial<Campaign>) =>
      vault.ask('campaign.save', { campaignId, basedOn, campaign: aCampaign({ state: 'OUT', ...change }) });
    expect(await ruleOf(out({ checks: MessageCheck.options }))).toBe('campaign-checks');
    expect(await ruleOf(out({ checks: MessageCheck.options.slice(1), reviewed: 'PAID' }))).toBe('campaign-checks');
    expect(await outcome(out({ checks: MessageCheck.options, reviewed: 'PAID' }))).toBe('ok');
    expect(await ruleOf(plan({ endsOn: '2026-04-01' }))).toBe('campaign-ends');
  });
});

it('a material counts on its last day, and its version never counts back', async () => {
  const save = (material: Material, id: RecordId | null = null, basedOn = 0) =>
    vault.ask('material.save', { materialId: id, basedOn, material });
  expect(await ruleOf(save(aMaterial({ expiresOn: '2026-01-01' })))).toBe('material-expiry');
  const { id, revision } = await save(aMaterial({ version: 3 }));
  expect(await ruleOf(save(aMaterial({ version: 2 }), id, revision))).toBe('material-version');
  await save(aMaterial({ version: 4 }), id, revision);
  expect(await vault.ask('material.list', {})).toMatchObject([{ version: 4 }]);
});

describe('the calendar', () => {
  const agenda = () =>
    vault.ask('calendar.agenda', { from: '2026-03-02', to: '2026-05-01', whose: 'all', zone: 'UTC' });

  it('shows a director the next day of what is asked for, of a campaign and the end of a material', async () => {
    await vault.ask('policyItem.save', { itemId: null, basedOn: 0, item: aPolicyItem() });
    await vault.ask('policyItem.save', { itemId: null, basedOn: 0, item: aPolicyItem({ stage: 'DEFEATED' }) });
    await vault.ask('campaign.save', { campaignId: null, basedOn: 0, campaign: aCampaign() });
    const material = aMaterial({ expiresOn: '2026-04-30' });
    await vault.ask('material.save', { materialId: null, basedOn: 0, material });
    await vault.ask('material.save', { materialId: null, basedOn: 0, material: { ...material, isWithdrawn: true } });
    await as(DIRECTOR);
    expect((await agenda()).coming.items.map(({ kind, on, words, of }) => [kind, on, words, of])).toEqual([
      ['policy-item', '2026-03-20', 'Beds for families: Talk at the ministry', null],
      ['campaign', '2026-04-10', 'Work without fear', null],
      ['material', '2026-04-30', 'Card for the front desk', null],
    ]);
  });
});

describe('the year on paper', () => {
  it('holds counts, what was asked for and tables for everybody, and no story', async () => {
    await write();
    await vault.ask('policyItem.save', { itemId: null, basedOn: 0, item: aPolicyItem() });
    const out = aCampaign({ checks: MessageCheck.options, reviewed: 'PAID', state: 'OUT' });
    await vault.ask('campaign.save', { campaignId: null, basedOn: 0, campaign: out });
    await vault.ask('material.save', { materialId: null, basedOn: 0, material: aMaterial() });
    vault.clock.set('2027-01-10T09:00');
    await as(DIRECTOR);
    const wish = { set: 'EVIDENCE', audience: 'PUBLIC', mode: 'ROUNDED' } as const;
    const { id } = await vault.ask('statistics.issue', { ...wish, period: '2026' });
    await vault.ask('statistics.issue', { ...wish, period: '2026-Q1', audience: 'FUNDER' });
    const paper = await vault.ask('yearSummary.get', { year: 2026 });
    expect(paper).toMatchObject({
      counts: { kinds: [{ kind: 'TRAINING_GIVEN', people: 24 }] },
      policy: [{ title: 'Beds for families', stage: 'DRAFT' }],
      campaigns: ['Work without fear'],
      materials: 0,
    });
    expect(paper.tables.map((table) => table.id)).toEqual([id]);
    expect(Object.keys(paper)).not.toContain('stories');
  });

  it('is logged with the papers of the house before it is printed, by whoever does this work', async () => {
    await vault.ask('housePaper.add', { paper: 'AWARENESS', lines: 7 });
    await as(DIRECTOR);
    expect(await vault.ask('housePaper.list', {})).toMatchObject([
      { paper: 'AWARENESS', lines: 7, shredOn: '2026-05-31', by: { name: 'Vera' } },
    ]);
  });
});
