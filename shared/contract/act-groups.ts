// Every act that can stand in History, and which kind it is of. What is not named below is a change of a record.
import type { ActGroup } from '../records/audit-entry.ts';
import type { AppContract } from './index.ts';

type Names<C, Kind extends 'read' | 'write' | 'task'> = {
  [G in keyof C & string]: {
    [N in keyof C[G] & string]: C[G][N] extends { readonly kind: Kind } ? `${G}.${N}` : never;
  }[keyof C[G] & string];
}[keyof C & string];

/** What the program does of itself while somebody opens the records. No operation has these names. */
export const OWN_ACTS = [
  'vaultKey.renew',
  'signing.key',
  'signing.list',
  'retention.again',
  'callerLog.forget',
  'handOver.forget',
  'groupPlace.forget',
  'storyConsent.forget',
] as const;

/** Whatever writes: an entry with its name says that it was done. */
export type ActName = Names<AppContract, 'write' | 'task'> | (typeof OWN_ACTS)[number];
/** Whatever can be refused: an entry with its name may say so. */
export type AskName = Names<AppContract, 'read' | 'write' | 'task'>;

type Named = Exclude<ActGroup, 'CHANGES' | 'REFUSED'>;

const acts: Readonly<Record<Named, readonly ActName[]>> = {
  SIGNING_IN: [
    'session.createVault',
    'session.unlock',
    'session.recover',
    'session.openWithTrustees',
    'session.changePassphrase',
  ],
  RESTRICTED: [
    'breakGlass.open',
    'breakGlass.seen',
    'safetyPlan.openSealed',
    'attachment.openSealedText',
    'attachment.openSealedPicture',
    'attachment.openSealedPage',
    'screening.openAnswers',
    'privilegedBox.open',
    'sealedNote.open',
    'compartment.openWithCode',
    'partnerAgency.openAddress',
    'htcdsRecord.openSealed',
    'conflictFlag.openReason',
    'interpreter.openReason',
    'vulnerabilityView.add',
  ],
  SHARING: [
    'exportPackage.create',
    'printLog.add',
    'housePaper.add',
    'ownCopy.hand',
    'ownCopy.save',
    'disclosureLog.add',
    'legalRequest.prepare',
    'legalRequest.approve',
    'legalRequest.produce',
    'mandatedReport.add',
    'release.sign',
    'release.revoke',
    'sentReply.write',
    'packageReply.read',
    'packageReply.keep',
    'receivedPackage.open',
    'receivedPackage.keep',
    'partnerReader.handOver',
    'receivingKey.handOver',
    'statistics.issue',
    'statistics.printed',
    'statistics.save',
    'auditEntry.save',
  ],
  ERASING: [
    'retention.run',
    'retention.erasePart',
    'retention.again',
    'retention.noteGone',
    'retention.noteAgency',
    'retention.clearMedium',
    'retention.destroyKept',
    'attachment.remove',
    'callerLog.forget',
    'handOver.forget',
    'groupPlace.forget',
    'storyConsent.forget',
  ],
  ACCESS: [
    'staffMember.add',
    'staffMember.disable',
    'staffMember.renewKey',
    'staffMember.givePassphrase',
    'keyFile.make',
    'keyFile.copy',
    'keyFile.stop',
    'keyFile.setLock',
    'vaultKey.renew',
    'signing.key',
    'signing.list',
    'session.makeRecoveryCode',
    'session.confirmRecoveryCode',
    'session.makeTrustees',
    'session.tryTrustees',
    'caseAssignment.assign',
    'caseAssignment.end',
    'caseAssignment.handOver',
    'caseAssignment.setOpensSealed',
    'compartment.begin',
    'compartment.letIn',
    'compartment.takeOut',
    'compartment.sealToCode',
    'privilegedBox.name',
    'trainingGate.turn',
    'trainingGate.letPast',
    'partnerAgency.pinRecipient',
    'partnerAgency.endRecipient',
    'receivingKey.make',
    'receivingKey.change',
    'receivingKey.end',
  ],
  BACKUPS: [
    'backup.create',
    'backup.drill',
    'backup.restore',
    'backup.continueRestore',
    'backup.keepOld',
    'backupRule.save',
    'salvage.look',
    'salvage.carryOut',
    'session.checkFiles',
    'session.checkVault',
  ],
};

/** The acts of one kind; for changes what is of no other. `all` are the names of everything that writes. */
export function actsOf(group: Exclude<ActGroup, 'REFUSED'>, all: readonly string[]): readonly string[] {
  if (group !== 'CHANGES') return acts[group];
  const named = new Set<string>(Object.values(acts).flat());
  return all.filter((name) => !named.has(name));
}
