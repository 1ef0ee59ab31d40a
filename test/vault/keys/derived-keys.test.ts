// Keys from the vault key: frozen values, one per purpose, and a real SQLCipher database that opens with nothing else.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from '@signalapp/sqlcipher';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  backupKey,
  backupLabelKey,
  backupManifestMac,
  databaseKey,
  deriveVaultKeys,
  erasedCaseKey,
  erasedListKey,
  headerMacKey,
  shardKey,
  sqlcipherKey,
} from '../../../electron/vault/keys/derived-keys.ts';
import { hex, unhex } from './drawing.ts';
import { readVector } from './slot-vectors.ts';
import { strangerKey } from './stranger.ts';

const vector = z.record(z.string(), z.string()).parse(readVector('derived-keys.json'));
const [vaultKey, vaultId, id] = ['vaultKey', 'vaultId', 'id'].map((name) => unhex(vector[name] ?? '')) as [
  Uint8Array<ArrayBuffer>,
  Uint8Array<ArrayBuffer>,
  Uint8Array<ArrayBuffer>,
];
const { headMac, auditMac } = deriveVaultKeys(vaultKey, vaultId);
const keys = [
  { name: 'headerMac', label: 'cv/header-mac/1', key: headerMacKey(vaultKey, vaultId), withId: false },
  { name: 'headMac', label: 'cv/head-mac/1', key: headMac, withId: false },
  { name: 'auditMac', label: 'cv/audit-mac/1', key: auditMac, withId: false },
  { name: 'database', label: 'cv/db-key/1', key: databaseKey(vaultKey, vaultId, id), withId: true },
  { name: 'backup', label: 'cv/backup-key/1', key: backupKey(vaultKey, vaultId, id), withId: true },
  { name: 'backupManifestMac', label: 'cv/backup-mac/1', key: backupManifestMac(vaultKey, vaultId, id), withId: true },
  { name: 'backupLabel', label: 'cv/backup-label/1', key: backupLabelKey(vaultKey, vaultId, id), withId: true },
  { name: 'erasedCase', label: 'cv/erased-case/1', key: erasedCaseKey(vaultKey, vaultId), withId: false },
  { name: 'erasedList', label: 'cv/erased-list/1', key: erasedListKey(vaultKey, vaultId), withId: false },
  { name: 'shard', label: 'cv/shard/1', key: shardKey(vaultKey, vaultId, id), withId: true },
];

test.each(keys)('the frozen key for $label, which a stranger derives too', ({ name, label, key, withId }) => {
  expect(hex(key)).toBe(vector[name]);
  expect(hex(key)).toBe(hex(strangerKey(vaultKey, vaultId, label, withId ? id : new Uint8Array())));
});

test('no two purposes, vaults or ids share a key', () => {
  const otherId = id.with(0, 1);
  const more = [databaseKey, backupKey, backupManifestMac, shardKey].flatMap((derive) => [
    derive(vaultKey, vaultId, otherId),
    derive(vaultKey, otherId, id),
  ]);
  const all = [...keys.map(({ key }) => key), ...more].map(hex);
  expect(new Set(all).size).toBe(all.length);
  expect(() => databaseKey(vaultKey, vaultId, id.subarray(1))).toThrow(RangeError);
});

test('a database opens with its key and its own first 16 bytes as salt; a changed salt opens nothing', () => {
  expect(sqlcipherKey(unhex(vector.database ?? ''), id)).toBe(vector.pragma);
  const folder = mkdtempSync(path.join(tmpdir(), 'derived-'));
  const file = path.join(folder, 'records.db');
  const salt = Uint8Array.from(randomBytes(16));
  const open = () => {
    const found = readFileSync(file).subarray(0, 16);
    const db = new Database(file);
    db.pragma('cipher_log_level = NONE'); // the refusal below is meant
    db.pragma(`key = "${sqlcipherKey(databaseKey(vaultKey, vaultId, found), found)}"`);
    try {
      return db.prepare('SELECT word FROM word').all();
    } finally {
      db.close();
    }
  };
  const db = new Database(file);
  db.pragma(`key = "${sqlcipherKey(databaseKey(vaultKey, vaultId, salt), salt)}"`);
  db.exec("CREATE TABLE word (word TEXT) STRICT; INSERT INTO word VALUES ('kept')");
  db.close();
  expect(Uint8Array.from(readFileSync(file).subarray(0, 16))).toEqual(salt);
  expect(open()).toEqual([{ word: 'kept' }]);
  writeFileSync(file, Uint8Array.from(readFileSync(file)).with(3, (salt[3] ?? 0) ^ 1));
  expect(open).toThrow(/not a database/);
  rmSync(folder, { recursive: true });
});
