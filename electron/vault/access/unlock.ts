// From a sign-in name and a passphrase to an open vault. Each way it can go wrong has its own code, so that nobody who
// mistyped is told that her records are damaged, and nobody with damage is told to type again.
import { readFileSync } from 'node:fs';
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import type { StaffMember } from '#shared/records/staff-member';
import { sweepBlobs } from '../attachments/blob-folder.ts';
import { isRestoreWaiting } from '../backup/restore-marker.ts';
import { signerOf } from '../audit/signing.ts';
import type { SignedIn } from '../context.ts';
import { settleErasures } from '../erasure/settle.ts';
import { readIfPresent, replaceFile, writeSlotFiles } from '../keys/atomic-file.ts';
import { epochClaimed, headFileLength } from '../keys/head.ts';
import { slotsHash } from '../keys/slots.ts';
import { afterMiss, noAttempts, readAttempts, waitMs, writeAttempts, type Attempts } from '../keys/throttle.ts';
import { wipe } from '../keys/wipe.ts';
import { judgeGeneration, openSlots, type Credential, type UnlockedSlots } from '../keys/unlock.ts';
import { dropNext, takePlace } from '../next-files.ts';
import { openVaultFiles, type OpenVault } from '../open-vault.ts';
import { namedContents } from '../records/attachment.ts';
import type { Stored } from '../records/record-kind.ts';
import { staffBySlot } from '../records/staff-member.ts';
import type { Opened, Session } from '../session.ts';
import { databasePresence, vaultExists, type VaultFolder } from '../vault-folder.ts';
import { locksWhenGone } from './key-file-state.ts';
import type { KeyFileAtHand, KeyFilePlace } from './key-files.ts';
import { renewIfDue } from './renew-key.ts';
import { beginSigning } from './begin-signing.ts';
import { keepSecret, readSlotCopies } from './slot-file.ts';

const MISSES = new Set(['wrong-passphrase', 'recovery-code-unknown', 'shares-unknown']);

/** Throws `vault-missing`, `unlock-wait`, `wrong-passphrase`, `staff-disabled`, `slots-…`, `vault-…`. */
export async function unlock(session: Session, signInName: string, passphrase: string): Promise<void> {
  const { whole } = await session.keyFiles.atHand();
  const keyFiles = whole.map(({ secret }) => secret);
  try {
    await unlockWith(session, { kind: 'passphrase', signInName, passphrase, keyFiles }, whole);
  } finally {
    wipe(...keyFiles);
  }
}

async function unlockWith(session: Session, credential: Credential, whole: readonly KeyFileAtHand[]): Promise<void> {
  const unlocked = await openWith(session, credential);
  const vault = openFiles(session, unlocked);
  try {
    enterAs(session, vault, unlocked);
    wipe(unlocked.opened.userRoot, unlocked.opened.sealSecret);
  } catch (error) {
    vault.close();
    throw error;
  }
  followKeyFile(session, whole.find(({ secret }) => secret === unlocked.opened.keyFile) ?? null);
  renewIfDue(session);
}

/** Where her key file lay. From here on its stick must stay in, unless she said otherwise. */
function followKeyFile(session: Session, place: KeyFilePlace | null): void {
  const { vault, person } = session.opened();
  session.keyFiles.opened(place);
  if (place !== null && locksWhenGone(vault.db, person.id)) session.keyFiles.follow();
}

/** Proves the credential and counts misses; the vault's files are not opened yet. */
export async function openWith(session: Session, credential: Credential): Promise<UnlockedSlots> {
  const { settings } = session;
  if (isRestoreWaiting(settings.place)) throw new VaultError('restore-waiting');
  if (!vaultExists(settings.place)) throw new VaultError('vault-missing');
  return withWaiting(session, () => openSlots(readSlotCopies(settings.place), credential, settings.tools));
}

/**
 * One attempt with a passphrase or code, with the waiting of the locked screen. Backups ask through here too: else a colleague
 * could guess at a backup what she may not guess at the door. Without a vault here there is no door to guard.
 */
export async function withWaiting<T>(session: Session, attempt: () => Promise<T>): Promise<T> {
  const { settings } = session;
  const attempts = attemptsNow(session);
  const wait = waitMs(attempts, settings.now());
  if (wait > 0) throw new VaultError('unlock-wait', { seconds: Math.ceil(wait / 1000) });
  try {
    return await attempt();
  } catch (error) {
    const isMiss = error instanceof VaultError && MISSES.has(error.code) && vaultExists(settings.place);
    if (isMiss) remember(session, afterMiss(attemptsNow(session), settings.now()));
    throw error;
  }
}

/**
 * Opens the database behind proven slots. A damaged or older copy of the slots is replaced only when the vault is open: until then
 * nobody has said that these slots are not the old ones, and writing them would destroy the true ones.
 */
export function openFiles(session: Session, unlocked: UnlockedSlots): OpenVault {
  const { place } = session.settings;
  takePlace(place, unlocked.file.vaultId, unlocked.opened.vaultKey);
  const presence = databasePresence(place);
  if (presence !== 'present') throw new VaultError('vault-damaged', { reason: `database-${presence}` });
  const vault = openBehind(place, unlocked);
  try {
    if (unlocked.heal) writeSlotFiles(place.folder, unlocked.bytes);
    dropNext(place);
    return vault;
  } catch (error) {
    vault.close();
    throw error;
  }
}

function openBehind(place: VaultFolder, unlocked: UnlockedSlots): OpenVault {
  try {
    return openVaultFiles(place, {
      vaultId: unlocked.file.vaultId,
      vaultKey: unlocked.opened.vaultKey,
      epoch: unlocked.file.epoch,
      slots: { generation: unlocked.file.generation, slotsHash: slotsHash(unlocked.bytes) },
      judge: (stored) => judgeGeneration(unlocked, stored),
    });
  } catch (error) {
    // Slots of the days before the key was renewed open nothing here. That is no damage, and the way out is another.
    const head = readIfPresent(place.head, headFileLength) ?? new Uint8Array(0);
    const isOlder =
      error instanceof VaultError && error.code === 'vault-damaged' && epochClaimed(head) > unlocked.file.epoch;
    throw isOlder ? new VaultError('slots-rolled-back') : error;
  }
}

function enterAs(session: Session, vault: OpenVault, unlocked: UnlockedSlots): void {
  const person = staffBySlot({ db: vault.db }, unlocked.opened.keySlot.id);
  if (person === undefined || person.body.disabledAt !== null) throw new VaultError('staff-disabled');
  const { keySlot, signingKey, exchangeKey } = unlocked.opened;
  const keyholder = { slotId: keySlot.id, exchangeKey };
  const signer = signerOf(person.id, signingKey, vault.vaultId);
  const slots = { own: keySlot, all: unlocked.file.keySlots };
  beginSigning(vault, signer, { now: () => session.settings.now(), slots });
  enter(session, { vault, person: signedIn(person), signer, keyholder }, 'session.unlock');
  bringSecretBack(session, unlocked);
}

/** A salvage may not have found it: without it no new vault key can be sealed to her. She alone has it, so she brings it back. */
function bringSecretBack(session: Session, { opened }: UnlockedSlots): void {
  const { db } = session.opened().vault;
  const row = db.get<{ secret: Uint8Array }>('SELECT seal_secret AS secret FROM slot_secret WHERE slot_id = ?', [
    opened.keySlot.id,
  ]);
  if (row !== undefined && Buffer.compare(row.secret, opened.sealSecret) === 0) return;
  session.commit({ name: 'session.unlock', unlogged: true }, () => keepSecret(session.opened().vault, opened));
}

/** The person of a staff record, as the session knows her. */
export const signedIn = ({ id, body }: Stored<StaffMember>): SignedIn => ({
  id: StaffMemberId.parse(id),
  name: body.name,
  role: body.role,
});

/** Signs a person in and writes what happened before the door opened: the misses, then how it was opened. */
export function enter(
  session: Session,
  opened: Opened,
  action: 'session.unlock' | 'session.recover' | 'session.openWithTrustees',
): void {
  const { misses } = attemptsNow(session);
  session.enter(opened);
  settleErasures(session);
  sweepAttachments(opened);
  if (misses > 0)
    session.commit({ name: 'session.unlock', unlogged: true }, (context) => context.note(`missed:${misses}`));
  session.commit({ name: action, unlogged: false }, () => undefined);
  remember(session, noAttempts);
}

/** What a killed run or a file that was taken away left behind. The database was proven a moment ago, so its word counts. */
function sweepAttachments({ vault }: Opened): void {
  sweepBlobs(vault.place.attachments, new Set(namedContents(vault).map(({ blob }) => blob)));
}

/** The throttle's note lies outside the vault. It slows a curious colleague; it cannot stop someone with a copy of the files. */
export function attemptsNow(session: Session): Attempts {
  try {
    return readAttempts(readFileSync(session.settings.place.attempts, 'utf8'));
  } catch {
    return readAttempts(null);
  }
}

/** Writes the throttle's note; `noAttempts` after a right passphrase. */
export function remember(session: Session, attempts: Attempts): void {
  replaceFile(session.settings.place.attempts, Buffer.from(writeAttempts(attempts), 'utf8'));
}
