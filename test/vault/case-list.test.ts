// Whole lists of cases come from an index in their order: nothing is sorted anew for a page of fifty.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadContext } from '../../electron/vault/context.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { caseFileHandlers } from '../../electron/vault/records/case-file.ts';
import type { StaffMemberId } from '#shared/ids';
import { openCase } from '../helpers/casework.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await newVault();
  for (const name of ['Maya', 'Heron', 'Łucja']) await openCase(vault, name);
  vault.vault.close();
});
afterAll(() => vault.remove());

type Order = 'name' | 'recent' | 'opened';
type Show = 'open' | 'all';

/** How SQLite goes about the page that the handler asks for. */
function planOf(db: Connection, show: Show, order: Order): string {
  const asked: { sql: string; values: object }[] = [];
  const spy = {
    ...db,
    all: (sql: string, values: object = []) => {
      asked.push({ sql, values });
      return db.all(sql, values as never);
    },
  };
  const me = db.get<{ id: string }>('SELECT id FROM staff_member')?.id as StaffMemberId;
  const context = { db: spy, staffMember: { id: me, role: 'director' } } as unknown as ReadContext;
  const { rows } = caseFileHandlers.list(context, { show, order, offset: 0, limit: 50 });
  expect(rows).toHaveLength(3);
  const { sql, values } = asked[0]!;
  return db
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values as never)
    .map(({ detail }) => detail)
    .join('\n');
}

it.each([
  ['all', 'name', 'case_file_by_name'],
  ['all', 'recent', 'case_file_by_change'],
  ['all', 'opened', 'case_file_by_opening'],
  ['open', 'recent', 'case_file_open_by_change'],
] as const)('%s cases by %s are read in the order of %s', async (show, order, index) => {
  const plan = await lookInside(vault.dataDir, ({ db }) => planOf(db, show, order));
  expect(plan).toContain(`USING INDEX ${index}`);
  expect(plan).not.toContain('FOR ORDER BY');
});

it('without its index the list by name is sorted anew', async () => {
  const plan = await lookInside(vault.dataDir, ({ db }) => {
    let without = '';
    const undo = new Error('undo');
    try {
      db.transaction(() => {
        db.exec('DROP INDEX case_file_by_name');
        without = planOf(db, 'all', 'name');
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return without;
  });
  expect(plan).toContain('FOR ORDER BY');
});
