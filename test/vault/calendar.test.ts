// The calendar: every due date of a shelter in one list, by the roles of domain §0, and tasks that colleagues give each other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import type { Agenda } from '#shared/records/calendar';
import { actsOfThisShift } from '#shared/records/shift';
import { newContactMethod } from '#shared/records/safe-contact';
import { HOUR } from '#shared/time';
import { aGoal, aNeed, aRelease, aSafetyPlan, aSupportPlan, onPaper, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const TODAY = '2026-03-12';
const step = { barrier: '', who: 'TOGETHER' as const, status: 'OPEN' as const };
const colleague = { passphrase: passphraseOf('colleague') };

let vault: TestVault;
let maya: CaseFileId;
const staff: Record<'jo' | 'bea' | 'rui', StaffMemberId> = {} as never;

beforeAll(async () => {
  vault = await newVault('2026-03-12T09:00');
  maya = await openCase(vault);
  staff.jo = (
    await vault.ask('staffMember.add', { name: 'Jo', signInName: 'jo', role: 'case-manager', ...colleague })
  ).id;
  staff.bea = (
    await vault.ask('staffMember.add', { name: 'Bea', signInName: 'bea', role: 'house-staff', ...colleague })
  ).id;
  staff.rui = (
    await vault.ask('staffMember.add', { name: 'Rui', signInName: 'rui', role: 'reports', ...colleague })
  ).id;
  await vault.ask('need.add', aNeed(maya));
  await vault.ask('need.add', {
    ...aNeed(maya),
    code: 'FAMILY_TRACING',
    domain: 'CONNECTION',
    title: 'Her sister',
    urgency: 'U2',
  });
  await vault.ask('safetyPlan.save', aSafetyPlan(maya));
  const goal = aGoal({
    targetDate: '2026-03-25',
    steps: [
      { ...step, what: 'Visit the Tuesday class', byWhen: '2026-03-17' },
      { ...step, what: 'Bus ticket', byWhen: '2026-03-16', status: 'DONE' },
    ],
  });
  const notHers = aGoal({
    proposedBy: 'STAFF',
    status: 'PROPOSED',
    steps: [{ ...step, what: 'Not asked', byWhen: '2026-03-18' }],
  });
  await vault.ask('supportPlan.save', aSupportPlan(maya, [goal, notHers]));
  const release = await vault.ask('release.draft', {
    basedOn: 0,
    release: aRelease(maya, { startsOn: TODAY, expiresOn: '2026-03-20' }),
  });
  await vault.ask('release.sign', { releaseId: release.id, basedOn: 1, signature: onPaper(TODAY) });
  await vault.ask('caseFile.saveSafeContact', {
    caseFileId: maya,
    basedOn: 1,
    safeContact: { identifyAs: '', doNotContact: [], methods: [{ ...newContactMethod, safe: 'YES' }] },
  });
});
afterAll(() => vault.remove());

const agenda = (change: object = {}): Promise<Agenda> =>
  vault.ask('calendar.agenda', { from: TODAY, to: '2026-04-30', zone: 'Europe/Lisbon', ...change });
const lines = ({ items }: Agenda['coming']): string[] =>
  items.map(({ on, kind, words }) => `${on} ${kind} ${words}`.trim());
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'kept';
  } catch (error) {
    return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
  }
};
const as = async (signInName: string): Promise<void> => {
  vault.vault.close();
  await vault.unlock(signInName === 'ana' ? DIRECTOR : { signInName, ...colleague });
};

describe('the calendar', () => {
  it('gathers what is due from every record, in the order of days', async () => {
    const { today, coming } = await agenda();
    expect(today).toBe(TODAY);
    expect(lines(coming)).toEqual([
      '2026-03-12 safety-plan',
      '2026-03-13 need Warm clothes, shoes 38',
      '2026-03-15 need Her sister',
      '2026-03-17 plan-step Visit the Tuesday class',
      '2026-03-20 release',
      '2026-03-25 goal I want to sew again, and be paid for it.',
      '2026-04-11 support-plan',
      '2026-04-11 contact',
    ]);
    expect(coming.items.every(({ of }) => of?.nameUsed === 'Maya')).toBe(true);
  });

  it('puts an instant on the day and the hour of the place where the shelter is', async () => {
    const first = async (zone: string) => (await agenda({ zone })).coming.items.find(({ kind }) => kind === 'need')!;
    expect(await first('Europe/Lisbon')).toMatchObject({ on: '2026-03-13', time: '09:00' });
    expect(await first('Pacific/Honolulu')).toMatchObject({ on: '2026-03-12', time: '23:00' });
    expect(await outcome(agenda({ zone: 'Nowhere/Land' }))).toBe('invalid-request');
  });

  it('asks for a quarter at most, and for days in their order', async () => {
    expect(await outcome(agenda({ to: '2026-06-11' }))).toBe('ok');
    expect(await outcome(agenda({ to: '2026-06-12' }))).toBe('invalid-request');
    expect(await outcome(agenda({ to: '2026-03-11' }))).toBe('invalid-request');
  });

  it('shows a colleague her own cases, everybody’s, or those of another', async () => {
    await as('jo');
    expect((await agenda({ whose: 'all' })).coming.total).toBe(0);
    await as('ana');
    await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: staff.jo });
    await as('jo');
    expect((await agenda()).coming.total).toBe(8);
    expect((await agenda({ whose: 'all' })).coming.total).toBe(8);
    const [first] = (await agenda({ whose: 'all' })).coming.items;
    expect(first!.who).toMatchObject({ name: 'Ana' });
    expect((await agenda({ whose: first!.who!.id })).coming.total).toBe(8);
    await as('ana');
  });

  it('gives house staff the needs that are theirs and no story', async () => {
    await as('bea');
    const { coming } = await agenda({ whose: 'all' });
    expect(lines(coming)).toEqual(['2026-03-13 need Warm clothes, shoes 38']);
    await as('rui');
    expect(await outcome(agenda())).toBe('not-allowed');
    await as('ana');
  });

  it('forgets the days of a case that has closed', async () => {
    const heron = await openCase(vault, 'Heron');
    await vault.ask('need.add', { ...aNeed(heron), title: 'A phone' });
    expect(lines((await agenda()).coming)).toContain('2026-03-13 need A phone');
    await vault.ask('caseFile.close', { caseFileId: heron, reason: 'MOVED_ON_BY_CHOICE' });
    expect(lines((await agenda()).coming)).not.toContain('2026-03-13 need A phone');
  });
});

describe('a task', () => {
  const bag = { words: 'Bring the bag down', dueOn: '2026-03-14', time: '16:30' };
  const tasksOf = async (whose: 'mine' | 'all') =>
    (await agenda({ whose })).coming.items.filter(({ kind }) => kind === 'task');

  it('is for whoever writes it, or for a colleague who then finds it in her calendar', async () => {
    expect(await vault.ask('task.add', { words: 'Call the workshop', dueOn: TODAY })).toMatchObject({
      for: { name: 'Ana' },
      of: null,
      status: 'OPEN',
    });
    await vault.ask('task.add', { ...bag, forId: staff.bea, caseFileId: maya });
    expect(await tasksOf('mine')).toMatchObject([{ words: 'Call the workshop', time: null }]);
    await as('bea');
    expect(await tasksOf('all')).toMatchObject([
      { words: bag.words, on: '2026-03-14', time: '16:30', of: { nameUsed: 'Maya' }, who: { name: 'Bea' } },
    ]);
  });

  it('is done, opened again, and moved on the revision that was read', async () => {
    const [task] = await tasksOf('mine');
    const change = (basedOn: number, to: object) =>
      vault.ask('task.change', { taskId: task!.recordId, basedOn, change: to });
    expect(await change(1, { status: 'DONE' })).toMatchObject({ status: 'DONE', revision: 2 });
    expect(await tasksOf('mine')).toEqual([]);
    expect(await outcome(change(1, { status: 'LET_GO' }))).toBe('conflict');
    await change(2, { status: 'OPEN', dueOn: '2026-03-15' });
    expect(await tasksOf('mine')).toMatchObject([{ on: '2026-03-15', revision: 3 }]);
    await as('ana');
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries.find(({ recordKind }) => recordKind === 'task')).toMatchObject({
      event: 'task-set',
      words: bag.words,
    });
  });

  it('is nobody’s business who neither gave it nor has it, case workers aside', async () => {
    const { id } = await vault.ask('task.add', { words: 'Talk with counsel', dueOn: TODAY });
    await as('bea');
    expect((await tasksOf('all')).map(({ words }) => words)).toEqual([bag.words]);
    expect(await outcome(vault.ask('task.change', { taskId: id, basedOn: 1, change: { status: 'DONE' } }))).toBe(
      'not-found',
    );
    await as('jo');
    expect((await tasksOf('all')).map(({ words }) => words)).toContain('Talk with counsel');
    await as('ana');
  });

  it('is given only to somebody who works in the house and sees the case', async () => {
    const add = (change: object) => rule(vault.ask('task.add', { ...bag, ...change }));
    expect(await add({ dueOn: '2026-03-11' })).toBe('task-past');
    expect(await add({ forId: staff.rui })).toBe('task-for');
    expect((await vault.ask('task.people', {})).map(({ name }) => name)).toEqual(['Ana', 'Bea', 'Jo']);
    const asked = await vault.ask('caseFile.open', { nameUsed: 'Wren', as: 'INQUIRY' });
    expect(await add({ forId: staff.bea, caseFileId: asked.id })).toBe('task-case');
    expect(await add({ forId: staff.jo, caseFileId: asked.id })).toBe('kept');
    await as('bea');
    expect(await add({ caseFileId: asked.id })).toBe('not-found');
    await as('ana');
  });
});

describe('when days have gone by', () => {
  it('keeps what is past only while it still asks for something', async () => {
    vault.clock.set('2026-03-21T09:00');
    const { past } = await agenda({ from: '2026-03-21' });
    expect(lines(past)).toEqual([
      '2026-03-12 task Call the workshop',
      '2026-03-12 task Talk with counsel',
      '2026-03-12 safety-plan',
      '2026-03-13 need Warm clothes, shoes 38',
      '2026-03-15 need Her sister',
      '2026-03-17 plan-step Visit the Tuesday class',
    ]);
    expect((await agenda({ from: '2026-04-01' })).past.total).toBe(0);
  });
});

describe('since the last shift', () => {
  it('tells what others did in her open cases after her last act before five hours of rest, never what is sealed', async () => {
    await as('jo');
    const toldToJo = (await vault.ask('calendar.sinceLastShift', {})).entries;
    expect(toldToJo.filter(({ by }) => by?.name === 'Jo')).toEqual([]);
    vault.clock.set('2026-03-21T22:00');
    await vault.ask('need.add', { ...aNeed(maya), title: 'A quiet room' });
    const sealed = { 'code-word': { state: 'ANSWERED', value: 'kettle', source: 'EXPRESSED' } } as const;
    await vault.ask('safetyPlan.saveSealed', { caseFileId: maya, basedOn: 0, formVersion: 1, answers: sealed });
    vault.clock.set('2026-03-22T06:00');
    await as('ana');
    const { since, entries, total } = await vault.ask('calendar.sinceLastShift', {});
    expect(since).toBe(Date.parse('2026-03-12T09:00Z'));
    expect(entries).toMatchObject([
      { event: 'need-added', words: 'A quiet room', by: { name: 'Jo' }, of: { nameUsed: 'Maya' } },
    ]);
    expect(total).toBe(1);
    await as('bea');
    expect(await outcome(vault.ask('calendar.sinceLastShift', {}))).toBe('not-allowed');
    await as('ana');
  });

  it('finds the beginning of a shift by the first long rest, also past midnight', () => {
    const at = (hour: number) => hour * HOUR;
    expect(actsOfThisShift([at(30), at(26), at(22), at(7)], at(31))).toBe(3);
    expect(actsOfThisShift([at(22)], at(27))).toBe(1);
    expect(actsOfThisShift([at(22)], at(27.1))).toBe(0);
    expect(actsOfThisShift([], at(22))).toBe(0);
  });
});
