// What can be read of a damaged database, sorted by what it is: rows say by their shape to which table they belong, because the pages
// that would say so may be the ones that are gone. Nothing found here is believed yet (join-chain.ts, join-bodies.ts).
import type { EntryRow } from '../audit/chain.ts';
import { EncryptedPages, type PageKey } from '../database/encrypted-pages.ts';
import { type LeafRow, rowsOfPage } from '../database/leaf-rows.ts';
import type { SqlValue } from '../database/sql.ts';

/** One saved body, as it stands in table `revision`. */
export interface FoundBody {
  readonly kind: string;
  readonly recordId: string;
  readonly revision: number;
  readonly body: string | null;
  /** Of a page that SQLite would read today. */
  readonly isNewest: boolean;
}

/** What stands in table `audit_signature` beside the number of the entry. */
export interface FoundSignature {
  readonly staffId: string;
  readonly signature: Uint8Array;
  readonly keySeq: number;
}

/** A row of any table in the order of its columns; what a migration added later may be missing at the end. */
export type FoundValues = readonly SqlValue[];

export interface FoundRows {
  readonly entries: Map<number, EntryRow>;
  /** By the number of the entry; several where a page was found in several states. */
  readonly bodies: Map<number, FoundBody[]>;
  /** Rows of facts by `<record id> <number of the entry they follow>`. */
  readonly facts: Map<string, FoundValues>;
  readonly epochKeys: Map<number, Uint8Array[]>;
  /** By the number of the entry. */
  readonly signatures: Map<number, FoundSignature>;
  /** The tables that no entry of the chain tells anew, by name. */
  readonly plain: Readonly<Record<PlainTable, FoundValues[]>>;
  /** Pages that are not whole. */
  refused: number;
}

export const PLAIN_TABLES = [
  'vault_state',
  'slot_secret',
  'compartment_generation',
  'compartment_seal',
  'draft',
] as const;
export type PlainTable = (typeof PLAIN_TABLES)[number];

export const noRows = (): FoundRows => ({
  entries: new Map(),
  bodies: new Map(),
  facts: new Map(),
  epochKeys: new Map(),
  signatures: new Map(),
  plain: { vault_state: [], slot_secret: [], compartment_generation: [], compartment_seal: [], draft: [] },
  refused: 0,
});

/** Pages looked at before others get their turn. */
const AT_A_TIME = 500;

/** Reads a whole file; `seen` hears the share of it that has passed, and may throw to stop. */
export async function readRows(database: string, key: PageKey, seen: (share: number) => void): Promise<FoundRows> {
  const rows = noRows();
  const pages = new EncryptedPages(database, key);
  try {
    let done = 0;
    for (const { number, content, isNewest } of pages.all()) {
      for (const row of rowsOfPage(content, number, (next) => pages.newest(next))) sort(rows, row, isNewest);
      done += 1;
      if (done % AT_A_TIME !== 0) continue;
      seen(done / pages.count);
      await new Promise((resolve) => setImmediate(resolve));
    }
    rows.refused = pages.refused;
    return rows;
  } finally {
    pages.close();
  }
}

const isText = (value: SqlValue | undefined): value is string => typeof value === 'string';
const isNumber = (value: SqlValue | undefined): value is number => typeof value === 'number';
const isBlob = (value: SqlValue | undefined, bytes: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === bytes;
const textOrNull = (value: SqlValue | undefined): boolean => value === null || isText(value);
const numberOrNull = (value: SqlValue | undefined): boolean => value === null || isNumber(value);

function sort(rows: FoundRows, row: LeafRow, isNewest: boolean): void {
  const { rowid, values } = row;
  if (isEntry(values)) rows.entries.set(rowid, entryOf(rowid, values));
  else if (isBody(values)) keepBody(rows, row, isNewest);
  else if (isSignature(values)) rows.signatures.set(rowid, signatureOf(values));
  else if (isNewest) keepChanging(rows, row); // what may change counts as it is today
}

function keepChanging(rows: FoundRows, row: LeafRow): void {
  const { rowid, values } = row;
  if (values.length === 2 && values[0] === null && isBlob(values[1], 32)) {
    rows.epochKeys.set(rowid, [...(rows.epochKeys.get(rowid) ?? []), values[1]]);
  } else if (isText(values[0]) && isNumber(values[1])) rows.facts.set(`${values[0]} ${values[1]}`, values);
  else keepPlain(rows, row);
}

function keepPlain({ plain }: FoundRows, { rowid, values }: LeafRow): void {
  const table = PLAIN_TABLES.find((name) => shapes[name](values));
  // The number of a row that is its own key is not among its values.
  if (table !== undefined) plain[table].push(values[0] === null ? [rowid, ...values.slice(1)] : values);
}

const shapes: Readonly<Record<PlainTable, (values: FoundValues) => boolean>> = {
  vault_state: (v) => v.length >= 10 && isBlob(v[1], 16) && isText(v[2]) && isNumber(v[4]) && isBlob(v[7], 32),
  slot_secret: (v) => v.length === 2 && isBlob(v[0], 16) && isBlob(v[1], 32),
  compartment_generation: (v) => v.length === 4 && v[0] === null && isBlob(v[1], 16) && isNumber(v[3]),
  compartment_seal: (v) => v.length >= 3 && v.length <= 4 && isBlob(v[0], 16) && isBlob(v[1], 32) && isBlob(v[2], 80),
  draft: (v) => v.length === 6 && isText(v[0]) && isText(v[1]) && isText(v[4]) && isNumber(v[5]),
};

function isEntry(v: FoundValues): boolean {
  const isLong = v.length === 12 || v.length === 13;
  const who = textOrNull(v[3]) && isText(v[4]) && textOrNull(v[5]) && textOrNull(v[6]) && textOrNull(v[8]);
  return isLong && v[0] === null && isNumber(v[1]) && isNumber(v[2]) && who && numberOrNull(v[7]) && isBlob(v[11], 32);
}

function entryOf(seq: number, v: FoundValues): EntryRow {
  return {
    seq,
    at: Number(v[1]),
    epoch: Number(v[2]),
    staff_id: v[3] as string | null,
    action: String(v[4]),
    record_kind: v[5] as string | null,
    record_id: v[6] as string | null,
    revision: v[7] as number | null,
    case_file_id: v[8] as string | null,
    body_hash: v[9] as Uint8Array | null,
    detail: String(v[10]),
    mac: v[11] as Uint8Array,
  };
}

const isSignature = (v: FoundValues): boolean =>
  v.length === 4 && v[0] === null && isText(v[1]) && isBlob(v[2], 64) && isNumber(v[3]);

const signatureOf = (v: FoundValues): FoundSignature => ({
  staffId: String(v[1]),
  signature: v[2] as Uint8Array,
  keySeq: Number(v[3]),
});

const isBody = (v: FoundValues): boolean =>
  v.length === 5 && v[0] === null && isText(v[1]) && isText(v[2]) && isNumber(v[3]) && textOrNull(v[4]);

function keepBody({ bodies }: FoundRows, { rowid, values: v }: LeafRow, isNewest: boolean): void {
  const found = {
    kind: String(v[1]),
    recordId: String(v[2]),
    revision: Number(v[3]),
    body: v[4] as string | null,
    isNewest,
  };
  bodies.set(rowid, [...(bodies.get(rowid) ?? []), found]);
}
