// Somebody outside with the file, a passphrase and the written formats: plain SQLCipher, other cryptographic libraries, none of the
// product's code between the disk and what she reads.
import { Database } from '@signalapp/sqlcipher';
import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strangerKey, strangerOpens, strangerPassphrase, strangerUserId } from '../vault/keys/stranger.ts';

const PAGE = 4096;
/** SQLCipher 4: the end of each page holds the 16-byte IV and the 64-byte HMAC; page 1 begins with the 16-byte salt. */
const RESERVE = 80;
const SALT = 16;

interface Credential {
  readonly signInName: string;
  readonly passphrase: string;
}

export interface Outside {
  readonly vaultId: Uint8Array;
  readonly slotId: Uint8Array;
  readonly root: Uint8Array;
  /** Rows of any query; blobs as bytes. */
  rows<R>(sql: string): R[];
  /** Every value of every table, and every byte of every page as SQLCipher would decrypt it. */
  everything(): Buffer;
  close(): void;
}

/** What lies in the files of a vault that is open or was just killed: pages of the database and of its log, decrypted, without SQLCipher. */
export function bytesOutside(dataDir: string, who: Credential): Buffer {
  const at = (name: string): string => join(dataDir, 'Records.vault', name);
  const slots = new Uint8Array(readFileSync(at('slots.bin')));
  const vaultId = slots.slice(6, 22);
  const { vaultKey } = strangerOpens(slots, {
    id: strangerUserId(vaultId, who.signInName),
    bytes: strangerPassphrase(who.passphrase),
  });
  const sealed = new Uint8Array(readFileSync(at('records.db')));
  const key = strangerKey(vaultKey, vaultId, 'cv/db-key/1', sealed.slice(0, SALT));
  const log = existsSync(at('records.db-wal')) ? new Uint8Array(readFileSync(at('records.db-wal'))) : new Uint8Array(0);
  return Buffer.concat([pages(sealed, key), loggedPages(log, key)]);
}

/** The same of the database of a backup, opened by whoever has a passphrase of its day. */
export function bytesOfBackup(backup: string, who: Credential): Buffer {
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(backup, name)));
  const { backup: facts } = JSON.parse(Buffer.from(file('manifest.json')).toString('utf8')) as Sealed;
  const [vaultId, backupId] = [unhex(facts.vaultId), unhex(facts.backupId)];
  const { vaultKey } = strangerOpens(file('slots.bin'), {
    id: strangerUserId(vaultId, who.signInName),
    bytes: strangerPassphrase(who.passphrase),
  });
  return pages(file('records.db'), strangerKey(vaultKey, vaultId, 'cv/backup-key/1', backupId));
}
const unhex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'));
interface Sealed {
  readonly backup: { readonly vaultId: string; readonly backupId: string };
}

/** SQLite's write-ahead log: 32 bytes of header, then frames of 24 bytes and a page. */
function loggedPages(log: Uint8Array, key: Uint8Array): Buffer {
  const frames = Math.max(0, Math.floor((log.length - 32) / (24 + PAGE)));
  const decrypted = Array.from({ length: frames }, (_, index) => {
    const page = log.subarray(32 + index * (24 + PAGE) + 24, 32 + (index + 1) * (24 + PAGE));
    const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16);
    const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(page.subarray(16, PAGE - RESERVE)), cipher.final()]);
  });
  return Buffer.concat(decrypted);
}

/** Opens a closed vault (folder of the app's data) as the owner of this passphrase. */
export function outsideReader(dataDir: string, who: Credential): Outside {
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(dataDir, 'Records.vault', name)));
  const slots = file('slots.bin');
  const vaultId = slots.slice(6, 22);
  const slotId = strangerUserId(vaultId, who.signInName);
  const { root, vaultKey } = strangerOpens(slots, { id: slotId, bytes: strangerPassphrase(who.passphrase) });
  const sealed = file('records.db');
  const salt = sealed.slice(0, SALT);
  const key = strangerKey(vaultKey, vaultId, 'cv/db-key/1', salt);
  const db = new Database(join(dataDir, 'Records.vault', 'records.db'));
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}${Buffer.from(salt).toString('hex')}'"`);
  const rows = <R>(sql: string): R[] => db.prepare(sql).all<never>();
  const everything = (): Buffer => {
    const tables = rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    const values = tables
      .flatMap(({ name }) => rows<Record<string, unknown>>(`SELECT * FROM "${name}"`))
      .flatMap((row) => Object.values(row))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(`${String(value)}\n`)));
    return Buffer.concat([...values, pages(sealed, key)]);
  };
  return { vaultId, slotId, root, rows, everything, close: () => db.close() };
}

function pages(sealed: Uint8Array, key: Uint8Array): Buffer {
  const decrypted = Array.from({ length: sealed.length / PAGE }, (_, index) => {
    const page = sealed.subarray(index * PAGE, (index + 1) * PAGE);
    const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16);
    const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(page.subarray(index === 0 ? SALT : 0, PAGE - RESERVE)), cipher.final()]);
  });
  return Buffer.concat(decrypted);
}
