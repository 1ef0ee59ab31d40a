// Golden vaults: one real vault for every released version, which later versions open, migrate and read back.
// Here is where they lie, how they are opened and everything that is read of one; what is in them is golden-content.ts.
import { floorCost, productTools } from '../../electron/vault/keys/kdf.ts';
import type { CaseFileId } from '#shared/ids';
import { addDays } from '#shared/time';
import { type OperationName, type TestVault, testClock, vaultOn, type VaultOptions } from './vault.ts';

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
  /** What only the counsellor opens; the first golden vault is older than sealed notes. */
  readonly sealed?: { readonly counsellor: Person; readonly notes: unknown };
}

/** Keys as the product makes them, at the least cost its policy allows. */
const tools = { ...productTools, policy: { ...productTools.policy, maxMemoryKiB: floorCost.memoryKiB } };

/** A vault process on a data folder, with the keys of the product. */
export const goldenVaultOn = (dataDir: string, at: string, options: VaultOptions = {}): TestVault =>
  vaultOn(dataDir, testClock(at), { ...options, tools });

/** Read of the house, of each agency, and of each case that opens whole; their requests name nothing else. */
const OF_HOUSE = [
  'breach.list',
  'callerLog.list',
  'caseList.choices',
  'compartment.state',
  'environmentCheck.list',
  'handOver.list',
  'housePaper.list',
  'incident.list',
  'interpreter.list',
  'interpreter.toReview',
  'keptThing.list',
  'legalRequest.list',
  'noBed.waiting',
  'receivingKey.get',
  'backupRule.get',
  'housePlace.get',
  'retention.certificates',
  'retention.rules',
  'room.list',
  'campaign.list',
  'material.list',
  'policyItem.list',
  'statistics.issued',
  'storyConsent.list',
  'wellbeingSetting.get',
  'wordList.get',
] as const satisfies readonly OperationName[];
const OF_AGENCY = [
  'agreement.list',
  'partnerMeeting.list',
  'partnerReader.card',
] as const satisfies readonly OperationName[];
const OF_CASE = [
  'amendment.list',
  'attachment.list',
  'caseAssignment.team',
  'caseExit.get',
  'conflictFlag.list',
  'contactAttempt.list',
  'conversation.list',
  'disclosureLog.list',
  'followUp.list',
  'householdLink.list',
  'identificationIndicators.list',
  'keptThing.ofCase',
  'legalHold.list',
  'legalMatter.list',
  'mandatedReport.list',
  'ownCopy.list',
  'packageReply.list',
  'receivedPackage.list',
  'personCausingHarm.list',
  'printLog.list',
  'privilegedBox.get',
  'referral.list',
  'retention.ofCase',
  'rightsRequest.list',
  'samePerson.pairs',
  'screening.list',
  'sealedNote.list',
  'service.month',
  'stay.ofCase',
  'traffickingProfile.history',
  'vulnerabilityView.list',
] as const satisfies readonly OperationName[];

/** What each of them tells, under its name. */
async function told(vault: TestVault, names: readonly OperationName[], request: object): Promise<object> {
  const answers = await inTurn(names, async (name) => {
    const answer = await vault.raw(name, request);
    if (!answer.ok) throw new Error(`${name} answered ${answer.error.code}`);
    return [name, answer.value] as const;
  });
  return Object.fromEntries(answers);
}

/** Every record, as the operations tell it to a director. Opening what is sealed is a write; everything else only reads. */
export async function everyRecord(vault: TestVault) {
  const staff = await vault.ask('staffMember.list', {});
  const agencies = await vault.ask('partnerAgency.list', {});
  const { rows } = await vault.ask('caseFile.list', { show: 'all', order: 'name', limit: 100 });
  const cases = await inTurn(rows, ({ id }) => everythingOfCase(vault, id));
  const drafts = await vault.ask('draft.list', {});
  return {
    staff: staff.map(({ id, name, signInName, role, disabledAt }) => ({ id, name, signInName, role, disabledAt })),
    agencies: await inTurn(agencies, async ({ id }) => ({
      ...(await vault.ask('partnerAgency.get', { id })),
      ...(await told(vault, OF_AGENCY, { partnerAgencyId: id })),
    })),
    house: await told(vault, OF_HOUSE, {}),
    due: await vault.ask('calendar.agenda', { ...quarterFrom(vault), whose: 'all', zone: 'UTC' }),
    cases,
    drafts: await inTurn(drafts, ({ target }) => vault.ask('draft.get', { target })),
  };
}

/** Days in UTC, as the calendar is asked. */
function quarterFrom(vault: TestVault) {
  const from = new Date(vault.clock.now).toISOString().slice(0, 10);
  return { from, to: addDays(from, 91) };
}

/** Of a case that the director does not work on, its facts. */
async function everythingOfCase(vault: TestVault, caseFileId: CaseFileId) {
  const caseFile = await vault.ask('caseFile.get', { caseFileId });
  const sealedFiles = await vault.ask('episode.sealedFiles', { caseFileId });
  if (!caseFile.reach.open) return { caseFile };
  return {
    caseFile,
    ...(await told(vault, OF_CASE, { caseFileId })),
    keptOfSealed: await inTurn(sealedFiles, (file) => told(vault, ['legalHold.list'], { caseFileId: file.caseFileId })),
    ...(await wholeCase(vault, caseFileId)),
  };
}

async function wholeCase(vault: TestVault, caseFileId: CaseFileId) {
  const needs = await vault.ask('need.list', { caseFileId, show: 'all' });
  const imported = await vault.ask('htcdsRecord.list', { caseFileId });
  const { sealed } = await vault.ask('safetyPlan.get', { caseFileId });
  const reason = 'Reading everything back';
  return {
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

/** For a counsellor who is signed in: the words sealed to her, case by case. */
export async function everySealedNote(vault: TestVault) {
  const { rows } = await vault.ask('caseFile.list', { show: 'all', order: 'name', limit: 100 });
  const reason = 'Reading everything back';
  return inTurn(rows, ({ id: caseFileId }) => vault.ask('sealedNote.open', { caseFileId, reason }));
}

/** One after another: the vault answers in the order it is asked. */
async function inTurn<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const one of all) answers.push(await ask(one));
  return answers;
}
