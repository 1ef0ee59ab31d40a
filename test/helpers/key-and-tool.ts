// Somebody who works here, has the vault key by her own passphrase and uses a database tool instead of the program: she drops the triggers,
// writes what she likes, makes every MAC of the chain and the head record anew. What she has not is anybody else's signing key.
import { readFileSync } from 'node:fs';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import { bodyHash, type EntryRow, GENESIS, macOf } from '../../electron/vault/audit/chain.ts';
import { type Signer, seqOfKey, signerOf } from '../../electron/vault/audit/signing.ts';
import { openDatabase, saltOf } from '../../electron/vault/database/open.ts';
import { putRow } from '../../electron/vault/database/put-rows.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { databaseKey, deriveVaultKeys } from '../../electron/vault/keys/derived-keys.ts';
import { newHeadFile, readHead } from '../../electron/vault/keys/head.ts';
import { replaceFile } from '../../electron/vault/keys/atomic-file.ts';
import { openSlots } from '../../electron/vault/keys/unlock.ts';
import { staffBySlot } from '../../electron/vault/records/staff-member.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { quickKeyTools } from './quick-keys.ts';

export interface Person {
  readonly signInName: string;
  readonly passphrase: string;
}

export interface Tool {
  readonly db: Connection;
  /** Her own pen. */
  readonly pen: Signer;
  readonly publicKey: Uint8Array;
  rows(): EntryRow[];
  /** Changes one entry. */
  edit(seq: number, change: Partial<EntryRow>): void;
  /** An entry at the end, with its MAC. */
  add(entry: Partial<EntryRow> & { readonly action: string }): EntryRow;
  /** Puts an entry in after this one; those behind it move up. */
  putIn(after: number, entry: Partial<EntryRow> & { readonly action: string }): void;
  /** Takes out every entry behind this one, with what was saved in them. */
  cutBehind(seq: number): void;
  /** Her signature under an entry. */
  sign(row: EntryRow): void;
  /** Every MAC from here on made anew; `resign`: and her own signatures. */
  rechain(from: number, resign?: boolean): void;
  keyed(body: string): Uint8Array;
}

/** Opens the database of a closed vault with her passphrase, lets her work, and leaves a head record that fits what she left. */
export async function withKeyAndTool(dataDir: string, who: Person, work: (tool: Tool) => void): Promise<void> {
  const place = vaultFolder(dataDir);
  const { file, opened } = await openSlots(readSlotCopies(place), { kind: 'passphrase', ...who }, quickKeyTools());
  const keys = deriveVaultKeys(opened.vaultKey, file.vaultId);
  const db = openDatabase(place.database, databaseKey(opened.vaultKey, file.vaultId, saltOf(place.database)));
  try {
    const triggers = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'");
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
    db.pragma('foreign_keys = OFF');
    const me = staffBySlot({ db }, opened.keySlot.id)?.id ?? '';
    work(toolOf(db, { auditMac: keys.auditMac, pen: signerOf(me, opened.signingKey, file.vaultId) }));
    const chainHead = rowsOf(db).at(-1)?.mac ?? GENESIS;
    const { newest } = readHead(readFileSync(place.head), keys.headMac);
    replaceFile(place.head, newHeadFile({ ...newest!, chainHead }, keys.headMac));
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

const rowsOf = (db: Connection): EntryRow[] =>
  db.all<EntryRow>(
    `SELECT seq, at, epoch, staff_id, action, record_kind, record_id, revision, case_file_id, body_hash, detail, mac
     FROM audit_entry ORDER BY seq`,
  );

const inOrder = (row: EntryRow) => [
  ...[row.seq, row.at, row.epoch, row.staff_id, row.action, row.record_kind, row.record_id, row.revision],
  ...[row.case_file_id, row.body_hash, row.detail, row.mac],
];

function toolOf(db: Connection, { auditMac, pen }: { readonly auditMac: Uint8Array; readonly pen: Signer }): Tool {
  const rows = (): EntryRow[] => rowsOf(db);
  const edit: Tool['edit'] = (seq, change) => {
    for (const [name, value] of Object.entries(change))
      db.run(`UPDATE audit_entry SET ${name} = ? WHERE seq = ?`, [value ?? null, seq]);
  };
  const sign: Tool['sign'] = (row) => {
    db.run('DELETE FROM audit_signature WHERE seq = ?', [row.seq]);
    const keySeq = seqOfKey(db, pen.publicKey) ?? row.seq;
    putRow(db, 'audit_signature', [row.seq, row.staff_id ?? pen.staffId, pen.sign(row), keySeq]);
  };
  const isSigned = (seq: number): boolean =>
    db.get('SELECT 1 AS here FROM audit_signature WHERE seq = ?', [seq]) !== undefined;
  const rechain: Tool['rechain'] = (from, resign = false) => {
    let previous: Uint8Array = rows().find(({ seq }) => seq === from - 1)?.mac ?? GENESIS;
    for (const row of rows().filter(({ seq }) => seq >= from)) {
      const mac = macOf(row, auditMac, previous);
      edit(row.seq, { mac });
      if (resign && row.staff_id === pen.staffId && isSigned(row.seq)) sign({ ...row, mac });
      previous = mac;
    }
  };
  const blank = (seq: number, entry: Partial<EntryRow> & { readonly action: string }): EntryRow => ({
    ...{ seq, at: rows().at(-1)?.at ?? 0, epoch: 1, staff_id: pen.staffId, record_kind: null, record_id: null },
    ...{ revision: null, case_file_id: null, body_hash: null, detail: '', mac: GENESIS },
    ...entry,
  });
  return {
    db,
    pen,
    publicKey: pen.publicKey,
    rows,
    edit,
    sign,
    rechain,
    keyed: (body) => bodyHash(auditMac, body),
    add: (entry) => {
      const row = blank((rows().at(-1)?.seq ?? 0) + 1, entry);
      putRow(db, 'audit_entry', inOrder(row));
      rechain(row.seq);
      return rows().at(-1)!;
    },
    putIn: (after, entry) => {
      const tables = [
        ...[
          ['audit_entry', 'seq'],
          ['audit_signature', 'seq'],
          ['audit_signature', 'key_seq'],
          ['staff_key', 'since_seq'],
        ],
        ...db
          .all<{ name: string; column: string }>(
            `SELECT m.name AS name, c.name AS column FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.name IN ('revision_seq', 'audit_seq')`,
          )
          .map(({ name, column }) => [name, column]),
      ];
      // Through negative numbers, so that no two are ever the same.
      for (const [table, column] of tables)
        db.exec(`UPDATE ${table} SET ${column} = -(${column} + 1) WHERE ${column} > ${after};
          UPDATE ${table} SET ${column} = -${column} WHERE ${column} < 0`);
      const row = blank(after + 1, entry);
      putRow(db, 'audit_entry', inOrder(row));
      rechain(after + 1, true);
    },
    cutBehind: (seq) => {
      const tables = db.all<{ name: string }>(
        `SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name = 'revision_seq'`,
      );
      for (const { name } of tables) db.run(`DELETE FROM ${name} WHERE revision_seq > ?`, [seq]);
      db.run('DELETE FROM search_text WHERE record_id IN (SELECT record_id FROM revision WHERE audit_seq > ?)', [seq]);
      db.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')");
      db.run('DELETE FROM revision WHERE audit_seq > ?', [seq]);
      db.run('DELETE FROM audit_signature WHERE seq > ?', [seq]);
      db.run('DELETE FROM staff_key WHERE since_seq > ?', [seq]);
      db.run('DELETE FROM audit_entry WHERE seq > ?', [seq]);
    },
  };
}
