// A small house with a quarter behind it: 26 people, of whom one came after January, told apart as 3, 9 and 14 (domain §24, 24).
import type { CaseFileId } from '#shared/ids';
import { passphraseOf } from './passphrases.ts';
import { ANA, type Colleague, type SmallHouse } from './small-house.ts';

/** Makes the tables, and meets nobody in the house. */
export const RIA: Colleague = { name: 'Ria', signInName: 'ria', passphrase: passphraseOf('ria') };

const genders = [...Array.from({ length: 3 }, () => ''), ...Array.from({ length: 9 }, () => 'man')];

/** The house as it is on 5 January 2026; the clock stands in March afterwards. */
export async function aQuarterOfWork({ vault, as }: SmallHouse): Promise<void> {
  await as(ANA);
  await vault.ask('staffMember.add', { ...RIA, role: 'reports' });
  const people: CaseFileId[] = [];
  for (let at = 0; at < 26; at += 1) {
    const { id } = await vault.ask('caseFile.open', { nameUsed: `Zephyrina ${at}` });
    people.push(id);
    const gender = genders[at] ?? 'woman';
    await vault.ask('caseFile.updateDetails', { caseFileId: id, basedOn: 1, details: { gender } });
    if (at < 25) await vault.ask('service.log', { caseFileId: id, code: at % 2 === 0 ? 'FOOD' : 'MEDICAL' });
  }
  vault.clock.set('2026-03-10T09:00');
  await vault.ask('service.log', { caseFileId: people[25]!, code: 'FOOD' });
}
