// Keeping two people, or a person and a colleague, apart (domain §1): everybody is told the action, few with whom, nobody why
// without a reason.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { ConflictAction } from '#shared/records/conflict-flag';
import { openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const words = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [NOOR, LEYLA] = [words('noor'), words('leyla')];
const WHY = 'Both were held by the quillwort brothers';

let vault: TestVault;
let noor: StaffMemberId;
let leyla: StaffMemberId;
let heron: CaseFileId;
let wren: CaseFileId;

const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const rule = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error as VaultError).facts['rule'],
  );
const apart = (actions: ConflictAction[], reason = WHY) =>
  vault.ask('conflictFlag.add', { caseFileId: heron, from: { otherCaseFileId: wren }, actions, reason });
const shown = (caseFileId: CaseFileId) => vault.ask('conflictFlag.list', { caseFileId });
const assign = (caseFileId: CaseFileId, staffMemberId: StaffMemberId) =>
  vault.ask('caseAssignment.assign', { caseFileId, staffMemberId });

/** Noor works on Heron's case, Leyla on Wren's; Ana, the director, opened neither. Ana is signed in. */
beforeEach(async () => {
  vault = await newVault();
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
  leyla = (await vault.ask('staffMember.add', { name: 'Leyla', role: 'case-manager', ...LEYLA })).id;
  await as(NOOR);
  heron = await openCase(vault, 'Heron');
  await as(LEYLA);
  wren = await openCase(vault, 'Wren');
  await as(DIRECTOR);
});
afterEach(() => vault.remove());

describe('a conflict flag', () => {
  it('tells each worker the action, and neither who the other person is nor why', async () => {
    await apart(['DO_NOT_PLACE_TOGETHER', 'DIFFERENT_GROUP']);
    for (const [who, mine, other] of [
      [NOOR, heron, 'Wren'],
      [LEYLA, wren, 'Heron'],
    ] as const) {
      await as(who);
      const flags = await shown(mine);
      expect(flags).toMatchObject([
        { actions: ['DO_NOT_PLACE_TOGETHER', 'DIFFERENT_GROUP'], from: null, hasReason: false },
      ]);
      expect(JSON.stringify(flags)).not.toMatch(new RegExp(`${other}|quillwort|${mine === heron ? wren : heron}`));
      expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toEqual([]);
    }
  });

  it('tells with whom to who works on both, and the reason for a reason, kept in the history of each', async () => {
    await apart(['DO_NOT_PLACE_TOGETHER']);
    await assign(wren, noor);
    await as(NOOR);
    const [flag] = await shown(heron);
    expect(flag).toMatchObject({ from: { nameUsed: 'Wren' }, hasReason: true });
    expect(JSON.stringify(flag)).not.toContain('quillwort');
    const opened = await vault.ask('conflictFlag.openReason', { caseFileId: heron, id: flag!.id, why: 'Room plan' });
    expect(opened.reason).toBe(WHY);
    for (const caseFileId of [heron, wren]) {
      const { entries } = await vault.ask('caseFile.timeline', { caseFileId });
      expect(entries[0]).toMatchObject({ event: 'sealed-opened', words: '' });
      expect(JSON.stringify(entries)).not.toContain('quillwort');
    }
  });

  it('gives the reason to nobody who may not open sealed words of both', async () => {
    const [flag] = await apart(['DO_NOT_PLACE_TOGETHER']);
    const ask = (id: RecordId) => vault.ask('conflictFlag.openReason', { caseFileId: heron, id, why: 'Room plan' });
    expect(await outcome(ask(flag!.id))).toBe('not-assigned');
    await as(NOOR);
    expect(await outcome(ask(flag!.id))).toBe('not-found');
    await as(DIRECTOR);
    await assign(wren, noor);
    await vault.ask('caseAssignment.setOpensSealed', { caseFileId: wren, staffMemberId: noor, opensSealed: false });
    await as(NOOR);
    expect(await outcome(ask(flag!.id))).toBe('not-found');
  });

  it('is set by a director, or by who works on both; and once for a pair', async () => {
    await as(NOOR);
    expect(await outcome(apart(['DIFFERENT_GROUP']))).toBe('not-assigned');
    await as(DIRECTOR);
    await apart(['DIFFERENT_GROUP']);
    expect(await rule(apart(['DIFFERENT_WORKER']))).toBe('conflict-known');
    const self = {
      caseFileId: heron,
      from: { otherCaseFileId: heron },
      actions: ['DIFFERENT_GROUP' as const],
      reason: '',
    };
    expect(await rule(vault.ask('conflictFlag.add', self))).toBe('conflict-self');
    expect(await outcome(apart([]))).toBe('invalid-request');
  });

  it('ends, and can be set again; a colleague who does not know with whom does not end it', async () => {
    const [flag] = await apart(['DIFFERENT_GROUP']);
    const end = () => vault.ask('conflictFlag.end', { caseFileId: heron, id: flag!.id, basedOn: 1 });
    await as(NOOR);
    expect(await outcome(end())).toBe('not-found');
    await as(DIRECTOR);
    expect(await end()).toEqual([]);
    expect(await outcome(end())).toBe('not-found');
    expect(await apart(['DIFFERENT_GROUP'])).toHaveLength(1);
  });
});

describe('DIFFERENT_WORKER', () => {
  it('keeps who works on the one off the other, and the list of colleagues says so to the director alone', async () => {
    await apart(['DIFFERENT_WORKER']);
    expect(await rule(assign(heron, leyla))).toBe('conflict-worker');
    expect(await rule(assign(wren, noor))).toBe('conflict-worker');
    const team = () => vault.ask('caseAssignment.team', { caseFileId: heron });
    expect((await team()).others).toEqual([
      { person: { id: expect.any(String), name: 'Ana' }, as: 'director' },
      { person: { id: leyla, name: 'Leyla' }, as: 'case-manager', keptApart: true },
    ]);
    await as(NOOR);
    expect((await team()).others.some(({ keptApart }) => keptApart)).toBe(false);
  });

  it('the other actions keep nobody off', async () => {
    await apart(['DO_NOT_PLACE_TOGETHER', 'DIFFERENT_INTERPRETER', 'DIFFERENT_GROUP']);
    expect(await outcome(assign(heron, leyla))).toBe('ok');
  });

  it('of a colleague (domain §24: related to who did harm) is shown to everybody but that colleague', async () => {
    const flag = {
      caseFileId: heron,
      from: { staffMemberId: leyla },
      actions: ['DIFFERENT_WORKER' as const],
      reason: WHY,
    };
    await vault.ask('conflictFlag.add', flag);
    expect(await rule(assign(heron, leyla))).toBe('conflict-worker');
    const group = { ...flag, actions: ['DIFFERENT_GROUP' as const] };
    expect(await rule(vault.ask('conflictFlag.add', group))).toBe('conflict-staff');
    await as(NOOR);
    const [seen] = await shown(heron);
    expect(seen).toMatchObject({ from: { name: 'Leyla' } });
    await as(DIRECTOR);
    await vault.ask('conflictFlag.end', { caseFileId: heron, id: seen!.id, basedOn: 1 });
    await assign(heron, leyla);
    await vault.ask('conflictFlag.add', flag);
    await as(LEYLA);
    expect(await shown(heron)).toEqual([]);
    const ask = { caseFileId: heron, id: seen!.id, why: 'I want to know' };
    expect(await outcome(vault.ask('conflictFlag.openReason', ask))).toBe('not-found');
  });
});

describe('domain §4: an interpreter who interpreted for a case that is kept apart', () => {
  const offered = async (caseFileId: CaseFileId) =>
    (await vault.ask('interpreter.offered', { caseFileId })).map(({ name }) => name);

  it('is not offered here; everybody else is', async () => {
    const details = {
      agency: '',
      languages: ['Spanish'],
      dialect: '',
      gender: '',
      vettedOn: '2026-01-10',
      confidentialitySignedOn: '2026-01-10',
      ties: [],
    };
    const samira = await vault.ask('interpreter.save', { basedOn: 0, details: { ...details, name: 'Samira' } });
    await vault.ask('interpreter.save', { basedOn: 0, details: { ...details, name: 'Pilar' } });
    await as(LEYLA);
    const { id: conversationId } = await vault.ask('conversation.begin', { caseFileId: wren, purpose: 'CHECK_IN' });
    const conflict = { COMMUNITY: 'NO', FAMILY: 'NO', EMPLOYER: 'NO', NETWORK: 'NO' } as const;
    const use = { how: 'VETTED', interpreterId: samira.id, approved: 'YES', conflict } as const;
    await vault.ask('conversation.useInterpreter', { conversationId, basedOn: 1, use });
    await as(NOOR);
    expect(await offered(heron)).toEqual(['Pilar', 'Samira']);
    await as(DIRECTOR);
    await apart(['DIFFERENT_INTERPRETER']);
    await as(NOOR);
    expect(await offered(heron)).toEqual(['Pilar']);
    const here = await vault.ask('conversation.begin', { caseFileId: heron, purpose: 'CHECK_IN' });
    expect(await rule(vault.ask('conversation.useInterpreter', { conversationId: here.id, basedOn: 1, use }))).toBe(
      'interpreter-not-offered',
    );
    await as(LEYLA);
    expect(await offered(wren)).toEqual(['Pilar', 'Samira']);
  });
});
