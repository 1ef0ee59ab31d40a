// What can be said of the vault on this computer without a passphrase, and with one while someone is signed in.
import { VaultError } from '#shared/contract/errors';
import { readSlotCopies } from '../access/slot-file.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { EpochKey } from '../epoch-keys.ts';
import { decodeSlots } from '../keys/slots.ts';
import type { Session } from '../session.ts';
import { lastSeenVault, vaultExists } from '../vault-folder.ts';
import { toHex } from './copy-database.ts';

export interface LocalVault {
  /** Whether any part of a vault is here, even a damaged one. */
  readonly exists: boolean;
  /** Lower-case hex; null when no vault is here, or when nothing of it tells its number any more. */
  readonly vaultId: string | null;
  /** The key of the open vault, for its own backups, and those of before. */
  readonly key: (EpochKey & { readonly earlier: readonly EpochKey[] }) | null;
  /** The open records, to compare the history of a backup with theirs. */
  readonly db: ReadableDb | null;
}

export function localVault(session: Session): LocalVault {
  const { place } = session.settings;
  if (session.isOpen()) {
    const { vault } = session.opened();
    return { exists: true, vaultId: toHex(vault.vaultId), key: vault, db: vault.db };
  }
  const exists = vaultExists(place);
  return { exists, vaultId: exists ? (idOfSlots(session) ?? lastSeenVault(place)) : null, key: null, db: null };
}

/** The number stands in both slot files, readable by anyone; either will do. */
function idOfSlots({ settings }: Session): string | null {
  const copies = readSlotCopies(settings.place);
  for (const bytes of [copies.bin, copies.bak]) {
    if (bytes === null) continue;
    try {
      return toHex(decodeSlots(bytes, settings.tools.policy).vaultId);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error; // damaged or from the future: the other copy, or the note of what was seen
    }
  }
  return null;
}
