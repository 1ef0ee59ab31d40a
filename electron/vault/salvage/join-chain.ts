// From the entries that can be read here and those of a proven backup to one chain. Entries never change, so what the backup has of
// them is what was here, byte for byte; what neither has is a gap, and the entry behind a gap is attested anew.
import { bodyHash, type EntryRow, GENESIS, macOf } from '../audit/chain.ts';
import { isForgotten } from '../audit/forget-entries.ts';
import type { FoundBody } from './found-rows.ts';

export interface JoinedChain {
  /** In their order. */
  readonly rows: readonly EntryRow[];
  readonly breaks: readonly { readonly before: number; readonly attest: string }[];
  readonly gaps: readonly {
    readonly from: number;
    readonly to: number;
    readonly after: number | null;
    readonly before: number | null;
  }[];
  /** Entries that were made anew for a body that had lost its own. */
  readonly unsigned: number;
  /** Entries of the backup up to here are of this vault's own past. */
  readonly sharedUpTo: number;
}

export interface EpochOfKeys {
  readonly epoch: number;
  /** The audit key of an epoch, or undefined when it is lost. */
  readonly keyOf: (epoch: number) => Uint8Array | undefined;
}

/** A body whose entry is lost is entered again in its place, with what it says of itself. */
export const REBUILT = 'salvage.carryOut';

export function joinChain(
  own: ReadonlyMap<number, EntryRow>,
  backup: ReadonlyMap<number, EntryRow>,
  bodies: ReadonlyMap<number, readonly FoundBody[]>,
  keys: EpochOfKeys,
): JoinedChain {
  const sharedUpTo = commonPast(own, backup);
  const merged = new Map([...[...backup].filter(([seq]) => seq <= sharedUpTo), ...own]);
  let unsigned = 0;
  for (const [seq, found] of bodies) {
    const body = found.findLast((one) => one.body !== null);
    if (merged.has(seq) || body === undefined) continue;
    merged.set(seq, entryFor(seq, body));
    unsigned += 1;
  }
  const rows = [...merged.values()].sort((one, other) => one.seq - other.seq);
  return { ...linked(rows, bodies, keys), unsigned, sharedUpTo };
}

/** A vault that was restored from an older backup left the later ones behind: from the first entry that differs, theirs is another story. */
function commonPast(own: ReadonlyMap<number, EntryRow>, backup: ReadonlyMap<number, EntryRow>): number {
  const differing = [...own.values()]
    .filter(({ seq, mac }) => {
      const theirs = backup.get(seq);
      return theirs !== undefined && Buffer.compare(theirs.mac, mac) !== 0;
    })
    .map(({ seq }) => seq);
  return Math.min(...differing, Number.MAX_SAFE_INTEGER) - 1;
}

/** `at`, epoch and MAC are given when it is linked. */
function entryFor(seq: number, { kind, recordId, revision, body }: FoundBody): EntryRow {
  return {
    seq,
    at: -1,
    epoch: -1,
    staff_id: null,
    action: REBUILT,
    record_kind: kind,
    record_id: recordId,
    revision,
    case_file_id: kind === 'case-file' ? recordId : caseOf(body),
    body_hash: new Uint8Array(32),
    detail: 'entry-lost',
    mac: GENESIS,
  };
}

function caseOf(body: string | null): string | null {
  const id = (JSON.parse(body ?? '{}') as { readonly caseFileId?: unknown }).caseFileId;
  return typeof id === 'string' ? id : null;
}

function linked(
  rows: readonly EntryRow[],
  bodies: ReadonlyMap<number, readonly FoundBody[]>,
  keys: EpochOfKeys,
): Pick<JoinedChain, 'rows' | 'breaks' | 'gaps'> {
  const breaks: { before: number; attest: string }[] = [];
  const gaps: { from: number; to: number; after: number | null; before: number | null }[] = [];
  const chain: EntryRow[] = [];
  for (const row of rows) {
    const before = chain.at(-1);
    const expected = (before?.seq ?? 0) + 1;
    const previous = before?.mac ?? GENESIS;
    const kept = keys.keyOf(row.epoch) === undefined ? renewed(row, { before, previous }, bodies, keys) : row;
    const key = keys.keyOf(kept.epoch)!;
    if (row.seq > expected) gaps.push({ from: expected, to: row.seq - 1, after: before?.at ?? null, before: kept.at });
    // An old line that was emptied keeps its MAC and nothing else: there is nothing to prove it with, and nothing in it.
    const isProven = isForgotten(kept) || Buffer.compare(macOf(kept, key, previous), kept.mac) === 0;
    if (row.seq > expected || !isProven)
      breaks.push({ before: row.seq, attest: Buffer.from(macOf(kept, key, GENESIS)).toString('hex') });
    chain.push(kept);
  }
  return { rows: chain, breaks, gaps };
}

/** An entry that cannot be proven with any key that is left, or was only just made: it is of this epoch from now on. */
function renewed(
  row: EntryRow,
  { before, previous }: { readonly before: EntryRow | undefined; readonly previous: Uint8Array },
  bodies: ReadonlyMap<number, readonly FoundBody[]>,
  { epoch, keyOf }: EpochOfKeys,
): EntryRow {
  if (isForgotten(row)) return { ...row, epoch };
  const key = keyOf(epoch)!;
  const body = bodies.get(row.seq)?.findLast((one) => one.body !== null)?.body ?? null;
  const at = row.at === -1 ? (before?.at ?? 0) : row.at;
  const hash = row.body_hash === null || body === null ? row.body_hash : bodyHash(key, body);
  const next = { ...row, at, epoch, body_hash: hash };
  return { ...next, mac: macOf(next, key, previous) };
}
