// domain §1: a case goes from the first question to the last goodbye, keeps everything on the way, and says who moved it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { aNeed, aNote, openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await newVault();
});
afterAll(() => vault.remove());
const events = async (caseFileId: CaseFileId) => (await vault.ask('caseFile.timeline', { caseFileId })).entries;

describe('domain §1: an enquiry', () => {
  it('is opened with a name like a case, and no volunteer sees who only asked', async () => {
    const asked = await vault.ask('caseFile.open', { nameUsed: 'Wren', as: 'INQUIRY' });
    expect(asked).toMatchObject({ status: 'INQUIRY', openedOn: '2026-03-02', moved: null });
    expect((await events(asked.id)).map(({ event }) => event)).toEqual(['case-asked']);
    await vault.ask('need.add', aNeed(asked.id));
    expect(await vault.ask('caseFile.houseList', {})).toEqual([]);
    expect(await outcome(vault.ask('caseFile.houseCard', { caseFileId: asked.id }))).toBe('not-found');
  });

  it('keeps everything when it becomes a case', async () => {
    const { id, caseNumber } = await vault.ask('caseFile.open', { nameUsed: 'Wren', as: 'INQUIRY' });
    await vault.ask('need.add', aNeed(id));
    await vault.ask('caseNote.add', aNote(id, { happenedOn: '2026-03-02' }));
    vault.clock.set('2026-03-20T09:00');
    const taken = await vault.ask('caseFile.changeStatus', { caseFileId: id, to: 'INTAKE', why: 'A bed is free.' });
    expect(taken).toMatchObject({
      id,
      caseNumber,
      status: 'INTAKE',
      openedOn: '2026-03-02',
      moved: { on: '2026-03-20', why: 'A bed is free.' },
    });
    expect((await vault.ask('need.list', { caseFileId: id })).length).toBe(1);
    expect((await vault.ask('caseNote.list', { caseFileId: id })).total).toBe(1);
    expect((await vault.ask('caseFile.houseList', {})).map(({ nameUsed }) => nameUsed)).toEqual(['Wren']);
  });
});

describe('domain §1: the steps of a case', () => {
  it('are each told with the day, the person and the reason, also two of one afternoon', async () => {
    const maya = await openCase(vault);
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'ACTIVE' });
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'TRANSFERRED', why: 'Nearer to her sister.' });
    await vault.ask('caseFile.close', { caseFileId: maya, reason: 'OTHER_PROGRAM' });
    await vault.ask('caseFile.reopen', { caseFileId: maya, why: 'The wrong one.' });
    const steps = await events(maya);
    expect(steps.map(({ event, words, code, by }) => [event, words, code, by?.name])).toEqual([
      ['case-reopened', 'The wrong one.', null, 'Ana'],
      ['case-closed', '', 'OTHER_PROGRAM', 'Ana'],
      ['case-transferred', 'Nearer to her sister.', null, 'Ana'],
      ['case-active', '', null, 'Ana'],
      ['case-opened', '', null, 'Ana'],
    ]);
  });

  it('keep how the case came here and what was decided, which no later change of details takes away', async () => {
    const heron = await openCase(vault, 'Heron');
    const trafficking = { status: 'POSSIBLE', decidedBy: 'NOT_DECIDED' } as const;
    await vault.ask('caseFile.updateDetails', {
      caseFileId: heron,
      basedOn: 1,
      details: { intakeChannel: 'HOTLINE', trafficking, eligibility: 'State grant' },
    });
    const renamed = await vault.ask('caseFile.updateDetails', {
      caseFileId: heron,
      basedOn: 2,
      details: { nameUsed: 'Egret' },
    });
    expect(renamed).toMatchObject({
      nameUsed: 'Egret',
      intakeChannel: 'HOTLINE',
      trafficking,
      eligibility: 'State grant',
    });
  });
});
