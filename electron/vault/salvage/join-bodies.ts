// Which body belongs to each entry of the joined chain: the one that was read here, else that of the backup, each proven by the hash
// in its entry. What was erased stays so, whatever an older page or the backup still holds.
import {
  ERASED,
  type EntryRow,
  erasuresOf,
  isErased,
  isWhatWasSaved,
  mustBeGone,
  type Redaction,
  redactionsOf,
} from '../audit/chain.ts';
import type { Bodies } from './backup-rows.ts';
import type { FoundBody } from './found-rows.ts';
import type { EpochOfKeys, JoinedChain } from './join-chain.ts';

/** A save of the chain: its entry names a record. */
export type SaveRow = EntryRow & {
  readonly record_kind: string;
  readonly record_id: string;
  readonly revision: number;
  readonly body_hash: Uint8Array;
};

export interface JoinedBody {
  readonly row: SaveRow;
  readonly body: string | null;
  /** Where the body comes from, or why there is none. `untold`: emptied, and no entry that is left says so. */
  readonly is: 'here' | 'backup' | 'erased' | 'untold' | 'lost';
}

/** One for each save, in the order of the chain. */
export function joinBodies(
  { rows, sharedUpTo }: JoinedChain,
  own: Bodies,
  backup: Bodies,
  keys: EpochOfKeys,
): JoinedBody[] {
  const erasures = erasuresOf(rows.filter(({ detail }) => detail === ERASED));
  const redactions = redactionsOf(rows);
  return rows.filter(isSave).map((row) => {
    const here = (own.get(row.seq) ?? []).filter((found) => isOf(found, row));
    const isEmptied = here.some(({ body, isNewest }) => isNewest && body === null);
    if (isEmptied) return { row, body: null, is: isErased(erasures, row) ? 'erased' : 'untold' };
    if (mustBeGone(erasures, row)) return { row, body: null, is: 'erased' };
    const fits = fitsOf(row, keys, redactions.get(row.seq));
    const found = here.find(({ body }) => fits(body));
    if (found !== undefined) return { row, body: found.body, is: 'here' };
    if (isErased(erasures, row)) return { row, body: null, is: 'erased' };
    const kept = row.seq > sharedUpTo ? undefined : backup.get(row.seq)?.find(({ body }) => fits(body));
    return kept === undefined ? { row, body: null, is: 'lost' } : { row, body: kept.body, is: 'backup' };
  });
}

const isSave = (row: EntryRow): row is SaveRow =>
  row.body_hash !== null && row.record_kind !== null && row.record_id !== null && row.revision !== null;

const isOf = (found: FoundBody, row: SaveRow): boolean =>
  found.kind === row.record_kind && found.recordId === row.record_id && found.revision === row.revision;

/** Of a state that words were taken out of only what is left of it counts, never what an older page or the backup still holds. */
function fitsOf(
  row: SaveRow,
  { keyOf }: EpochOfKeys,
  redaction: Redaction | undefined,
): (body: string | null) => boolean {
  const key = keyOf(row.epoch);
  const ofThen = redaction === undefined ? key : keyOf(redaction.epoch);
  if (key === undefined || ofThen === undefined) return () => false;
  return (body) => body !== null && isWhatWasSaved(body, row, { key, keyOf: () => ofThen, redaction });
}
