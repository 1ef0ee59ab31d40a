// Before the first question is answered: carry out the restore that was just asked for, and sweep what a killed run left behind.
import { dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { sweepPrivateFolders } from '../removable/private-folder.ts';
import type { SessionSettings } from '../session.ts';
import { finishRestore, isRestoreIntended, sweepWorkshop } from './restore-marker.ts';

/** Never throws: a restore that cannot be carried out goes on waiting, and the screen offers both ways. */
export async function startClean({ place, log }: SessionSettings): Promise<void> {
  try {
    if (isRestoreIntended(place)) await finishRestore(place);
    sweepWorkshop(place);
    await sweepPrivateFolders(dirname(place.folder));
  } catch (error) {
    log({ event: 'start-not-clean', detail: error instanceof VaultError ? error.code : 'internal' });
  }
}
