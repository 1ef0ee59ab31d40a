// domain §9: what the next shift must know. The house reads it, each says so once, and after two weeks the words are gone for good.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId } from '#shared/ids';
import { DAY, HOUR } from '#shared/time';
import { openCase } from '../helpers/casework.ts';
import { addMira, erase, MIRA } from '../helpers/erasing.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const SAM = { signInName: 'sam', passphrase: passphraseOf('sam') };
const WORDS = 'Zebrafinch tea at nine';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2026-05-04T22:00');
  await addMira(vault);
  await vault.ask('staffMember.add', { name: 'Sam', role: 'house-staff', ...SAM });
  maya = await openCase(vault, 'Maya');
  await as(SAM);
});
afterEach(() => vault.remove());

async function as(who: { signInName: string; passphrase: string }): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}

const hand = async (): Promise<RecordId> => {
  const lines = [
    { caseFileId: maya, words: WORDS },
    { caseFileId: null, words: 'The boiler hums.' },
  ];
  return (await vault.ask('handOver.write', { lines })).handOverId;
};
const list = async () => (await vault.ask('handOver.list', {})).handOvers;
const onToday = async () => (await vault.ask('today.get', {})).handOvers;

describe('a hand-over', () => {
  it('is on Today of everybody else in the house until each has read it, and never of whoever wrote it', async () => {
    await vault.ask('draft.save', { target: { kind: 'hand-over' }, body: { words: WORDS } });
    const handOverId = await hand();
    expect(await vault.ask('draft.get', { target: { kind: 'hand-over' } })).toBeNull();
    expect(await onToday()).toEqual([]);
    expect(await list()).toMatchObject([{ id: handOverId, isNew: false, eraseOn: '2026-05-18' }]);
    await as(MIRA);
    vault.clock.advance(9 * HOUR);
    expect(await onToday()).toMatchObject([
      {
        ...{ id: handOverId, isNew: true, writtenBy: { name: 'Sam' }, seen: [] },
        lines: [
          { of: { nameUsed: 'Maya' }, words: WORDS },
          { of: null, words: 'The boiler hums.' },
        ],
      },
    ]);
    await vault.ask('handOver.seen', { handOverId });
    await vault.ask('handOver.seen', { handOverId });
    expect(await onToday()).toEqual([]);
    const seen = [{ by: { id: expect.any(String), name: 'Mira' }, at: vault.clock.now }];
    expect(await list()).toMatchObject([{ isNew: false, seen }]);
    await as(DIRECTOR);
    expect(await onToday()).toHaveLength(1);
  });

  it('is read by nobody who has no part in the house, and is in no search and no timeline', async () => {
    await hand();
    await as(DIRECTOR);
    expect((await vault.ask('wordSearch.find', { query: 'Zebrafinch' })).hits).toEqual([]);
    expect(JSON.stringify(await vault.ask('caseFile.timeline', { caseFileId: maya }))).not.toContain('Zebrafinch');
    await vault.signInAs('clinician', maya);
    expect(await onToday()).toEqual([]);
    expect(await outcome(list())).toBe('not-allowed');
  });

  it('names only people who have a case', async () => {
    const lines = [{ caseFileId: '018f0000-0000-7000-8000-0000000000fe' as CaseFileId, words: WORDS }];
    expect(await outcome(vault.ask('handOver.write', { lines }))).toBe('not-found');
    expect(await list()).toEqual([]);
  });

  it('is erased for good after fourteen days, with drafts that nobody finished', async () => {
    const inTheFiles = () => bytesOutside(vault.dataDir, SAM).includes('Zebrafinch');
    await hand();
    await vault.ask('draft.save', { target: { kind: 'hand-over' }, body: { words: WORDS } });
    vault.clock.advance(13 * DAY);
    await as(SAM);
    expect(await list()).toHaveLength(1);
    expect(inTheFiles()).toBe(true);
    vault.clock.advance(DAY);
    // Not read on its last day either, when the records stayed open over midnight.
    expect(await list()).toEqual([]);
    vault.clock.advance(1);
    await as(SAM);
    expect(inTheFiles()).toBe(false);
    await as(DIRECTOR);
    expect((await vault.ask('session.checkVault', {})).records).toMatchObject({ 'hand-over': 0 });
  });

  it('goes on without somebody whose case is erased', async () => {
    await hand();
    await as(DIRECTOR);
    await erase(vault, [maya], 'WISH');
    expect(await list()).toMatchObject([
      { lines: [{ of: null, words: 'The boiler hums.' }], writtenBy: { name: 'Sam' } },
    ]);
    vault.vault.close();
    expect(bytesOutside(vault.dataDir, DIRECTOR).includes('Zebrafinch')).toBe(false);
    await vault.unlock(DIRECTOR);
  });
});
