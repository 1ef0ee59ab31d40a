// domain §19 through the router: a story is told in signed words, after a week, and taken down at a word; and nothing of a case can be
// reached from where stories are kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { contract } from '#shared/contract/index';
import type { Contract, Operation } from '#shared/contract/operation';
import type { RecordId } from '#shared/ids';
import type { StoryWritten } from '#shared/records/story-consent';
import { aCampaign, aMaterial, anActivity, aPolicyItem, aStory, VERA } from '../helpers/awareness.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
const as = async ({ signInName, passphrase }: typeof DIRECTOR) => {
  vault.vault.close();
  await vault.unlock({ signInName, passphrase });
};

/** Vera does this work and is signed in; Maya’s case is the director’s. It is 2 March 2026. */
beforeEach(async () => {
  vault = await newVault();
  await openCase(vault, 'Maya Zephyrina');
  await vault.ask('staffMember.add', { ...VERA, role: 'trainer-partner' });
  await as(VERA);
});
afterEach(() => vault.remove());

const sign = (change: Partial<StoryWritten> = {}) =>
  vault.ask('storyConsent.save', { storyId: null, basedOn: 0, story: aStory(change) });
const tell = (storyId: RecordId, on: string, place = 'The leaflet of March') =>
  vault.ask('storyConsent.use', { storyId, purpose: 'TRAINING', place, on });

describe('a story', () => {
  it('§19: is told a week after it was signed, not before, and in the words of that day', async () => {
    const { id, state, firstUseOn } = await sign();
    expect([state, firstUseOn]).toEqual(['COOLING', '2026-03-09']);
    expect(await ruleOf(tell(id, '2026-03-02'))).toBe('story-cooling');
    vault.clock.set('2026-03-09T09:00');
    expect((await tell(id, '2026-03-09')).used).toMatchObject([{ version: 1, downOn: null }]);
    const story = aStory({ text: 'Shorter.', signedOn: '2026-03-09', expiresOn: '2027-03-09' });
    const newer = await vault.ask('storyConsent.save', { storyId: id, basedOn: 1, story });
    expect(newer).toMatchObject({ version: 2, state: 'COOLING', firstUseOn: '2026-03-16', used: [{ version: 1 }] });
  });

  it('§19: of somebody under 18, or whose age is not known, is not kept at all', async () => {
    expect(await ruleOf(sign({ isAdult: false }))).toBe('story-minor');
    expect(await vault.ask('storyConsent.list', {})).toEqual([]);
  });

  it('§19: taken back is something to take down, place by place, due the same day; then its words are gone', async () => {
    const { id: storyId } = await sign();
    vault.clock.set('2026-03-10T09:00');
    await tell(storyId, '2026-03-09');
    await tell(storyId, '2026-03-10', 'Our page, Voices');
    vault.clock.set('2026-03-20T09:00');
    const back = await vault.ask('storyConsent.withdraw', { storyId, basedOn: 1 });
    expect(back).toMatchObject({ state: 'TAKE_DOWN', withdrawnOn: '2026-03-20' });
    expect(await ruleOf(tell(storyId, '2026-03-20'))).toBe('story-over');
    await as(DIRECTOR);
    const agenda = { from: '2026-03-20', to: '2026-03-21', whose: 'all', zone: 'UTC' } as const;
    const due = (await vault.ask('calendar.agenda', agenda)).coming.items;
    expect(due.map(({ kind, on, words }) => [kind, on, words]).sort()).toEqual([
      ['story-use', '2026-03-20', 'Our page, Voices'],
      ['story-use', '2026-03-20', 'The leaflet of March'],
    ]);
    const [first, second] = back.used;
    const half = await vault.ask('storyConsent.takenDown', { useId: first!.id, basedOn: first!.revision });
    expect([half.state, half.text]).toEqual(['TAKE_DOWN', aStory().text]);
    const gone = await vault.ask('storyConsent.takenDown', { useId: second!.id, basedOn: second!.revision });
    expect(gone).toMatchObject({ state: 'ENDED', text: '', alias: '', withdrawnOn: '2026-03-20' });
    expect((await vault.ask('calendar.agenda', agenda)).coming.items).toEqual([]);
    // The chain says that the words were erased, and holds without them.
    expect(await outcome(vault.ask('session.checkVault', {}))).toBe('ok');
  });

  it('that was told nowhere ends at once when it is taken back', async () => {
    const { id: storyId, revision: basedOn } = await sign();
    expect(await vault.ask('storyConsent.withdraw', { storyId, basedOn })).toMatchObject({ state: 'ENDED', text: '' });
    expect(await ruleOf(vault.ask('storyConsent.withdraw', { storyId, basedOn: 3 }))).toBe('story-over');
  });

  it('that ran out and was told nowhere loses its words at the next unlock; one that goes on keeps them', async () => {
    await sign({ expiresOn: '2026-03-31', text: 'Zebrafinch in the yard.' });
    const goesOn = await sign({ text: 'Quillwort by the door.' });
    await as(VERA);
    const inFile = (words: string): boolean => bytesOutside(vault.dataDir, VERA).includes(words);
    expect([inFile('Zebrafinch'), inFile('Quillwort')]).toEqual([true, true]);
    vault.clock.set('2026-04-01T09:00');
    await as(VERA);
    const stories = await vault.ask('storyConsent.list', {});
    expect(stories.map(({ state, text }) => [state, text])).toEqual([
      ['USABLE', goesOn.text],
      ['ENDED', ''],
    ]);
    expect([inFile('Zebrafinch'), inFile('Quillwort')]).toEqual([false, true]);
  });

  it('that runs out is to be taken down as well, and its end is in the calendar before', async () => {
    const { id } = await sign({ expiresOn: '2026-03-31' });
    vault.clock.set('2026-03-10T09:00');
    await tell(id, '2026-03-10');
    await as(DIRECTOR);
    const agenda = { from: '2026-03-10', to: '2026-04-10', whose: 'all', zone: 'UTC' } as const;
    const due = async () =>
      (await vault.ask('calendar.agenda', agenda)).coming.items.map(({ kind, on, words }) => [kind, on, words]);
    expect(await due()).toEqual([['story-consent', '2026-03-31', '']]);
    vault.clock.set('2026-04-01T09:00');
    expect((await vault.ask('calendar.agenda', { ...agenda, from: '2026-03-31' })).coming.items).toMatchObject([
      { kind: 'story-use', on: '2026-03-31', words: 'The leaflet of March' },
    ]);
    expect((await vault.ask('storyConsent.list', {}))[0]!.state).toBe('TAKE_DOWN');
  });
});

const ROOM = ['activity', 'policyItem', 'storyConsent', 'campaign', 'material', 'yearSummary'] as const;
const root = new URL('../..', import.meta.url).pathname;

describe('nothing of a case', () => {
  it('can be asked for here or is answered: no operation of the room has a field for one', () => {
    const groups = contract as Contract;
    const fieldsOf = (group: string): string[] =>
      Object.values(groups[group]!).flatMap(({ request, response }: Operation) => [
        ...fields(request),
        ...fields(response),
      ]);
    expect(ROOM.flatMap(fieldsOf).filter((name) => OF_A_CASE.test(name))).toEqual([]);
    expect(fieldsOf('booking').filter((name) => OF_A_CASE.test(name))).toContain('caseFileId');
  });

  it('is named in the code of the room, or in its tables', () => {
    const folder = join(root, 'electron/vault/advocacy');
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(sources.length).toBeGreaterThan(6);
    const naming = /case_file|case_note|caseFileId(?!: null)|CaseFileId|caseRef|case-/;
    expect(sources.filter((source) => naming.test(source))).toEqual([]);
    expect(naming.test('caseFileId: id')).toBe(true);
    const schema = readFileSync(join(root, 'electron/vault/database/schema.sql'), 'utf8');
    const tableOf = (name: string): string => new RegExp(`CREATE TABLE ${name} \\(.*?\\n\\)`, 's').exec(schema)![0];
    for (const table of ['activity', 'policy_item', 'campaign', 'material', 'story_consent', 'story_use'])
      expect(tableOf(table)).not.toMatch(/case/);
    expect(tableOf('booking')).toMatch(/case/);
  });

  it('is heard in any answer of the room, by a director who works with the case', async () => {
    await as(DIRECTOR);
    const { rows } = await vault.ask('caseFile.list', {});
    const heard = JSON.stringify([
      await vault.ask('activity.save', { activityId: null, basedOn: 0, activity: anActivity() }),
      await vault.ask('activity.list', { year: 2026 }),
      await vault.ask('policyItem.save', { itemId: null, basedOn: 0, item: aPolicyItem() }),
      await vault.ask('policyItem.cleared', {}),
      await vault.ask('campaign.save', { campaignId: null, basedOn: 0, campaign: aCampaign() }),
      await vault.ask('material.save', { materialId: null, basedOn: 0, material: aMaterial() }),
      await sign(),
      await vault.ask('storyConsent.list', {}),
      await vault.ask('yearSummary.get', { year: 2026 }),
    ]);
    const { id, caseNumber } = rows[0]!;
    expect(heard).not.toMatch(new RegExp(`Zephyrina|${id}|${caseNumber}`));
    expect(JSON.stringify(rows)).toMatch(/Zephyrina/);
  });

  it('and a story is joined by a search: neither is found by the words of the other', async () => {
    await sign({ alias: 'Quillwort', text: 'The quillwort grows by the water.' });
    await as(DIRECTOR);
    const find = (query: string) => vault.ask('wordSearch.find', { query });
    expect(await find('quillwort')).toMatchObject({ hits: [], total: 0 });
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toEqual([]);
    const { rows } = await vault.ask('caseFile.list', {});
    await vault.ask('caseNote.add', aNote(rows[0]!.id, { body: 'The quillwort on the sill' }));
    expect((await find('quillwort')).hits).toMatchObject([{ recordKind: 'case-note' }]);
  });
});

const OF_A_CASE = /^(case|nameUsed|firstName|person|household|of$)/;

interface Def {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** Every name of a field in a schema, however deep. A table’s rows say of which categories they are (`of`), which is of nobody. */
function fields(schema: z.ZodType): string[] {
  const def = schema._zod.def as unknown as Def;
  const inner = [def.element, def.innerType, def.in, def.valueType, ...(def.options ?? [])];
  const own = Object.entries(def.shape ?? {});
  const isRow = def.shape !== undefined && 'cells' in def.shape;
  return [
    ...own.map(([name]) => name).filter((name) => !(isRow && name === 'of')),
    ...own.flatMap(([, value]) => fields(value)),
    ...inner.flatMap((one) => (one === undefined ? [] : fields(one))),
  ];
}
