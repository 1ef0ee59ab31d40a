// Mentor pairs through the router (domain §10): both said yes, both agreed on limits, either ends it without a reason.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { openCase } from '../helpers/casework.ts';
import { erase } from '../helpers/erasing.ts';
import { moveOut } from '../helpers/groups.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
let vault: TestVault;
let maya: CaseFileId;
let heron: CaseFileId;

beforeEach(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  maya = await openCase(vault, 'Maya');
  heron = await openCase(vault, 'Heron');
});
afterEach(() => vault.remove());

const add = (change: object = {}) =>
  vault.ask('mentorPair.add', {
    caseFileId: maya,
    otherCaseFileId: heron,
    isMentor: false,
    bothSaidYes: true,
    limits: 'Thursdays in the garden, no phone numbers',
    ...change,
  });
const list = (caseFileId: CaseFileId) => vault.ask('mentorPair.list', { caseFileId });

it('is seen from both sides, and ended from either without a reason', async () => {
  await add();
  expect(await list(maya)).toMatchObject([{ isMentor: false, with: { nameUsed: 'Heron' }, since: '2026-03-02' }]);
  const [pair] = await list(heron);
  expect(pair).toMatchObject({ isMentor: true, with: { nameUsed: 'Maya' } });
  const end = { caseFileId: heron, id: pair!.id, basedOn: pair!.revision };
  expect(await vault.ask('mentorPair.end', end)).toEqual([]);
  expect(await list(maya)).toEqual([]);
  expect(await outcome(vault.ask('mentorPair.end', { ...end, basedOn: 2 }))).toBe('not-found');
});

it('is not made of one person, without a yes of both, without limits, or twice', async () => {
  expect(await ruleOf(add({ otherCaseFileId: maya }))).toBe('pair-self');
  expect(await ruleOf(add({ bothSaidYes: false }))).toBe('pair-yes');
  expect(await outcome(add({ limits: ' ' }))).toBe('invalid-request');
  await add();
  expect(await ruleOf(add({ isMentor: true }))).toBe('pair-known');
});

it('is not made of two who are kept apart, without saying why', async () => {
  const from = { otherCaseFileId: heron };
  await vault.ask('conflictFlag.add', { caseFileId: maya, from, actions: ['DIFFERENT_GROUP'], reason: 'quillwort' });
  const refused = await add().catch((error: unknown) => error);
  expect(await ruleOf(add())).toBe('pair-apart');
  expect(JSON.stringify(refused)).not.toContain('quillwort');
});

it('has a mentor who may have moved on, and goes with the file of either', async () => {
  await moveOut(vault, heron, '2026-03-02');
  await add();
  expect(await ruleOf(add({ caseFileId: heron, otherCaseFileId: await openCase(vault, 'Wren') }))).toBe(
    'pair-not-here',
  );
  await vault.ask('caseFile.close', { caseFileId: heron, reason: 'GOALS_MET', why: '' });
  expect(await list(maya)).toEqual([]);
  const luz = await openCase(vault, 'Luz');
  await add({ otherCaseFileId: luz });
  expect(await list(maya)).toHaveLength(1);
  await erase(vault, [luz], 'WISH', JO);
  expect(await list(maya)).toEqual([]);
});

it('tells a colleague of the one case that there is a pair, and not with whom', async () => {
  await add();
  const colleagues = await vault.ask('staffMember.names', {});
  const staffMemberId = colleagues.find(({ name }) => name === 'Jo')!.id;
  await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId });
  vault.vault.close();
  await vault.unlock(JO);
  expect(await list(maya)).toMatchObject([{ with: null }]);
  expect(await outcome(list(heron))).toBe('not-assigned');
  expect(await outcome(add({ otherCaseFileId: heron }))).toBe('not-assigned');
  vault.vault.close();
  await vault.unlock(DIRECTOR);
});
