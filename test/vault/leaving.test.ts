// Somebody leaves: what is to be handed on and collected, what each person wishes, the last days, and handing a case on in one act.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { DAY } from '#shared/time';
import { aNote, openCase, said } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const who = (name: string) => ({ signInName: name.toLowerCase(), passphrase: passphraseOf(name.toLowerCase()) });
const [NOOR, LENA] = [who('Noor'), who('Lena')];
let vault: TestVault;
let noor: StaffMemberId;
let lena: StaffMemberId;
let heron: CaseFileId;

async function as(one: typeof NOOR): Promise<void> {
  vault.vault.close();
  await vault.unlock(one);
}
const state = () => vault.ask('leaving.get', { staffMemberId: noor });
const hand = (staffMemberId: StaffMemberId, more: object = {}) =>
  vault.ask('caseAssignment.handOver', { caseFileId: heron, from: noor, staffMemberId, ...more });

/** Noor works with Heron. She is signed in at first, the director afterwards. */
beforeEach(async () => {
  vault = await newVault('2026-05-02T09:00');
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
  lena = (await vault.ask('staffMember.add', { name: 'Lena', role: 'case-manager', ...LENA })).id;
  await as(NOOR);
  heron = await openCase(vault, 'Heron');
});
afterEach(() => vault.remove());

describe('the cases of somebody who leaves', () => {
  it('stand there with what each person wishes, and with who else works on them', async () => {
    await as(DIRECTOR);
    expect((await state()).cases).toEqual([
      { of: expect.objectContaining({ caseFileId: heron }) as unknown, others: [], isMinor: false, wish: null },
    ]);
    await as(NOOR);
    const wish = { caseFileId: heron, basedOn: 0, answer: 'SAID' as const };
    expect(await ruleOf(vault.ask('workerWish.save', { ...wish, words: '' }))).toBe('wish-empty');
    await vault.ask('workerWish.save', { ...wish, words: 'A woman, please' });
    expect(await outcome(vault.ask('workerWish.save', { ...wish, words: 'Nobody' }))).toBe('conflict');
    await vault.ask('intake.save', {
      caseFileId: heron,
      basedOn: 0,
      formVersion: 1,
      answers: { 'age-band': said('age-9-17') },
    });
    await as(DIRECTOR);
    await vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: lena });
    expect((await state()).cases).toMatchObject([
      { others: [{ name: 'Lena' }], isMinor: true, wish: { answer: 'SAID', words: 'A woman, please' } },
    ]);
  });

  it('are handed on in one act: the new one comes, the old one goes, or neither', async () => {
    await as(DIRECTOR);
    await hand(lena);
    const team = async () =>
      (await vault.ask('caseAssignment.team', { caseFileId: heron })).now.map(({ person }) => person.name);
    expect(await team()).toEqual(['Lena']);
    expect((await state()).cases).toEqual([]);
    expect(await outcome(hand(lena))).toBe('not-found');
    expect(await team()).toEqual(['Lena']);
    await as(NOOR);
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: heron }))).toBe('not-assigned');
    await as(LENA);
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: heron }))).toBe('ok');
  });

  it('go to nobody untrained when the person is under 18 and the gate is on, and nobody goes meanwhile', async () => {
    await vault.ask('intake.save', {
      caseFileId: heron,
      basedOn: 0,
      formVersion: 1,
      answers: { 'age-band': said('age-9-17') },
    });
    await as(DIRECTOR);
    await vault.ask('trainingGate.turn', { basedOn: 0, isOn: true, reason: '' });
    expect(await ruleOf(hand(lena))).toBe('minors-both');
    expect((await state()).cases).toHaveLength(1);
    await hand(lena, { goPast: 'She knows her from the school' });
    expect((await state()).cases).toEqual([]);
  });

  it('open to a new worker only once her training is current (domain §24, story 21)', async () => {
    await as(DIRECTOR);
    await vault.ask('trainingGate.turn', { basedOn: 0, isOn: true, reason: '' });
    await hand(lena);
    const read = async () => {
      await as(LENA);
      return ruleOf(vault.ask('caseNote.list', { caseFileId: heron }));
    };
    expect(await read()).toBe('records-both');
    await as(DIRECTOR);
    const { revision: basedOn, ...facts } = await vault.ask('colleagueFacts.get', { staffMemberId: lena });
    await vault.ask('colleagueFacts.save', { ...facts, basedOn, agreementOn: '2026-05-02' });
    const course = { staffMemberId: lena, courseCode: 'DATA', on: '2026-05-02', hours: 1, provider: '', evidence: '' };
    await vault.ask('training.complete', course);
    expect(await read()).toBe('ok');
  });
});

describe('what somebody may hold', () => {
  it('is the paper she printed that is not destroyed yet, and the sticks she wrote to', async () => {
    const sheet = { caseFileId: heron, sheet: 'NEEDS_LIST' as const, lines: 3, withName: true };
    await vault.ask('printLog.add', { ...sheet, shredOn: '2026-05-09' });
    await vault.ask('printLog.add', { ...sheet, shredOn: '2026-05-03' });
    await vault.ask('backup.create', { folder: vault.grant(tempFolder()) });
    await as(DIRECTOR);
    await vault.ask('backup.create', { folder: vault.grant(tempFolder()) });
    vault.clock.advance(3 * DAY);
    const { papers, media } = await state();
    expect(papers).toMatchObject([{ sheet: 'NEEDS_LIST', shredOn: '2026-05-09', of: { caseFileId: heron } }]);
    expect(media.map(({ kind }) => kind)).toEqual(['BACKUP']);
  });

  it('is ticked off as it comes back, on what was ticked before', async () => {
    await as(DIRECTOR);
    const tick = (basedOn: number, item: 'KEYS' | 'STICKS', isDone = true) =>
      vault.ask('leaving.tick', { staffMemberId: noor, basedOn, item, isDone });
    await tick(0, 'KEYS');
    expect((await tick(1, 'STICKS')).done).toEqual(['KEYS', 'STICKS']);
    expect((await tick(2, 'KEYS', false)).done).toEqual(['STICKS']);
    expect(await outcome(tick(0, 'KEYS'))).toBe('conflict');
  });
});

describe('the last 30 days', () => {
  it('count what was done in which case, what was carried away and what was refused, without a word of it', async () => {
    await vault.ask('caseNote.add', aNote(heron, { body: 'quillwort' }));
    await vault.ask('printLog.add', {
      caseFileId: heron,
      sheet: 'NEEDS_LIST',
      lines: 1,
      withName: false,
      shredOn: '2026-05-09',
    });
    expect(await outcome(vault.ask('staffMember.list', {}))).toBe('not-allowed');
    await as(DIRECTOR);
    const { lookBack } = await state();
    expect(lookBack).toMatchObject({ since: '2026-04-02', refused: 1 });
    expect(lookBack.cases).toMatchObject([{ of: { caseFileId: heron }, times: 3 }]);
    expect(lookBack.acts).toMatchObject([{ kind: 'print', times: 1 }]);
    expect(JSON.stringify(await state())).not.toContain('quillwort');
    vault.clock.advance(31 * DAY);
    expect((await state()).lookBack).toMatchObject({ entries: 0, refused: 0, cases: [], acts: [] });
  });

  it('are there for a director alone, and stay when access has been taken away', async () => {
    expect(await outcome(state())).toBe('not-allowed');
    await as(DIRECTOR);
    await hand(lena);
    await vault.ask('staffMember.disable', { id: noor });
    expect(await state()).toMatchObject({
      hasLeft: true,
      cases: [],
      lookBack: { cases: [{ of: { caseFileId: heron } }] },
    });
  });
});
