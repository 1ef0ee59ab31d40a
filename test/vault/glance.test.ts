// How things stand, through the router: a director is told of the house, everybody else of nobody but the people they work with.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { Glance } from '#shared/records/glance';
import { DAY } from '#shared/time';
import { aRoom, makeRoom } from '../helpers/beds.ts';
import { aNeed, aSafetyPlan, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';

const colleague = (signInName: string) => ({ signInName, passphrase: passphraseOf('colleague') });
let vault: TestVault;
let maya: CaseFileId;

const as = async (who: { signInName: string; passphrase: string }): Promise<Glance> => {
  vault.vault.close();
  await vault.unlock(who);
  return vault.ask('glance.get', {});
};

beforeAll(async () => {
  vault = await newVault('2026-03-02T09:00'); // a Monday
  maya = await openCase(vault);
  const heron = await openCase(vault, 'Heron');
  const need = (caseFileId: CaseFileId, change: object) => vault.ask('need.add', { ...aNeed(caseFileId), ...change });
  await need(maya, { title: 'Shoes' });
  await need(heron, { title: 'Ankle', code: 'PAIN_OR_INJURY', domain: 'HEALTH' });
  await need(heron, { title: 'Cough', code: 'PAIN_OR_INJURY', domain: 'HEALTH', urgency: 'U3' });
  await vault.ask('safetyPlan.save', aSafetyPlan(maya));
  const beds = await makeRoom(vault, aRoom('Blue room', { capacity: 3 }), ['B1', 'B2', 'B3']);
  const [first, second] = Object.values(beds);
  const night = { from: '2026-03-02', until: null, holdId: null, apartByWish: false };
  await vault.ask('stay.begin', { ...night, caseFileId: maya, bedId: first! });
  await vault.ask('room.closeBed', { bedId: second!, basedOn: 1, reason: 'Paint' });
  for (const [name, role] of [
    ['Jo', 'case-manager'],
    ['Sam', 'house-staff'],
    ['Mara', 'clinician'],
  ] as const) {
    const { id } = await vault.ask('staffMember.add', { name, role, ...colleague(name.toLowerCase()) });
    if (name === 'Jo') await vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: id });
  }
  // Past the first nights and the days of the needs that could not wait, and past the day of the safety plan.
  vault.clock.now += 40 * DAY;
});
afterAll(() => vault.remove());

describe('how things stand', () => {
  it('is the whole house for a director: beds, needs by what they are about, plans whose day is past, courses', async () => {
    const glance = await as(DIRECTOR);
    expect(glance).toMatchObject({ scope: 'HOUSE', openNeeds: 3, lateReviews: 1 });
    expect(glance.beds).toEqual([
      { state: 'TAKEN', count: 1 },
      { state: 'CLOSED', count: 1 },
      { state: 'FREE', count: 1 },
    ]);
    expect(glance.needs.map(({ domain, open }) => [domain, open])).toEqual([
      ['HEALTH', 2],
      ['PRACTICAL', 1],
    ]);
    expect(glance.lateNeeds).toBe(glance.needs.reduce((sum, { late }) => sum + late, 0));
    expect(glance.lateNeeds).toBeGreaterThan(0);
    const { required, current } = await vault.ask('training.matrix', {});
    expect(glance.missingCourses).toBe(required - current);
  });

  it('counts the nights of eight weeks from Monday to Monday, and none that is still to come', async () => {
    // 11 April 2026 is a Saturday: of its week six nights have begun, from a house of two beds that can be had.
    const { weeks } = await as(DIRECTOR);
    expect(weeks).toHaveLength(8);
    expect(weeks.at(-1)).toEqual({ from: '2026-04-06', taken: 6, available: 12 });
    expect(weeks.find(({ from }) => from === '2026-03-02')).toEqual({ from: '2026-03-02', taken: 7, available: 14 });
    expect(weeks[0]).toEqual({ from: '2026-02-16', taken: 0, available: 0 });
  });

  it('is for a case worker what she works on and has to learn, and no count of anybody else', async () => {
    const glance = await as(colleague('jo'));
    expect(glance).toMatchObject({ scope: 'HERS', openNeeds: 2, lateReviews: 0, weeks: [] });
    expect(glance.needs).toMatchObject([{ domain: 'HEALTH', open: 2 }]);
    const own = await vault.ask('training.own', {});
    const missing = own.cells.filter(({ isMandatory, status }) => isMandatory && status !== 'CURRENT');
    expect(glance.missingCourses).toBe(missing.length);
    expect(await as(colleague('mara'))).toMatchObject({ beds: null, openNeeds: 0, needs: [], lateReviews: 0 });
  });

  it('tells house staff of beds and of needs as they see them, never what a need is about', async () => {
    const glance = await as(colleague('sam'));
    expect(glance.beds).toHaveLength(3);
    expect(glance).toMatchObject({ scope: 'HERS', needs: [], lateReviews: null, weeks: [] });
    expect(glance.openNeeds).toBe((await vault.ask('need.due', { offset: 0, limit: 50 })).total);
  });
});
