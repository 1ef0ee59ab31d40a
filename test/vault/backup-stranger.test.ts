// A backup read by somebody who has only FORMATS.md: other cryptographic libraries, plain SQLCipher, none
// of the product's code between the stick and the names.
import { Database } from '@signalapp/sqlcipher';
import { gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUp, openCases } from '../helpers/backups.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault } from '../helpers/vault.ts';
import { strangerKey, strangerOpens, strangerPassphrase, strangerUserId } from './keys/stranger.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

interface Manifest {
  readonly vaultId: string;
  readonly backupId: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly label: { readonly nonce: string; readonly sealed: string };
}

it('a stranger with the passphrase and the written format reads every record', async () => {
  const vault = await newVault('2026-11-23T20:10');
  await openCases(vault, ['Maya', 'Heron', 'Ines']);
  const place = tempFolder();
  const { name } = await backUp(vault, place);
  await vault.remove();
  const file = (part: string): Uint8Array => new Uint8Array(readFileSync(join(place, name, part)));

  // The line and its two sums.
  const line = Buffer.from(file('manifest.json')).toString('utf8');
  const text = line.slice('{"backup":'.length, line.lastIndexOf(',"mac":'));
  const { mac, sha256: sum, backup } = JSON.parse(line) as { mac: string; sha256: string; backup: Manifest };
  expect(hex(sha256(Buffer.from(text, 'utf8')))).toBe(sum);
  for (const part of ['records.db', 'slots.bin']) {
    expect([file(part).length, hex(sha256(file(part)))]).toEqual([
      backup.files[part]!.bytes,
      backup.files[part]!.sha256,
    ]);
  }

  // From the passphrase to the keys.
  const [vaultId, backupId] = [bytes(backup.vaultId), bytes(backup.backupId)];
  const secret = { id: strangerUserId(vaultId, DIRECTOR.signInName), bytes: strangerPassphrase(DIRECTOR.passphrase) };
  const { vaultKey } = strangerOpens(file('slots.bin'), secret);
  const key = (label: string) => strangerKey(vaultKey, vaultId, label, Uint8Array.from(backupId));
  expect(hex(hmac(sha256, key('cv/backup-mac/1'), Buffer.from(text, 'utf8')))).toBe(mac);
  const label = gcm(key('cv/backup-label/1'), bytes(backup.label.nonce)).decrypt(bytes(backup.label.sealed));
  expect(JSON.parse(Buffer.from(label).toString('utf8'))).toMatchObject({
    shelterName: 'Willow House',
    records: { 'case-file': 3 },
  });

  // Plain SQLCipher with key and salt.
  const db = new Database(join(place, name, 'records.db'));
  db.pragma(`key = "x'${hex(key('cv/backup-key/1'))}${hex(file('records.db').slice(0, 16))}'"`);
  const found = db.prepare("SELECT body FROM revision WHERE record_kind = 'case-file'").all<{ body: string }>();
  db.close();
  expect(found.map(({ body }) => (JSON.parse(body) as { nameUsed: string }).nameUsed).sort()).toEqual([
    'Heron',
    'Ines',
    'Maya',
  ]);
});
