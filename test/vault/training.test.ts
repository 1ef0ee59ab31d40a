// Courses, what colleagues have done of them, what is known of a colleague, and supervision, through the router.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffMemberId } from '#shared/ids';
import { noFacts } from '#shared/records/colleague-facts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };
let vault: TestVault;
let noor: StaffMemberId;
const made: TestVault[] = [];
afterAll(async () => {
  for (const one of made) await one.remove();
});
beforeEach(async () => {
  vault = await newVault('2026-05-02T09:00');
  made.push(vault);
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
});

const did = (courseCode: string, on: string, staffMemberId = noor) =>
  vault.ask('training.complete', {
    staffMemberId,
    courseCode,
    on,
    hours: 2,
    provider: 'Clinic A',
    evidence: 'folder 3',
  });
const cell = async (code: string) =>
  (await vault.ask('training.ofColleague', { staffMemberId: noor })).cells.find((one) => one.code === code);

describe('the list of courses', () => {
  it('is the core topics until it is changed, and then what the house made of it', async () => {
    const { courses, revision } = await vault.ask('course.list', {});
    expect([courses.length, revision]).toEqual([17, 0]);
    const own = { topic: 'The alarm', hours: 0.5, renewMonths: 6, mandatoryFor: ['case-manager' as const] };
    const added = await vault.ask('course.save', { basedOn: 0, code: null, ...own });
    expect(added.courses.at(-1)).toEqual({ code: 'OWN_1', ...own });
    const data = { topic: '', hours: 2, renewMonths: 24, mandatoryFor: [] };
    const changed = await vault.ask('course.save', { basedOn: 1, code: 'DATA', ...data });
    expect(changed.courses[0]).toEqual({ code: 'DATA', ...data });
    expect(await outcome(vault.ask('course.save', { basedOn: 1, code: 'DATA', ...data }))).toBe('conflict');
  });

  it('asks for a name, and for one that no other course has', async () => {
    const own = { basedOn: 0, code: null, hours: 1, renewMonths: null, mandatoryFor: [] };
    expect(await ruleOf(vault.ask('course.save', { ...own, topic: '' }))).toBe('course-topic');
    await vault.ask('course.save', { ...own, topic: 'The alarm' });
    expect(await ruleOf(vault.ask('course.save', { ...own, basedOn: 1, topic: 'the Alarm' }))).toBe('course-known');
    const unknown = { ...own, basedOn: 1, topic: 'Other', code: 'NOT_THERE' };
    expect(await outcome(vault.ask('course.save', unknown))).toBe('not-found');
  });

  it('lets a course go but keeps who did it, and never calls another one by its code', async () => {
    const own = { hours: 1, renewMonths: null, mandatoryFor: [] };
    await vault.ask('course.save', { basedOn: 0, code: null, topic: 'The alarm', ...own });
    await did('OWN_1', '2026-05-01');
    await vault.ask('course.drop', { basedOn: 1, code: 'OWN_1' });
    expect((await vault.ask('training.ofColleague', { staffMemberId: noor })).completions).toHaveLength(1);
    const next = await vault.ask('course.save', { basedOn: 2, code: null, topic: 'The bell', ...own });
    expect(next.courses.at(-1)?.code).toBe('OWN_2');
    for (const code of ['DATA', 'MINORS'])
      expect(await ruleOf(vault.ask('course.drop', { basedOn: 3, code }))).toBe('course-gate');
  });
});

describe('what a colleague has done', () => {
  it('counts to the end of a month that is shorter (domain §11)', async () => {
    expect((await did('CONFIDENTIALITY', '2025-02-28')).expiresOn).toBe('2026-02-28');
    expect((await did('CONFIDENTIALITY', '2024-02-29')).expiresOn).toBe('2025-02-28');
    expect(await cell('CONFIDENTIALITY')).toMatchObject({ status: 'EXPIRED', doneOn: '2025-02-28', isMandatory: true });
  });

  it('keeps the day it was given when the course is changed afterwards', async () => {
    await did('DATA', '2026-01-10');
    await vault.ask('course.save', { basedOn: 0, code: 'DATA', topic: '', hours: 1, renewMonths: 1, mandatoryFor: [] });
    expect(await cell('DATA')).toMatchObject({ status: 'CURRENT', expiresOn: '2027-01-10', isMandatory: false });
  });

  it('is due 60 days before, and expired the day after', async () => {
    await did('DATA', '2025-07-01');
    expect(await cell('DATA')).toMatchObject({ status: 'DUE' });
    vault.clock.set('2026-07-01T09:00');
    expect(await cell('DATA')).toMatchObject({ status: 'DUE' });
    vault.clock.set('2026-07-02T09:00');
    expect(await cell('DATA')).toMatchObject({ status: 'EXPIRED' });
  });

  it('is struck with a reason when it was a mistake, and no longer counts', async () => {
    const { id: completionId } = await did('DATA', '2026-05-01');
    const strike = { completionId, basedOn: 1 };
    expect(await ruleOf(vault.ask('training.strike', { ...strike, reason: '' }))).toBe('training-reason');
    await vault.ask('training.strike', { ...strike, reason: 'That was Lena' });
    expect(await cell('DATA')).toMatchObject({ status: 'MISSING' });
    const again = vault.ask('training.strike', { ...strike, basedOn: 2, reason: 'Again' });
    expect(await ruleOf(again)).toBe('training-struck');
    const { completions } = await vault.ask('training.ofColleague', { staffMemberId: noor });
    expect(completions[0]?.struck?.reason).toBe('That was Lena');
  });

  it('lies behind, and is of a course on the list', async () => {
    expect(await ruleOf(did('DATA', '2026-05-03'))).toBe('training-later');
    expect(await outcome(did('NOT_THERE', '2026-05-01'))).toBe('not-found');
  });
});

describe('the table of people and courses', () => {
  it('counts as domain §11 does: 5 people, 4 mandatory courses each, 17 count: 85 %', async () => {
    for (const { code } of (await vault.ask('course.list', {})).courses.filter(
      (one) => !['DATA', 'MINORS'].includes(one.code),
    ))
      await vault.ask('course.drop', { basedOn: (await vault.ask('course.list', {})).revision, code });
    const everyone = ['director' as const, 'case-manager' as const];
    for (const code of ['DATA', 'MINORS', null, null]) {
      const { revision: basedOn } = await vault.ask('course.list', {});
      const topic = code === null ? `Course ${basedOn}` : '';
      await vault.ask('course.save', { basedOn, code, topic, hours: 1, renewMonths: 12, mandatoryFor: everyone });
    }
    for (const name of ['Jo', 'Lena', 'Mira']) {
      const who = { signInName: name.toLowerCase(), passphrase: passphraseOf(name) };
      await vault.ask('staffMember.add', { name, role: 'case-manager', ...who });
    }
    const { rows, courses, percent } = await vault.ask('training.matrix', {});
    expect([rows.length, courses.length, percent]).toEqual([5, 4, 0]);
    const pairs = rows.flatMap(({ person }) => courses.map(({ code }) => [code, person.id] as const));
    for (const [code, id] of pairs.slice(0, 17)) await did(code, '2026-04-01', id);
    expect(await vault.ask('training.matrix', {})).toMatchObject({ current: 17, required: 20, percent: 85 });
  });

  it('leaves out who has no access any more, and says how many cases each has', async () => {
    await vault.ask('colleagueFacts.save', { ...noFacts(noor), basedOn: 0, caseloadCap: 3 });
    vault.vault.close();
    await vault.unlock(NOOR);
    for (const nameUsed of ['Maya', 'Heron']) await vault.ask('caseFile.open', { nameUsed });
    vault.vault.close();
    await vault.unlock();
    const noors = async () => (await vault.ask('training.matrix', {})).rows.find(({ person }) => person.id === noor);
    expect(await noors()).toMatchObject({ cases: 2, cap: 3 });
    await vault.ask('staffMember.disable', { id: noor });
    expect(await noors()).toBeUndefined();
  });
});

describe('own training', () => {
  it('is seen by oneself, and that of others by a director alone', async () => {
    await did('DATA', '2026-05-01');
    await vault.ask('supervision.add', { staffMemberId: noor, on: '2026-05-01', kind: 'WELLBEING', minutes: 45 });
    const { id: ana } = (await vault.ask('staffMember.list', {})).find(({ name }) => name === 'Ana')!;
    vault.vault.close();
    await vault.unlock(NOOR);
    const own = await vault.ask('training.own', {});
    expect([own.person.name, own.completions.length]).toEqual(['Noor', 1]);
    expect(await vault.ask('supervision.own', {})).toMatchObject([{ kind: 'WELLBEING', minutes: 45 }]);
    for (const name of ['training.ofColleague', 'colleagueFacts.get', 'supervision.ofColleague'] as const)
      expect(await outcome(vault.ask(name, { staffMemberId: ana }))).toBe('not-allowed');
    expect(await outcome(vault.ask('training.matrix', {}))).toBe('not-allowed');
  });
});

describe('what is known of a colleague', () => {
  it('is written down, changed on what is there, and never of a day ahead', async () => {
    const facts = { ...noFacts(noor), languages: ['Spanish'], startedOn: '2026-01-01', agreementOn: '2026-01-02' };
    await vault.ask('colleagueFacts.save', { ...facts, basedOn: 0 });
    expect(await vault.ask('colleagueFacts.get', { staffMemberId: noor })).toEqual({ ...facts, revision: 1 });
    expect(await outcome(vault.ask('colleagueFacts.save', { ...facts, basedOn: 0 }))).toBe('conflict');
    const save = (change: object) => vault.ask('colleagueFacts.save', { ...facts, ...change, basedOn: 1 });
    expect(await ruleOf(save({ minorsOn: '2026-05-03' }))).toBe('facts-later');
    expect(await ruleOf(save({ screening: { on: '2027-01-01', result: 'CLEAR' } }))).toBe('facts-later');
    expect(await ruleOf(save({ endsOn: '2025-12-31' }))).toBe('facts-ends-before');
  });
});

describe('supervision', () => {
  it('has a day, a kind and minutes, and no words', async () => {
    const one = { staffMemberId: noor, on: '2026-04-20', kind: 'CASE' as const, minutes: 60 };
    expect((await vault.raw('supervision.add', { ...one, words: 'She told me' })).ok).toBe(false);
    expect(await ruleOf(vault.ask('supervision.add', { ...one, on: '2026-05-03' }))).toBe('supervision-later');
    const { id: supervisionId } = await vault.ask('supervision.add', one);
    await vault.ask('supervision.add', { ...one, on: '2026-04-27', kind: 'CLINICAL' });
    const listed = () => vault.ask('supervision.ofColleague', { staffMemberId: noor });
    expect((await listed()).map(({ on }) => on)).toEqual(['2026-04-27', '2026-04-20']);
    await vault.ask('supervision.strike', { supervisionId, basedOn: 1 });
    expect((await listed()).map(({ on }) => on)).toEqual(['2026-04-27']);
  });
});
