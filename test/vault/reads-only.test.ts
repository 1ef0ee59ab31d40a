// What a read may do to the records: nothing. Every way of writing is refused before its first byte, and the same way works again
// as soon as the read is over.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDatabase } from '../../electron/vault/database/open.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

let db: Connection;
beforeEach(() => {
  db = createDatabase(join(tempFolder(), 'records.db'), randomBytes(32), randomBytes(16));
  db.exec(`CREATE TABLE need (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5 (body);
    CREATE VIEW shown AS SELECT id, words FROM need;
    CREATE TRIGGER shown_put INSTEAD OF INSERT ON shown BEGIN INSERT INTO need VALUES (NEW.id, NEW.words); END`);
  db.run('INSERT INTO need VALUES (1, ?)', ['a bed']);
});
afterEach(() => db.close());

const kept = (): unknown => db.get('SELECT (SELECT count(*) FROM need) + (SELECT count(*) FROM words) AS n')?.['n'];

const WAYS: ReadonlyArray<readonly [string, string]> = [
  ['a record', "INSERT INTO need VALUES (2, 'a lawyer')"],
  ['a record that answers', "INSERT INTO need VALUES (2, 'a lawyer') RETURNING id"],
  ['a change', "UPDATE need SET words = 'none'"],
  ['a record taken away', 'DELETE FROM need'],
  ['a word to find', "INSERT INTO words (body) VALUES ('lawyer')"],
  ['a record by way of a view', "INSERT INTO shown VALUES (2, 'a lawyer')"],
  ['another table', 'CREATE TABLE other (id INTEGER)'],
  ['a number of the file', 'PRAGMA user_version = 7'],
];

it.each(WAYS)('%s is not written by a read, and is by a write', (_what, sql) => {
  const version = (): unknown => db.pragma('user_version');
  const state = (): unknown => [
    kept(),
    db.all('SELECT * FROM need'),
    version(),
    db.all('SELECT name FROM sqlite_master'),
  ];
  const before = state();
  for (const ask of ['get', 'all', 'run'] as const)
    expect(() => db.readOnly(() => db[ask](sql))).toThrow('a read would have written');
  expect(state()).toEqual(before);
  db.run(sql);
  expect(state()).not.toEqual(before);
  // That it was written once in the right place opens no way for the next read.
  const after = state();
  expect(() => db.readOnly(() => db.run(sql))).toThrow();
  expect(state()).toEqual(after);
});

it('a read inside a read leaves the outer one a read, and one that fails is over all the same', () => {
  expect(() =>
    db.readOnly(() => {
      expect(db.readOnly(kept)).toBe(1);
      db.run('DELETE FROM need');
    }),
  ).toThrow('a read would have written');
  expect(() =>
    db.readOnly(() => {
      throw new Error('refused');
    }),
  ).toThrow('refused');
  db.run('DELETE FROM need');
  expect(kept()).toBe(0);
});

it('what is looked for may be asked with values, as often as one likes', () => {
  const find = (): unknown => db.readOnly(() => db.all('SELECT id FROM need WHERE words = $words', { words: 'a bed' }));
  expect([find(), find()]).toEqual([[{ id: 1 }], [{ id: 1 }]]);
});
