// The only place where SQL meets the binding: statements are prepared once and reused, values are always bound.
import type { Database } from '@signalapp/sqlcipher';

export type SqlValue = string | number | null | Uint8Array;
/** By position for `?`, by name for `$name`. */
export type SqlValues = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;
export type Row = Record<string, string | number | null | Uint8Array>;

/** What a read operation gets: it can ask, it cannot change. */
export interface ReadableDb {
  get<R extends Row = Row>(sql: string, values?: SqlValues): R | undefined;
  all<R extends Row = Row>(sql: string, values?: SqlValues): R[];
}
export interface WritableDb extends ReadableDb {
  run(sql: string, values?: SqlValues): { readonly changes: number; readonly lastInsertRowid: number };
}
/** The whole connection: only the session, backup and tests hold it. */
export interface Connection extends WritableDb {
  exec(sql: string): void;
  /** The first value of the pragma's answer. */
  pragma(text: string): string | number | null | Uint8Array | undefined;
  /** Runs `work` in one IMMEDIATE transaction; an exception rolls everything back. */
  transaction<T>(work: () => T): T;
  /** Runs `work` while every statement that would write is refused before it does (defence behind the ReadableDb type). */
  readOnly<T>(work: () => T): T;
  close(): void;
}

type Statement = ReturnType<Database['prepare']>;
type Parameters = NonNullable<Parameters0[0]>;
type Parameters0 = globalThis.Parameters<Statement['run']>;

/** Wraps an opened and keyed database. */
export function connection(raw: Database): Connection {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const fresh = raw.prepare(sql);
    statements.set(sql, fresh);
    return fresh;
  };
  const bound = (values: SqlValues): Parameters => values as unknown as Parameters;
  let isReading = false;
  const readers = new Set<string>();
  // Not `PRAGMA query_only`: each change of it makes SQLite compile every statement anew, and that took half of opening a case.
  const allowed = (sql: string, values: SqlValues): Statement => {
    if (isReading && !readers.has(sql)) {
      const steps = raw.prepare(`EXPLAIN ${sql}`).all(bound(values));
      if (steps.some(beginsToWrite)) throw new Error('a read would have written');
      readers.add(sql);
    }
    return prepared(sql);
  };
  const run = (sql: string, values: SqlValues = []) => allowed(sql, values).run(bound(values));
  return {
    get: <R extends Row>(sql: string, values: SqlValues = []) =>
      allowed(sql, values).get(bound(values)) as R | undefined,
    all: <R extends Row>(sql: string, values: SqlValues = []) => allowed(sql, values).all(bound(values)) as R[],
    run,
    exec: (sql) => raw.exec(sql),
    pragma: (text) => {
      const [first] = raw.pragma(text);
      return first === undefined ? undefined : Object.values(first)[0];
    },
    transaction: (work) => {
      run('BEGIN IMMEDIATE');
      try {
        const result = work();
        run('COMMIT');
        return result;
      } catch (error) {
        // A full disk can have rolled back already; a second ROLLBACK then fails and must not hide the cause.
        try {
          run('ROLLBACK');
        } catch {
          // already rolled back
        }
        throw error;
      }
    },
    readOnly: (work) => {
      const before = isReading;
      isReading = true;
      try {
        return work();
      } finally {
        isReading = before;
      }
    },
    close: () => {
      for (const statement of statements.values()) statement.close();
      statements.clear();
      raw.close();
    },
  };
}

/** A step of a statement's program: the second parameter of `Transaction` is not 0 when the statement writes (SQLite, vdbe.c). */
const beginsToWrite = ({ opcode, p2 }: Row): boolean => opcode === 'Transaction' && p2 !== 0;
