// Making public keys known in the chain: all of them when signing begins, from then on each with the act that makes it. A key that is put
// in at another time, or in another way, is noticed (verify-signatures.ts).
import { VaultError } from '#shared/contract/errors';
import type { WritableDb } from '../database/sql.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import type { Chain } from './chain.ts';
import { seqOfKey, type Signer } from './signing.ts';
import { KEY_ENTERED, LIST_ENTERED, listDue, statedIn } from './weight.ts';

export interface Entering {
  readonly db: WritableDb;
  readonly chain: Chain;
  readonly staffMember: { readonly id: string | null };
  readonly now: () => number;
}

export type SlotKey = Pick<KeySlot, 'type' | 'id' | 'publicEd'>;

/** `owner`: the colleague whose key it is; null for a recovery code or trustees. */
export function enterKey({ db, chain, staffMember, now }: Entering, slot: SlotKey, owner: string | null): void {
  const seq = chain.append(db, {
    at: now(),
    staffId: staffMember.id,
    action: KEY_ENTERED,
    detail: `key:${slot.type}:${Buffer.from(slot.publicEd).toString('hex')}`,
    ...(owner === null ? {} : { recordId: owner }),
  });
  db.run('INSERT INTO staff_key (since_seq, staff_id, pub_ed) VALUES (?, ?, ?)', [seq, owner, slot.publicEd]);
  chain.keysChanged();
}

/** Whether the signer can sign already, and the chain says what is signed. */
export const isReady = (db: WritableDb, { publicKey }: Signer): boolean =>
  seqOfKey(db, publicKey) !== null && listDue(statedIn(db)) === null;

/**
 * Makes the signer's key known, and when no key was known before, that of every slot. Throws history-changed {reason: 'key'} when other
 * keys stand under her name and hers is not among them, and for a recovery code or sheets that this chain never heard of.
 */
export function enterKeys(
  entering: Entering,
  own: SlotKey & { readonly owner: string | null },
  others: readonly (SlotKey & { readonly owner: string | null })[],
): void {
  const { db, chain, staffMember, now } = entering;
  const isBeginning = db.get('SELECT 1 AS known FROM staff_key LIMIT 1') === undefined;
  if (seqOfKey(db, own.publicEd) === null) {
    if (!isBeginning && (own.owner === null || hasKey(db, own.owner)))
      throw new VaultError('history-changed', { reason: 'key' });
    enterKey(entering, own, own.owner);
  }
  for (const slot of isBeginning ? others : [])
    if (seqOfKey(db, slot.publicEd) === null) enterKey(entering, slot, slot.owner);
  const detail = listDue(statedIn(db));
  if (detail !== null) chain.append(db, { at: now(), staffId: staffMember.id, action: LIST_ENTERED, detail });
  chain.keysChanged();
}

const hasKey = (db: WritableDb, staffId: string): boolean =>
  db.get('SELECT 1 AS known FROM staff_key WHERE staff_id = ? LIMIT 1', [staffId]) !== undefined;
