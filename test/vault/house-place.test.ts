// The place of the house through the router: open requests and legal matters follow what the house puts right, ended ones do not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { type HousePlace, nowhereYet } from '#shared/legal/place';
import { openCase } from '../helpers/casework.ts';
import { newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2026-03-31T09:00');
  maya = await openCase(vault);
});
afterEach(() => vault.remove());

const say = async (change: Partial<HousePlace>) => {
  const { revision, ...place } = await vault.ask('housePlace.get', {});
  return vault.ask('housePlace.save', { ...place, ...change, basedOn: revision });
};
const ask = (timing: 'GDPR' | 'POLICY' = 'GDPR') =>
  vault.ask('rightsRequest.receive', {
    caseFileId: maya,
    kind: 'COPY',
    receivedOn: '2026-03-31',
    words: '',
    askedBy: { who: 'SELF' },
    timing,
  });
const requests = async () => (await vault.ask('rightsRequest.list', { caseFileId: maya })).requests;
const word = (amount: number) => ({ amount, source: 'Counsel, letter of March', checkedOn: '2026-03-31' });

describe('a house that says nothing', () => {
  it('is nowhere in particular, and reckons as before', async () => {
    expect(await vault.ask('housePlace.get', {})).toEqual({ ...nowhereYet, revision: 0 });
    expect((await ask()).dueOn).toBe('2026-04-30');
    expect((await vault.ask('rightsRequest.list', { caseFileId: maya })).timing).toBe('GDPR');
  });
});

describe('what it puts right', () => {
  it('moves the day of an open request, and not of one that has ended', async () => {
    const open = await ask();
    const ended = await ask('POLICY');
    const outcomeOf = { end: 'WITHDRAWN' as const, words: '', codes: [], partlyOffered: false, reviewOn: null };
    await vault.ask('rightsRequest.settle', { requestId: ended.id, basedOn: ended.revision, outcome: outcomeOf });
    const own = [{ on: '2026-04-30', name: 'A holiday here', everyYear: false }];
    await say({ pack: 'EU_COE', own, words: { 'RIGHTS.POLICY': word(10) } });
    const days = Object.fromEntries((await requests()).map(({ id, dueOn }) => [id, dueOn]));
    expect(days).toEqual({ [open.id]: '2026-05-01', [ended.id]: '2026-04-14' });
    vault.clock.set('2026-05-01T09:00');
    expect((await vault.ask('today.get', {})).rights).toMatchObject([{ requestId: open.id, on: '2026-05-01' }]);
    await vault.ask('session.checkVault', {});
  });

  it('moves the reckoned dates of a matter that goes on; the history of the case tells nothing of it', async () => {
    const date = { kind: 'RG_POSITIVE' as const, on: '2026-04-01', source: 'OFFICIAL_NOTICE' as const, isDone: false };
    const matter = { type: 'UK_NRM' as const, stage: 'RECOVERY_PERIOD' as const, dates: [date], ownClock: null };
    const rest = { lawyer: { agencyId: null, name: '' }, decided: '', documents: [] };
    await vault.ask('legalMatter.save', {
      caseFileId: maya,
      matterId: null,
      basedOn: 0,
      matter: { ...matter, ...rest },
    });
    const next = async () => (await vault.ask('legalMatter.stages', { caseFileId: maya }))[0]?.next?.on;
    const told = async () => (await vault.ask('caseFile.timeline', { caseFileId: maya })).total;
    expect(await next()).toBe('2026-05-01');
    const before = await told();
    await say({ words: { 'UK_NRM.RG_POSITIVE.RECOVERY_ENDS': word(45) } });
    expect(await next()).toBe('2026-05-16');
    expect(await told()).toBe(before);
    await vault.ask('session.checkVault', {});
  });

  it('is the time that a new request begins with', async () => {
    const timing = async () => (await vault.ask('rightsRequest.list', { caseFileId: maya })).timing;
    expect(await timing()).toBe('POLICY');
    await say({ pack: 'UK' });
    expect(await timing()).toBe('UK_GDPR');
  });

  it('is a director’s to say, and only about what is known', async () => {
    expect(await ruleOf(say({ words: { 'NOT.A.LAW': word(3) } }))).toBe('place-word');
    await vault.signInAs('case-manager', maya);
    expect(await outcome(say({ pack: 'UK' }))).toBe('not-allowed');
    expect(await outcome(vault.ask('housePlace.get', {}))).toBe('ok');
  });
});
