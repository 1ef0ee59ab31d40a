// What was erased is gone from the file, not only from the answers: the pages are decrypted here and searched byte by byte.
// The control turns the index's secure deletion off and must find names again, or this test could not fail.
import { createDecipheriv } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../electron/vault/database/migrate.ts';
import { createDatabase } from '../../electron/vault/database/open.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';

const PAGE = 4096;
/** SQLCipher 4: the end of each page holds the 16-byte IV and the 64-byte HMAC; page 1 begins with the 16-byte salt. */
const RESERVE = 80;
const SALT = 16;
const NAMES = 100;
const key = Buffer.alloc(32, 7);
const folder = mkdtempSync(join(tmpdir(), 'safehold-erased-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every byte that SQLCipher would decrypt, free pages and the gaps inside pages included. */
function decryptedPages(file: string): Buffer {
  const sealed = readFileSync(file);
  const pages = Array.from({ length: sealed.length / PAGE }, (_, index) => {
    const page = sealed.subarray(index * PAGE, (index + 1) * PAGE);
    const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16);
    const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(page.subarray(index === 0 ? SALT : 0, PAGE - RESERVE)), cipher.final()]);
  });
  return Buffer.concat(pages);
}

/** Invented, unlike each other from the first letters on, so that the index cannot shorten one by its neighbour. */
const names = Array.from({ length: NAMES }, (_, index) => {
  const letters = 'bcdfghjklmnpqrstvwxz';
  const mark = (n: number): string => letters.charAt(n % 20) + letters.charAt((n * 7 + 3) % 20);
  return `${mark(index)}${mark(index * 3 + Math.floor(index / 20))}${mark(index + 11)}${mark(index * 11 + 5)}${mark(Math.floor(index / 10))}${index}`;
});
/** The index keeps a word without the letters it shares with the one before: its end is what stays. */
const found = (file: string): number => {
  const pages = decryptedPages(file);
  return names.filter((name) => pages.includes(name.slice(5))).length;
};

/** The file after each name was indexed among other words, and after each was taken away again, as rows and by new text. */
function indexAndErase(
  name: string,
  settings: (db: Connection) => void,
): { readonly before: number; readonly after: number } {
  const file = join(folder, name);
  const db = createDatabase(file, key, Buffer.alloc(16, 9));
  migrate(db);
  settings(db);
  names.forEach((alias, index) => {
    const text = `met ${alias} in the kitchen and spoke of tea`;
    db.run(`INSERT INTO search_text (record_kind, record_id, case_file_id, folded) VALUES ('case-note', ?, NULL, ?)`, [
      String(index),
      text,
    ]);
  });
  db.pragma('wal_checkpoint(TRUNCATE)');
  const before = found(file);
  names.forEach((_, index) => {
    if (index % 2 === 0) db.run('DELETE FROM search_text WHERE record_id = ?', [String(index)]);
    else db.run(`UPDATE search_text SET folded = 'taken out at her wish' WHERE record_id = ?`, [String(index)]);
  });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { before, after: found(file) };
}

it('no erased name is left in the pages of the vault', () => {
  expect(indexAndErase('as-shipped.db', () => undefined)).toEqual({ before: NAMES, after: 0 });
});

it('the control: without secure deletion of the index, erased names are found again', () => {
  const { before, after } = indexAndErase('control.db', (db) => {
    db.run("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 0)");
  });
  expect(before).toBe(NAMES);
  expect(after).toBeGreaterThan(0);
});
