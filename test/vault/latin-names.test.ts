// Cases that were here before names were also kept in Latin letters are spelled by SQL, and exactly as the program spells them.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fold } from '#shared/fold';
import { inLatin } from '#shared/records/names';
import { migrations } from '../../electron/vault/database/migrate.ts';
import { createDatabase } from '../../electron/vault/database/open.ts';

const NAMES = [
  'Łucja Święta',
  'Оксана Щербакова',
  'فاطمة الزهراء',
  'Ørjan Þór',
  'Ελένη',
  'ʻAlī',
  'Nguyễn',
  '王芳',
  'Anna',
];

it('every script is spelled the same by the migration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'safehold-latin-'));
  const db = createDatabase(join(folder, 'records.db'), randomBytes(32), randomBytes(16));
  const at = migrations.findIndex(({ name }) => name.endsWith('latin-names.sql'));
  for (const { sql } of migrations.slice(0, at)) db.exec(sql);
  db.pragma('foreign_keys = OFF');
  const insert = `INSERT INTO case_file (id, revision_seq, case_number, name_used, folded_name, folded_names, status, is_open, opened_on)
    VALUES (?, 1, ?, '', '', ?, 'INTAKE', 1, '2026-03-02')`;
  for (const name of NAMES) db.run(insert, [name, name, ['Maya', name].map(fold).join('\n')]);
  db.exec(migrations[at]?.sql ?? '');
  const spelled = db.all<{ id: string; names: string }>(
    'SELECT id, latin_names AS names FROM case_file ORDER BY rowid',
  );
  expect(spelled.map(({ names }) => names)).toEqual(NAMES.map((name) => `maya\n${inLatin(name)}`));
  expect(spelled[0]?.names).toBe('maya\nlucja swieta');
  db.close();
  rmSync(folder, { recursive: true, force: true });
});
