// The keyed hash of a case: an older copy that still holds it is recognised by this, and nobody without the vault key learns
// anything from it, not even whether two lists speak of the same case of two vaults.
import { createHmac } from 'node:crypto';
import { erasedCaseKey } from '../keys/derived-keys.ts';
import type { CaseKey } from '../records/erased-case.ts';

export interface KeyedVault {
  readonly vaultKey: Uint8Array;
  readonly vaultId: Uint8Array;
}

export function caseKeyOf({ vaultKey, vaultId }: KeyedVault): CaseKey {
  const key = erasedCaseKey(vaultKey, vaultId);
  return (caseFileId) => createHmac('sha256', key).update('case\0').update(caseFileId, 'utf8').digest('hex');
}
