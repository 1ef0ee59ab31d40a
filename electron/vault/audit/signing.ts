// A signature under an entry: who acted, with a key that comes from her own user root and never from the vault key (keys/README). Whoever
// has the vault key and a database tool can make every MAC of the chain anew, and none of these.
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import type { ReadableDb, WritableDb } from '../database/sql.ts';
import { publicBytes } from '../keys/root-keys.ts';
import { entryText, type EntryRow } from './entry.ts';
import { isToSign, KEY_ENTERED, type Stated, statedIn } from './weight.ts';

const LABEL = Buffer.from('cv/audit-sign/1', 'ascii');
// RFC 8410: SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** "cv/audit-sign/1" ‖ vault id (16) ‖ the entry's MAC (32) ‖ its fields as JSON: for a stranger the fields, for the chain the MAC. */
export const signedMessage = (vaultId: Uint8Array, row: EntryRow): Uint8Array =>
  Buffer.concat([LABEL, vaultId, row.mac, Buffer.from(entryText(row), 'utf8')]);

/** One person's pen while she is signed in; with a recovery code or sheets, that slot's in the name of the person who comes in. */
export interface Signer {
  readonly staffId: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 (RFC 8032), 64 bytes. */
  sign(row: EntryRow): Uint8Array;
}

export const signerOf = (staffId: string, key: KeyObject, vaultId: Uint8Array): Signer => ({
  staffId,
  publicKey: publicBytes(key),
  sign: (row) => sign(null, signedMessage(vaultId, row), key),
});

/** Throws for 32 bytes that are no key. */
export const publicKeyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });

export const isSignedBy = (key: KeyObject, vaultId: Uint8Array, row: EntryRow, signature: Uint8Array): boolean =>
  verify(null, signedMessage(vaultId, row), key, signature);

/** What a chain does beside appending while somebody is signed in. */
export interface Signing {
  /** Signs the entry that was just appended, if it is hers and of weight. Throws `internal` for a key that the chain does not know. */
  seal(db: WritableDb, row: EntryRow): void;
  /** After a rolled-back transaction, and when keys or the list were entered. */
  lookAgain(): void;
}

export function signingWith(signer: Signer): Signing {
  let stated: Stated | null = null;
  let keySeq: number | null = null;
  return {
    seal: (db, row) => {
      if (row.staff_id !== signer.staffId) return;
      stated ??= statedIn(db);
      if (!isToSign(stated, row)) return;
      keySeq ??= seqOfKey(db, signer.publicKey);
      // The entry that makes a key known is signed with that key, if no other is known.
      const by = keySeq ?? (row.action === KEY_ENTERED ? row.seq : null);
      if (by === null) throw new VaultError('internal');
      db.run('INSERT INTO audit_signature (seq, staff_id, signature, key_seq) VALUES (?, ?, ?, ?)', [
        row.seq,
        signer.staffId,
        signer.sign(row),
        by,
      ]);
    },
    lookAgain: () => {
      stated = null;
      keySeq = null;
    },
  };
}

const KEY = /^key:(user|recovery-code|trustee-quorum):([0-9a-f]{64})$/;

/** The key that an entry makes known, and whose it is: null for that of a recovery code or trustees. Null when it says none. */
export function keyIn(row: EntryRow): { readonly owner: string | null; readonly publicKey: Uint8Array } | null {
  const [, type, hex] = KEY.exec(row.detail) ?? [];
  if (hex === undefined || (type === 'user') !== (row.record_id !== null)) return null;
  return { owner: row.record_id, publicKey: new Uint8Array(Buffer.from(hex, 'hex')) };
}

/** The number of the entry that made a key known, or null. */
export const seqOfKey = (db: ReadableDb, publicKey: Uint8Array): number | null =>
  db.get<{ seq: number }>('SELECT since_seq AS seq FROM staff_key WHERE pub_ed = ?', [publicKey])?.seq ?? null;
