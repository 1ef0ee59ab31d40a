// Every way of reading the history has an index that gives its entries in their order: a page costs the same among a million.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { linesOf, WAYS, type Wish } from '../../electron/vault/audit/history.ts';
import { migrate } from '../../electron/vault/database/migrate.ts';
import { createDatabase } from '../../electron/vault/database/open.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'records-history-'));
let db: Connection;
beforeEach(() => {
  db = createDatabase(join(folder, `${randomBytes(4).toString('hex')}.db`), randomBytes(32), randomBytes(16));
  migrate(db);
});
afterEach(() => db.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bound = {
  cases: '[]',
  act: 'a',
  before: 9,
  floor: 0,
  from: 0,
  until: 9,
  staff: 's',
  acts: null,
  refused: 0,
  limit: 9,
};
const planOf = (sql: string): string =>
  db
    .all(`EXPLAIN QUERY PLAN ${sql}`, bound)
    .map(({ detail }) => String(detail))
    .join('\n');

it.each([
  ['everything', 'INTEGER PRIMARY KEY'],
  ['ofDays', 'audit_entry_by_time'],
  ['ofPerson', 'audit_entry_of_person (staff_id=? AND seq<?)'],
  ['ofAct', 'audit_entry_of_act (action=? AND seq>? AND seq<?)'],
  ['refused', 'audit_entry_refused'],
  ['ofCases', 'audit_entry_by_case (case_file_id=? AND seq<?)'],
] as const)('%s goes by an index that gives its entries in their order', (way, index) => {
  const plan = planOf(WAYS[way]);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/SCAN (e|audit_entry)\b/);
  // One case is the only one whose entries are sorted: several files may be of one person.
  expect(plan.includes('TEMP B-TREE')).toBe(way === 'ofCases');
});

it('without its index a way would be sorted, which this would notice', () => {
  db.exec('DROP INDEX audit_entry_of_act');
  expect(() => planOf(WAYS.ofAct)).toThrow();
  expect(planOf(WAYS.ofAct.replace('INDEXED BY audit_entry_of_act', ''))).not.toContain('audit_entry_of_act');
});

it('a rare act of long ago is found past twenty thousand others', () => {
  db.exec(`INSERT INTO audit_entry (seq, at, epoch, action, detail, mac)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    SELECT i, i, 1, iif(i = 7, 'retention.run', 'caseNote.add'), '', zeroblob(32) FROM n`);
  const none: Wish = { before: null, from: null, until: null, group: null, staff: null, cases: null };
  expect(linesOf(db, { ...none, group: 'ERASING' }).lines.map(({ seq }) => seq)).toEqual([7]);
  expect(linesOf(db, { ...none, until: 9 }).lines.map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  expect(linesOf(db, { ...none, until: 300, before: 200 }).lines[0]?.seq).toBe(199);
});
