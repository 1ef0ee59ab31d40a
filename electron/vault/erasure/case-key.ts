// The keyed hash of a case or of one record: an older copy that still holds it is recognised by this, and nobody without a vault key
// learns anything from it, not even whether two lists speak of the same case of two vaults. The key is that of the first epoch, for
// ever: what was erased must be known again in a copy of any day.
import { createHmac } from 'node:crypto';
import type { EpochKey } from '../epoch-keys.ts';
import { erasedCaseKey } from '../keys/derived-keys.ts';
import type { CaseKey } from '../records/erased-case.ts';

export interface KeyedVault {
  readonly vaultKey: Uint8Array;
  readonly vaultId: Uint8Array;
  /** Of the epochs before, oldest first; none where only one key is at hand. */
  readonly earlier: readonly EpochKey[];
}

export const caseKeyOf = (vault: KeyedVault): CaseKey => keyedHash(vault, 'case');
/** Gives the keyed hash of a record by its id; never that of a case. */
export const recordKeyOf = (vault: KeyedVault): CaseKey => keyedHash(vault, 'record');

function keyedHash({ vaultKey, vaultId, earlier }: KeyedVault, what: 'case' | 'record'): CaseKey {
  const key = erasedCaseKey(earlier[0]?.vaultKey ?? vaultKey, vaultId);
  return (id) => createHmac('sha256', key).update(`${what}\0`).update(id, 'utf8').digest('hex');
}
