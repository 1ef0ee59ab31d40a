// What happened, kept in the vault: built up over time, found by nothing that could harm, and never more than was asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { openCase, said } from '../helpers/casework.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault('2026-03-10T09:00');
  maya = await openCase(vault);
});
afterAll(() => vault.remove());

const profile = (basedOn: number, answers: Record<string, ReturnType<typeof said>>) =>
  vault.ask('traffickingProfile.save', { caseFileId: maya, basedOn, formVersion: 1, answers });
const found = async (query: string) => (await vault.ask('caseFile.search', { query, inText: true })).hits.length;

describe('the record of what happened', () => {
  it('is built up over time, each answer with its day and writer, and the earlier state stays', async () => {
    const first = await profile(0, {
      acts: said(['transport']),
      strengths: said([{ words: 'Sews like quicksilver' }]),
    });
    vault.clock.set('2026-03-12T09:00');
    const second = await profile(1, {
      acts: said(['transport']),
      strengths: said([{ words: 'Sews like quicksilver' }]),
      countries: said(['NG', 'IT']),
    });
    expect(second.answers['acts']).toEqual(first.answers['acts']);
    expect(second.answers['countries']?.recordedAt).toBe(vault.clock.now);
    expect(await vault.ask('traffickingProfile.history', { caseFileId: maya })).toHaveLength(2);
  });

  it.each([
    ['a code that is in no list', { 'methods-of-control': said(['MindControl']) }],
    ['a country that does not exist', { countries: said(['XX']) }],
    ['a question of another form', { 'sleep-best': said('By the door') }],
  ])('refuses %s', async (_what, answers) => {
    expect(await outcome(profile(2, answers))).toBe('rule-broken');
  });

  it('is found by what carries her', async () => expect(await found('quicksilver')).toBe(1));
});

const details = {
  sheAsked: true as const,
  wantedFor: 'SAFETY_PLANNING' as const,
  names: 'Grimshanks',
  plates: 'KL 4711',
  addresses: 'Thornfield Row',
};
const harm = { relation: 'Familial' as const, roles: ['Exploiter' as const], details: null };

describe('a person causing harm', () => {
  it('is codes only; words have no place before she asked that they be kept', async () => {
    await vault.ask('personCausingHarm.add', { caseFileId: maya, ...harm });
    const [noted] = await vault.ask('personCausingHarm.list', { caseFileId: maya });
    expect(noted).toMatchObject({ relation: 'Familial', details: null });
    const { sheAsked: _asked, ...unasked } = details;
    const answer = await vault.raw('personCausingHarm.add', { caseFileId: maya, ...harm, details: unasked });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
  });

  it('keeps names with the day she asked, and no search finds them', async () => {
    const kept = await vault.ask('personCausingHarm.add', { caseFileId: maya, ...harm, details });
    expect(kept.details).toMatchObject({ names: 'Grimshanks', askedOn: '2026-03-12' });
    for (const word of ['grimshanks', '4711', 'thornfield']) expect(await found(word)).toBe(0);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(JSON.stringify(entries)).not.toContain('Grimshanks');
    expect(entries.map(({ event }) => event)).toContain('harm-noted');
  });

  it('takes the names off when she takes it back; the chain still holds', async () => {
    const [, kept] = await vault.ask('personCausingHarm.list', { caseFileId: maya });
    expect(await outcome(vault.ask('personCausingHarm.change', { id: kept!.id, basedOn: 0, ...harm }))).toBe(
      'conflict',
    );
    await vault.ask('personCausingHarm.change', { id: kept!.id, basedOn: 1, ...harm });
    const [, after] = await vault.ask('personCausingHarm.list', { caseFileId: maya });
    expect(after).toMatchObject({ relation: 'Familial', details: null });
    expect(await outcome(vault.ask('session.checkVault', {}))).toBe('ok');
  });

  it('can be let go', async () => {
    const before = await vault.ask('personCausingHarm.list', { caseFileId: maya });
    await vault.ask('personCausingHarm.letGo', { id: before[0]!.id, basedOn: 1 });
    expect(await vault.ask('personCausingHarm.list', { caseFileId: maya })).toHaveLength(before.length - 1);
  });
});

const worked = {
  'd5-papers': 'PRESENT',
  'd5-isolation': 'PRESENT',
  'd1-work': 'PRESENT',
  'd1-wages': 'PRESENT',
} as const;
const marks = { ...worked, 'd4-hours': 'PRESENT', 'd4-wages': 'PRESENT', 'd2-debt': 'NOT_ASKED' } as const;

describe('identification indicators', () => {
  const save = (profile: 'AL' | 'CL' | 'AS', basedOn: number, given: Record<string, 'PRESENT' | 'NOT_ASKED'>) =>
    vault.ask('identificationIndicators.save', { caseFileId: maya, profile, basedOn, marks: given });

  it('keeps what they add up to with profile, weights, day and worker', async () => {
    const saved = await save('AL', 0, marks);
    expect(saved).toMatchObject({
      profile: 'AL',
      weightsVersion: '2009/1',
      assessedOn: '2026-03-12',
      savedBy: { name: 'Ana' },
      result: { pattern: 'TRAFFICKING' },
    });
    expect(saved.marks).not.toHaveProperty('d2-debt');
  });

  it('works out anew at each save, and the earlier result stays as it was', async () => {
    await save('AL', 1, { 'd1-work': 'PRESENT', 'd1-wages': 'PRESENT', 'd4-hours': 'PRESENT', 'd4-wages': 'PRESENT' });
    const states = await vault.ask('identificationIndicators.history', { caseFileId: maya, profile: 'AL' });
    expect(states.map(({ result }) => result?.pattern)).toEqual(['DECEPTION_WITH_EXPLOITATION', 'TRAFFICKING']);
  });

  it('a child: an act in the record of what happened suffices beside exploitation', async () => {
    const saved = await save('CL', 0, { 'd4-hours': 'PRESENT', 'd4-wages': 'PRESENT' });
    expect(saved.result).toMatchObject({ pattern: 'TRAFFICKING', actRecorded: true });
  });

  it('a checklist has no result, and a mark of another list is refused', async () => {
    expect((await save('AS', 0, marks)).result).toBeNull();
    expect(await outcome(save('CL', 1, { 'd4-insurance': 'PRESENT' }))).toBe('rule-broken');
  });
});

describe('a look at what makes it harder and what protects', () => {
  const empty = { individual: [], household: [], community: [] };

  it('is repeated over time; an earlier look stays', async () => {
    const pair = { risk: 'Debt at home', protective: '' };
    await vault.ask('vulnerabilityView.add', { caseFileId: maya, ...empty, household: [pair] });
    vault.clock.set('2026-04-12T09:00');
    const protectedNow = { ...pair, protective: 'Her sister pays with her' };
    await vault.ask('vulnerabilityView.add', { caseFileId: maya, ...empty, household: [protectedNow] });
    const views = await vault.ask('vulnerabilityView.list', { caseFileId: maya });
    expect(views.map(({ lookedOn, household }) => [lookedOn, household[0]?.protective])).toEqual([
      ['2026-04-12', 'Her sister pays with her'],
      ['2026-03-12', ''],
    ]);
  });

  it('is not kept empty', async () => {
    expect(await outcome(vault.ask('vulnerabilityView.add', { caseFileId: maya, ...empty }))).toBe('rule-broken');
  });
});

it('what she took back is in no saved state, while what she left stays', async () => {
  vault.vault.close();
  const bodies = await lookInside(vault.dataDir, ({ db }) =>
    db.all<{ kind: string; body: string | null }>('SELECT record_kind AS kind, body FROM revision'),
  );
  const people = bodies.filter(({ kind }) => kind === 'person-causing-harm').map(({ body }) => body !== null);
  // Noted, noted with names and emptied, changed, let go: only the state with the names is gone.
  expect(people).toEqual([true, false, true, true]);
  const written = bodies.map(({ body }) => body ?? '').join('\n');
  expect(written).toContain('quicksilver');
  expect(written).not.toMatch(/Grimshanks|4711|Thornfield/);
});
