// After cases were taken out: the file is written anew, and what erased cases kept beside it goes. Whatever of this is cut off is
// done at the next unlock.
import { removeBlob } from '../attachments/blob-folder.ts';
import { rewrite } from '../database/rewrite.ts';
import { dropCopyBeforeMigration, type OpenVault } from '../open-vault.ts';

export const isUnswept = ({ db }: OpenVault): boolean =>
  db.get<{ unswept: number }>('SELECT unswept FROM vault_state')?.unswept === 1;

/** Throws `disk-full`, `vault-open-elsewhere`; then the mark stays. */
export function sweep(vault: OpenVault, blobs: readonly string[] = []): void {
  for (const blob of blobs) removeBlob(vault.place.attachments, blob);
  dropCopyBeforeMigration(vault.place);
  rewrite(vault.db);
  vault.commit(() => vault.db.run('UPDATE vault_state SET unswept = 0'));
}
