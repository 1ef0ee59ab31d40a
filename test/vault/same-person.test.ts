// Was she here before? Suggested by the points of domain §1, through the router; of a closed case only whom to ask is told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { openCase, said } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';

const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };
let vault: TestVault;
beforeEach(async () => {
  vault = await newVault();
});
afterEach(() => vault.remove());

const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const intake = (caseFileId: CaseFileId, answers: Record<string, ReturnType<typeof said>>) =>
  vault.ask('intake.save', { caseFileId, basedOn: 0, formVersion: 1, answers });
const suggested = async (caseFileId: CaseFileId) =>
  (await vault.ask('samePerson.ofCase', { caseFileId })).cases.map(({ nameUsed }) => nameUsed);
const look = (nameUsed: string) => vault.ask('samePerson.look', { nameUsed });
const year = (value: number) => said({ precision: 'year', year: value });

describe('domain §1, the published vectors', () => {
  it('identical name alone: suggested before a case is opened, in any spelling', async () => {
    await openCase(vault, 'Amina Banda');
    expect((await look('amina  BANDA')).cases).toMatchObject([{ nameUsed: 'Amina Banda', status: 'INTAKE' }]);
    expect((await look('Banda Amina')).cases).toHaveLength(1);
  });

  it('similar name and the same age band: suggested', async () => {
    const [first, second] = [await openCase(vault, 'Amina'), await openCase(vault, 'Amina K.')];
    await intake(first, { 'born-on': said({ precision: 'exact', date: '1989-05-01' }) });
    expect(await suggested(second)).toEqual([]);
    await intake(second, { 'age-band': said('age-30-38') });
    expect(await suggested(second)).toEqual(['Amina']);
    expect(await suggested(first)).toEqual(['Amina K.']);
  });

  it('similar name alone: silent', async () => {
    await openCase(vault, 'Amina');
    expect(await look('Amina K.')).toEqual({ cases: [], askWhom: [] });
  });

  it('birthday, language and nationality without a name: silent', async () => {
    const [grace, thuy] = [await openCase(vault, 'Grace'), await openCase(vault, 'Thuy')];
    const same = {
      'born-on': said({ precision: 'exact', date: '1990-05-17' }),
      languages: said('Yoruba'),
      nationality: said('Nigeria'),
    };
    await intake(grace, same);
    await intake(thuy, same);
    expect(await suggested(thuy)).toEqual([]);
    // The control: with the name alike the same facts count.
    await vault.ask('caseFile.updateDetails', {
      caseFileId: thuy,
      basedOn: 2,
      details: { aliases: [{ text: 'Graze', use: 'OTHER', safeToSayAloud: true }] },
    });
    expect(await suggested(thuy)).toEqual(['Grace']);
  });

  it('an alias in another script is one of her names', async () => {
    const first = await openCase(vault, 'Оксана Коваленко');
    await vault.ask('caseFile.updateDetails', { caseFileId: first, basedOn: 1, details: { nameUsedIsSafe: false } });
    const { cases } = await look('Oksana Kovalenko');
    expect(cases).toMatchObject([{ caseFileId: first, nameUsed: cases[0]?.caseNumber }]);
  });
});

describe('domain §24, scenario 16: a colleague without right to the earlier case', () => {
  it('is told whom to ask, and nothing of the record; the director is shown it', async () => {
    const earlier = await openCase(vault, 'Amina');
    await intake(earlier, { 'born-on': year(1991) });
    await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR });
    await as(NOOR);
    const answer = await look('Amina');
    expect(answer).toEqual({ cases: [], askWhom: [{ id: expect.any(String), name: 'Ana' }] });
    expect(JSON.stringify(answer)).not.toContain(earlier);
    expect(await look('Salma')).toEqual({ cases: [], askWhom: [] });
    const hers = await openCase(vault, 'Amina K.');
    await intake(hers, { 'born-on': year(1991) });
    expect(await vault.ask('samePerson.ofCase', { caseFileId: hers })).toEqual(answer);
    await as(DIRECTOR);
    await vault.ask('breakGlass.open', { caseFileId: hers, reason: 'Noor asks about an earlier record' });
    expect(await suggested(hers)).toEqual(['Amina']);
  });
});
