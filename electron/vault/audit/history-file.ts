// The history as a file for somebody outside who checks it: JSON Lines inside an age file (README.md, "The file of the history"). Made in
// two passes over the entries, because an age file says its length first; neither pass holds more than one piece of it.
import type { ReadableDb } from '../database/sql.ts';
import { anchorWords } from '../keys/fingerprint.ts';
import { encrypterFor, inPieces } from '../packages/seal.ts';
import { chunksOf, streamOf } from '../packages/web-stream.ts';
import { entryText, type EntryRow } from './entry.ts';

/** Entries read at once. */
const PIECE = 2_000;

const HOW_TO_VERIFY =
  'Every line after this one is an entry. "signature" is Ed25519 (RFC 8032) by the key of "keys" whose "since" is the line’s "key", over ' +
  'the ASCII text cv/audit-sign/1, then the 16 bytes of "vault", the 32 bytes of the line’s "mac", and the UTF-8 bytes of "entry" as it ' +
  'stands. "entry" is a JSON array: number, UTC milliseconds, epoch, person, act, kind of record, record, saved state, case, keyed hash of ' +
  'the words, code. Numbers run without a gap from 1. An entry with the act "" was emptied when its time was over; its mac stays. The mac ' +
  'of the last line makes the ten words of "newest", which can be compared with a printed slip.';

export interface Reading {
  readonly read: <T>(work: (db: ReadableDb) => T) => T;
  readonly vaultId: Uint8Array;
  /** The number of the last entry that goes in. */
  readonly last: number;
  readonly now: number;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The sealed file as a stream, and how long it will be. Throws when entries were emptied between the two passes. */
export async function sealedHistory(
  reading: Reading,
  passphrase: string,
): Promise<{ readonly bytes: number; readonly content: AsyncIterable<Uint8Array> }> {
  let length = 0;
  for await (const piece of piecesOf(reading)) length += piece.length;
  const encrypter = await encrypterFor({ passphrase });
  const sealed = await encrypter.encrypt(streamOf(ofLength(piecesOf(reading), length)));
  return { bytes: sealed.size(length), content: inPieces(chunksOf(sealed)) };
}

async function* ofLength(pieces: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of pieces) {
    seen += piece.length;
    yield piece;
  }
  if (seen !== length) throw new Error('the history changed while it was written');
}

async function* piecesOf(reading: Reading): AsyncGenerator<Uint8Array> {
  const { read, last } = reading;
  yield Buffer.from(`${JSON.stringify(read((db) => headOf(db, reading)))}\n`, 'utf8');
  for (let from = 1; from <= last; from += PIECE) {
    // Between two pieces whoever works on is answered.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    const lines = read((db) => linesFrom(db, from, Math.min(last, from + PIECE - 1)));
    yield Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'utf8');
  }
}

interface SignedRow extends EntryRow {
  readonly signature: Uint8Array | null;
  readonly key_seq: number | null;
}

const linesFrom = (db: ReadableDb, from: number, to: number): object[] =>
  db
    .all<SignedRow>(
      `SELECT e.seq, e.at, e.epoch, e.staff_id, e.action, e.record_kind, e.record_id, e.revision, e.case_file_id, e.body_hash, e.detail,
         e.mac, s.signature AS signature, s.key_seq AS key_seq
       FROM audit_entry e LEFT JOIN audit_signature s ON s.seq = e.seq WHERE e.seq BETWEEN ? AND ? ORDER BY e.seq`,
      [from, to],
    )
    .map((row) => ({
      entry: entryText(row),
      mac: hex(row.mac),
      signature: row.signature === null ? null : hex(row.signature),
      key: row.key_seq,
    }));

/** Who is meant by the ids of people, with the keys that they signed with. Nobody who lives in the house has a name here. */
function headOf(db: ReadableDb, { vaultId, last, now }: Reading): object {
  const newest = db.get<{ mac: Uint8Array }>('SELECT mac FROM audit_entry WHERE seq = ?', [last]);
  const mac = newest?.mac ?? new Uint8Array(32);
  const keys = db.all<{ since: number; staff: string | null; key: Uint8Array }>(
    'SELECT since_seq AS since, staff_id AS staff, pub_ed AS key FROM staff_key WHERE since_seq <= ? ORDER BY since_seq',
    [last],
  );
  return {
    format: 'safehold-history/1',
    vault: hex(vaultId),
    writtenAt: new Date(now).toISOString(),
    newest: { entry: last, mac: hex(mac), words: anchorWords(mac) },
    people: db.all('SELECT id, name, role FROM staff_member ORDER BY id'),
    keys: keys.map(({ since, staff, key }) => ({ since, person: staff, key: hex(key) })),
    howToVerify: HOW_TO_VERIFY,
  };
}
