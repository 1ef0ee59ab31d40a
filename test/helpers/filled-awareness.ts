// Awareness work of the filled vault: what was done, what is asked for with its evidence, stories in each of their states.
import type { RecordId } from '#shared/ids';
import { MessageCheck } from '#shared/records/campaign';
import { aCampaign, aMaterial, anActivity, aPolicyItem, aStory } from './awareness.ts';
import type { TestVault } from './vault.ts';

export interface FilledAwareness {
  /** With its evidence. */
  readonly itemId: RecordId;
  /** One that may be told, and is. */
  readonly storyId: RecordId;
}

/** In April: more people at the door than there are beds. */
export async function turnAway(vault: Pick<TestVault, 'ask'>): Promise<void> {
  await vault.ask('noBed.count', { people: 13, reason: 'FULL', offered: true });
  await vault.ask('noBed.count', { people: 2, reason: 'ACCESS_UNMET', offered: true });
}

/** On 2 May 2026, by a director. */
export async function raiseAwareness(vault: Pick<TestVault, 'ask'>): Promise<FilledAwareness> {
  await doThings(vault);
  const itemId = await askForBeds(vault);
  await planAndPrint(vault);
  return { itemId, storyId: await tellStories(vault) };
}

async function doThings(vault: Pick<TestVault, 'ask'>): Promise<void> {
  const of = { activityId: null, basedOn: 0 };
  const test = { most: 10, before: 5.2, after: 8, people: 22 };
  await vault.ask('activity.save', { ...of, activity: anActivity({ on: '2026-04-14', test }) });
  const hearing = { kind: 'TESTIMONY', title: 'Before the housing committee', on: '2026-04-21' } as const;
  const asked = { isLobbying: true, attendance: null, reach: 4_000 };
  await vault.ask('activity.save', {
    ...of,
    activity: anActivity({ ...hearing, ...asked, funding: ['DONATIONS'], audience: ['OFFICIALS'], languages: [] }),
  });
  const fair = { people: 150, isEstimate: true };
  await vault.ask('activity.save', {
    ...of,
    activity: anActivity({ kind: 'PRESENTATION', title: 'At the spring fair', on: '2026-04-26', attendance: fair }),
  });
}

async function askForBeds(vault: Pick<TestVault, 'ask'>): Promise<RecordId> {
  const item = aPolicyItem({ nextOn: '2026-05-12' });
  const { id: itemId, revision } = await vault.ask('policyItem.save', { itemId: null, basedOn: 0, item });
  const wish = { period: '2026-04', set: 'EVIDENCE', audience: 'PUBLIC', mode: 'ROUNDED' } as const;
  const { id: tableId } = await vault.ask('statistics.issue', wish);
  await vault.ask('policyItem.attach', { itemId, basedOn: revision, tableId });
  return itemId;
}

async function planAndPrint(vault: Pick<TestVault, 'ask'>): Promise<void> {
  const plan = { campaignId: null, basedOn: 0 };
  await vault.ask('campaign.save', { ...plan, campaign: aCampaign({ startsOn: '2026-05-18', endsOn: '2026-05-31' }) });
  const out = aCampaign({ title: 'Your papers are yours', reviewed: 'PAID', state: 'OUT' });
  await vault.ask('campaign.save', { ...plan, campaign: { ...out, checks: [...MessageCheck.options] } });
  await vault.ask('material.save', { materialId: null, basedOn: 0, material: aMaterial() });
  const old = aMaterial({ title: 'Poster for the bus', kind: 'POSTER', language: 'spa', expiresOn: '2026-04-01' });
  await vault.ask('material.save', { materialId: null, basedOn: 0, material: old });
}

/** Alma’s is told, Berta’s is to be taken down, Cora thinks it over. Returns the first. */
async function tellStories(vault: Pick<TestVault, 'ask'>): Promise<RecordId> {
  const of = { storyId: null, basedOn: 0 };
  const signed = { signedOn: '2026-04-10', expiresOn: '2027-04-10' };
  const { id: storyId } = await vault.ask('storyConsent.save', { ...of, story: aStory(signed) });
  await vault.ask('storyConsent.use', { storyId, purpose: 'TRAINING', place: 'Slides for hotels', on: '2026-04-20' });
  const berta = await vault.ask('storyConsent.save', { ...of, story: aStory({ ...signed, alias: 'Berta' }) });
  const place = 'Our page, Voices';
  await vault.ask('storyConsent.use', { storyId: berta.id, purpose: 'OWN_MATERIAL', place, on: '2026-04-22' });
  await vault.ask('storyConsent.withdraw', { storyId: berta.id, basedOn: berta.revision });
  const now = { signedOn: '2026-05-01', expiresOn: '2027-05-01', feePaidOn: null };
  await vault.ask('storyConsent.save', { ...of, story: aStory({ ...now, alias: 'Cora' }) });
  return storyId;
}
