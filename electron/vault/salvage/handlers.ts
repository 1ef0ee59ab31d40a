// The salvage operations, joined to the acts of this room. Two of them work before anyone is signed in: the vault does not open.
import { VaultError } from '#shared/contract/errors';
import type { TaskControl } from '#shared/contract/operation';
import type { SalvageFindings, salvageOperations } from '#shared/records/salvage';
import type { Request } from '#shared/contract/operation';
import { asCredential } from '../access/credential.ts';
import { openWith, withWaiting } from '../access/unlock.ts';
import { AuthenticatedBackup } from '../backup/authenticated-backup.ts';
import { toHex } from '../backup/copy-database.ts';
import type { UnlockedSlots } from '../keys/unlock.ts';
import { wipe } from '../keys/wipe.ts';
import { missingReports } from '../records/missing-record.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { lookAtDamage, prepareSalvage, type SalvageWork } from './prepare-salvage.ts';

type Wanted = Request<typeof salvageOperations.look>;

export function salvageHandlers(session: Session): Handlers<typeof salvageOperations> {
  return {
    look: (_context, wanted, control) => salvage(session, wanted, control, lookAtDamage),
    carryOut: async (_context, wanted, control) => {
      const found = await salvage(session, wanted, control, prepareSalvage);
      session.settings.restart();
      return found;
    },
    missing: (context) => missingReports(context),
  };
}

async function salvage(
  session: Session,
  { credential, backup }: Wanted,
  control: TaskControl,
  act: (work: SalvageWork) => Promise<SalvageFindings>,
): Promise<SalvageFindings> {
  if (session.isOpen()) throw new VaultError('conflict');
  const { settings } = session;
  const unlocked = await openWith(session, await asCredential(session, credential));
  const opened =
    backup === null
      ? null
      : await openBackup(session, backup, unlocked).catch((error: unknown) => {
          forget(unlocked);
          throw error;
        });
  try {
    return await act({
      place: settings.place,
      unlocked,
      backup: opened,
      medium: settings.sticks,
      heavyWork: settings.heavyWork,
      clock: settings,
      signal: control.signal,
      phase: (phase, done) => control.progress(done === undefined ? { phase } : { phase, done }),
    });
  } finally {
    opened?.forget();
    forget(unlocked);
  }
}

async function openBackup(
  session: Session,
  { folder, name, credential }: NonNullable<Wanted['backup']>,
  { file }: UnlockedSlots,
): Promise<AuthenticatedBackup> {
  const place = { folder: session.chosenPath(folder), name };
  const backup = await withWaiting(session, async () =>
    AuthenticatedBackup.open(place, await asCredential(session, credential), session.settings.tools),
  );
  if (backup.facts.vaultId === toHex(file.vaultId)) return backup;
  backup.forget();
  throw new VaultError('backup-other-vault');
}

const forget = ({ opened }: UnlockedSlots): void => wipe(opened.userRoot, opened.vaultKey, opened.sealSecret);
