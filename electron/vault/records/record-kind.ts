// One way to keep every kind of record: an append-only revision with its place in the chain, a row of facts that lists
// and rules read, and folded words for search. A kind says only what is its own.
import type { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import type { Role } from '#shared/contract/operation';
import { foldWords } from '#shared/fold';
import { ERASED } from '../audit/chain.ts';
import { statedLosses } from '../audit/stated-losses.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb, Row, SqlValue, SqlValues } from '../database/sql.ts';

export interface RecordKind<Body> {
  /** Name in the chain, e.g. 'need'. */
  readonly kind: string;
  readonly schema: z.ZodType<Body>;
  /** The table of facts; has `id` and `revision_seq` besides the columns below. */
  readonly table: string;
  readonly columns: (body: Body) => Readonly<Record<string, SqlValue>>;
  /** Columns that a migration may have left empty: written anew from the bodies after it (renew-facts.ts). */
  readonly renewed?: readonly string[];
  /** Words that search may find. Leave out what is T4. */
  readonly searchText?: (body: Body) => string;
  /** Whose search may find them; case workers when it says nothing. */
  readonly searchedBy?: readonly Role[];
}

/** A record as it was read: its newest body and where that stands in the chain. */
export interface Stored<Body> {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: number;
  readonly savedBy: string | null;
  readonly body: Body;
}

const kinds = new Map<string, RecordKind<never>>();

/** Declares a kind once, at module level. */
export function recordKind<Body>(kind: RecordKind<Body>): RecordKind<Body> {
  kinds.set(kind.kind, kind as unknown as RecordKind<never>);
  return kind;
}

/** Every declared kind, for verification and backup counts. */
export const allKinds = (): readonly RecordKind<never>[] => [...kinds.values()];

/**
 * Empties the bodies of a record up to a revision, for good: their keyed hashes stay in the chain, and that it was done is an entry.
 * A kind with search text must not come here while its words are found (`search-without-record`).
 */
export function eraseBodies<Body>(context: WriteContext, kind: RecordKind<Body>, id: string, upTo: number): void {
  context.db.run('UPDATE revision SET body = NULL WHERE record_kind = ? AND record_id = ? AND revision <= ?', [
    kind.kind,
    id,
    upTo,
  ]);
  context.note(ERASED, { recordId: id, revision: upTo });
}

/** A record by its kind and number, as the chain names it. */
export interface NamedRecord {
  readonly kind: string;
  readonly id: string;
}

/**
 * Takes whole records out of the vault: every body, their facts and the words found by search. The hashes stay in the chain, and
 * it is for the caller to write there that they were erased: a missing body without that entry counts as damage.
 */
export function eraseRecords({ db }: Pick<WriteContext, 'db'>, records: readonly NamedRecord[]): void {
  const idsOf = (kind?: string): string =>
    JSON.stringify(records.filter((record) => kind === undefined || record.kind === kind).map(({ id }) => id));
  if (records.some(({ kind }) => !kinds.has(kind))) throw new VaultError('internal');
  // Records of one case refer to each other in every direction: what is left over is refused at the commit.
  db.run('PRAGMA defer_foreign_keys = ON');
  db.run('UPDATE revision SET body = NULL WHERE record_id IN (SELECT value FROM json_each(?))', [idsOf()]);
  for (const { kind, table } of kinds.values())
    db.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [idsOf(kind)]);
  db.run('DELETE FROM search_text WHERE record_id IN (SELECT value FROM json_each(?))', [idsOf()]);
}

interface RevisionRow extends Row {
  id: string;
  revision: number;
  body: string | null;
  at: number;
  staff_id: string | null;
}

const JOINED = 'SELECT t.id AS id, r.revision AS revision, r.body AS body, e.at AS at, e.staff_id AS staff_id';

/** What saving needs of a context. Nobody is known where a vault is only just being restored with its recovery code. */
export type Saver = Pick<WriteContext, 'db' | 'chain' | 'now' | 'action'> & {
  readonly staffMember: { readonly id: string | null };
};

interface ToSave<Body> {
  readonly id: string;
  readonly caseFileId: string | null;
  readonly body: Body;
  readonly expectedRevision?: number;
}

/**
 * Saves a new record or its next revision. `expectedRevision` guards against two screens open on one record:
 * throws `conflict` when someone saved in between.
 */
export function saveRecord<Body>(context: Saver, kind: RecordKind<Body>, record: ToSave<Body>): Stored<Body> {
  const revision = nextRevision(context, kind, record);
  const stored = writeRevision(context, kind, { ...record, revision });
  writeSearch(context, kind, record);
  return stored;
}

/** Merges what many saves left in the search index; a save and a search are faster after a large import (design: performance, settings). */
export function settleSearch(context: WriteContext): void {
  context.db.run("INSERT INTO search_index (search_index) VALUES ('optimize')");
}

/** Words indexed by one statement. */
const INDEXED_AT_ONCE = 500;

/**
 * Writes many new records of one kind, as `saveRecord` does each, with less asked of the database for each: a fresh id needs no
 * look at its past (one that is taken breaks a unique index, and nothing is written), and words are indexed together, because
 * the search index is flushed at every statement. Hand in a record as soon as it is made; call `finish` after the last.
 */
export class NewRecords<Body> {
  readonly #context: WriteContext;
  readonly #kind: RecordKind<Body>;
  #words: (readonly [id: string, caseFileId: string | null, folded: string])[] = [];

  constructor(context: WriteContext, kind: RecordKind<Body>) {
    this.#context = context;
    this.#kind = kind;
  }

  add({ id, caseFileId, body }: Omit<ToSave<Body>, 'expectedRevision'>): void {
    writeRevision(this.#context, this.#kind, { id, caseFileId, body, revision: 1 });
    if (this.#kind.searchText === undefined) return;
    this.#words.push([id, caseFileId, foldWords(this.#kind.searchText(body))]);
    if (this.#words.length >= INDEXED_AT_ONCE) this.finish();
  }

  finish(): void {
    if (this.#words.length === 0) return;
    this.#context.db.run(
      `INSERT INTO search_text (record_kind, record_id, case_file_id, folded)
       SELECT ?, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?)`,
      [this.#kind.kind, JSON.stringify(this.#words)],
    );
    this.#words = [];
  }
}

/** The revision that comes next. Throws `conflict` when it is not the one that was expected. */
function nextRevision<Body>(context: Saver, kind: RecordKind<Body>, record: ToSave<Body>): number {
  const newest = context.db.get<{ revision: number; kind: string }>(
    'SELECT revision, record_kind AS kind FROM revision WHERE record_id = ? ORDER BY revision DESC LIMIT 1',
    [record.id],
  );
  // One id, one kind for ever: a second kind under the same id would be a revision of the wrong record.
  if (newest !== undefined && newest.kind !== kind.kind) throw new VaultError('internal');
  const before = newest?.revision ?? 0;
  if (record.expectedRevision !== undefined && record.expectedRevision !== before) throw new VaultError('conflict');
  return before + 1;
}

function writeRevision<Body>(
  context: Saver,
  kind: RecordKind<Body>,
  record: Omit<ToSave<Body>, 'expectedRevision'> & { readonly revision: number },
): Stored<Body> {
  const { db } = context;
  const { revision } = record;
  // Whom a record opens to is asked of the case that the chain names for it.
  const of = (record.body as { readonly caseFileId?: unknown }).caseFileId;
  if (typeof of === 'string' && of !== record.caseFileId) throw new VaultError('internal');
  const body = JSON.stringify(kind.schema.parse(record.body));
  const at = context.now();
  const seq = context.chain.append(db, {
    at,
    staffId: context.staffMember.id,
    action: context.action,
    recordKind: kind.kind,
    recordId: record.id,
    revision,
    caseFileId: record.caseFileId,
    body,
  });
  db.run('INSERT INTO revision (audit_seq, record_kind, record_id, revision, body) VALUES (?, ?, ?, ?, ?)', [
    seq,
    kind.kind,
    record.id,
    revision,
    body,
  ]);
  writeFacts(context, kind, record.id, { ...kind.columns(record.body), revision_seq: seq }, revision === 1);
  return { id: record.id, revision, savedAt: at, savedBy: context.staffMember.id, body: record.body };
}

function writeFacts(
  context: Saver,
  kind: RecordKind<never> | RecordKind<unknown> | { table: string },
  id: string,
  facts: Readonly<Record<string, SqlValue>>,
  isNew: boolean,
): void {
  const names = Object.keys(facts);
  const values = Object.values(facts);
  const sql = isNew
    ? `INSERT INTO ${kind.table} (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`
    : `UPDATE ${kind.table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
  context.db.run(sql, isNew ? [id, ...values] : [...values, id]);
}

function writeSearch<Body>(
  context: Saver,
  kind: RecordKind<Body>,
  record: { readonly id: string; readonly caseFileId: string | null; readonly body: Body },
): void {
  if (kind.searchText === undefined) return;
  context.db.run(
    `INSERT INTO search_text (record_kind, record_id, case_file_id, folded) VALUES (?, ?, ?, ?)
     ON CONFLICT (record_id) DO UPDATE SET folded = excluded.folded`,
    [kind.kind, record.id, record.caseFileId, foldWords(kind.searchText(record.body))],
  );
}

/** The newest body. Throws `not-found`. */
export function loadRecord<Body>(
  context: { readonly db: ReadableDb },
  kind: RecordKind<Body>,
  id: string,
): Stored<Body> {
  const found = listRecords(context, kind, 't.id = ?', [id])[0];
  if (found === undefined) throw new VaultError('not-found');
  return found;
}

/**
 * Newest bodies of the rows that match. `where` is fixed SQL over the table of facts (alias `t`), values are bound;
 * it may end with ORDER BY and LIMIT.
 */
export function listRecords<Body>(
  context: { readonly db: ReadableDb },
  kind: RecordKind<Body>,
  where: string,
  values: SqlValues = [],
): Stored<Body>[] {
  const rows = context.db.all<RevisionRow>(
    `${JOINED} FROM ${kind.table} t JOIN revision r ON r.audit_seq = t.revision_seq JOIN audit_entry e ON e.seq = r.audit_seq WHERE ${where}`,
    values,
  );
  return rows.filter((row) => row.body !== null).map((row) => stored(kind, row));
}

/** Of a kind of which there is one record at most: how the house does something. Undefined until it was said. */
export const onlyRecord = <Body>(
  context: { readonly db: ReadableDb },
  kind: RecordKind<Body>,
): Stored<Body> | undefined => listRecords(context, kind, '1 = 1 ORDER BY t.id LIMIT 1')[0];

/** Rows that are held in memory at a time: a whole table of notes would not fit on a small computer. */
const AT_A_TIME = 500;

/** The newest bodies of a whole kind, one after another. */
export function* eachRecord<Body>(
  context: { readonly db: ReadableDb },
  kind: RecordKind<Body>,
): Generator<Stored<Body>> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Stored<Body>[] = listRecords(
      context,
      kind,
      `t.id > ? AND r.body IS NOT NULL ORDER BY t.id LIMIT ${AT_A_TIME}`,
      [after],
    );
    yield* page;
    after = page.length < AT_A_TIME ? undefined : page.at(-1)?.id;
  }
}

/** Every revision of one record, newest first. Erased bodies are left out. */
export function historyOf<Body>(context: ReadContext, kind: RecordKind<Body>, id: string): Stored<Body>[] {
  const rows = context.db.all<RevisionRow>(
    `SELECT r.record_id AS id, r.revision AS revision, r.body AS body, e.at AS at, e.staff_id AS staff_id
     FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq
     WHERE r.record_id = ? AND r.record_kind = ? ORDER BY r.revision DESC`,
    [id, kind.kind],
  );
  return rows.filter((row) => row.body !== null).map((row) => stored(kind, row));
}

function stored<Body>(kind: RecordKind<Body>, row: RevisionRow): Stored<Body> {
  return {
    id: row.id,
    revision: row.revision,
    savedAt: row.at,
    savedBy: row.staff_id,
    body: kind.schema.parse(JSON.parse(row.body ?? 'null')),
  };
}

/**
 * Compares every row of facts with the newest revision of its record, and the search text likewise.
 * An old page put back under the facts shows here. Throws `vault-damaged`; returns rows per kind.
 */
export function verifyFacts(context: { readonly db: ReadableDb }): Readonly<Record<string, number>> {
  // One walk for all kinds: asked kind by kind, this alone took as long as everything else together.
  const known = context.db.all<{ kind: string; n: number }>(
    `SELECT record_kind AS kind, count(DISTINCT record_id) AS n FROM revision
     WHERE body IS NOT NULL AND record_id NOT IN (SELECT value FROM json_each(?)) GROUP BY record_kind`,
    [JSON.stringify([...statedLosses(context.db).apart])],
  );
  const knownOf = new Map(known.map(({ kind, n }) => [kind, n]));
  return Object.fromEntries(
    allKinds().map((kind) => {
      const live = verifyKind(context.db, kind);
      if (live < (knownOf.get(kind.kind) ?? 0)) throw strayFacts(kind.kind);
      return [kind.kind, live];
    }),
  );
}

function verifyKind(db: ReadableDb, kind: RecordKind<never>): number {
  let live = 0;
  // By rowid, which is the order of the table itself: an index that was tampered with cannot hide a row from this walk.
  for (let after = 0; ; ) {
    const rows = db.all(
      `SELECT t.rowid AS r_row, t.*, r.body AS r_body, r.record_id AS r_id, s.folded AS s_folded,
         (SELECT max(x.audit_seq) FROM revision x WHERE x.record_id = t.id) AS newest
       FROM ${kind.table} t LEFT JOIN revision r ON r.audit_seq = t.revision_seq LEFT JOIN search_text s ON s.record_id = t.id
       WHERE t.rowid > ? ORDER BY t.rowid LIMIT ${AT_A_TIME}`,
      [after],
    );
    for (const row of rows) live += verifyRow(kind, row);
    if (rows.length < AT_A_TIME) break;
    after = Number(rows.at(-1)?.['r_row']);
  }
  return live;
}

/** 1 for a record that is there, 0 for one whose body was erased. */
function verifyRow(kind: RecordKind<never>, row: Row): 0 | 1 {
  if (row['r_id'] !== row['id'] || row['newest'] !== row['revision_seq']) throw strayFacts(kind.kind);
  if (row['r_body'] === null) return 0;
  const body = kind.schema.parse(JSON.parse(String(row['r_body'])));
  const expected = kind.columns(body);
  if (Object.entries(expected).some(([name, value]) => !sameValue(row[name], value))) throw strayFacts(kind.kind);
  if (kind.searchText !== undefined && row['s_folded'] !== foldWords(kind.searchText(body)))
    throw strayFacts(kind.kind);
  return 1;
}

function sameValue(found: Row[string] | undefined, expected: SqlValue): boolean {
  if (expected instanceof Uint8Array) return found instanceof Uint8Array && Buffer.compare(found, expected) === 0;
  return found === expected;
}

const strayFacts = (kind: string): VaultError => new VaultError('vault-damaged', { reason: 'facts', kind });
