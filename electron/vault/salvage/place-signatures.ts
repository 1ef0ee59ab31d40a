// Signatures of a salvaged vault: every one that still fits its entry, by the keys that the entries themselves make known. What is lost of
// them is said by number: an entry of weight without its signature is one that anybody with the vault key could have written.
import { toHex } from '../backup/copy-database.ts';
import { enterKey } from '../audit/signing-keys.ts';
import { keyIn, seqOfKey, signerOf } from '../audit/signing.ts';
import { walkSignatures } from '../audit/verify-signatures.ts';
import { KEY_ENTERED, LIST_ENTERED, listDue, statedIn } from '../audit/weight.ts';
import { putIfItFits, putRow } from '../database/put-rows.ts';
import type { Connection } from '../database/sql.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import type { FoundSignature } from './found-rows.ts';
import type { JoinedBody } from './join-bodies.ts';
import type { JoinedChain } from './join-chain.ts';
import type { Filling } from './next-state.ts';
import { peopleOf } from './people.ts';
import type { VaultIdentity } from './ways-in.ts';

export interface Signed {
  readonly chain: JoinedChain;
  readonly bodies: readonly JoinedBody[];
  readonly own: { readonly signatures: ReadonlyMap<number, FoundSignature> };
  readonly backup: { readonly signatures: ReadonlyMap<number, FoundSignature> };
}

/**
 * Places keys and signatures, makes known what keys of the slots are lost, and signs as the salvager from here on. Answers the numbers
 * of entries without a signature that should have one. In a vault in which nobody ever signed, nothing: the next unlock begins it.
 */
export function placeSignatures(filling: Filling, signed: Signed, { unlocked, vaultId }: VaultIdentity): number[] {
  const { db, chain, staffId } = filling;
  placeFound(db, signed);
  const lost = takeOutWrong(db);
  if (db.get('SELECT 1 AS known FROM staff_key LIMIT 1') === undefined) return lost;
  const made = enterLost(filling, unlocked.file.keySlots, peopleOf(signed.bodies));
  if (staffId !== null) chain.signAs(signerOf(staffId, unlocked.opened.signingKey, vaultId));
  return [...lost, ...made, ...stateAgain(filling)];
}

/** What is under no entry of this chain is left out. */
function placeFound(db: Connection, { chain, own, backup }: Signed): void {
  for (const row of chain.rows.filter(({ action }) => action === KEY_ENTERED)) {
    const key = keyIn(row);
    if (key !== null) putIfItFits(() => putRow(db, 'staff_key', [row.seq, key.owner, key.publicKey]));
  }
  const entries = new Set(chain.rows.map(({ seq }) => seq));
  for (const [seq, { staffId, signature, keySeq }] of new Map([...backup.signatures, ...own.signatures]))
    if (entries.has(seq)) putRow(db, 'audit_signature', [seq, staffId, signature, keySeq]);
}

/** The triggers that keep a signature are not there yet. */
function takeOutWrong(db: Connection): number[] {
  const wrong = walkSignatures(db).findings.map(({ seq }) => seq);
  for (const seq of wrong) db.run('DELETE FROM audit_signature WHERE seq = ?', [seq]);
  db.run(`DELETE FROM audit_signature WHERE key_seq NOT IN (SELECT since_seq FROM staff_key)
    OR seq IN (SELECT seq FROM audit_entry WHERE action = '')`);
  return wrong;
}

function enterLost(filling: Filling, slots: readonly KeySlot[], people: ReadonlyMap<string, string>): number[] {
  const { db, chain, now, staffId } = filling;
  const entering = { db, chain, now: () => now, staffMember: { id: staffId } };
  return slots.flatMap((slot) => {
    const owner = slot.type === 'user' ? (people.get(toHex(slot.id)) ?? null) : null;
    if (seqOfKey(db, slot.publicEd) !== null || (slot.type === 'user' && owner === null)) return [];
    enterKey(entering, slot, owner);
    return [chain.seq];
  });
}

/** By nobody, where a recovery code or sheets opened it: then this entry is without a signature too. */
function stateAgain({ db, chain, now, staffId }: Filling): number[] {
  const detail = listDue(statedIn(db));
  if (detail === null) return [];
  chain.append(db, { at: now, staffId, action: LIST_ENTERED, detail });
  return staffId === null ? [chain.seq] : [];
}
