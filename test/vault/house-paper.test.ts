// domain §22: papers of the house are in a log before they are in the printer, with the day by which each is to be destroyed.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HousePaper } from '#shared/records/house-paper';
import { MINUTE } from '#shared/time';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const SAM = { signInName: 'sam', passphrase: passphraseOf('sam') };
let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-05-04T22:00');
  await vault.ask('staffMember.add', { name: 'Sam', role: 'house-staff', ...SAM });
});
afterEach(() => vault.remove());

const as = async (who: { signInName: string; passphrase: string }): Promise<void> => {
  vault.vault.close();
  await vault.unlock(who);
};
const put = (paper: HousePaper, lines: number) => vault.ask('housePaper.add', { paper, lines });

it('the beds of one night live until the next day, what a director goes through for a quarter', async () => {
  expect(await put('BED_BOARD', 8)).toEqual({ shredOn: '2026-05-05' });
  expect(await put('TRAINING', 40)).toEqual({ shredOn: '2026-08-02' });
  expect(await put('LOOK_ROUND', 17)).toEqual({ shredOn: '2026-08-02' });
});

it('a director reads who printed what, the newest first, and nobody else does', async () => {
  await put('TRAINING', 40);
  await as(SAM);
  vault.clock.now += MINUTE;
  await put('BED_BOARD', 8);
  expect(await outcome(vault.ask('housePaper.list', {}))).toBe('not-allowed');
  await as(DIRECTOR);
  const lines = (await vault.ask('housePaper.list', {})).map(
    ({ paper, by, lines: count, shredOn }) => `${paper} ${by?.name} ${count} ${shredOn}`,
  );
  expect(lines).toEqual(['BED_BOARD Sam 8 2026-05-05', 'TRAINING Ana 40 2026-08-02']);
});

it('a paper with nothing on it is none', async () => {
  expect(await outcome(put('BED_BOARD', 0))).toBe('invalid-request');
});
