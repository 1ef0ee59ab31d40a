// What Today asks besides needs: whether a way to reach her is still right after 30 days (domain §2), and which interpreters a
// director has yet to vet (domain §4).
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { InterpreterDetails } from '#shared/records/interpreter';
import { newContactMethod } from '#shared/records/safe-contact';
import { openCase } from '../helpers/casework.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault('2026-03-02T10:00');
});
afterAll(() => vault.remove());

const today = () => vault.ask('today.get', {});

it('says whether there is any case, also when nothing of it is due', async () => {
  expect(await today()).toMatchObject({ hasCases: false });
  maya = await openCase(vault);
  expect(await today()).toMatchObject({ hasCases: true, openNeeds: 0 });
});

it('asks on the 30th day whether the ways to reach her are still right, until somebody asked her', async () => {
  const safeContact = { identifyAs: '', doNotContact: [], methods: [{ ...newContactMethod, safe: 'YES' as const }] };
  await vault.ask('caseFile.saveSafeContact', { caseFileId: maya, basedOn: 1, safeContact });
  vault.clock.set('2026-03-31T10:00');
  expect((await today()).contacts).toEqual([]);
  vault.clock.set('2026-04-01T10:00');
  expect((await today()).contacts).toMatchObject([{ of: { nameUsed: 'Maya' }, on: '2026-04-01' }]);
  await vault.ask('caseFile.saveSafeContact', { caseFileId: maya, basedOn: 2, safeContact });
  expect((await today()).contacts).toEqual([]);
});

it('never asks about a case without a way to reach her', async () => {
  await openCase(vault, 'Heron');
  vault.clock.set('2026-04-15T10:00');
  expect((await today()).contacts).toEqual([]);
});

const details = (change: Partial<InterpreterDetails>): InterpreterDetails => ({
  name: 'Ivo',
  agency: '',
  languages: ['Spanish'],
  dialect: '',
  gender: '',
  vettedOn: '2026-04-01',
  confidentialitySignedOn: '2026-04-01',
  ties: [],
  ...change,
});

it('names to a director the interpreters that nobody vetted, and to nobody else', async () => {
  await vault.ask('interpreter.save', { basedOn: 0, details: details({}) });
  await vault.ask('interpreter.save', { basedOn: 0, details: details({ name: 'Zoe', vettedOn: null }) });
  await vault.ask('interpreter.save', { basedOn: 0, details: details({ name: 'Bo', confidentialitySignedOn: null }) });
  expect((await today()).interpretersToVet).toEqual(['Bo', 'Zoe']);
  await vault.signInAs('case-manager', maya);
  expect(await today()).toMatchObject({ interpretersToVet: [], hasCases: true });
});
