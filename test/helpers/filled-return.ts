// Somebody in the filled vault who left and came back: the earlier file is sealed, and still a court and a task ask for it.
import type { CaseFileId } from '#shared/ids';
import { aNote, openCase } from './casework.ts';
import type { TestVault } from './vault.ts';

/** A week in spring; the answer is the file that she will have had. */
export async function stayAWhile(vault: TestVault): Promise<CaseFileId> {
  vault.clock.set('2026-03-27T18:00');
  const caseFileId = await openCase(vault, 'Plover');
  await vault.ask('caseNote.add', aNote(caseFileId, { body: 'Mended the garden gate.', happenedOn: '2026-03-27' }));
  await vault.ask('task.add', { words: 'Send the bag after her', dueOn: '2026-05-04', caseFileId });
  vault.clock.set('2026-03-27T20:00');
  await vault.ask('caseFile.close', { caseFileId, reason: 'MOVED_ON_BY_CHOICE' });
  return caseFileId;
}

/** A month later; the answer is the newer case. The court asks when nobody reads the earlier file any more. */
export async function comeBack(vault: TestVault, earlier: CaseFileId): Promise<CaseFileId> {
  vault.clock.set('2026-04-30T18:00');
  const { caseFileId } = await vault.ask('episode.open', { caseFileId: earlier, nameUsed: 'Plover' });
  const order = { reason: 'The inquest of June', authority: 'Coroner, letter of 29 April' };
  await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
  return caseFileId;
}
