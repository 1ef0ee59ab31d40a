// A house with its colleagues and the people who live there, all invented: what is there before a story begins. Filled through
// the router, so that a test plays on the screen only what the story is about.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Role } from '#shared/contract/operation';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { agencyDetails, openCase } from './casework.ts';
import { passphraseOf } from './passphrases.ts';
import { DIRECTOR, testClock, type TestVault, vaultOn } from './vault.ts';

/** Somebody who works here, as she signs in. */
export interface Colleague {
  readonly name: string;
  readonly signInName: string;
  readonly passphrase: string;
}
const colleague = (name: string): Colleague => ({
  name,
  signInName: name.toLowerCase(),
  passphrase: passphraseOf(name.toLowerCase()),
});

export const ANA: Colleague = { name: 'Ana', ...DIRECTOR };
/** Case workers: the first works with the people of the story, the second with others. */
export const JO = colleague('Jo');
export const LENA = colleague('Lena');
export const SAM = colleague('Sam');
export const MARA = colleague('Mara');
/** She leads groups, and works with no case. */
export const IRIS = colleague('Iris');
const roles: readonly (readonly [Colleague, Role])[] = [
  [JO, 'case-manager'],
  [LENA, 'case-manager'],
  [SAM, 'house-staff'],
  [MARA, 'clinician'],
  [IRIS, 'group-facilitator'],
];

export interface SmallHouse {
  readonly vault: TestVault;
  /** Signs another colleague in. */
  readonly as: (who: Colleague) => Promise<void>;
  /** Somebody who lives here already, in a case of this case worker. */
  readonly open: (nameUsed: string, worker?: Colleague) => Promise<CaseFileId>;
  /** Lets a colleague work on a case; the director does it. */
  readonly letWork: (who: Colleague, caseFileId: CaseFileId) => Promise<void>;
}

/** The least memory that the product's way of stretching a passphrase takes: the app is to open it, a thief is not. */
const LEAST_MEMORY = 256 * 1024 ** 2;

/** Makes the house in an empty folder, lets `furnish` bring people and records in, and leaves it locked. */
export async function makeHouse(
  dataDir: string,
  since: string,
  furnish: (house: SmallHouse) => Promise<void>,
): Promise<void> {
  const vault = vaultOn(dataDir, testClock(since), { tools: productTools, totalMemoryBytes: LEAST_MEMORY });
  await vault.ask('session.createVault', { shelterName: 'Willow House', directorName: ANA.name, ...DIRECTOR });
  const { code } = await vault.ask('session.makeRecoveryCode', {});
  await vault.ask('session.confirmRecoveryCode', { code });
  const ids = new Map<string, StaffMemberId>();
  for (const [who, role] of roles) ids.set(who.name, (await vault.ask('staffMember.add', { ...who, role })).id);
  const as = async ({ signInName, passphrase }: Colleague): Promise<void> => {
    vault.vault.close();
    await vault.unlock({ signInName, passphrase });
  };
  await furnish({
    vault,
    as,
    open: async (nameUsed, worker = JO) => {
      await as(worker);
      return openCase(vault, nameUsed);
    },
    letWork: async (who, caseFileId) => {
      await as(ANA);
      await vault.ask('caseAssignment.assign', { caseFileId, staffMemberId: ids.get(who.name)! });
    },
  });
  vault.vault.close();
}

/** An agency whose key is pinned. */
export async function addClinic({ vault, as }: SmallHouse, name: string): Promise<void> {
  await as(ANA);
  const { id, revision } = await vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails(name) });
  const recipient = await identityToRecipient(await generateX25519Identity());
  await vault.ask('partnerAgency.pinRecipient', { id, basedOn: revision, recipient, name: '', wordsCompared: true });
}
