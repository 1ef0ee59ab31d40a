// The session and staff operations, joined to the acts of this room.
import type { sessionOperations, SessionStatus } from '#shared/records/session';
import type { staffMemberOperations } from '#shared/records/staff-member';
import { VaultError } from '#shared/contract/errors';
import { isRestoreWaiting } from '../backup/restore-marker.ts';
import { generatePassphrase } from '../keys/passphrase-words.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { waitMs } from '../keys/throttle.ts';
import { checkSlotFiles } from '../keys/unlock.ts';
import { backupsAsked } from '../records/backup-rule.ts';
import { lastBackupAt, openableBy } from '../records/backup.ts';
import { lookOf } from '../records/own-look.ts';
import { listStaff } from '../records/staff-member.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { databasePresence, vaultExists } from '../vault-folder.ts';
import { createVault } from './create-vault.ts';
import { enterAnew } from './enter-anew.ts';
import { confirmRecoveryCode, makeRecoveryCode, recover } from './recovery.ts';
import { isKeyDue, renewKey } from './renew-key.ts';
import { readSlotCopies } from './slot-file.ts';
import { addStaff, changePassphrase, disableStaff, givePassphrase } from './staff-access.ts';
import { makeTrustees, tryTrustees } from './trustees.ts';
import { attemptsNow, unlock } from './unlock.ts';
import { trusteesState, wayBack } from './way-back-state.ts';

export function sessionHandlers(session: Session): Handlers<typeof sessionOperations> {
  const { settings } = session;
  return {
    status: () => status(session),
    suggestPassphrase: () => ({ words: generatePassphrase((n) => settings.tools.randomBytes(n)).split(' ') }),
    judgePassphrase: async (_context, request) => judge(request.passphrase, request.knownWords),
    createVault: async (_context, request) => {
      await createVault(session, request);
      return {};
    },
    unlock: async (_context, request) => {
      if (session.isOpen()) throw new VaultError('conflict');
      await unlock(session, request.signInName, request.passphrase);
      return {};
    },
    recover: async (_context, request) => {
      if (session.isOpen()) throw new VaultError('conflict');
      await recover(session, request);
      return {};
    },
    openWithTrustees: async (_context, { sheets, ...request }) => {
      if (session.isOpen()) throw new VaultError('conflict');
      await enterAnew(session, { kind: 'trustees', sheets }, request, () => undefined);
      return {};
    },
    checkFiles: async () => {
      const verdict = checkSlotFiles(readSlotCopies(settings.place), settings.tools.policy);
      return Promise.resolve({ slots: slotWords[verdict], database: databasePresence(settings.place) });
    },
    checkVault: async () => Promise.resolve(session.opened().vault.verify()),
    makeRecoveryCode: async () => ({ code: await makeRecoveryCode(session) }),
    confirmRecoveryCode: async (_context, request) => {
      confirmRecoveryCode(session, request.code);
      return Promise.resolve({});
    },
    wayBack: (context) => wayBack(context.db),
    makeTrustees: () => makeTrustees(session),
    tryTrustees: async (_context, { sheets }) => {
      await tryTrustees(session, sheets);
      return {};
    },
    trustees: (context) => trusteesState(context.db),
    changePassphrase: async (_context, request) => {
      await changePassphrase(session, request);
      return {};
    },
    setLockAfter: (context, request) => {
      context.db.run('UPDATE vault_state SET lock_after_minutes = ?', [request.minutes]);
      return {};
    },
  };
}

const slotWords = {
  good: 'whole',
  'one-copy': 'healed',
  damaged: 'damaged',
  'outside-policy': 'damaged',
  'from-the-future': 'from-the-future',
} as const satisfies Record<ReturnType<typeof checkSlotFiles>, string>;

export function staffMemberHandlers(session: Session): Handlers<typeof staffMemberOperations> {
  return {
    list: (context) => listStaff(context),
    names: (context) => listStaff(context).map(({ id, name }) => ({ id, name })),
    add: (_context, request) => addStaff(session, request),
    disable: async (_context, request) => Promise.resolve(disableStaff(session, request.id)),
    givePassphrase: (_context, request) => givePassphrase(session, request),
    key: (context) => ({ due: isKeyDue(context.db) }),
    renewKey: async () => {
      if (isKeyDue(session.opened().vault.db)) renewKey(session);
      return Promise.resolve({});
    },
    copies: (context, { id }) => openableBy(context, id),
  };
}

async function judge(
  passphrase: string,
  knownWords: readonly string[],
): Promise<{ acceptable: boolean; reason: 'good' | 'too-short' | 'too-easy' }> {
  try {
    await requireStrongPassphrase(passphrase, knownWords);
    return { acceptable: true, reason: 'good' };
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'passphrase-too-weak') throw error;
    return { acceptable: false, reason: error.facts['reason'] === 'too-short' ? 'too-short' : 'too-easy' };
  }
}

interface StateRow extends Record<string, string | number | null | Uint8Array> {
  shelter_name: string;
  recovery_confirmed_at: number | null;
  lock_after_minutes: number;
}

function status(session: Session): SessionStatus {
  const { settings } = session;
  if (!session.isOpen()) {
    if (isRestoreWaiting(settings.place)) return { state: 'restore-waiting' };
    if (!vaultExists(settings.place)) return { state: 'no-vault' };
    const attempts = attemptsNow(session);
    return {
      state: 'locked',
      misses: attempts.misses,
      waitSeconds: Math.ceil(waitMs(attempts, settings.now()) / 1000),
    };
  }
  const { vault, person } = session.opened();
  const row = vault.db.get<StateRow>('SELECT * FROM vault_state');
  if (row === undefined) throw new VaultError('vault-damaged');
  const backedUpAt = lastBackupAt(vault.db);
  return {
    state: 'unlocked',
    person,
    shelterName: row.shelter_name,
    setup: { recoveryConfirmed: row.recovery_confirmed_at !== null, firstBackup: backedUpAt !== null },
    lockAfterMinutes: row.lock_after_minutes,
    now: settings.now(),
    lastBackupAt: backedUpAt,
    backups: backupsAsked(vault, settings.now()),
    look: lookOf(vault, person.id),
  };
}
