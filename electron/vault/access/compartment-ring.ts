// The keys of the compartment as one signed-in person reaches them: opened from her seal for one act, overwritten after it.
// A colleague who was taken out had the newest key: whoever seals something next makes a new one first, for those who are left.
import type { KeyObject } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import type { Compartment } from '../context.ts';
import type { ReadableDb, Row, WritableDb } from '../database/sql.ts';
import {
  followLink,
  type Generation,
  generationOf,
  linkBack,
  openKey,
  openText,
  sealKey,
  type SealedTo,
  sealText,
  vouch,
} from '../keys/compartment.ts';
import { publicBytes } from '../keys/root-keys.ts';
import { wipe } from '../keys/wipe.ts';

type RandomBytes = (size: number) => Uint8Array;

/** Who asks: the owner of a key slot. */
export interface Keyholder {
  readonly slotId: Uint8Array;
  readonly exchangeKey: KeyObject;
}

/** Every key of the compartment, newest first. */
export interface Ring {
  readonly ids: Pick<Generation, 'vaultId' | 'compartmentId'>;
  readonly keys: readonly { readonly generation: number; readonly key: Uint8Array }[];
  readonly isSpent: boolean;
  /** Its members vouch for the public keys it is sealed to. */
  readonly isVouched: boolean;
  /** Generations before this one belong to a compartment that nobody was left to open. */
  readonly oldest: number;
}

interface GenerationRow extends Row {
  generation: number;
  compartment_id: Uint8Array;
  link: Uint8Array | null;
  is_spent: number;
}

const damaged = (): VaultError => new VaultError('vault-damaged', { reason: 'compartment' });

/** Whether the newest key is sealed to the owner of this slot. */
export const isSealedTo = (db: ReadableDb, slotId: Uint8Array): boolean =>
  db.get('SELECT 1 AS there FROM compartment_seal WHERE slot_id = ?', [slotId]) !== undefined;

/** Hands out the ring for one piece of work. Throws `not-allowed` for whom it is not sealed to, `vault-damaged` when it does not open. */
export function withRing<T>(db: ReadableDb, by: Keyholder, work: (ring: Ring) => T): T {
  const ring = openRing(db, by);
  try {
    return work(ring);
  } finally {
    wipe(...ring.keys.map(({ key }) => key));
  }
}

function openRing(db: ReadableDb, by: Keyholder): Ring {
  const seal = db.get<{ sealed: Uint8Array }>('SELECT sealed FROM compartment_seal WHERE slot_id = ?', [by.slotId]);
  if (seal === undefined) throw new VaultError('not-allowed');
  const rows = db.all<GenerationRow>(
    `SELECT * FROM compartment_generation WHERE compartment_id =
       (SELECT compartment_id FROM compartment_generation ORDER BY generation DESC LIMIT 1)
     ORDER BY generation DESC`,
  );
  const [newest] = rows;
  if (newest === undefined) throw damaged();
  const ids = { vaultId: vaultIdOf(db), compartmentId: newest.compartment_id };
  const opened = openKey(seal.sealed, by, { ...ids, generation: newest.generation });
  const keys = keysBack(rows, ids, opened?.key);
  const oldest = keys.at(-1)?.generation ?? newest.generation;
  return { ids, keys, isSpent: newest.is_spent === 1, isVouched: opened?.isVouched === true, oldest };
}

function vaultIdOf(db: ReadableDb): Uint8Array {
  const state = db.get<{ id: Uint8Array }>('SELECT vault_id AS id FROM vault_state');
  if (state === undefined) throw damaged();
  return state.id;
}

function keysBack(rows: readonly GenerationRow[], ids: Ring['ids'], first: Uint8Array | undefined): Ring['keys'] {
  const keys: { generation: number; key: Uint8Array }[] = [];
  let key = first;
  for (const { generation, link } of rows) {
    if (key === undefined) throw damaged();
    keys.push({ generation, key });
    key = link === null ? undefined : followLink(link, key, { ...ids, generation });
  }
  return keys;
}

/** A new compartment with its first key, sealed to these. Generations count on through one that nobody was left to open. */
export function beginRing(db: WritableDb, to: readonly SealedTo[], randomBytes: RandomBytes): void {
  const last = db.get<{ n: number }>('SELECT coalesce(max(generation), 0) AS n FROM compartment_generation')?.n ?? 0;
  const at = { vaultId: vaultIdOf(db), compartmentId: Uint8Array.from(randomBytes(16)), generation: last + 1 };
  const key = Uint8Array.from(randomBytes(32));
  db.run('INSERT INTO compartment_generation (generation, compartment_id) VALUES (?, ?)', [
    at.generation,
    at.compartmentId,
  ]);
  for (const owner of to) keepSeal(db, { key, at, owner }, randomBytes);
  wipe(key);
}

interface ToSeal {
  readonly key: Uint8Array;
  readonly at: Generation;
  readonly owner: SealedTo;
}

function keepSeal(db: WritableDb, { key, at, owner }: ToSeal, randomBytes: RandomBytes): void {
  db.run(
    `INSERT INTO compartment_seal (slot_id, public_x, sealed, vouched) VALUES (?, ?, ?, ?)
     ON CONFLICT (slot_id) DO UPDATE
     SET public_x = excluded.public_x, sealed = excluded.sealed, vouched = excluded.vouched`,
    [owner.slotId, owner.publicX, sealKey(key, owner, at, randomBytes), vouch(key, owner, at)],
  );
}

interface VouchedRow extends SealRow {
  vouched: Uint8Array | null;
}

/**
 * The slots whose public key is not the one that the members vouched for: somebody with the vault key and a tool of her own put
 * another there, and the next key would have been sealed to her. A generation from before they vouched has none.
 */
export function changedSeals(db: ReadableDb, { ids, keys, isVouched }: Ring): Uint8Array[] {
  const [newest] = keys;
  if (newest === undefined || !isVouched) return [];
  const at = { ...ids, generation: newest.generation };
  return db
    .all<VouchedRow>('SELECT slot_id, public_x, vouched FROM compartment_seal')
    .filter(({ slot_id: slotId, public_x: publicX, vouched }) => {
      const own = vouch(newest.key, { slotId, publicX }, at);
      return vouched === null || !Buffer.from(own).equals(vouched);
    })
    .map(({ slot_id: slotId }) => slotId);
}

/** Throws rule-broken {rule: 'compartment-changed'}; `except` is a seal that is about to be put right. */
function requireVouched(db: ReadableDb, ring: Ring, except?: Uint8Array): void {
  const changed = changedSeals(db, ring).filter((id) => except === undefined || !Buffer.from(id).equals(except));
  if (changed.length > 0) throw new VaultError('rule-broken', { rule: 'compartment-changed' });
}

/** Seals the newest key to one more person, or anew to one whose seal was changed; then a new key, when the newest is spent. */
export function sealRingTo(db: WritableDb, by: Keyholder, to: SealedTo, randomBytes: RandomBytes): void {
  // Her own key she knows better than any file does.
  const isOwn = Buffer.from(to.slotId).equals(by.slotId);
  const owner = isOwn ? { slotId: to.slotId, publicX: publicBytes(by.exchangeKey) } : to;
  withRing(db, by, (ring) => {
    requireVouched(db, ring, owner.slotId);
    const [newest] = ring.keys;
    if (newest === undefined) throw damaged();
    keepSeal(db, { key: newest.key, at: { ...ring.ids, generation: newest.generation }, owner }, randomBytes);
  });
  renewIfSpent(db, by, randomBytes);
}

/** Takes a person's seal away. The key she had is not used again. */
export function unsealFrom(db: WritableDb, slotId: Uint8Array): void {
  const { changes } = db.run('DELETE FROM compartment_seal WHERE slot_id = ?', [slotId]);
  if (changes > 0) {
    db.run(
      `UPDATE compartment_generation SET is_spent = 1
       WHERE generation = (SELECT max(generation) FROM compartment_generation)`,
    );
  }
}

interface SealRow extends Row {
  slot_id: Uint8Array;
  public_x: Uint8Array;
}

/**
 * The next generation, sealed to everyone the last one was sealed to; its link opens the one before. Also made of one whose members
 * do not vouch for each other yet: that old seals are put back later makes none of its texts open.
 */
export function renewIfSpent(db: WritableDb, by: Keyholder, randomBytes: RandomBytes): void {
  withRing(db, by, (ring) => {
    const { ids, keys, isSpent, isVouched } = ring;
    requireVouched(db, ring);
    const [newest] = keys;
    if (newest === undefined || (isVouched && !isSpent)) return;
    const at = { ...ids, generation: newest.generation + 1 };
    const key = Uint8Array.from(randomBytes(32));
    db.run('INSERT INTO compartment_generation (generation, compartment_id, link) VALUES (?, ?, ?)', [
      at.generation,
      at.compartmentId,
      linkBack(newest.key, key, at),
    ]);
    for (const seal of db.all<SealRow>('SELECT slot_id, public_x FROM compartment_seal')) {
      keepSeal(db, { key, at, owner: { slotId: seal.slot_id, publicX: seal.public_x } }, randomBytes);
    }
    wipe(key);
  });
}

/** What the records of a session are given of it; null for somebody to whom it is not sealed. */
export function compartmentFor(db: WritableDb, by: Keyholder | null, randomBytes: RandomBytes): Compartment | null {
  if (by === null || !isSealedTo(db, by.slotId)) return null;
  return {
    seal: (place, words) => {
      renewIfSpent(db, by, randomBytes);
      return withRing(db, by, ({ ids, keys }) => {
        const [newest] = keys;
        if (newest === undefined) throw damaged();
        const at = { ...ids, generation: newest.generation };
        return Buffer.from(sealText({ words, place }, newest.key, at, randomBytes)).toString('base64');
      });
    },
    open: (place, sealed) => {
      const bytes = new Uint8Array(Buffer.from(sealed, 'base64'));
      const of = generationOf(bytes);
      return withRing(db, by, ({ ids, keys, oldest }) => {
        if (of !== undefined && of < oldest) return null;
        const own = keys.find(({ generation }) => generation === of);
        const words = own && openText(bytes, place, own.key, { ...ids, generation: own.generation });
        if (words === undefined) throw damaged();
        return words;
      });
    },
  };
}
