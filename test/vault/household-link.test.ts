// Family here (domain §1, §24 scenario 15): a case each, no shared note, and hidden as soon as one of the two asks for it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { aNote, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const words = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [NOOR, LEYLA] = [words('noor'), words('leyla')];

let vault: TestVault;
let lina: CaseFileId;
let sami: CaseFileId;
const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const links = (caseFileId: CaseFileId) => vault.ask('householdLink.list', { caseFileId });

/** Lina is 20 and Noor's, Sami is 17 and Leyla's; the director links them. */
beforeEach(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR });
  const leyla = await vault.ask('staffMember.add', { name: 'Leyla', role: 'case-manager', ...LEYLA });
  lina = await openCase(vault, 'Lina');
  await vault.ask('caseNote.add', aNote(lina, { body: 'quillwort' }));
  sami = await openCase(vault, 'Sami');
  await vault.ask('householdLink.add', { caseFileId: lina, otherCaseFileId: sami, kinship: 'SIBLING' });
  await vault.ask('caseAssignment.assign', { caseFileId: sami, staffMemberId: leyla.id });
});
afterEach(() => vault.remove());

describe('two siblings', () => {
  it('are linked from both sides, and a colleague of one sees that there is a sibling, not who', async () => {
    expect(await links(lina)).toMatchObject([{ kinship: 'SIBLING', to: { nameUsed: 'Sami' }, hiddenHere: false }]);
    expect(await links(sami)).toMatchObject([{ kinship: 'SIBLING', to: { nameUsed: 'Lina' } }]);
    await as(LEYLA);
    const seen = await links(sami);
    expect(seen).toMatchObject([{ kinship: 'SIBLING', to: null }]);
    expect(JSON.stringify(seen)).not.toContain(lina);
  });

  it('share no note: the file of one stays closed to who works on the other', async () => {
    await as(LEYLA);
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: lina }))).toBe('not-assigned');
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toEqual([]);
  });

  it('hidden by one of them, the link is there for who works on both alone, from either side', async () => {
    const [link] = await links(lina);
    await as(LEYLA);
    expect(await vault.ask('householdLink.hide', { caseFileId: sami, id: link!.id, basedOn: 1, hidden: true })).toEqual(
      [],
    );
    expect(await outcome(vault.ask('householdLink.end', { caseFileId: sami, id: link!.id, basedOn: 2 }))).toBe(
      'not-found',
    );
    await as(DIRECTOR);
    expect(await links(sami)).toMatchObject([{ hiddenHere: true }]);
    expect(await links(lina)).toMatchObject([{ hiddenHere: false, to: { nameUsed: 'Sami' } }]);
    await vault.ask('householdLink.hide', { caseFileId: sami, id: link!.id, basedOn: 2, hidden: false });
    await as(LEYLA);
    expect(await links(sami)).toHaveLength(1);
  });

  it('is seen as parent from the one side and as child from the other, and ends without touching a case', async () => {
    const [sibling] = await links(lina);
    await vault.ask('householdLink.end', { caseFileId: sami, id: sibling!.id, basedOn: 1 });
    expect(await links(lina)).toEqual([]);
    await vault.ask('householdLink.add', { caseFileId: lina, otherCaseFileId: sami, kinship: 'CHILD' });
    expect(await links(sami)).toMatchObject([{ kinship: 'PARENT' }]);
    expect((await vault.ask('caseNote.list', { caseFileId: lina })).total).toBe(1);
  });

  it('links nobody to herself, nobody twice, and no case that is closed to the asker', async () => {
    const add = (caseFileId: CaseFileId, otherCaseFileId: CaseFileId) =>
      vault.ask('householdLink.add', { caseFileId, otherCaseFileId, kinship: 'OTHER' as const });
    const rule = async (asked: Promise<unknown>) =>
      asked.catch((error: unknown) => (error as VaultError).facts['rule']);
    expect(await rule(add(lina, lina))).toBe('link-self');
    expect(await rule(add(sami, lina))).toBe('link-known');
    await as(LEYLA);
    expect(await outcome(add(sami, lina))).toBe('not-assigned');
  });
});
