// domain §18: leaving the house well. What is prepared is kept, nobody is asked to leave by a button, and who agreed is asked later.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { emptyExit, ExitItem, type ExitWritten } from '#shared/records/case-exit';
import { aSafetyPlan, openCase } from '../helpers/casework.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(maya), riskLevelWorker: 'LOW', riskLevelSurvivor: 'LOW' });
});
afterAll(() => vault.remove());

const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'kept';
  } catch (error) {
    return error instanceof VaultError ? error.facts['rule'] : error;
  }
};
const settled = Object.fromEntries(
  ExitItem.options.map((item) => [item, { state: 'DONE' as const, why: '' }]),
) as Record<ExitItem, { state: 'DONE'; why: string }>;
const ready = (change: Partial<ExitWritten> = {}): ExitWritten => ({
  ...emptyExit,
  on: '2026-06-20',
  reason: 'MOVED_ON_BY_CHOICE',
  destination: '410',
  checklist: settled,
  followUp: { answer: 'YES', rules: 'Text only, weekdays.', until: '2026-12-17' },
  ...change,
});
const save = (exit: ExitWritten, basedOn: number, caseFileId = maya) =>
  vault.ask('caseExit.save', { caseFileId, basedOn, exit });
const finish = (basedOn: number, caseFileId = maya) => vault.ask('caseExit.finish', { caseFileId, basedOn });

describe('an exit', () => {
  it('calls for a look at the safety plan when it begins, once', async () => {
    vault.clock.set('2026-06-18T10:00');
    await save(emptyExit, 0);
    const { plan } = await vault.ask('safetyPlan.get', { caseFileId: maya });
    expect(plan).toMatchObject({ triggers: [{ trigger: 'BEFORE_EXIT', on: '2026-06-18' }], reviewDueOn: '2026-04-01' });
    await vault.ask('safetyPlan.markReviewed', { caseFileId: maya });
    await save({ ...emptyExit, reason: 'REUNITED' }, 1);
    expect((await vault.ask('safetyPlan.get', { caseFileId: maya })).plan?.triggers).toEqual([]);
    expect(await outcome(save(emptyExit, 1))).toBe('conflict');
  });

  it('is not finished before its day, its reason, its list and what was agreed are there', async () => {
    vault.clock.set('2026-06-20T10:00');
    const { COPIES: _copies, ...withoutCopies } = settled;
    const refused: [Partial<ExitWritten>, string][] = [
      [{ on: null }, 'exit-day'],
      [{ on: '2026-06-21' }, 'exit-day'],
      [{ on: '2026-03-01' }, 'exit-day'],
      [{ reason: null }, 'exit-reason'],
      [{ reason: 'ASKED_TO_LEAVE' }, 'exit-alternatives'],
      [{ checklist: withoutCopies }, 'exit-checklist'],
      [{ checklist: { ...settled, COPIES: { state: 'LATER', why: '' } } }, 'exit-checklist'],
      [{ followUp: { answer: 'YES', rules: '', until: '2026-12-17' } }, 'exit-follow-up'],
      [{ followUp: { answer: 'YES', rules: 'Text only.', until: '2026-06-19' } }, 'exit-follow-up'],
    ];
    let revision = 2;
    for (const [change, name] of refused) {
      revision = (await save(ready(change), revision)).revision;
      expect([name, await rule(finish(revision))]).toEqual([name, name]);
    }
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).status).toBe('INTAKE');
    await save(ready({ checklist: { ...settled, COPIES: { state: 'LATER', why: 'The printer.' } } }), revision);
  });

  it('with her yes moves the case into follow-up on 07-20, 09-18 and 12-17 (domain §24b)', async () => {
    const { open } = await vault.ask('caseExit.get', { caseFileId: maya });
    expect(await finish(open!.revision)).toMatchObject({ finishedOn: '2026-06-20' });
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).status).toBe('FOLLOW_UP');
    const list = await vault.ask('followUp.list', { caseFileId: maya });
    expect(list.map(({ dueOn }) => dueOn)).toEqual(['2026-07-20', '2026-09-18', '2026-12-17']);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries[0]?.event).toBe('case-follow-up');
    expect(entries.filter(({ event }) => event === 'exit-begun')).toHaveLength(1);
    expect(await vault.ask('caseFile.houseList', {})).toEqual([]);
  });

  it('without it closes the case, with its reason', async () => {
    const heron = await openCase(vault, 'Heron');
    const { revision } = await save(ready({ followUp: emptyExit.followUp }), 0, heron);
    await finish(revision, heron);
    expect(await vault.ask('caseFile.get', { caseFileId: heron })).toMatchObject({
      status: 'CLOSED',
      closing: { on: '2026-06-20', reason: 'MOVED_ON_BY_CHOICE' },
    });
    expect(await vault.ask('followUp.list', { caseFileId: heron })).toEqual([]);
    expect(await rule(save(emptyExit, 0, heron))).toBe('case-status');
  });

  it('what is still kept for her is given back, or put off with a word of why, before it is finished', async () => {
    const ada = await openCase(vault, 'Ada');
    const thing = { caseFileId: ada, kind: 'PAPER' as const, what: 'Passport', place: 'Safe 2', yes: 'ALOUD' as const };
    const { thingId } = await vault.ask('keptThing.takeIn', thing);
    const exit = ready({ followUp: emptyExit.followUp });
    const { revision } = await save(exit, 0, ada);
    expect(await rule(finish(revision, ada))).toBe('exit-belongings');
    const notNeeded = { ...settled, BELONGINGS: { state: 'NOT_NEEDED' as const, why: '' } };
    const again = await save(ready({ ...exit, checklist: notNeeded }), revision, ada);
    expect(await rule(finish(again.revision, ada))).toBe('exit-belongings');
    await vault.ask('keptThing.giveBack', { thingId, basedOn: 1, yes: 'ALOUD', to: '' });
    expect(await rule(finish(again.revision, ada))).toBe('kept');

    const eve = await openCase(vault, 'Eve');
    await vault.ask('keptThing.takeIn', { ...thing, caseFileId: eve });
    const later = { ...settled, BELONGINGS: { state: 'LATER' as const, why: 'She fetches it on Monday.' } };
    const waiting = await save(ready({ ...exit, checklist: later }), 0, eve);
    expect(await rule(finish(waiting.revision, eve))).toBe('kept');
    expect((await vault.ask('keptThing.list', {})).things).toMatchObject([{ what: 'Passport' }]);
  });

  it('asking somebody to leave is a director’s, says what was offered, and never a button', async () => {
    const wren = await openCase(vault, 'Wren');
    const asked = ready({
      reason: 'ASKED_TO_LEAVE',
      alternatives: 'A bed at the other house.',
      followUp: emptyExit.followUp,
    });
    expect(await rule(vault.ask('caseFile.close', { caseFileId: wren, reason: 'ASKED_TO_LEAVE' }))).toBe(
      'exit-director',
    );
    const { revision } = await save(asked, 0, wren);
    await vault.signInAs('case-manager', wren);
    expect(await rule(finish(revision, wren))).toBe('exit-director');
    vault.vault.close();
    await vault.unlock(DIRECTOR);
    await finish(revision, wren);
    expect((await vault.ask('caseFile.get', { caseFileId: wren })).closing?.reason).toBe('ASKED_TO_LEAVE');
  });
});

describe('follow-ups', () => {
  it('stand on Today from a week before, and while nobody was reached', async () => {
    vault.clock.set('2026-07-12T10:00');
    expect((await vault.ask('today.get', {})).followUps).toEqual([]);
    vault.clock.set('2026-07-21T10:00');
    const [first] = await vault.ask('followUp.list', { caseFileId: maya });
    await vault.ask('followUp.attempt', { followUpId: first!.id, basedOn: 1, outcome: 'NOT_REACHED' });
    expect((await vault.ask('today.get', {})).followUps).toMatchObject([
      { followUpId: first!.id, of: { nameUsed: 'Maya' }, day: 30, dueOn: '2026-07-20', attempts: 1 },
    ]);
    const days = { from: '2026-07-20', to: '2026-09-30', zone: 'Europe/Lisbon' };
    const { coming } = await vault.ask('calendar.agenda', days);
    expect(coming.items.filter(({ kind }) => kind === 'follow-up').map(({ on }) => on)).toEqual([
      '2026-07-20',
      '2026-09-18',
    ]);
    expect(
      await outcome(vault.ask('followUp.attempt', { followUpId: first!.id, basedOn: 1, outcome: 'SAFE_OK' })),
    ).toBe('conflict');
    await vault.ask('followUp.attempt', { followUpId: first!.id, basedOn: 2, outcome: 'SAFE_OK' });
    expect((await vault.ask('today.get', {})).followUps).toEqual([]);
    expect(await rule(vault.ask('followUp.attempt', { followUpId: first!.id, basedOn: 3, outcome: 'SAFE_OK' }))).toBe(
      'follow-up-ended',
    );
  });

  it('end all together when she wants no more of it', async () => {
    vault.clock.set('2026-09-18T10:00');
    const [, second] = await vault.ask('followUp.list', { caseFileId: maya });
    await vault.ask('followUp.attempt', { followUpId: second!.id, basedOn: 1, outcome: 'DECLINED' });
    expect((await vault.ask('followUp.list', { caseFileId: maya })).map(({ end }) => end)).toEqual([
      'SAFE_OK',
      'DECLINED',
      'DECLINED',
    ]);
  });

  it('are not asked after her permission ended, and those of an earlier exit give way to the next', async () => {
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'ACTIVE', why: 'Back for a while.' });
    const first = await save(
      ready({ on: '2026-09-18', followUp: { answer: 'YES', rules: 'Text.', until: '2026-10-20' } }),
      0,
    );
    await finish(first.revision);
    vault.clock.set('2026-10-21T10:00');
    const [waiting] = await vault.ask('followUp.list', { caseFileId: maya });
    expect(waiting?.dueOn).toBe('2026-10-18');
    expect((await vault.ask('today.get', {})).followUps).toEqual([]);
    expect(await rule(vault.ask('followUp.attempt', { followUpId: waiting!.id, basedOn: 1, outcome: 'SAFE_OK' }))).toBe(
      'follow-up-permission',
    );
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'ACTIVE' });
    const next = await save(
      ready({ on: '2026-10-21', followUp: { answer: 'YES', rules: 'Text.', until: '2027-04-30' } }),
      0,
    );
    await finish(next.revision);
    expect((await vault.ask('followUp.list', { caseFileId: maya })).map(({ end }) => end)).toEqual([null, null, null]);
  });
});
