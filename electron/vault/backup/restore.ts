// Builds the vault that a backup holds beside the one that is here, proves it, and claims the swap. Nothing of the old vault is
// touched here: it is put aside at the next start, when no vault is open (restore-marker.ts).
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { RestorePhase } from '#shared/records/backup';
import { beginSigning } from '../access/begin-signing.ts';
import { removeAgain } from '../access/remove-again.ts';
import type { BlobTotal } from '../attachments/blob-copy.ts';
import { countBlobs } from '../attachments/blob-folder.ts';
import { signerOf } from '../audit/signing.ts';
import type { Clock } from '../context.ts';
import { applyList, toApply } from '../erasure/apply-list.ts';
import { caseKeyOf, recordKeyOf } from '../erasure/case-key.ts';
import type { Erased } from '../erasure/erased-list.ts';
import { isUnswept, sweep } from '../erasure/sweep.ts';
import { databaseKey, deriveVaultKeys } from '../keys/derived-keys.ts';
import { flushFolder, readIfPresent, replaceFile, writeSlotFiles } from '../keys/atomic-file.ts';
import { newHeadFile, readHead } from '../keys/head.ts';
import type { KeyTools } from '../keys/kdf.ts';
import { judgeGeneration } from '../keys/unlock.ts';
import { wipe } from '../keys/wipe.ts';
import { type OpenVault, openVaultFiles } from '../open-vault.ts';
import { staffBySlot } from '../records/staff-member.ts';
import { stopIfAsked, type Stop } from '../removable/outside-error.ts';
import { type PrivateFolder, withPrivateFolder } from '../removable/private-folder.ts';
import { flushNow } from '../removable/whole-file.ts';
import { checkSpace, type Medium } from '../removable/write-outside.ts';
import { readLastSeen, type VaultFolder } from '../vault-folder.ts';
import type { AuthenticatedBackup } from './authenticated-backup.ts';
import { proveBlobs } from './backup-attachments.ts';
import type { HeavyWork } from './heavy-work.ts';
import { DATABASE, unhex } from './manifest.ts';
import { proveBackup, type ProvenCopy } from './prove-backup.ts';
import { claim, filesOf, freshWorkshop, isRestoreWaiting, nameForKept, sweepWorkshop } from './restore-marker.ts';

export interface RestoreWork {
  readonly place: VaultFolder;
  readonly medium: Pick<Medium, 'space'>;
  readonly heavyWork: HeavyWork;
  readonly clock: Clock;
  readonly signal: Stop | undefined;
  /** What was erased since: taken out before this vault is ever opened by anybody. */
  readonly erased: Erased;
  /** Key slots of colleagues who were removed since, in lower-case hex. */
  readonly returned: ReadonlySet<string>;
  readonly tools: KeyTools;
  /** Locks the vault that is here, if it is open: from then on nothing is saved in it any more. */
  leave(): void;
  phase(phase: RestorePhase, done?: number): void;
}

/** The private copy, the new database, and its write-ahead log while the last entry is written. */
const ROOM = 2.5;
/** vault.head has 8,192 bytes. */
const HEAD_LIMIT = 64 * 1024;

/** Errors: disk-full, stick-too-small (this computer's own disk), those of proving a backup, restore-waiting, cancelled. */
export async function prepareRestore(backup: AuthenticatedBackup, work: RestoreWork): Promise<void> {
  if (isRestoreWaiting(work.place)) throw new VaultError('restore-waiting');
  const dataDir = dirname(work.place.folder);
  work.phase('checking-space');
  const files = backup.facts.attachments?.bytes ?? 0;
  await checkSpace(work.medium, dataDir, Math.ceil(backup.facts.files[DATABASE].bytes * ROOM) + files);
  const workshop = freshWorkshop(work.place);
  try {
    await withPrivateFolder(workshop.folder, (room) => buildProven(backup, room, workshop, work));
    work.phase('finishing');
    stopIfAsked(work.signal);
    work.leave();
    enterRestore(backup, workshop, work);
    await claimIt(backup, workshop, countBlobs(workshop.attachments), work);
  } catch (error) {
    sweepWorkshop(work.place);
    throw error;
  }
}

/** Proves database and files and builds the vault from them; the private copy is gone afterwards, whatever happens. */
async function buildProven(
  backup: AuthenticatedBackup,
  room: PrivateFolder,
  workshop: VaultFolder,
  work: RestoreWork,
): Promise<void> {
  const proven = await proveBackup(backup, room, { ...work, phase: (phase, done) => work.phase(phase, done) });
  const seen = (share: number): void => work.phase('copying', share);
  await proveBlobs(backup.place, proven.present, workshop.attachments, { signal: work.signal, seen });
  work.phase('preparing');
  await buildVault(backup, proven, workshop, work);
}

/** A fresh salt and the key that belongs to it: no page of a backup fits into a vault, nor the other way round. */
async function buildVault(
  backup: AuthenticatedBackup,
  proven: ProvenCopy,
  workshop: VaultFolder,
  work: RestoreWork,
): Promise<void> {
  const { vaultKey } = backup.unlocked.opened;
  const vaultId = unhex(backup.facts.vaultId);
  const salt = randomBytes(16);
  await work.heavyWork.run<'copy'>(
    {
      kind: 'copy',
      source: { file: proven.file, key: backup.databaseKey(), salt: proven.salt },
      target: { file: workshop.database, key: databaseKey(vaultKey, vaultId, salt), salt },
      slotFiles: null,
    },
    work.signal,
  );
  writeSlotFiles(workshop.folder, backup.slots);
  writeFirstHead(backup, workshop);
}

function writeFirstHead({ facts, unlocked }: AuthenticatedBackup, workshop: VaultFolder): void {
  const { headMac, auditMac } = deriveVaultKeys(unlocked.opened.vaultKey, unhex(facts.vaultId));
  const head = {
    commitSeq: facts.commitSeq,
    epoch: facts.epoch,
    chainHead: unhex(facts.chainHead),
    slotsHash: unhex(facts.slotsHash),
    slotsGeneration: facts.slotsGeneration,
  };
  replaceFile(workshop.head, newHeadFile(head, headMac));
  wipe(headMac, auditMac);
}

/** The same door that every unlock uses, with all its checks: what opens here opens for her as well. */
function openRestored({ facts, unlocked }: AuthenticatedBackup, workshop: VaultFolder): OpenVault {
  return openVaultFiles(workshop, {
    vaultId: unhex(facts.vaultId),
    vaultKey: Uint8Array.from(unlocked.opened.vaultKey),
    epoch: facts.epoch,
    slots: { generation: facts.slotsGeneration, slotsHash: unhex(facts.slotsHash) },
    judge: (stored) => judgeGeneration(unlocked, stored),
  });
}

/**
 * The restore is an entry of the chain, and its number goes on after the newest that this computer has seen: numbers never run
 * backwards, so an older state that is put back later is still noticed. Erased cases are taken out in the same commit.
 */
function enterRestore(backup: AuthenticatedBackup, workshop: VaultFolder, work: RestoreWork): void {
  const { place, clock, erased } = work;
  const { facts, unlocked } = backup;
  const vault = openRestored(backup, workshop);
  try {
    const person = staffBySlot({ db: vault.db }, unlocked.opened.keySlot.id);
    const newest = Math.max(
      vault.commitSeq(),
      readLastSeen(place, vault.vaultId).commitSeq,
      numberInHead(place, vault.keys.headMac),
    );
    const staffMember = { id: person?.id ?? null };
    if (person !== undefined) signHere(vault, person.id, backup, work);
    const eraser = { ...clockOf(clock), db: vault.db, chain: vault.chain, action: 'backup.restore', staffMember };
    const blobs = vault.commit(() => {
      vault.db.run('UPDATE vault_state SET commit_seq = ?', [newest]);
      vault.chain.append(vault.db, {
        at: clock.now(),
        staffId: staffMember.id,
        action: 'backup.restore',
        detail: `from:${facts.commitSeq}`,
      });
      const keys = { keyOf: caseKeyOf(vault), recordKeyOf: recordKeyOf(vault) };
      return applyList(eraser, toApply(vault.db, erased, keys));
    });
    const saver = { now: () => clock.now(), action: 'backup.restore', staffMember };
    removeAgain(vault, work.tools, work.returned, saver);
    if (isUnswept(vault)) sweep(vault, blobs);
  } finally {
    vault.close();
  }
}

/** Whoever brings it back signs for that, and for what is taken out of it again. */
function signHere(vault: OpenVault, staffId: string, { unlocked }: AuthenticatedBackup, { clock }: RestoreWork): void {
  const signer = signerOf(staffId, unlocked.opened.signingKey, vault.vaultId);
  const slots = { own: unlocked.opened.keySlot, all: unlocked.file.keySlots };
  beginSigning(vault, signer, { now: () => clock.now(), slots });
}

const clockOf = (clock: Clock) => ({ now: () => clock.now(), newId: () => clock.newId() });

/** The newest number of the vault that is here, if it is the same vault under the same key; else 0. */
function numberInHead({ head }: VaultFolder, headMac: Uint8Array): number {
  const bytes = readIfPresent(head, HEAD_LIMIT);
  return bytes === null ? 0 : (readHead(bytes, headMac).newest?.commitSeq ?? 0);
}

async function claimIt(
  { place: from, facts }: AuthenticatedBackup,
  workshop: VaultFolder,
  attachments: BlobTotal,
  { place, clock }: RestoreWork,
): Promise<void> {
  if (attachments.count > 0) flushFolder(workshop.attachments);
  flushNow(workshop.database);
  flushFolder(workshop.folder);
  const files = await filesOf(workshop.folder);
  claim(place, {
    version: 1,
    intent: true,
    of: 'backup',
    name: from.name,
    createdAt: facts.createdAt,
    commitSeq: facts.commitSeq,
    claimedAt: clock.now(),
    kept: nameForKept(place, clock.today()),
    files,
    attachments,
  });
}
