// The schema as a whole: written down, reached from every older version alike, and keeping its past whatever SQL is tried on it.
// After a change of schema on purpose: npx vitest run --config build/vitest.config.ts test/vault/schema.test.ts -u
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate, migrations, schemaText } from '../../electron/vault/database/migrate.ts';
import { createDatabase } from '../../electron/vault/database/open.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import type { Connection, SqlValue } from '../../electron/vault/database/sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'safehold-schema-'));
afterAll(() => {
  today.close(); // a database that is closed by the end of its process, after its folder is gone, ends the process badly
  rmSync(folder, { recursive: true, force: true });
});
const newDatabase = (): Connection =>
  createDatabase(join(folder, `${randomBytes(6).toString('hex')}.db`), randomBytes(32), randomBytes(16));

const today = newDatabase();
migrate(today);

describe('the schema', () => {
  it('is the one written down in schema.sql', async () => {
    const head = '-- Derived from migrations/ and schema/ by test/vault/schema.test.ts. To read, not to run.\n\n';
    await expect(head + schemaText(today)).toMatchFileSnapshot('../../electron/vault/database/schema.sql');
  });

  it.each(migrations.slice(0, -1))('is reached from a vault of version $number as well', ({ number }) => {
    const older = newDatabase();
    for (const { sql } of migrations.slice(0, number)) older.exec(sql);
    older.pragma(`user_version = ${number}`);
    migrate(older);
    expect(schemaText(older)).toBe(schemaText(today));
    older.close();
  });

  it('keeps the colleagues, and what refers to them, when their table is made anew for more roles', () => {
    const older = newDatabase();
    for (const { sql } of migrations.slice(0, 10)) older.exec(sql);
    older.pragma('user_version = 10');
    older.exec(`INSERT INTO audit_entry (seq, at, epoch, action, detail, mac) VALUES (1, 1, 1, 'a', '', zeroblob(32));
      INSERT INTO revision VALUES (1, 'staff-member', 'ana', 1, '{}');
      INSERT INTO staff_member VALUES ('ana', 1, 'Ana', 'ana', 'director', zeroblob(16), NULL);
      INSERT INTO draft VALUES ('ana', 'case-note//', NULL, NULL, '{}', 1);
      INSERT INTO case_file VALUES ('maya', 1, 'ABC', 'Maya', 'maya', 'maya', 'INTAKE', 1, '2026-03-02', 'ana')`);
    const staff = older.all('SELECT * FROM staff_member');
    migrate(older);
    expect(older.all('SELECT * FROM staff_member')).toEqual(staff);
    expect(older.get('SELECT count(*) AS n FROM draft')).toEqual({ n: 1 });
    older.run("UPDATE staff_member SET role = 'auditor'", []);
    expect(() => older.run("UPDATE staff_member SET role = 'owner'", [])).toThrow();
    expect(() => older.run('DELETE FROM staff_member', [])).toThrow();
    older.close();
  });

  it('never changes a migration once vaults have run it', async () => {
    const hashes = migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]);
    await expect(`${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`).toMatchFileSnapshot(
      'migrations-frozen.json',
    );
  });
});

interface Column extends Record<string, SqlValue> {
  name: string;
  type: string;
}
const columnsOf = (table: string): Column[] =>
  today.all<Column>(`SELECT name, type FROM pragma_table_info('${table}')`);
const first: Readonly<Record<string, SqlValue>> = { TEXT: 'a', INTEGER: 1, BLOB: Buffer.from([1]) };
const other: Readonly<Record<string, SqlValue>> = { TEXT: 'b', INTEGER: 0, BLOB: Buffer.from([2]) };

interface Guard {
  readonly trigger: string;
  readonly event: 'UPDATE' | 'DELETE';
  readonly table: string;
  /** The columns it guards: those after OF, else those its condition asks about, else all. */
  readonly columns: readonly Column[];
}
const guards: readonly Guard[] = today
  .all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE%' ORDER BY name",
  )
  .map(({ name, sql }) => {
    const [, event, named, table] = /BEFORE (UPDATE|DELETE)(?: OF ([\w, ]+))? ON (\w+)/.exec(sql) ?? [];
    const condition = /WHEN (.+?)BEGIN/s.exec(sql)?.[1] ?? '';
    const asked = Array.from(condition.matchAll(/NEW\.(\w+)/g), ([, column]) => column ?? '');
    const wanted = named?.split(',').map((column) => column.trim()) ?? (asked.length > 0 ? asked : undefined);
    const all = columnsOf(table ?? '');
    return {
      trigger: name,
      event: event as Guard['event'],
      table: table ?? '',
      columns: wanted === undefined ? all : all.filter((column) => wanted.includes(column.name)),
    };
  });

/** One row in which every column is filled. What it refers to is of no matter here. */
function fill(db: Connection, table: string): void {
  const columns = columnsOf(table);
  const values = columns.map(({ type }) => first[type] ?? null);
  db.run(
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    values,
  );
}

function filledDatabase(): Connection {
  const db = newDatabase();
  migrate(db);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  for (const table of new Set([...guards.map((guard) => guard.table), ...tablesOfCases])) fill(db, table);
  return db;
}

/** Tables whose rows belong to one case. Drafts are text in the making, the search text follows its record. */
const tablesOfCases = today
  .all<{ name: string }>(
    `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'case_file_id'
     WHERE m.type = 'table' AND m.name NOT IN ('draft', 'search_text') ORDER BY m.name`,
  )
  .map(({ name }) => name);

describe('what is written stays as it was written', () => {
  const db = filledDatabase();
  afterAll(() => db.close());

  const attempts = ({ event, table, columns }: Guard): readonly (readonly [string, readonly SqlValue[]])[] =>
    event === 'DELETE'
      ? [[`DELETE FROM ${table}`, []]]
      : columns.map(({ name, type }) => [`UPDATE ${table} SET ${name} = ?`, [other[type] ?? null]]);

  /** Undoes what was tried; true when it went through. */
  function goesThrough(sql: string, values: readonly SqlValue[]): boolean {
    const undo = new Error('undo');
    try {
      db.transaction(() => {
        db.run(sql, values);
        throw undo;
      });
      return false;
    } catch (error) {
      if (error === undo) return true;
      expect(String(error)).toContain('immutable');
      return false;
    }
  }

  it.each(guards)('$trigger refuses', (guard) => {
    expect(attempts(guard).length).toBeGreaterThan(0);
    const through = attempts(guard).filter(([sql, values]) => goesThrough(sql, values));
    tellFound('G24', { triggers: 1, attempts: attempts(guard).length, 'went through': through.length });
    expect(through).toEqual([]);
  });

  it.each(guards)('$trigger and its neighbours are the reason', (guard) => {
    const unguarded = new Error('undo');
    const dropAndTry = (): void => {
      for (const { trigger, table } of guards) if (table === guard.table) db.exec(`DROP TRIGGER ${trigger}`);
      for (const [sql, values] of attempts(guard)) db.run(sql, values);
      throw unguarded;
    };
    expect(() => db.transaction(dropAndTry)).toThrow(unguarded);
    tellControl('G24', { 'went through': attempts(guard).length });
  });

  it('only erasure may empty a body', () => {
    expect(goesThrough('UPDATE revision SET body = NULL', [])).toBe(true);
    expect(goesThrough('UPDATE revision SET body = NULL, record_id = ?', ['b'])).toBe(false);
  });

  it.each(tablesOfCases)('a row of %s never moves to another case and keeps its id', (table) => {
    expect(goesThrough(`UPDATE ${table} SET case_file_id = ?`, ['b'])).toBe(false);
    const [key] = columnsOf(table);
    expect(goesThrough(`UPDATE ${table} SET ${key?.name ?? ''} = ?`, [other[key?.type ?? ''] ?? null])).toBe(false);
  });
});
