// The list of cases by who works on them and by what waits, and the lists that a person keeps for herself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { firstWish, type KeptList } from '#shared/records/case-list';
import { DAY } from '#shared/time';
import { aNeed, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

const MIRA = { signInName: 'mira', passphrase: passphraseOf('mira') };
let vault: TestVault;
let mira: StaffMemberId;
const cases = {} as Record<'late' | 'soon' | 'later' | 'calm', CaseFileId>;

beforeAll(async () => {
  vault = await newVault();
  mira = (await vault.ask('staffMember.add', { name: 'Mira', role: 'case-manager', ...MIRA })).id;
  for (const name of ['late', 'soon', 'later', 'calm'] as const) cases[name] = await openCase(vault, name);
  await vault.ask('need.add', aNeed(cases.late));
  await vault.ask('need.add', { ...aNeed(cases.later), urgency: 'U4' });
  vault.clock.now += 2 * DAY;
  await vault.ask('need.add', { ...aNeed(cases.soon), urgency: 'U2' });
  await vault.ask('caseAssignment.assign', { caseFileId: cases.soon, staffMemberId: mira });
});
afterAll(() => vault.remove());

const names = async (wish: object): Promise<string[]> =>
  (await vault.ask('caseFile.list', { order: 'name', ...wish })).rows.map(({ nameUsed }) => nameUsed);

describe('the list of cases', () => {
  it('holds what is past its time, what waits within a week, or where nothing waits', async () => {
    expect(await names({ waiting: 'overdue' })).toEqual(['late']);
    expect(await names({ waiting: 'week' })).toEqual(['late', 'soon']);
    expect(await names({ waiting: 'nothing' })).toEqual(['calm']);
    expect(await names({})).toEqual(['calm', 'late', 'later', 'soon']);
    expect((await vault.ask('caseFile.list', { waiting: 'week', limit: 1 })).total).toBe(2);
  });

  it('holds the cases of one worker', async () => {
    expect(await names({ workerId: mira })).toEqual(['soon']);
    expect(await names({ workerId: mira, waiting: 'overdue' })).toEqual([]);
    expect((await vault.ask('caseList.choices', {})).workers.map(({ name }) => name)).toEqual(['Ana', 'Mira']);
  });
});

describe('a list that somebody keeps', () => {
  const lists: KeptList[] = [{ name: 'Mira, this week', wish: { ...firstWish, waiting: 'week' } }];

  it('is there after the lock, for her alone, and is let go', async () => {
    expect((await vault.ask('caseList.keep', { lists })).kept).toEqual(lists);
    vault.vault.close();
    await vault.unlock(MIRA);
    expect((await vault.ask('caseList.choices', {})).kept).toEqual([]);
    vault.vault.close();
    await vault.unlock();
    expect((await vault.ask('caseList.choices', {})).kept).toEqual(lists);
    expect((await vault.ask('caseList.keep', { lists: [] })).kept).toEqual([]);
  });

  it('has a name of its own', async () => {
    const twice = [...lists, ...lists];
    expect(await outcome(vault.ask('caseList.keep', { lists: twice }))).toBe('invalid-request');
    const nameless = [{ name: ' ', wish: firstWish }];
    expect(await outcome(vault.ask('caseList.keep', { lists: nameless }))).toBe('invalid-request');
  });
});
