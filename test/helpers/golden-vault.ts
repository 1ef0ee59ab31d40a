// Golden vaults: one real vault for every released version, which later versions open, migrate and read back.
// Here is where they lie, how they are opened and everything that is read of one; what is in them is golden-content.ts.
import { floorCost, productTools } from '../../electron/vault/keys/kdf.ts';
import type { CaseFileId } from '#shared/ids';
import { type TestVault, testClock, vaultOn, type VaultOptions } from './vault.ts';

export const goldenFolder = new URL('../golden-vaults', import.meta.url).pathname;

/** Parts of one golden vault: a data folder, the folder its backup was written to, and what must be read back. */
export const DATA = 'data';
export const BACKUP = 'backup';
export const EXPECTED = 'expected.json';

interface Person {
  readonly signInName: string;
  readonly passphrase: string;
}

export interface Golden {
  readonly director: Person;
  readonly colleague: Person;
  readonly recoveryCode: string;
  readonly backup: string;
  /** The moment it is read at, in UTC: what is active and what is past depends on the day. */
  readonly readAt: string;
  /** Live records of each kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly records: unknown;
  readonly backups: unknown;
}

/** Keys as the product makes them, at the least cost its policy allows. */
const tools = { ...productTools, policy: { ...productTools.policy, maxMemoryKiB: floorCost.memoryKiB } };

/** A vault process on a data folder, with the keys of the product. */
export const goldenVaultOn = (dataDir: string, at: string, options: VaultOptions = {}): TestVault =>
  vaultOn(dataDir, testClock(at), { ...options, tools });

/** Every record, as the operations tell it to a director. Opening what is sealed is a write; everything else only reads. */
export async function everyRecord(vault: TestVault) {
  const staff = await vault.ask('staffMember.list', {});
  const agencies = await vault.ask('partnerAgency.list', {});
  const { rows } = await vault.ask('caseFile.list', { show: 'all', order: 'name', limit: 100 });
  const cases = await inTurn(rows, ({ id }) => everythingOfCase(vault, id));
  const drafts = await vault.ask('draft.list', {});
  return {
    staff: staff.map(({ id, name, signInName, role, disabledAt }) => ({ id, name, signInName, role, disabledAt })),
    agencies: await inTurn(agencies, ({ id }) => vault.ask('partnerAgency.get', { id })),
    cases,
    drafts: await inTurn(drafts, ({ target }) => vault.ask('draft.get', { target })),
  };
}

async function everythingOfCase(vault: TestVault, caseFileId: CaseFileId) {
  const needs = await vault.ask('need.list', { caseFileId, show: 'all' });
  const imported = await vault.ask('htcdsRecord.list', { caseFileId });
  const { sealed } = await vault.ask('safetyPlan.get', { caseFileId });
  const reason = 'Reading everything back';
  return {
    caseFile: await vault.ask('caseFile.get', { caseFileId }),
    intake: await vault.ask('intake.history', { caseFileId }),
    needs: await inTurn(needs, ({ id }) => vault.ask('need.history', { needId: id })),
    safetyPlan: await vault.ask('safetyPlan.history', { caseFileId }),
    sealedWords: sealed ? await vault.ask('safetyPlan.openSealed', { caseFileId, reason }) : null,
    supportPlan: await vault.ask('supportPlan.history', { caseFileId }),
    notes: await vault.ask('caseNote.list', { caseFileId, limit: 100 }),
    toldOnce: await vault.ask('caseNote.toldOnce', { caseFileId }),
    releases: await vault.ask('release.list', { caseFileId }),
    disclosures: await vault.ask('exportPackage.list', { caseFileId }),
    imported,
    sealedAnswers: await inTurn(imported, ({ id }) => vault.ask('htcdsRecord.openSealed', { id, reason })),
  };
}

/** One after another: the vault answers in the order it is asked. */
async function inTurn<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const one of all) answers.push(await ask(one));
  return answers;
}
