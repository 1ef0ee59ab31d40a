// What was erased is gone from the file, not only from the answers: the pages are decrypted here and searched byte by byte.
// The control turns the index's secure deletion off and must find names again, or this test could not fail.
import { createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { attachCopy, detachCopy, exportToCopy } from '../../electron/vault/database/attached-copy.ts';
import { migrate } from '../../electron/vault/database/migrate.ts';
import { createDatabase } from '../../electron/vault/database/open.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { backUp } from '../helpers/backups.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { addMira, erase } from '../helpers/erasing.ts';
import { bytesOfBackup, bytesOutside } from '../helpers/outside-reader.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault } from '../helpers/vault.ts';

const PAGE = 4096;
/** SQLCipher 4: the end of each page holds the 16-byte IV and the 64-byte HMAC; page 1 begins with the 16-byte salt. */
const RESERVE = 80;
const SALT = 16;
const NAMES = 100;
const key = Buffer.alloc(32, 7);
const folder = mkdtempSync(join(tmpdir(), 'safehold-erased-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every byte that SQLCipher would decrypt, free pages and the gaps inside pages included. */
function decryptedPages(file: string, by: Uint8Array): Buffer {
  const sealed = readFileSync(file);
  const pages = Array.from({ length: sealed.length / PAGE }, (_, index) => {
    const page = sealed.subarray(index * PAGE, (index + 1) * PAGE);
    const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16);
    const cipher = createDecipheriv('aes-256-cbc', by, iv).setAutoPadding(false);
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
const found = (file: string, by: Uint8Array = key): number => namesIn(decryptedPages(file, by));
const namesIn = (pages: Buffer): number => names.filter((name) => pages.includes(name.slice(5))).length;

interface Left {
  readonly before: number;
  readonly after: number;
  /** In a backup that was made afterwards, which has a key of its own. */
  readonly copied: number;
}

/** The file after each name was indexed among other words, and after each was taken away again, as rows and by new text. */
function indexAndErase(name: string, settings: (db: Connection) => void): Left {
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
  const copyKey = randomBytes(32);
  attachCopy(db, `${file}.copy`, copyKey, randomBytes(16));
  db.transaction(() => exportToCopy(db));
  detachCopy(db);
  db.close();
  return { before, after: found(file), copied: found(`${file}.copy`, copyKey) };
}

it('no erased name is left in the pages of the vault, or of a backup', () => {
  const { before, after, copied } = indexAndErase('as-shipped.db', () => undefined);
  tellFound('G21', { 'left in the vault': after, 'left in the backup': copied });
  expect({ before, after, copied }).toEqual({ before: NAMES, after: 0, copied: 0 });
});

it('the control: without secure deletion of the index, erased names are found again', () => {
  const { before, after, copied } = indexAndErase('control.db', (db) => {
    db.run("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 0)");
  });
  expect(before).toBe(NAMES);
  tellControl('G21', { 'left in the vault': after, 'left in the backup': copied });
  expect(after).toBeGreaterThan(0);
  expect(copied).toBeGreaterThan(0);
});

const PEOPLE = proofSize({ test: 8, full: 100 });
it(`the names of ${PEOPLE} erased cases are in no page of the vault, of its log or of a backup made afterwards`, async () => {
  const vault = await newVault('2026-11-20T09:00');
  await addMira(vault);
  const ids = [];
  for (const name of names.slice(0, PEOPLE)) {
    const caseFileId = await openCase(vault, name);
    await vault.ask('caseNote.add', aNote(caseFileId, { body: `met ${name} in the kitchen and spoke of tea` }));
    ids.push(caseFileId);
  }
  expect(namesIn(bytesOutside(vault.dataDir, DIRECTOR))).toBe(PEOPLE); // the control
  for (const caseFileId of ids) await erase(vault, [caseFileId], 'WISH');
  const left = namesIn(bytesOutside(vault.dataDir, DIRECTOR));
  const place = tempFolder();
  const { name } = await backUp(vault, place);
  const copied = namesIn(bytesOfBackup(join(place, name), DIRECTOR));
  await vault.remove();
  tellFound('G21', { names: PEOPLE, 'left in the vault': left, 'left in the backup': copied });
  expect({ left, copied }).toEqual({ left: 0, copied: 0 });
}, 900_000);
