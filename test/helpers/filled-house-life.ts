// House life in the filled vault: what is kept for people, a device that is laid aside, and one thing that went back.
import type { CaseFileId } from '#shared/ids';
import type { TestVault } from './vault.ts';

/** The device is the second person's; the first has something back again. */
export async function keepThings(vault: TestVault, caseFileId: CaseFileId, other: CaseFileId): Promise<void> {
  const paper = { caseFileId, kind: 'PAPER' as const, yes: 'ON_PAPER' as const };
  await vault.ask('keptThing.takeIn', { ...paper, what: 'Passport', place: 'Safe 2' });
  const suitcase = { caseFileId, kind: 'BELONGING' as const, what: 'Green suitcase', place: 'Cellar C' };
  const { thingId } = await vault.ask('keptThing.takeIn', { ...suitcase, yes: 'ALOUD' });
  await vault.ask('keptThing.takeIn', { ...suitcase, what: 'Sewing machine', yes: 'ALOUD' });
  await vault.ask('keptThing.giveBack', { thingId, basedOn: 1, yes: 'ON_PAPER', to: '' });
  const agreed = 'She writes to him on Sunday from the library that the phone broke.';
  const device = { type: 'PHONE' as const, state: 'OFF' as const, ifQuiet: 'MAY_ALARM' as const, agreed };
  await vault.ask('keptThing.layAside', {
    ...{ caseFileId: other, what: 'Phone with a red cover', place: 'Tin 1', yes: 'ALOUD' },
    device: { ...device, evidence: 'WANTED' },
  });
}
