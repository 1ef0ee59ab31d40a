// The two gates of domain §11: they hold from when a director switches them on, say what is missing, and let past for a reason.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { aNote, aSafetyPlan, openCase, said } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };
const REASON = 'Nobody else is in the house tonight';
let vault: TestVault;
let noor: StaffMemberId;
let ana: StaffMemberId;
/** Noor's case; she is under 18 once `isMinor` was called. */
let heron: CaseFileId;
const made: TestVault[] = [];
afterAll(async () => {
  for (const one of made) await one.remove();
});

async function as(who: typeof NOOR): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}

/** Ana is signed in; Noor works with Heron and wrote a note. */
beforeEach(async () => {
  vault = await newVault('2026-05-02T09:00');
  made.push(vault);
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
  ana = (await vault.ask('staffMember.names', {})).find(({ name }) => name === 'Ana')!.id;
  await as(NOOR);
  heron = await openCase(vault, 'Heron');
  await vault.ask('caseNote.add', aNote(heron, { body: 'quillwort' }));
  await as(DIRECTOR);
});

const turn = async (isOn: boolean, reason = '') =>
  vault.ask('trainingGate.turn', { basedOn: (await vault.ask('trainingGate.get', {})).revision, isOn, reason });
const facts = async (staffMemberId: StaffMemberId, change: object) => {
  const { revision: basedOn, ...known } = await vault.ask('colleagueFacts.get', { staffMemberId });
  return vault.ask('colleagueFacts.save', { ...known, ...change, basedOn });
};
const did = (staffMemberId: StaffMemberId, courseCode: string, on = '2026-04-01') =>
  vault.ask('training.complete', { staffMemberId, courseCode, on, hours: 1, provider: '', evidence: '' });
const notes = (): Promise<string> => ruleOf(vault.ask('caseNote.list', { caseFileId: heron }));

describe('the gate before what people told', () => {
  it('is open in a new house and in one from before, until a director switches it on', async () => {
    expect(await vault.ask('trainingGate.get', {})).toMatchObject({ isOn: false, since: null });
    await as(NOOR);
    expect(await notes()).toBe('ok');
    expect(await outcome(vault.ask('trainingGate.turn', { basedOn: 0, isOn: true, reason: '' }))).toBe('not-allowed');
  });

  it('names beforehand whom it will hold back, and by what', async () => {
    await facts(ana, { agreementOn: '2026-01-01', minorsOn: '2026-01-01' });
    await did(ana, 'DATA');
    const { heldBack } = await vault.ask('trainingGate.get', {});
    expect(heldBack.map(({ person, lacking }) => [person.name, lacking])).toEqual([
      ['Ana', ['MINORS_COURSE']],
      ['Noor', ['AGREEMENT', 'DATA_COURSE', 'DETERMINATION', 'MINORS_COURSE']],
    ]);
  });

  it('holds each way to what was told, says what is missing, and leaves needs and the house open', async () => {
    await turn(true);
    await as(NOOR);
    expect(await notes()).toBe('records-both');
    for (const name of ['caseFile.summary', 'intake.get', 'safetyPlan.get'] as const)
      expect(await ruleOf(vault.ask(name, { caseFileId: heron }))).toBe('records-both');
    expect(await ruleOf(vault.ask('safetyPlan.save', aSafetyPlan(heron)))).toBe('records-both');
    const found = await vault.ask('wordSearch.find', { query: 'quillwort' });
    expect(JSON.stringify(found)).not.toContain('quillwort');
    expect(await vault.ask('need.list', { caseFileId: heron })).toEqual([]);
    const { reach } = await vault.ask('caseFile.get', { caseFileId: heron });
    expect(reach).toEqual({ open: false, until: null, lacking: ['AGREEMENT', 'DATA_COURSE'] });
    expect((await vault.ask('caseFile.list', {})).rows.map(({ nameUsed }) => nameUsed)).toEqual(['Heron']);
  });

  it('opens as each is written down, and closes on the day after a course ran out', async () => {
    await turn(true);
    await facts(noor, { agreementOn: '2026-05-02' });
    await as(NOOR);
    expect(await notes()).toBe('records-course');
    await as(DIRECTOR);
    await did(noor, 'DATA', '2025-05-10');
    await as(NOOR);
    expect(await notes()).toBe('ok');
    expect(JSON.stringify(await vault.ask('wordSearch.find', { query: 'quillwort' }))).toContain('quillwort');
    vault.clock.set('2026-05-10T23:00');
    expect(await notes()).toBe('ok');
    vault.clock.set('2026-05-11T00:30');
    expect(await notes()).toBe('records-course');
  });

  it('counts no course that was struck, and no agreement that was taken out again', async () => {
    await turn(true);
    await facts(noor, { agreementOn: '2026-05-02' });
    const { id: completionId } = await did(noor, 'DATA');
    await vault.ask('training.strike', { completionId, basedOn: 1, reason: 'That was Lena' });
    await as(NOOR);
    expect(await notes()).toBe('records-course');
    await as(DIRECTOR);
    await did(noor, 'DATA');
    await facts(noor, { agreementOn: null });
    await as(NOOR);
    expect(await notes()).toBe('records-agreement');
  });

  it('lets past for fourteen days and a reason that stands in the audit, and not somebody it does not hold', async () => {
    expect(await ruleOf(vault.ask('trainingGate.letPast', { staffMemberId: noor, reason: REASON }))).toBe('gate-open');
    await turn(true);
    expect(await ruleOf(vault.ask('trainingGate.letPast', { staffMemberId: noor, reason: '' }))).toBe('gate-reason');
    const before = (await vault.ask('session.checkVault', {})).entries;
    const { heldBack } = await vault.ask('trainingGate.letPast', { staffMemberId: noor, reason: REASON });
    expect(heldBack.find(({ person }) => person.id === noor)?.pastUntil).toBe('2026-05-16');
    expect((await vault.ask('session.checkVault', {})).records['gate-override']).toBe(1);
    expect((await vault.ask('session.checkVault', {})).entries).toBeGreaterThan(before);
    await as(NOOR);
    expect(await notes()).toBe('ok');
    vault.clock.set('2026-05-17T08:00');
    expect(await notes()).toBe('records-both');
  });

  it('holds a director too, also from break-glass, who can let herself past', async () => {
    await turn(true);
    await vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON });
    expect(await notes()).toBe('records-both');
    await vault.ask('trainingGate.letPast', { staffMemberId: ana, reason: REASON });
    expect(await notes()).toBe('ok');
  });

  it('does not say so to somebody whom the case would not open to anyway', async () => {
    await turn(true);
    await vault.signInAs('case-manager');
    expect(await notes()).toBe('not-assigned');
  });

  it('is switched off with a reason, and then holds nobody', async () => {
    await turn(true);
    expect(await ruleOf(turn(false))).toBe('gate-reason');
    await turn(false, 'The course comes in June');
    await as(NOOR);
    expect(await notes()).toBe('ok');
  });
});

describe('the gate before the case of somebody under 18', () => {
  const isMinor = async (): Promise<void> => {
    await as(NOOR);
    const answers = { 'age-band': said('age-9-17') };
    await vault.ask('intake.save', { caseFileId: heron, basedOn: 0, formVersion: 1, answers });
    await as(DIRECTOR);
  };
  const add = async () =>
    vault.ask('staffMember.add', {
      name: 'Lena',
      role: 'clinician',
      signInName: 'lena',
      passphrase: passphraseOf('lena'),
    });
  const assign = (staffMemberId: StaffMemberId, more: object = {}) =>
    vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId, ...more });

  it('is open while it is switched off, and for the case of an adult', async () => {
    const lena = await add();
    await isMinor();
    await assign(lena.id);
    await turn(true);
    await as(NOOR);
    const other = await openCase(vault, 'Maya');
    await as(DIRECTOR);
    expect(await outcome(vault.ask('caseAssignment.assign', { caseFileId: other, staffMemberId: lena.id }))).toBe('ok');
  });

  it('asks for the determination and the course, and opens with both', async () => {
    const lena = await add();
    await isMinor();
    await turn(true);
    expect(await ruleOf(assign(lena.id))).toBe('minors-both');
    await facts(lena.id, { minorsOn: '2026-05-01' });
    expect(await ruleOf(assign(lena.id))).toBe('minors-course');
    await did(lena.id, 'MINORS', '2025-01-01');
    expect(await ruleOf(assign(lena.id))).toBe('minors-course');
    await did(lena.id, 'MINORS', '2026-01-01');
    await facts(lena.id, { minorsOn: null });
    expect(await ruleOf(assign(lena.id))).toBe('minors-determination');
    await facts(lena.id, { minorsOn: '2026-05-01' });
    await assign(lena.id);
  });

  it('lets past for a reason, kept with the case; and the worker of before stays', async () => {
    const lena = await add();
    await isMinor();
    await turn(true);
    const team = await assign(lena.id, { goPast: REASON });
    expect(team.now.map(({ person, lacking }) => [person.name, lacking?.length])).toEqual([
      ['Noor', 2],
      ['Lena', 2],
    ]);
    expect((await vault.ask('session.checkVault', {})).records['gate-override']).toBe(1);
    expect(
      await ruleOf(vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: ana, goPast: REASON })),
    ).toBe('reason-needed');
  });

  it('tells a director alone who is not trained for it', async () => {
    await isMinor();
    await facts(noor, { agreementOn: '2026-05-01' });
    const marks = async () =>
      (await vault.ask('caseAssignment.team', { caseFileId: heron })).now.map(({ lacking }) => lacking);
    expect(await marks()).toEqual([['DETERMINATION', 'MINORS_COURSE']]);
    await as(NOOR);
    expect(await marks()).toEqual([undefined]);
  });

  it.each([true, false])(
    'keeps an untrained colleague from coming along when two records become one, while it holds (%s)',
    async (isOn) => {
      const lena = { signInName: 'lena', passphrase: passphraseOf('lena') };
      await vault.ask('staffMember.add', { name: 'Lena', role: 'case-manager', ...lena });
      await isMinor();
      await as(lena);
      const otherCaseFileId = await openCase(vault, 'Heron');
      await as(DIRECTOR);
      if (isOn) {
        await turn(true);
        await vault.ask('trainingGate.letPast', { staffMemberId: ana, reason: REASON });
      }
      for (const caseFileId of [heron, otherCaseFileId])
        await vault.ask('breakGlass.open', { caseFileId, reason: REASON });
      await vault.ask('samePerson.answer', { caseFileId: heron, otherCaseFileId, answer: 'AGREES' });
      await vault.ask('samePerson.merge', { caseFileId: heron, otherCaseFileId });
      const { now } = await vault.ask('caseAssignment.team', { caseFileId: heron });
      expect(now.map(({ person }) => person.name)).toEqual(isOn ? ['Noor'] : ['Noor', 'Lena']);
    },
  );
});
