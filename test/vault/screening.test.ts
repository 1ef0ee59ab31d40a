// Well-being screens and their safety step, through the router (domain §5, scenario 5 of §24, the row of 5 March of §24b).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { InstrumentId } from '#shared/instruments/instrument-definition';
import type { ScreeningAnswers } from '#shared/records/screening';
import type { SafetyStepEnd } from '#shared/records/safety-step';
import { openCase, said } from '../helpers/casework.ts';
import { english } from '#shared/text/english';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const COLLEAGUE = { signInName: 'jo', passphrase: passphraseOf('jo') };
const NIGHT = { signInName: 'vera', passphrase: passphraseOf('vera') };

let vault: TestVault;
let maya: CaseFileId;
let jo: StaffMemberId;

const items = (answers: readonly (number | null)[], gate: 'YES' | 'NO' | null = null): ScreeningAnswers => ({
  entry: 'items',
  gate,
  answers: [...answers],
});
const save = (instrumentId: InstrumentId, given: ScreeningAnswers, more: object = {}) =>
  vault.ask('screening.save', {
    caseFileId: maya,
    instrumentId,
    instrumentVersion: 1,
    doneOn: '2026-03-05',
    given,
    ageSaid: true,
    ...more,
  });
/** The rule that refused, or the code of another ending. */
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
  }
};
const as = async (who: typeof DIRECTOR): Promise<void> => {
  vault.vault.close();
  await vault.unlock(who);
};
const list = () => vault.ask('screening.list', { caseFileId: maya });
const at = (utc: string): number => Date.parse(`${utc}Z`);
const ending = (more: Partial<SafetyStepEnd> = {}): SafetyStepEnd => ({
  how: 'WENT_THROUGH',
  safeNow: 'YES',
  means: 'PUT_AWAY',
  staysWith: 'zebrafinch until breakfast',
  informed: 'quillwort, the clinician',
  nextCheckAt: at('2026-03-05T20:00'),
  ...more,
});

beforeAll(async () => {
  vault = await newVault('2026-03-05T14:00');
  maya = await openCase(vault);
  jo = (await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...COLLEAGUE })).id;
  await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: jo });
  await vault.ask('staffMember.add', { name: 'Vera', role: 'house-staff', ...NIGHT });
});
afterAll(() => vault.remove());

describe('the row of 5 March', () => {
  it('PHQ-2 (2,1) is 3, positive; PHQ-9 [2,1,2,2,1,1,1,0,1] is 11, moderate, and opens the safety step', async () => {
    expect(await save('phq-2', items([2, 1]))).toMatchObject({
      result: { kind: 'total', total: 3, cut: 3, positive: true },
      safety: null,
      step: null,
    });
    const row = await save('phq-9', items([2, 1, 2, 2, 1, 1, 1, 0, 1]));
    expect(row).toMatchObject({
      result: { total: 11, band: 'MODERATE', positive: true },
      safety: 'PHQ9_ITEM_9',
      step: { isOpen: true },
    });
    const today = await vault.ask('today.get', {});
    expect(today.safetySteps).toMatchObject([{ of: { nameUsed: 'Maya' }, screeningId: row.id }]);
    expect(today.needs).toEqual([]);
  });
});

describe('the safety step', () => {
  let stepId: RecordId;
  beforeAll(async () => {
    stepId = (await list()).rows.find(({ step }) => step !== null)!.step!.id;
  });
  const end = (change: Partial<SafetyStepEnd>) =>
    vault.ask('safetyStep.end', { stepId, basedOn: 1, end: ending(change) });

  it('does not end while it is open whether she is safe, or when somebody looks in again', async () => {
    expect(await rule(end({ safeNow: null }))).toBe('safety-step-questions');
    expect(await rule(end({ nextCheckAt: null }))).toBe('safety-step-questions');
  });

  it('takes only a time that is still to come, within a week', async () => {
    expect(await rule(end({ nextCheckAt: at('2026-03-05T13:59') }))).toBe('safety-step-check-time');
    expect(await rule(end({ nextCheckAt: at('2026-03-12T14:01') }))).toBe('safety-step-check-time');
  });

  it('keeps its screening from being set aside while it is open', async () => {
    const { rows } = await list();
    const screened = rows.find(({ step }) => step !== null)!;
    expect(await rule(vault.ask('screening.setAside', { screeningId: screened.id, basedOn: 1 }))).toBe(
      'screening-step-open',
    );
  });

  it('ends gone through, leaves Today, and becomes a look in at 20:00', async () => {
    expect(await end({})).toMatchObject({ status: 'WENT_THROUGH', endedAt: at('2026-03-05T14:00'), safeNow: 'YES' });
    const today = await vault.ask('today.get', {});
    expect(today.safetySteps).toEqual([]);
    expect(today.needs).toMatchObject([{ dueAt: at('2026-03-05T20:00'), urgency: 'U1' }]);
    expect(await rule(end({}))).toBe('safety-step-ended');
  });

  it('shows the house a check-in at 20:00 and nothing else', async () => {
    await as(NIGHT);
    const heard = JSON.stringify([
      await vault.ask('today.get', {}),
      await vault.ask('need.due', {}),
      await vault.ask('caseFile.houseList', {}),
      await vault.ask('caseFile.houseCard', { caseFileId: maya }),
    ]);
    expect(await vault.ask('today.get', {})).toMatchObject({
      needs: [{ sees: 'check-in', title: '', note: '', domain: null, dueAt: at('2026-03-05T20:00') }],
      safetySteps: [],
    });
    for (const word of ['PHQ', 'phq-9', 'screening', 'MODERATE', 'zebrafinch', 'quillwort', 'CHECK_IN', 'EMOTIONAL'])
      expect(heard).not.toContain(word);
    expect(await outcome(list())).toBe('not-allowed');
    expect(await outcome(vault.ask('safetyStep.get', { stepId }))).toBe('not-allowed');
  });

  it('is said to be done by the house, which looked in; the step waits for who plans the next look', async () => {
    vault.clock.set('2026-03-05T20:02');
    const [look] = (await vault.ask('need.due', {})).needs;
    expect(look).toMatchObject({ sees: 'check-in', mayTick: true });
    await vault.ask('need.tick', { needId: look!.id, basedOn: look!.revision });
    expect((await vault.ask('need.due', {})).total).toBe(0);
    await as(DIRECTOR);
    expect(await vault.ask('safetyStep.get', { stepId })).toMatchObject({ nextCheckAt: at('2026-03-05T20:00') });
  });

  it('takes the next look when somebody looked in, until none is needed', async () => {
    vault.clock.set('2026-03-05T20:05');
    const next = at('2026-03-06T08:00');
    expect(await vault.ask('safetyStep.checked', { stepId, basedOn: 2, nextCheckAt: next })).toMatchObject({
      nextCheckAt: next,
    });
    expect((await vault.ask('today.get', {})).needs).toMatchObject([{ dueAt: next }]);
    await vault.ask('safetyStep.checked', { stepId, basedOn: 3, nextCheckAt: null });
    expect((await vault.ask('today.get', {})).needs).toEqual([]);
  });
});

describe('scenario 5: PHQ-9 of 1 with the ninth question at 1', () => {
  it('is minimal, opens the step, and she may end it with a time to look in', async () => {
    const row = await save('phq-9', items([0, 0, 0, 0, 0, 0, 0, 0, 1]));
    expect(row).toMatchObject({ result: { total: 1, band: 'MINIMAL' }, step: { isOpen: true } });
    const nextCheckAt = at('2026-03-06T20:00');
    const declined = ending({ how: 'SURVIVOR_DECLINED', safeNow: null, means: null, staysWith: '', informed: '' });
    const end = { ...declined, nextCheckAt };
    expect(await vault.ask('safetyStep.end', { stepId: row.step!.id, basedOn: 1, end })).toMatchObject({
      status: 'SURVIVOR_DECLINED',
      nextCheckAt,
    });
    expect((await vault.ask('today.get', {})).needs).toMatchObject([{ dueAt: nextCheckAt }]);
  });

  it('ends without a time too, when she wants none', async () => {
    const row = await save('c-ssrs', { entry: 'c-ssrs', tier: 'HIGH' });
    const end = ending({ how: 'SURVIVOR_DECLINED', safeNow: null, nextCheckAt: null });
    expect(await outcome(vault.ask('safetyStep.end', { stepId: row.step!.id, basedOn: 1, end }))).toBe('ok');
  });
});

describe('a screening', () => {
  it('keeps the cut-off it was read with, whatever the shelter sets later', async () => {
    const three = items([1, 1, 1, 0, 0], 'YES');
    await save('pc-ptsd-5', three);
    const set = { crisisContacts: [], cuts: { pcPtsd5: 4, pcl5: 33 }, trainedIds: [] };
    await vault.ask('wellbeingSetting.save', { ...set, basedOn: 0 });
    await save('pc-ptsd-5', three);
    const results = (await list()).rows.filter(({ instrumentId }) => instrumentId === 'pc-ptsd-5');
    expect(results.map(({ result }) => result)).toMatchObject([
      { total: 3, cut: 4, positive: false },
      { total: 3, cut: 3, positive: true },
    ]);
  });

  it('without every answer is kept without a total', async () =>
    expect(await save('phq-9', items([1, 1, 1, 1, 1, 1, 1, null, null]))).toMatchObject({
      result: { kind: 'incomplete', answered: 7, asked: 9 },
    }));

  it('set aside stays readable and says so', async () => {
    const row = await save('gad-2', items([3, 3]));
    expect(await vault.ask('screening.setAside', { screeningId: row.id, basedOn: 1 })).toMatchObject({
      setAside: true,
    });
    expect((await list()).rows.find(({ id }) => id === row.id)).toMatchObject({ setAside: true, result: { total: 6 } });
  });

  it('is of a day that has come, with answers that fit', async () => {
    expect(await rule(save('gad-2', items([1, 1]), { doneOn: '2026-03-06' }))).toBe('screening-day');
    expect(await rule(save('gad-2', items([1, 1, 1])))).toBe('screening-answers');
    expect(await rule(save('gad-2', items([1, 1]), { instrumentVersion: 9 }))).toBe('screening-answers');
  });

  it('stands in the timeline as a day, without what came out', async () => {
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    const told = entries.filter(({ recordKind }) => ['screening', 'safety-step', 'need'].includes(recordKind));
    expect(new Set(told.map(({ event }) => event))).toEqual(
      new Set(['need-settled', 'screening-done', 'screening-set-aside', 'safety-step-ended', 'safety-step-checked']),
    );
    // Of the look in that the house said was done: that somebody looked in, and nothing of what for.
    expect(new Set(told.map(({ words }) => words))).toEqual(new Set(['', english.needs.code.CHECK_IN]));
  });

  it('is found by no word', async () => {
    const found = await vault.ask('caseFile.search', { query: 'zebrafinch' });
    expect(JSON.stringify(found)).not.toContain(maya);
  });
});

describe('age', () => {
  const intake = (basedOn: number, answers: object) =>
    vault.ask('intake.save', { caseFileId: maya, basedOn, formVersion: 1, answers: answers as never });

  it('that nobody knows is asked about once', async () => {
    const heron = await openCase(vault, 'Heron');
    const first = { caseFileId: heron, ageSaid: false };
    expect((await vault.ask('screening.list', { caseFileId: heron })).age).toBe('UNKNOWN');
    expect(await rule(save('gad-2', items([1, 1]), first))).toBe('screening-age');
    await save('gad-2', items([1, 1]), { ...first, ageSaid: true });
    expect((await vault.ask('screening.list', { caseFileId: heron })).age).toBe('OLD_ENOUGH');
    expect(await outcome(save('gad-2', items([1, 1]), first))).toBe('ok');
    expect(await rule(save('gad-2', items([1, 1]), { ...first, doneOn: '2026-03-04' }))).toBe('screening-age');
  });

  it('under 12 there is no screen', async () => {
    await intake(0, { 'born-on': said({ precision: 'exact', date: '2014-03-06' }) });
    expect((await list()).age).toBe('UNDER_12');
    expect(await rule(save('gad-2', items([1, 1])))).toBe('screening-under-12');
    await intake(1, { 'born-on': said({ precision: 'exact', date: '1999-03-06' }) });
    expect(await outcome(save('gad-2', items([1, 1]), { ageSaid: false }))).toBe('ok');
  });
});

describe('who screens', () => {
  it('a case manager reads what came out and nothing more, until a director names her as trained', async () => {
    const mine = (await list()).rows.find(({ instrumentId }) => instrumentId === 'phq-2')!;
    await as(COLLEAGUE);
    const read = await list();
    expect(read.mayScreen).toBe(false);
    expect(read.rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(read)).not.toContain('answers');
    expect(await outcome(save('gad-2', items([1, 1])))).toBe('not-allowed');
    expect(await outcome(vault.ask('screening.openAnswers', { screeningId: mine.id, reason: 'her visit' }))).toBe(
      'not-allowed',
    );
    expect(await outcome(vault.ask('wellbeingSetting.get', {}))).toBe('not-allowed');

    await as(DIRECTOR);
    const { revision, ...set } = await vault.ask('wellbeingSetting.get', {});
    await vault.ask('wellbeingSetting.save', { ...set, trainedIds: [jo], basedOn: revision });
    await as(COLLEAGUE);
    expect((await list()).mayScreen).toBe(true);
    expect(await outcome(save('gad-2', items([1, 1])))).toBe('ok');
    // Answers of a colleague ask for a reason, one's own do not.
    expect(await rule(vault.ask('screening.openAnswers', { screeningId: mine.id }))).toBe('screening-reason');
    const { given } = await vault.ask('screening.openAnswers', { screeningId: mine.id, reason: 'her visit' });
    expect(given).toEqual(items([2, 1]));
    const own = (await list()).rows.find(({ savedBy }) => savedBy?.name === 'Jo')!;
    expect(await outcome(vault.ask('screening.openAnswers', { screeningId: own.id }))).toBe('ok');
    await as(DIRECTOR);
  });

  it('a clinician of the case screens without being named', async () => {
    const clinician = { signInName: 'ines', passphrase: passphraseOf('ines') };
    const { id } = await vault.ask('staffMember.add', { name: 'Ines', role: 'clinician', ...clinician });
    await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: id });
    await as(clinician);
    expect((await list()).mayScreen).toBe(true);
    expect(await outcome(save('gad-2', items([1, 1])))).toBe('ok');
    await as(DIRECTOR);
  });

  it('everybody reads the numbers to call, only a director writes them', async () => {
    const { revision, ...set } = await vault.ask('wellbeingSetting.get', {});
    const contact = { name: 'Night line', reach: '555 0100', note: 'day and night' };
    await vault.ask('wellbeingSetting.save', { ...set, crisisContacts: [contact], basedOn: revision });
    await as(NIGHT);
    expect(await vault.ask('wellbeingSetting.crisisContacts', {})).toEqual([contact]);
    expect(await outcome(vault.ask('wellbeingSetting.save', { ...set, basedOn: revision + 1 }))).toBe('not-allowed');
    await as(DIRECTOR);
  });
});
