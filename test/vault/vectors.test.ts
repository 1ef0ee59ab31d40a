// The vectors of test/vectors, which were made from FORMATS.md by a script that knows nothing of the program: what the program makes of
// the same keys are the same bytes, and what it reads is what was written. (slots, head, derived keys, words and recovery codes: keys/.)
import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/packages/canonical-json';
import { readReply, replyText, signedReply } from '#shared/packages/reply';
import { headerOf, openChunk, sealChunk } from '../../electron/vault/attachments/blob-format.ts';
import { bodyHash, type EntryRow, macOf, verifyChain } from '../../electron/vault/audit/chain.ts';
import { encodeManifest, openManifest, readManifest } from '../../electron/vault/backup/manifest.ts';
import { EncryptedPages } from '../../electron/vault/database/encrypted-pages.ts';
import { migrate } from '../../electron/vault/database/migrate.ts';
import { createDatabase, openUntouched } from '../../electron/vault/database/open.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { caseKeyOf, recordKeyOf } from '../../electron/vault/erasure/case-key.ts';
import { decodeList } from '../../electron/vault/erasure/erased-list.ts';
import {
  followLink,
  linkBack,
  openKey,
  openText,
  sealKey,
  sealText,
  vouch,
} from '../../electron/vault/keys/compartment.ts';
import { deriveVaultKeys } from '../../electron/vault/keys/derived-keys.ts';
import { rootKeys } from '../../electron/vault/keys/root-keys.ts';
import { joinSheets, writeSheets } from '../../electron/vault/keys/trustees.ts';
import { runStranger } from '../helpers/stranger.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome } from '../helpers/vault.ts';
import { drawing, hex, unhex } from './keys/drawing.ts';
import { readVector } from './keys/slot-vectors.ts';

const FOLDER = new URL('../vectors/', import.meta.url).pathname;
const vector = <T>(name: string): T => readVector(name) as T;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the folder', () => {
  const made = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'slots.json');

  it('holds what its script makes from the written formats, byte for byte', () => {
    const folder = tempFolder();
    expect(runStranger('vectors/make.py', [folder])).toEqual({ ok: true, said: '' });
    expect(readdirSync(folder).sort()).toEqual(made.sort());
    for (const name of made)
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(readFileSync(join(FOLDER, name), 'utf8'));
  });

  it('has a line for each of its files', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    for (const name of readdirSync(FOLDER).filter((one) => one !== 'README.md'))
      expect(readme, name).toContain(`\`${name}`);
  });
});

interface Page {
  readonly number: number;
  readonly plain: string;
  readonly sealed: string;
}

describe('pages of the database', () => {
  const { pages, log, ...keys } = vector<{ key: string; salt: string; pages: [Page, Page, Page]; log: string }>(
    'database.json',
  );
  const [first, second, later] = pages;
  const key = { key: unhex(keys.key), salt: unhex(keys.salt) };
  const laidOut = (withLog: boolean): string => {
    const file = join(tempFolder(), 'records.db');
    writeFileSync(file, Buffer.from(first.sealed + second.sealed, 'hex'));
    if (withLog) writeFileSync(`${file}-wal`, unhex(log));
    return file;
  };
  /** Its content, as `EncryptedPages` gives it: without what SQLite never sees, and of page 1 without the salt. */
  const plainOf = ({ number, plain }: Page): string => (number === 1 ? '00'.repeat(16) + plain.slice(32) : plain);
  const words = (file: string): unknown[] => {
    const db = openUntouched(file, key.key, key.salt);
    try {
      return db.all('SELECT word FROM word');
    } finally {
      db.close();
    }
  };

  it.each([
    [false, second],
    [true, later],
  ])('are decrypted to what was written (log: %s)', (withLog, newest) => {
    const read = new EncryptedPages(laidOut(withLog), key);
    expect(hex(read.newest(1)!)).toBe(plainOf(first));
    expect(hex(read.newest(2)!)).toBe(plainOf(newest));
    read.close();
  });

  it('are a database to SQLCipher, alone and with the log', () => {
    expect(words(laidOut(false))).toEqual([{ word: 'kept' }]);
    expect(words(laidOut(true))).toEqual([{ word: 'kept later' }]);
  });

  it('with one bit changed are none', () => {
    const file = laidOut(false);
    const bytes = readFileSync(file);
    bytes[5000]! ^= 1;
    writeFileSync(file, bytes);
    const read = new EncryptedPages(file, key);
    expect(read.newest(2)).toBeNull();
    read.close();
    expect(() => words(file)).toThrow();
  });
});

interface VectorEntry {
  readonly fields: [
    number,
    number,
    number,
    string | null,
    string,
    string | null,
    string | null,
    number | null,
    string | null,
    string | null,
    string,
  ];
  readonly mac: string;
  readonly saved: string | null;
  readonly stands: string | null;
  readonly emptied?: true;
}

describe('the chain', () => {
  const chain = vector<{
    vaultId: string;
    epochKeys: Record<string, string>;
    auditKeys: Record<string, string>;
    entries: VectorEntry[];
    head: string;
  }>('chain.json');
  const keyOf = (epoch: number): Uint8Array => unhex(chain.auditKeys[epoch]!);
  const rowOf = ({ fields, mac }: VectorEntry): EntryRow => {
    const [seq, at, epoch, staff_id, action, record_kind, record_id, revision, case_file_id, body_hash, detail] =
      fields;
    const hash = body_hash === null ? null : unhex(body_hash);
    return {
      seq,
      at,
      epoch,
      staff_id,
      action,
      record_kind,
      record_id,
      revision,
      case_file_id,
      body_hash: hash,
      detail,
      mac: unhex(mac),
    };
  };

  it('is made with the audit key of each epoch', () => {
    for (const [epoch, key] of Object.entries(chain.epochKeys))
      expect(hex(deriveVaultKeys(unhex(key), unhex(chain.vaultId)).auditMac)).toBe(chain.auditKeys[epoch]);
  });

  it('has the MAC and the hash of a body that we make', () => {
    let previous: Uint8Array = new Uint8Array(32);
    for (const entry of chain.entries) {
      const row = rowOf(entry);
      expect(hex(macOf(row, keyOf(row.epoch), previous))).toBe(entry.mac);
      if (entry.saved !== null) expect(hex(bodyHash(keyOf(row.epoch), entry.saved))).toBe(entry.fields[9]);
      previous = unhex(entry.mac);
    }
    expect(hex(previous)).toBe(chain.head);
  });

  it('is proven whole in a database, with what was erased, taken out and emptied', () => {
    withChain((db) => expect(verifyChain(db, keyOf)).toEqual({ entries: 8, revisions: 3, erased: 1 }));
  });

  it.each<[string, (entry: VectorEntry) => VectorEntry]>([
    ['a body that is not there', (entry) => (entry.fields[0] === 5 ? { ...entry, stands: null } : entry)],
    [
      'a body before words were taken out of it',
      (entry) => (entry.fields[0] === 2 ? { ...entry, stands: entry.saved } : entry),
    ],
    ['another MAC', (entry) => (entry.fields[0] === 5 ? { ...entry, mac: chain.head } : entry)],
    ['an emptied entry that came back', ({ emptied: _, ...entry }) => entry],
  ])('is not whole with %s', (_, change) => {
    withChain((db) => expect(() => verifyChain(db, keyOf)).toThrow('vault-damaged'), chain.entries.map(change));
  });

  /** A database of ours with these entries in it. */
  function withChain(look: (db: Connection) => void, entries = chain.entries): void {
    const key = new Uint8Array(32).fill(1);
    const db = createDatabase(join(tempFolder(), 'records.db'), key, key.subarray(16));
    try {
      migrate(db);
      for (const entry of entries) insert(db, entry);
      look(db);
    } finally {
      db.close();
    }
  }

  function insert(db: Connection, entry: VectorEntry): void {
    const whole = rowOf(entry);
    const { seq, epoch, mac } = whole;
    const values = entry.emptied
      ? [seq, 0, epoch, null, '', null, null, null, null, null, '', mac]
      : [...Object.values(whole).slice(0, 12)];
    db.run(
      `INSERT INTO audit_entry (seq, at, epoch, staff_id, action, record_kind, record_id, revision, case_file_id, body_hash, detail, mac)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      values,
    );
    if (entry.saved === null) return;
    db.run('INSERT INTO revision (audit_seq, record_kind, record_id, revision, body) VALUES (?, ?, ?, ?, ?)', [
      seq,
      whole.record_kind,
      whole.record_id,
      whole.revision,
      entry.stands,
    ]);
  }
});

it('sheets of trustees are those that we write, and any two bring the secret back', () => {
  const { secret, slope, slotId, sheets } = vector<{
    secret: string;
    slope: string;
    slotId: string;
    sheets: { lines: string[] }[];
  }>('trustee-sheets.json');
  const lines = sheets.map((sheet) => sheet.lines);
  expect(writeSheets(unhex(secret), unhex(slotId), () => unhex(slope))).toEqual(lines);
  for (const [one, other] of [
    [0, 1],
    [2, 0],
    [1, 2],
  ] as const)
    expect(hex(joinSheets([lines[one]!, lines[other]!]).secret)).toBe(secret);
});

it('a seal, a mark, a link and a sealed text of the compartment are those that we make and open', () => {
  const found = vector<{
    vaultId: string;
    compartmentId: string;
    keys: { 1: string; 2: string };
    member: { root: string; slotId: string; publicX: string };
    draws: { once: string; salt: string };
    seal: string;
    vouched: string;
    link: string;
    text: { place: string; words: string; sealed: string };
  }>('compartment.json');
  const ids = { vaultId: unhex(found.vaultId), compartmentId: unhex(found.compartmentId) };
  const [first, second] = [
    { ...ids, generation: 1 },
    { ...ids, generation: 2 },
  ];
  const [firstKey, secondKey] = [unhex(found.keys[1]), unhex(found.keys[2])];
  const { exchange, publicX } = rootKeys(unhex(found.member.root));
  const to = { slotId: unhex(found.member.slotId), publicX };
  expect(hex(publicX)).toBe(found.member.publicX);
  expect(hex(sealKey(secondKey, to, second, drawing([found.draws.once])))).toBe(found.seal);
  expect(hex(openKey(unhex(found.seal), { slotId: to.slotId, exchangeKey: exchange }, second)!.key)).toBe(
    found.keys[2],
  );
  expect(hex(vouch(secondKey, to, second))).toBe(found.vouched);
  expect(hex(linkBack(firstKey, secondKey, second))).toBe(found.link);
  expect(hex(followLink(unhex(found.link), secondKey, second)!)).toBe(found.keys[1]);
  const sealed = new Uint8Array(Buffer.from(found.text.sealed, 'base64'));
  expect(hex(sealText(found.text, firstKey, first, drawing([found.draws.salt])))).toBe(hex(sealed));
  expect(openText(sealed, found.text.place, firstKey, first)?.trimEnd()).toBe(found.text.words);
  expect(openText(sealed, `${found.text.place}0`, firstKey, first)).toBeUndefined();
});

it('a short and a long attached file are those that we keep', () => {
  const found = vector<{
    vaultId: string;
    blob: string;
    key: string;
    short: { plain: string; stored: string };
    long: { sha256: string; storedBytes: number; storedSha256: string };
  }>('attachment.json');
  const secrets = { vaultId: unhex(found.vaultId), blobId: unhex(found.blob), key: unhex(found.key) };
  const kept = (...chunks: Uint8Array[]): Buffer =>
    Buffer.concat([
      headerOf(secrets.blobId),
      ...chunks.map((chunk, index) => sealChunk(secrets, index, index === chunks.length - 1, chunk)),
    ]);
  const short = unhex(found.short.plain);
  expect(hex(kept(short))).toBe(found.short.stored);
  expect(hex(openChunk(secrets, 0, true, unhex(found.short.stored).subarray(22)))).toBe(found.short.plain);
  const long = Uint8Array.from({ length: 65_537 }, (_, at) => (at * 7) % 256);
  const stored = kept(long.subarray(0, 65_536), long.subarray(65_536));
  expect([sha256(long), stored.length, sha256(stored)]).toEqual([
    found.long.sha256,
    found.long.storedBytes,
    found.long.storedSha256,
  ]);
});

it('a manifest of a backup is the one that we write and believe', async () => {
  const found = vector<{
    vaultKey: string;
    facts: Parameters<typeof encodeManifest>[0];
    label: Parameters<typeof encodeManifest>[1];
    nonce: string;
    manifest: string;
  }>('backup-manifest.json');
  const bytes = encodeManifest(found.facts, found.label, unhex(found.nonce), unhex(found.vaultKey));
  expect(Buffer.from(bytes).toString('utf8')).toBe(found.manifest);
  const read = (line: string) => openManifest(readManifest(Buffer.from(line, 'utf8')), unhex(found.vaultKey));
  expect(read(found.manifest)).toEqual(found.label);
  const bent = found.manifest.replace('"commitSeq":43', '"commitSeq":44');
  expect(await outcome(Promise.resolve().then(() => read(bent)))).toBe('backup-damaged');
});

it('a list of what was erased is read by the key of today and by the one before it, and by no other', () => {
  const found = vector<{
    vaultId: string;
    vaultKey: string;
    earlierKey: string;
    caseId: string;
    recordId: string;
    content: { cases: { caseKey: string }[]; parts: { recordKeys: string[] }[] };
    writtenAt: number;
    line: string;
  }>('erased-list.json');
  const [vaultId, bytes] = [unhex(found.vaultId), Buffer.from(found.line, 'utf8')];
  const earlier = [{ epoch: 1, vaultKey: unhex(found.earlierKey) }];
  const read = (vaultKey: string) => decodeList(bytes, { vaultId, vaultKey: unhex(vaultKey), earlier: [] });
  const expected = { writtenAt: found.writtenAt, entries: found.content.cases, parts: found.content.parts };
  expect(read(found.vaultKey)).toEqual(expected);
  expect(read(found.earlierKey)).toEqual(expected);
  expect(read('00'.repeat(32))).toBeNull();
  const vault = { vaultId, vaultKey: unhex(found.vaultKey), earlier };
  expect(caseKeyOf(vault)(found.caseId)).toBe(found.content.cases[0]?.caseKey);
  expect(recordKeyOf(vault)(found.recordId)).toBe(found.content.parts[0]?.recordKeys[0]);
});

it('an answer to a package is the one that we write, with its code', () => {
  const found = vector<{ secret: string; answer: Parameters<typeof signedReply>[0]; mac: string; text: string }>(
    'package-reply.json',
  );
  expect(createHmac('sha256', unhex(found.secret)).update(signedReply(found.answer), 'utf8').digest('hex')).toBe(
    found.mac,
  );
  expect(replyText(found.answer, found.mac)).toBe(found.text);
  expect(readReply(found.text)).toEqual({ reply: found.answer, mac: found.mac });
  expect(canonicalJson(JSON.parse(found.text))).toBe(found.text);
});
