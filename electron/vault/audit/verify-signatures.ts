// Every signature against the keys that the chain itself makes known, and every entry of weight against having one. Runs after the chain
// was walked: what it reads here is proven to be what the holder of the vault key wrote, and this asks who that was.
import type { KeyObject } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import type { ReadableDb } from '../database/sql.ts';
import type { EntryRow } from './entry.ts';
import { isSignedBy, keyIn, publicKeyOf } from './signing.ts';
import { type StatedLosses, statedLosses } from './stated-losses.ts';
import { KEY_ENTERED, LIST_ENTERED, mustBeSigned, type Stated, statedIn } from './weight.ts';

/** Facts of `history-changed`; `key`: a key stands here that nobody vouched for. */
export type WhyChanged =
  | 'signature-missing'
  | 'signature-wrong'
  | 'signature-of-another'
  | 'signature-stray'
  | 'key'
  | 'anchor';

/** What is done without anybody signed in: brought back or saved from damage with a recovery code or sheets. */
const BY_NOBODY = new Set(['backup.restore', 'salvage.carryOut']);

interface SignedRow extends EntryRow {
  s_staff: string | null;
  s_signature: Uint8Array | null;
  s_key: number | null;
  k_staff: string | null;
  k_pub: Uint8Array | null;
}

interface KnownKey {
  /** Null: of a recovery code or of trustees. */
  readonly owner: string | null;
  readonly key: KeyObject;
}

interface Judging {
  readonly db: ReadableDb;
  readonly vaultId: Uint8Array;
  readonly stated: Stated;
  readonly losses: StatedLosses;
  /** By the number of the entry that made each known. */
  readonly keys: Map<number, KnownKey>;
}

export interface Walk {
  /** In the order of the chain. */
  readonly findings: readonly { readonly seq: number; readonly why: WhyChanged }[];
  readonly signatures: number;
  readonly keys: number;
}

/** Answers how many signatures there are. Throws history-changed {reason, entry} with the first entry that does not fit. */
export function verifySignatures(db: ReadableDb): number {
  const { findings, signatures, keys } = walkSignatures(db);
  const [first] = findings;
  if (first !== undefined) throw new VaultError('history-changed', { reason: first.why, entry: first.seq });
  const counted = db.get<{ signatures: number; keys: number }>(
    'SELECT (SELECT count(*) FROM audit_signature) AS signatures, (SELECT count(*) FROM staff_key) AS keys',
  );
  if (counted?.keys !== keys) throw new VaultError('history-changed', { reason: 'key' });
  if (counted.signatures !== signatures) throw new VaultError('history-changed', { reason: 'signature-stray' });
  return signatures;
}

/** Judges every entry that is signed or must be. */
export function walkSignatures(db: ReadableDb): Walk {
  const judging: Judging = { db, vaultId: idOf(db), stated: statedIn(db), losses: statedLosses(db), keys: new Map() };
  const findings: { seq: number; why: WhyChanged }[] = [];
  let signatures = 0;
  for (const row of rowsOf(db, judging.stated)) {
    const why = row.action === KEY_ENTERED ? judgeKey(row, judging) : judgeEntry(row, judging);
    if (why !== null) findings.push({ seq: row.seq, why });
    if (row.s_signature !== null) signatures += 1;
  }
  return { findings, signatures, keys: judging.keys.size };
}

const idOf = (db: ReadableDb): Uint8Array =>
  db.get<{ id: Uint8Array }>('SELECT vault_id AS id FROM vault_state')?.id ?? new Uint8Array(16);

/** Those that are signed, or must be. */
const rowsOf = (db: ReadableDb, { from }: Stated): SignedRow[] =>
  db.all<SignedRow>(
    `SELECT e.*, s.staff_id AS s_staff, s.signature AS s_signature, s.key_seq AS s_key, k.staff_id AS k_staff, k.pub_ed AS k_pub
     FROM audit_entry e LEFT JOIN audit_signature s ON s.seq = e.seq LEFT JOIN staff_key k ON k.since_seq = e.seq
     WHERE e.action <> '' AND (s.seq IS NOT NULL OR e.action IN (SELECT value FROM json_each(?))
       OR e.detail = 'erased' OR e.detail >= 'redacted:' AND e.detail < 'redacted;'
       OR e.detail >= 'forgotten:' AND e.detail < 'forgotten;') ORDER BY e.seq`,
    [JSON.stringify([...from.keys(), KEY_ENTERED, LIST_ENTERED])],
  );

function judgeEntry(row: SignedRow, judging: Judging): WhyChanged | null {
  const { stated, losses, keys } = judging;
  if (losses.signatures.has(row.seq)) return null;
  if (row.s_signature === null) {
    const isNobodys = row.staff_id === null && BY_NOBODY.has(row.action);
    return mustBeSigned(stated, row) && !isNobodys ? 'signature-missing' : null;
  }
  const by = keys.get(row.s_key ?? 0);
  if (by === undefined) return 'signature-of-another';
  // A recovery code or sheets only say whose key comes next.
  const isHers = by.owner === null ? row.action === LIST_ENTERED : by.owner === row.staff_id;
  return isHers ? judgeSignature(row, by, judging) : 'signature-of-another';
}

/** Of the person whom the entry names, and made over this entry. */
function judgeSignature(row: SignedRow, by: KnownKey, { vaultId }: Judging): WhyChanged | null {
  if (row.s_staff !== row.staff_id || row.s_signature === null) return 'signature-of-another';
  return isSignedBy(by.key, vaultId, row, row.s_signature) ? null : 'signature-wrong';
}

/**
 * A key is the one that its entry says, and somebody vouches for it: itself when it is the first of a colleague, a colleague's when it is
 * of a recovery code or sheets, and one of those or a director's when a colleague has had a key before. What a salvage made known, it says
 * itself.
 */
function judgeKey(row: SignedRow, judging: Judging): WhyChanged | null {
  const { keys, losses } = judging;
  const said = keyIn(row);
  const isAsSaid =
    said !== null &&
    row.k_pub !== null &&
    Buffer.compare(row.k_pub, said.publicKey) === 0 &&
    row.k_staff === said.owner;
  if (!isAsSaid) return 'key';
  const known: KnownKey = { owner: said.owner, key: publicKeyOf(said.publicKey) };
  const why = losses.signatures.has(row.seq) ? null : judgeVouching(row, known, judging);
  keys.set(row.seq, known);
  return why;
}

function judgeVouching(row: SignedRow, known: KnownKey, judging: Judging): WhyChanged | null {
  const { keys } = judging;
  if (row.s_signature === null) return 'signature-missing';
  const by = row.s_key === row.seq ? known : keys.get(row.s_key ?? 0);
  if (by === undefined || (by.owner !== null && by.owner !== row.staff_id)) return 'signature-of-another';
  return mayVouch(by, known, { row, judging }) ? judgeSignature(row, by, judging) : 'key';
}

function mayVouch(
  by: KnownKey,
  known: KnownKey,
  { row, judging }: { readonly row: SignedRow; readonly judging: Judging },
): boolean {
  const { keys } = judging;
  if (keys.size === 0) return by === known;
  const had = known.owner !== null && [...keys.values()].some(({ owner }) => owner === known.owner);
  if (had) return by.owner === null || wasGiven(by.owner, known.owner, { row, judging });
  return known.owner === null ? by !== known : true;
}

/** A director gave her a new passphrase, and so another key: the line before says it. */
function wasGiven(
  by: string,
  owner: string | null,
  { row, judging }: { readonly row: SignedRow; readonly judging: Judging },
): boolean {
  const isSaid =
    judging.db.get(
      `SELECT 1 AS said FROM audit_entry
       WHERE seq = ? AND action = 'staffMember.givePassphrase' AND detail = 'begun' AND staff_id = ? AND record_id = ?`,
      [row.seq - 1, by, owner],
    ) !== undefined;
  return by !== owner && isSaid && wasDirector(by, row.seq, judging);
}

/** By her record as it was then. One whose body a salvage could not read says nothing against her. */
function wasDirector(staffId: string, seq: number, { db, losses }: Judging): boolean {
  const then = db.get<{ at: number; role: string | null }>(
    `SELECT audit_seq AS at, json_extract(body, '$.role') AS role FROM revision
     WHERE record_kind = 'staff-member' AND record_id = ? AND audit_seq <= ? ORDER BY audit_seq DESC LIMIT 1`,
    [staffId, seq],
  );
  return then !== undefined && (then.role === 'director' || losses.bodies.has(then.at));
}
