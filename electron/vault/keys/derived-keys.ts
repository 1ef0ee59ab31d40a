// Every key that comes from the vault key. One purpose, one label, one key; nothing is ever encrypted with the vault key itself
// except by sealing (slot-keys.ts).
import { hkdf32 } from './kdf.ts';

/** The keys a session keeps while the vault is open. */
export interface VaultKeys {
  /** Vouches for the records of `vault.head`. */
  readonly headMac: Uint8Array;
  /** Vouches for the chain of revisions and audit entries. */
  readonly auditMac: Uint8Array;
}

export function deriveVaultKeys(vaultKey: Uint8Array, vaultId: Uint8Array): VaultKeys {
  return {
    headMac: hkdf32(vaultKey, vaultId, 'cv/head-mac/1'),
    auditMac: hkdf32(vaultKey, vaultId, 'cv/audit-mac/1'),
  };
}

/** Vouches for `slots.bin`. */
export function headerMacKey(vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/header-mac/1');
}

/**
 * The key of one database file. `databaseSalt` is the first 16 bytes of that file (SQLCipher keeps its salt there), 16 random
 * bytes at creation: a file rewritten with a new salt gets a new key by itself, so that no old page can be moved into it.
 */
export function databaseKey(vaultKey: Uint8Array, vaultId: Uint8Array, databaseSalt: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/db-key/1', sixteen(databaseSalt));
}

/** The key of the database inside one backup. */
export function backupKey(vaultKey: Uint8Array, vaultId: Uint8Array, backupId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/backup-key/1', sixteen(backupId));
}

/** Vouches for the manifest of one backup. */
export function backupManifestMac(vaultKey: Uint8Array, vaultId: Uint8Array, backupId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/backup-mac/1', sixteen(backupId));
}

/** Encrypts the shelter's name and the counts in the manifest of one backup. */
export function backupLabelKey(vaultKey: Uint8Array, vaultId: Uint8Array, backupId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/backup-label/1', sixteen(backupId));
}

/** The key of one file kept beside the database. */
export function shardKey(vaultKey: Uint8Array, vaultId: Uint8Array, shardId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/shard/1', sixteen(shardId));
}

/** Makes the keyed hash by which an erased case is known again in an older copy. */
export function erasedCaseKey(vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/erased-case/1');
}

/** Encrypts the list of erased cases beside the vault and on media. */
export function erasedListKey(vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array {
  return hkdf32(vaultKey, vaultId, 'cv/erased-list/1');
}

/** Key and salt as SQLCipher takes them raw, without its own key derivation: `x'<64 hex digits><32 hex digits>'`. */
export function sqlcipherKey(key: Uint8Array, salt: Uint8Array): string {
  if (key.length !== 32) throw new RangeError('a SQLCipher key has 32 bytes');
  return `x'${Buffer.from(key).toString('hex')}${Buffer.from(sixteen(salt)).toString('hex')}'`;
}

function sixteen(id: Uint8Array): Uint8Array {
  if (id.length !== 16) throw new RangeError('an id or salt has 16 bytes');
  return id;
}
