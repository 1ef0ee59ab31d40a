// Everything a vault can say about itself: the chain with every body, what must never stand alone, and every fact against its record.
import { VaultError } from '#shared/contract/errors';
import type { Connection } from '../database/sql.ts';
import { verifyFacts } from '../records/record-kind.ts';
import { type ChainReport, verifyChain } from './chain.ts';
import { verifyNoOrphans } from './orphans.ts';
import { verifySignatures } from './verify-signatures.ts';

export interface VaultReport extends ChainReport {
  /** Live records of each kind. */
  readonly records: Readonly<Record<string, number>>;
  /** Entries of weight that their people signed. */
  readonly signatures: number;
}

/**
 * The chain with every body, every signature, and what must never stand alone. `keyOf` gives the audit key of an epoch. What a record
 * says of itself is `verifyFacts`, which a backup asks in another thread. Throws `vault-damaged` with the first thing that does not
 * fit, and `history-changed` where the chain holds and a person's signature does not.
 */
export function verifyEntries(db: Connection, keyOf: (epoch: number) => Uint8Array): Omit<VaultReport, 'records'> {
  const report = verifyChain(db, keyOf);
  const signatures = verifySignatures(db);
  verifyNoOrphans(db);
  return { ...report, signatures };
}

/**
 * The content, and every index against its table: an old page put back under an index hides a record from a list although chain
 * and facts are whole (27 of 53 one-page replays of a small vault, found by nothing else).
 */
export function verifyVault(db: Connection, keyOf: (epoch: number) => Uint8Array): VaultReport {
  const found = db.pragma('integrity_check(1)');
  if (found !== 'ok') throw new VaultError('vault-damaged', { reason: 'structure' });
  return { ...verifyEntries(db, keyOf), records: verifyFacts({ db }) };
}
