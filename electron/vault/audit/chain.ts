// The chain that makes tampering visible: every entry's MAC covers the entry before it and the keyed hash of its body.
// SQLCipher alone does not notice an old page put back (0 of 176 found); this chain with the head record does (176 of 176).
import { createHmac, timingSafeEqual } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import type { ReadableDb, Row, WritableDb } from '../database/sql.ts';
import { entryText, type EntryRow, ERASED } from './entry.ts';
import { forgottenSeen, isForgotten } from './forget-entries.ts';
import { type Signer, type Signing, signingWith } from './signing.ts';
import { type StatedLosses, statedLosses } from './stated-losses.ts';

export { ERASED, type EntryRow };

/** MAC "before" the first entry. */
export const GENESIS = Buffer.alloc(32);

export interface ChainEntry {
  readonly at: number;
  readonly staffId: string | null;
  readonly action: string;
  readonly recordKind?: string;
  readonly recordId?: string;
  readonly revision?: number;
  readonly caseFileId?: string | null;
  readonly body?: string;
  /** Codes and numbers only, never content. */
  readonly detail?: string;
}

/** Appends entries to the chain of one open vault. Lives as long as the session; knows the newest MAC. */
export interface Chain {
  append(db: WritableDb, entry: ChainEntry): number;
  /** The keyed hash of a body under the key of this epoch, as hex. */
  hashOf(body: string): string;
  readonly head: Uint8Array;
  readonly seq: number;
  /** From now on what this person does and is of weight is signed by her; null: nothing is. */
  signAs(signer: Signer | null): void;
  /** Keys or the list of what is signed were entered: ask for them again. */
  keysChanged(): void;
  /** Call after a rolled-back transaction: forgets what was not committed. */
  reload(db: ReadableDb): void;
}

/** Opens the chain of a vault at its newest entry. `auditKey` is the epoch's audit key (keys/derived-keys). */
export function openChain(db: ReadableDb, auditKey: Uint8Array, epoch: number): Chain {
  let head: Uint8Array = GENESIS;
  let seq = 0;
  let signing: Signing | null = null;
  const reload = (from: ReadableDb): void => {
    signing?.lookAgain();
    const last = from.get<EntryRow>('SELECT seq, mac FROM audit_entry ORDER BY seq DESC LIMIT 1');
    head = last?.mac ?? GENESIS;
    seq = last?.seq ?? 0;
  };
  reload(db);
  const append = (to: WritableDb, entry: ChainEntry): number => {
    const row = entryRow(entry, seq + 1, epoch, auditKey, head);
    to.run(
      `INSERT INTO audit_entry (seq, at, epoch, staff_id, action, record_kind, record_id, revision, case_file_id, body_hash, detail, mac)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.seq,
        row.at,
        row.epoch,
        row.staff_id,
        row.action,
        row.record_kind,
        row.record_id,
        row.revision,
        row.case_file_id,
        row.body_hash,
        row.detail,
        row.mac,
      ],
    );
    head = row.mac;
    seq = row.seq;
    signing?.seal(to, row);
    return row.seq;
  };
  return {
    append,
    reload,
    signAs: (signer) => {
      signing = signer === null ? null : signingWith(signer);
    },
    keysChanged: () => signing?.lookAgain(),
    hashOf: (body) => bodyHash(auditKey, body).toString('hex'),
    get head() {
      return head;
    },
    get seq() {
      return seq;
    },
  };
}

/** The keyed hash of a body. Keyed, so that an erased short body cannot be guessed from its hash. */
export function bodyHash(auditKey: Uint8Array, body: string): Buffer {
  return createHmac('sha256', auditKey).update('body\0').update(body, 'utf8').digest();
}

function entryRow(entry: ChainEntry, seq: number, epoch: number, auditKey: Uint8Array, previous: Uint8Array): EntryRow {
  const row = {
    seq,
    at: entry.at,
    epoch,
    staff_id: entry.staffId,
    action: entry.action,
    record_kind: entry.recordKind ?? null,
    record_id: entry.recordId ?? null,
    revision: entry.revision ?? null,
    case_file_id: entry.caseFileId ?? null,
    body_hash: entry.body === undefined ? null : bodyHash(auditKey, entry.body),
    detail: entry.detail ?? '',
  };
  return { ...row, mac: macOf(row, auditKey, previous) };
}

/** HMAC over the MAC before and the fields of the entry. */
export function macOf(row: Omit<EntryRow, 'mac'>, auditKey: Uint8Array, previous: Uint8Array): Uint8Array {
  return createHmac('sha256', auditKey).update('entry\0').update(previous).update(entryText(row), 'utf8').digest();
}

export interface ChainReport {
  readonly entries: number;
  readonly revisions: number;
  readonly erased: number;
}

/** What the entries say was erased, each with the newest place at which it is said. */
export interface Erasures {
  readonly records: ReadonlyMap<string, number>;
  readonly cases: ReadonlyMap<string, number>;
  /** Of records of which not everything went: the newest saved state that did. */
  readonly upTo: ReadonlyMap<string, number>;
}

/**
 * The detail of an entry that says that words were taken out of a saved state (redact.ts): the place of that state, and the keyed hash
 * of what stands there now under the key of this entry.
 */
export const redacted = (seq: number, hash: string): string => `redacted:${seq}:${hash}`;
const REDACTED = /^redacted:(\d+):([0-9a-f]{64})$/;

export interface Redaction {
  readonly at: number;
  readonly epoch: number;
  readonly hash: Uint8Array;
}

/** What stands in the place of each saved state that words were taken out of; the newest counts. Read before the walk. */
const redactionsIn = (db: ReadableDb): ReadonlyMap<number, Redaction> =>
  redactionsOf(
    db.all<{ seq: number; epoch: number; detail: string }>(
      "SELECT seq, epoch, detail FROM audit_entry WHERE detail >= 'redacted:' AND detail < 'redacted;' ORDER BY seq",
    ),
  );

/** The same out of entries in their order. */
export function redactionsOf(
  rows: readonly { readonly seq: number; readonly epoch: number; readonly detail: string }[],
): ReadonlyMap<number, Redaction> {
  return new Map(
    rows.flatMap(({ seq, epoch, detail }) => {
      const [, of, hash] = REDACTED.exec(detail) ?? [];
      return of === undefined || hash === undefined
        ? []
        : [[Number(of), { at: seq, epoch, hash: Buffer.from(hash, 'hex') }] as const];
    }),
  );
}

type ErasureRow = Pick<EntryRow, 'seq' | 'record_id' | 'case_file_id' | 'revision'>;

/** What these entries say was erased. */
export function erasuresOf(rows: readonly ErasureRow[]): Erasures {
  const newest = (of: (row: ErasureRow) => string | null, at: (row: ErasureRow) => number | null) => {
    const found = new Map<string, number>();
    for (const row of rows) {
      const [id, value] = [of(row), at(row)];
      if (id !== null && value !== null) found.set(id, Math.max(value, found.get(id) ?? 0));
    }
    return found;
  };
  const ofRecord = ({ record_id }: ErasureRow): string | null => record_id;
  return {
    records: newest(ofRecord, ({ seq }) => seq),
    cases: newest(
      ({ record_id, case_file_id }) => (record_id === null ? case_file_id : null),
      ({ seq }) => seq,
    ),
    upTo: newest(ofRecord, ({ revision }) => revision),
  };
}

/** Read before the walk; the walk then proves each of these entries like every other. */
function erasuresIn(db: ReadableDb): Erasures {
  const rows = db.all<ErasureRow & Row>(
    `SELECT record_id, case_file_id, max(seq) AS seq, max(revision) AS revision FROM audit_entry WHERE detail = ?
     GROUP BY record_id, case_file_id`,
    [ERASED],
  );
  return erasuresOf(rows);
}

/** Whether an entry that comes later says that the body of this one was emptied. */
export const isErased = (
  { records, cases }: Erasures,
  row: Pick<EntryRow, 'seq' | 'record_id' | 'case_file_id'>,
): boolean => (cases.get(row.case_file_id ?? '') ?? 0) > row.seq || (records.get(row.record_id ?? '') ?? 0) > row.seq;

/** Whether nothing of this body may be left: its case went, or its record up to a later state. A page of before was put back if it is. */
export const mustBeGone = (
  { cases, upTo }: Erasures,
  row: Pick<EntryRow, 'seq' | 'record_id' | 'case_file_id' | 'revision'>,
): boolean =>
  (cases.get(row.case_file_id ?? '') ?? 0) > row.seq ||
  (upTo.get(row.record_id ?? '') ?? 0) >= (row.revision ?? Infinity);

/** Whether an entry says that this body was emptied; and one that is still there was not. */
function judgeErasure(erasures: Erasures, row: EntryRow & { readonly body: string | null }): boolean {
  return row.body === null ? isErased(erasures, row) : !mustBeGone(erasures, row);
}

/**
 * Walks the whole chain and every body. A body that is not there must have been erased by an entry that comes after it, and of an
 * erased case no body may be left: half a case is damage. What a salvage could not read is missing only where it said so, in a
 * body that is proven like every other. `keyOf` gives the audit key of an epoch.
 * Throws `vault-damaged` with the first entry that does not fit; returns the counts otherwise.
 */
export function verifyChain(db: ReadableDb, keyOf: (epoch: number) => Uint8Array): ChainReport {
  let previous: Uint8Array = GENESIS;
  let expected = 1;
  let entries = 0;
  let revisions = 0;
  let erased = 0;
  const erasures = erasuresIn(db);
  const redactions = redactionsIn(db);
  const forgotten = forgottenSeen();
  const losses = statedLosses(db);
  for (;;) {
    const rows = db.all<WalkedRow>(
      `SELECT e.*, r.audit_seq AS r_seq, r.body AS body, r.record_id AS r_record, r.revision AS r_revision, r.record_kind AS r_kind
       FROM audit_entry e LEFT JOIN revision r ON r.audit_seq = e.seq WHERE e.seq >= ? ORDER BY e.seq LIMIT 2000`,
      [expected],
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      const key = keyOf(row.epoch);
      const isNextForgotten = row.seq === expected && isForgotten(row);
      if (!isNextForgotten && !follows(row, { key, previous, expected }, losses)) throw broken(expected);
      if (isForgotten(row)) forgotten.see(row);
      if (row.body_hash !== null) {
        const redaction = redactions.get(row.seq);
        if (!isBodyRight(row, { key, keyOf, redaction, erasures, losses })) throw broken(row.seq);
        if (row.body === null) erased += 1;
        revisions += 1;
      }
      previous = row.mac;
      expected = row.seq + 1;
      entries += 1;
    }
  }
  if (!forgotten.fits(db)) throw broken(expected - 1);
  const strays = db.get<{ n: number }>('SELECT count(*) AS n FROM revision')?.n ?? 0;
  if (strays !== revisions) throw new VaultError('vault-damaged', { reason: 'stray-revision' });
  return { entries, revisions, erased };
}

/** Each entry follows the one before it, or a salvage has said that it does not, and what it was when that was said. */
function follows(
  row: EntryRow,
  { key, previous, expected }: { readonly key: Uint8Array; readonly previous: Uint8Array; readonly expected: number },
  { breaks }: StatedLosses,
): boolean {
  const attested = breaks.get(row.seq);
  if (attested === undefined) return row.seq === expected && same(macOf(row, key, previous), row.mac);
  return row.seq >= expected && attested === Buffer.from(macOf(row, key, GENESIS)).toString('hex');
}

export interface Judging {
  readonly key: Uint8Array;
  readonly keyOf: (epoch: number) => Uint8Array;
  readonly redaction: Redaction | undefined;
}

interface WalkedRow extends EntryRow {
  readonly r_seq: number | null;
  readonly body: string | null;
}

/** It belongs to this entry, it is what was saved, and where it is not there an entry says why, or a salvage that it is lost. */
function isBodyRight(
  row: WalkedRow,
  { erasures, losses, ...judging }: Judging & { readonly erasures: Erasures; readonly losses: StatedLosses },
): boolean {
  const isOfEntry =
    row.r_seq !== null &&
    row['r_record'] === row.record_id &&
    row['r_revision'] === row.revision &&
    row['r_kind'] === row.record_kind;
  if (!isOfEntry) return false;
  if (row.body === null && losses.bodies.has(row.seq)) return true;
  return judgeErasure(erasures, row) && (row.body === null || isWhatWasSaved(row.body, row, judging));
}

/** A body is what its entry says; after words were taken out of it, it is what that entry says, and no longer the first. */
export function isWhatWasSaved(
  body: string,
  row: Pick<EntryRow, 'seq' | 'body_hash'>,
  { key, keyOf, redaction }: Judging,
): boolean {
  if (redaction === undefined || redaction.at < row.seq)
    return row.body_hash !== null && same(bodyHash(key, body), row.body_hash);
  return same(bodyHash(keyOf(redaction.epoch), body), redaction.hash);
}

const broken = (seq: number): VaultError => new VaultError('vault-damaged', { reason: 'chain', entry: seq });

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
