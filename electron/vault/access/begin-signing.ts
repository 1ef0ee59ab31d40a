// Whoever opens the vault can sign: her public key is known to the chain, and the first time those of all slots are (audit/signing-keys.ts).
import { enterKeys, isReady, type SlotKey } from '../audit/signing-keys.ts';
import type { Signer } from '../audit/signing.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { OpenVault } from '../open-vault.ts';
import { staffBySlot } from '../records/staff-member.ts';

export interface Beginning {
  readonly now: () => number;
  readonly slots: {
    readonly own: SlotKey;
    /** Of the open `slots.bin`. */
    readonly all: readonly SlotKey[];
  };
}

/** The vault's chain signs as this person from here on. Throws history-changed {reason: 'key'}. Call inside no transaction. */
export function beginSigning(vault: OpenVault, signer: Signer, { now, slots: { own, all } }: Beginning): void {
  vault.chain.signAs(signer);
  if (isReady(vault.db, signer)) return;
  const entering = { db: vault.db, chain: vault.chain, staffMember: { id: signer.staffId }, now };
  vault.commit(() => enterKeys(entering, withOwner(vault.db, own), ownersOf(vault.db, all)));
}

/** A slot without a colleague is of an act that was cut off; nobody has its passphrase. */
const ownersOf = (db: ReadableDb, slots: readonly SlotKey[]) =>
  slots.map((slot) => withOwner(db, slot)).filter(({ type, owner }) => type !== 'user' || owner !== null);

const withOwner = (db: ReadableDb, slot: SlotKey) => ({
  ...slot,
  owner: slot.type === 'user' ? (staffBySlot({ db }, slot.id)?.id ?? null) : null,
});
