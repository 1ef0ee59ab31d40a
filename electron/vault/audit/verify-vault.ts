// Everything a vault can say about itself: the chain with every body, what must never stand alone, and every fact against its record.
import type { Connection } from '../database/sql.ts';
import { verifyFacts } from '../records/record-kind.ts';
import { type ChainReport, verifyChain } from './chain.ts';
import { verifyNoOrphans } from './orphans.ts';

export interface VaultReport extends ChainReport {
  /** Live records of each kind. */
  readonly records: Readonly<Record<string, number>>;
}

/** `keyOf` gives the audit key of an epoch. Throws `vault-damaged` with the first thing that does not fit. */
export function verifyVault(db: Connection, keyOf: (epoch: number) => Uint8Array): VaultReport {
  const report = verifyChain(db, keyOf);
  verifyNoOrphans(db);
  return { ...report, records: verifyFacts({ db }) };
}
