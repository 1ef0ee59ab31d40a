// From a sign-in name and a passphrase to an open vault. Each way it can go wrong has its own code, so that nobody who
// mistyped is told that her records are damaged, and nobody with damage is told to type again.
import { readFileSync } from 'node:fs';
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import { isRestoreWaiting } from '../backup/restore-marker.ts';
import { replaceFile, writeSlotFiles } from '../keys/atomic-file.ts';
import { slotsHash } from '../keys/slots.ts';
import { afterMiss, noAttempts, readAttempts, waitMs, writeAttempts, type Attempts } from '../keys/throttle.ts';
import { judgeGeneration, openSlots, type Credential, type UnlockedSlots } from '../keys/unlock.ts';
import { openVaultFiles, type OpenVault } from '../open-vault.ts';
import { staffBySlot } from '../records/staff-member.ts';
import type { Session } from '../session.ts';
import { databasePresence, vaultExists } from '../vault-folder.ts';
import { readSlotCopies } from './slot-file.ts';

const MISSES = new Set(['wrong-passphrase', 'recovery-code-unknown']);

/** Throws `vault-missing`, `unlock-wait`, `wrong-passphrase`, `staff-disabled`, `slots-…`, `vault-…`. */
export async function unlock(session: Session, signInName: string, passphrase: string): Promise<void> {
  const unlocked = await openWith(session, { kind: 'passphrase', signInName, passphrase });
  const vault = openFiles(session, unlocked);
  try {
    enterAs(session, vault, unlocked);
  } catch (error) {
    vault.close();
    throw error;
  }
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

/** Opens the database behind proven slots. */
export function openFiles(session: Session, unlocked: UnlockedSlots): OpenVault {
  const { place } = session.settings;
  const presence = databasePresence(place);
  if (presence !== 'present') throw new VaultError('vault-damaged', { reason: `database-${presence}` });
  if (unlocked.heal) writeSlotFiles(place.folder, unlocked.bytes);
  return openVaultFiles(place, {
    vaultId: unlocked.file.vaultId,
    vaultKey: unlocked.opened.vaultKey,
    slots: { generation: unlocked.file.generation, slotsHash: slotsHash(unlocked.bytes) },
    judge: (stored) => judgeGeneration(unlocked, stored),
  });
}

function enterAs(session: Session, vault: OpenVault, unlocked: UnlockedSlots): void {
  const person = staffBySlot({ db: vault.db }, unlocked.opened.keySlot.id);
  if (person === undefined || person.body.disabledAt !== null) throw new VaultError('staff-disabled');
  enter(session, vault, { id: person.id, name: person.body.name, role: person.body.role }, unlocked);
}

/** Signs a person in and writes what happened before the door opened: the misses, then the unlock. */
export function enter(
  session: Session,
  vault: OpenVault,
  person: { readonly id: string; readonly name: string; readonly role: 'director' | 'case-manager' | 'house-staff' },
  unlocked: UnlockedSlots,
  action = 'session.unlock',
): void {
  const { misses } = attemptsNow(session);
  session.enter({
    vault,
    person: { ...person, id: StaffMemberId.parse(person.id) },
    signingKey: unlocked.opened.signingKey,
  });
  if (misses > 0)
    session.commit({ name: 'session.unlock', unlogged: true }, (context) => context.note(`missed:${misses}`));
  session.commit({ name: action, unlogged: false }, () => undefined);
  remember(session, noAttempts);
}

/** The throttle's note lies outside the vault. It slows a curious colleague; it cannot stop someone with a copy of the files. */
export function attemptsNow(session: Session): Attempts {
  try {
    return readAttempts(readFileSync(session.settings.place.attempts, 'utf8'));
  } catch {
    return readAttempts(null);
  }
}

function remember(session: Session, attempts: Attempts): void {
  replaceFile(session.settings.place.attempts, Buffer.from(writeAttempts(attempts), 'utf8'));
}
