// The vault keys of before: each removal of a colleague begins a new epoch with a new key. What was made in an earlier one (entries of
// the chain, backups, the marks of erased cases) is proven with the key of its day, which the database keeps.
import { VaultError } from '#shared/contract/errors';
import type { ReadableDb } from './database/sql.ts';
import { deriveVaultKeys } from './keys/derived-keys.ts';
import { wipe } from './keys/wipe.ts';

export interface EpochKey {
  readonly epoch: number;
  /** 32 bytes. */
  readonly vaultKey: Uint8Array;
}

/** Oldest first; those of the epochs before the one that is going on. */
export const earlierKeys = (db: ReadableDb): EpochKey[] =>
  db.all<{ epoch: number; vaultKey: Uint8Array }>('SELECT epoch, vault_key AS vaultKey FROM epoch_key ORDER BY epoch');

/** Which audit key an entry of the chain was made with. Throws `vault-damaged` for an epoch that this vault never had. */
export function auditKeys(
  db: ReadableDb,
  vaultId: Uint8Array,
  now: { readonly epoch: number; readonly auditMac: Uint8Array },
): (epoch: number) => Uint8Array {
  const keys = new Map(earlierKeys(db).map(({ epoch, vaultKey }) => [epoch, auditKeyOf(vaultKey, vaultId)]));
  keys.set(now.epoch, now.auditMac);
  return (epoch) => {
    const key = keys.get(epoch);
    if (key === undefined) throw new VaultError('vault-damaged', { reason: 'epoch' });
    return key;
  };
}

function auditKeyOf(vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array {
  const { auditMac, headMac } = deriveVaultKeys(vaultKey, vaultId);
  wipe(vaultKey, headMac);
  return auditMac;
}
