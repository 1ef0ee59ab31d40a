// domain §16: how long things are kept, what is due, and erasing by two people at one desk, with a certificate that names nobody.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { openCase } from '../helpers/casework.ts';
import { addMira, CANARIES, caseFullOfCanaries, erase, MIRA } from '../helpers/erasing.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-02-10T09:00');
  await addMira(vault);
});
afterEach(() => vault.remove());

const closed = async (name = 'Maya'): Promise<CaseFileId> => {
  const caseFileId = await openCase(vault, name);
  await vault.ask('caseFile.close', { caseFileId, reason: 'GOALS_MET' });
  return caseFileId;
};
const rule = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error),
  );
const preview = async () => (await vault.ask('retention.preview', {})).cases;

describe('how long things are kept', () => {
  it('begins with the suggestions, and follows what a director says', async () => {
    const caseFileId = await closed();
    const others = { CONTACT: 0, MINORS: null, TEAM: 1095, HISTORY: 2190 };
    expect(await vault.ask('retention.rules', {})).toEqual({
      ...{ CASE: 365, INQUIRY: 30, SHARED: 1095, ...others },
      revision: 0,
    });
    expect(await vault.ask('retention.ofCase', { caseFileId })).toMatchObject({ eligibleOn: '2027-02-10' });
    await vault.ask('retention.saveRules', { CASE: 90, INQUIRY: 14, SHARED: 730, basedOn: 0 });
    expect(await vault.ask('retention.ofCase', { caseFileId })).toMatchObject({ eligibleOn: '2026-05-11' });
    expect(await outcome(vault.ask('retention.saveRules', { CASE: 1, INQUIRY: 1, SHARED: 1, basedOn: 0 }))).toBe(
      'conflict',
    );
  });
  it('says nothing of a case that is open', async () => {
    const caseFileId = await openCase(vault);
    expect(await vault.ask('retention.ofCase', { caseFileId })).toBeNull();
  });
});

describe('the list before a run', () => {
  it('names cases by number alone: what is due, what comes within 30 days, and what a hold keeps, with the hold', async () => {
    const due = await closed();
    const held = await closed('Heron');
    await vault.ask('legalHold.place', { caseFileId: held, reason: 'A trial', authority: 'District court' });
    vault.clock.set('2027-01-10T09:00');
    expect(await preview()).toEqual([]);
    vault.clock.set('2027-01-15T09:00');
    expect((await preview()).map(({ isDue }) => isDue)).toEqual([false, false]);
    vault.clock.set('2027-02-10T09:00');
    const listed = new Map((await preview()).map((kept) => [kept.caseFileId, kept]));
    expect(listed.get(due)).toMatchObject({ isDue: true, from: '2026-02-10', ruleOn: '2027-02-10', hold: null });
    expect(listed.get(held)).toMatchObject({ isDue: false, eligibleOn: null, hold: { authority: 'District court' } });
    expect(JSON.stringify([...listed.values()])).not.toMatch(/Maya|Heron/);
    // One that is placed only now keeps what was due already.
    await vault.ask('legalHold.place', { caseFileId: due, reason: 'A letter', authority: 'District court' });
    expect((await preview()).map(({ isDue }) => isDue)).toEqual([false, false]);
  });

  it('§16: hold 2027-01-05 to 2027-06-01 on a case closed 2026-02-10 makes it due on 2027-06-01', async () => {
    const caseFileId = await closed();
    vault.clock.set('2027-01-05T09:00');
    const hold = await vault.ask('legalHold.place', { caseFileId, reason: 'A trial', authority: 'District court' });
    vault.clock.set('2027-06-01T09:00');
    await vault.ask('legalHold.end', { id: hold.id, basedOn: hold.revision, why: 'The trial is over' });
    expect(await preview()).toMatchObject([{ ruleOn: '2027-02-10', eligibleOn: '2027-06-01', isDue: true }]);
  });

  it('§24b: closed 2026-12-20, due 2027-12-20; an enquiry goes after 30 days', async () => {
    vault.clock.set('2026-12-20T09:00');
    await closed();
    await vault.ask('caseFile.open', { nameUsed: 'Ines', as: 'INQUIRY' });
    vault.clock.set('2027-12-20T09:00');
    expect((await preview()).map((kept) => [kept.class, kept.eligibleOn, kept.isDue])).toEqual([
      ['INQUIRY', '2027-01-19', true],
      ['CASE', '2027-12-20', true],
    ]);
  });
});

describe('erasing', () => {
  it('takes two people: nobody signs twice, and a wrong passphrase erases nothing and is kept', async () => {
    const caseFileId = await closed();
    vault.clock.set('2027-02-10T09:00');
    expect(await rule(erase(vault, [caseFileId], 'RULE', DIRECTOR))).toBe('erase-second');
    const wrong = { ...MIRA, passphrase: 'not what she chose at all' };
    expect(await rule(erase(vault, [caseFileId], 'RULE', wrong))).toBe('wrong-passphrase');
    expect(await vault.ask('caseFile.get', { caseFileId })).toMatchObject({ nameUsed: 'Maya' });
    const [certificate] = await erase(vault, [caseFileId]);
    expect(certificate?.approvedBy.map(({ name }) => name)).toEqual(['Ana', 'Mira']);
    expect(await outcome(vault.ask('caseFile.get', { caseFileId }))).toBe('not-found');
  });

  it('somebody who has left signs nothing', async () => {
    const caseFileId = await closed();
    const mira = (await vault.ask('staffMember.list', {})).find(({ name }) => name === 'Mira')!;
    await vault.ask('staffMember.disable', { id: mira.id });
    expect(await rule(erase(vault, [caseFileId], 'WISH'))).toBe('wrong-passphrase');
  });

  it('never takes what is not due or is held, and then nothing of the run', async () => {
    const due = await closed();
    vault.clock.set('2026-06-01T09:00');
    const later = await closed('Heron');
    vault.clock.set('2027-02-10T09:00');
    expect(await rule(erase(vault, [due, later]))).toBe('erase-not-due');
    await vault.ask('legalHold.place', { caseFileId: due, reason: 'A trial', authority: 'District court' });
    expect(await rule(erase(vault, [due]))).toBe('hold-stands');
    expect((await vault.ask('caseFile.list', { show: 'all' })).total).toBe(2);
  });

  it('is asked of a director alone', async () => {
    const caseFileId = await closed();
    await vault.signInAs('case-manager', caseFileId);
    expect(await outcome(erase(vault, [caseFileId], 'WISH'))).toBe('not-allowed');
  });

  it('leaves a certificate with a random number, the class, the day and who approved; and figures that fit many', async () => {
    const caseFileId = await caseFullOfCanaries(vault);
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId });
    await vault.ask('caseFile.close', { caseFileId, reason: 'GOALS_MET' });
    vault.clock.set('2027-02-10T09:00');
    const certificates = await erase(vault, [caseFileId]);
    expect(certificates).toMatchObject([{ class: 'CASE', reason: 'RULE', erasedOn: '2027-02-10' }]);
    expect(await vault.ask('retention.certificates', {})).toEqual(certificates);
    expect(certificates[0]?.certificate).not.toBe(caseNumber);
    for (const canary of [...CANARIES, caseNumber, caseFileId])
      expect(JSON.stringify(certificates)).not.toContain(canary);
    const { records } = await vault.ask('session.checkVault', {});
    expect(records).toMatchObject({ 'case-file': 0, 'case-note': 0, 'erased-case': 1 });
  });

  it('takes a record with all its parts, and leaves family and whoever is kept apart whole', async () => {
    const [maya, again, sister] = [
      await openCase(vault, 'Maya'),
      await openCase(vault, 'Maya K.'),
      await openCase(vault, 'Ines'),
    ];
    await vault.ask('householdLink.add', { caseFileId: maya, otherCaseFileId: sister, kinship: 'SIBLING' } as never);
    await vault.ask('samePerson.answer', { caseFileId: maya, otherCaseFileId: again, answer: 'AGREES' });
    await vault.ask('samePerson.merge', { caseFileId: maya, otherCaseFileId: again });
    expect(await rule(erase(vault, [again], 'WISH'))).toBe('erase-part');
    expect(await erase(vault, [maya], 'WISH')).toHaveLength(2);
    const { rows } = await vault.ask('caseFile.list', { show: 'all' });
    expect(rows.map(({ nameUsed }) => nameUsed)).toEqual(['Ines']);
    expect(await vault.ask('householdLink.list', { caseFileId: sister })).toEqual([]);
  });
});
