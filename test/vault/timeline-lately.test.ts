// What happened lately on the page of a case: the beginning of its timeline, found without reading a long case to its beginning.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { HOUR } from '#shared/time';
import { aNote, openCase } from '../helpers/casework.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault, 'Maya');
});
afterAll(() => vault.remove());

/** Changes the name again and again, at this distance: one sitting as long as it is at most six hours. */
async function keepsChanging(times: number, apart: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    vault.clock.advance(apart);
    const { revision } = await vault.ask('caseFile.get', { caseFileId: maya });
    const details = { nameUsed: `Maya ${time}` };
    await vault.ask('caseFile.updateDetails', { caseFileId: maya, basedOn: revision, details });
  }
}
async function expectTheBeginning(): Promise<void> {
  const { lately } = await vault.ask('caseFile.summary', { caseFileId: maya });
  const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
  expect(lately).toEqual(entries.slice(0, 6));
  expect(lately).toHaveLength(Math.min(6, entries.length));
}

it('of a case that is new', () => expectTheBeginning());

it('when many saves of one sitting lie between', async () => {
  for (const body of ['Slept.', 'Ate.', 'Talked.']) await vault.ask('caseNote.add', aNote(maya, { body }));
  await keepsChanging(90, HOUR / 10);
  await expectTheBeginning();
});

it('when a sitting goes on for days, and when two of the same kind are far apart', async () => {
  await keepsChanging(70, 5 * HOUR);
  vault.clock.advance(30 * HOUR);
  await keepsChanging(3, 7 * HOUR);
  await expectTheBeginning();
  for (let note = 0; note < 8; note += 1) await vault.ask('caseNote.add', aNote(maya, { body: `Note ${note}` }));
  await expectTheBeginning();
});
