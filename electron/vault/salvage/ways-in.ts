// What a vault needs beside its records: its own row, the secrets by which a new vault key is sealed to each colleague, and the seals of
// the compartment. What is lost of it and cannot be made again is said.
import type { LostPart } from '#shared/records/salvage';
import { putIfItFits, putRow } from '../database/put-rows.ts';
import { toHex } from '../backup/copy-database.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import type { UnlockedSlots } from '../keys/unlock.ts';
import { compartmentMemberKind } from '../records/compartment-member.ts';
import { listRecords, type RecordKind } from '../records/record-kind.ts';
import type { SourceRows } from './backup-rows.ts';
import type { FoundValues, PlainTable } from './found-rows.ts';
import { type Filling, replaceState } from './next-state.ts';

/** A secret that is not known: every colleague brings hers back when she next signs in (access/unlock.ts). */
const NOT_KNOWN = new Uint8Array(32);

export interface VaultIdentity {
  readonly vaultId: Uint8Array;
  readonly unlocked: UnlockedSlots;
  /** The key slots of the backup, to tell whether a secret of then is still that of now. */
  readonly slotsOfBackup: readonly KeySlot[];
  /** The newest commit that anything knows of. */
  readonly commitSeq: number;
  readonly now: number;
}

const oneOf = (own: SourceRows, backup: SourceRows, table: PlainTable): FoundValues | undefined =>
  own.plain[table].at(-1) ?? backup.plain[table].at(-1);

/** The row that says which vault this is. */
export function placeState({ db }: Filling, own: SourceRows, backup: SourceRows, of: VaultIdentity): LostPart[] {
  const found = oneOf(own, backup, 'vault_state');
  const { epoch, generation } = of.unlocked.file;
  const plain = [1, of.vaultId, '?', of.now, of.commitSeq, epoch, generation, new Uint8Array(32)];
  putRow(db, 'vault_state', found ?? plain);
  db.run('UPDATE vault_state SET vault_id = ?, commit_seq = ?, epoch = ?, slots_generation = ?, slots_hash = ?', [
    of.vaultId,
    of.commitSeq,
    epoch,
    generation,
    of.unlocked.bytes.slice(-32),
  ]);
  return found === undefined ? ['house'] : [];
}

/** For every key slot the secret that was read, that of the backup if the slot has not changed since, or none. */
export function placeSecrets({ db }: Filling, own: SourceRows, backup: SourceRows, of: VaultIdentity): LostPart[] {
  const { keySlot, sealSecret } = of.unlocked.opened;
  const known = new Map<string, Uint8Array>();
  const keep = (rows: readonly FoundValues[]): void =>
    rows.forEach(([id, secret]) => known.set(toHex(id as Uint8Array), secret as Uint8Array));
  const unchanged = new Set(of.slotsOfBackup.map(({ publicX }) => toHex(publicX)));
  const slots = of.unlocked.file.keySlots;
  const same = new Set(slots.filter(({ publicX }) => unchanged.has(toHex(publicX))).map(({ id }) => toHex(id)));
  keep(backup.plain.slot_secret.filter(([id]) => same.has(toHex(id as Uint8Array))));
  keep(own.plain.slot_secret);
  known.set(toHex(keySlot.id), sealSecret);
  for (const { id } of slots) putRow(db, 'slot_secret', [id, known.get(toHex(id)) ?? NOT_KNOWN]);
  // A colleague without a key slot cannot be active; her record alone must not count as damage.
  db.run(
    'INSERT INTO slot_secret SELECT DISTINCT slot_id, ? FROM staff_member WHERE disabled_at IS NULL AND slot_id NOT IN (SELECT slot_id FROM slot_secret)',
    [NOT_KNOWN],
  );
  return slots.every(({ id }) => known.has(toHex(id))) ? [] : ['ways-in'];
}

/** The seals as they were read; those of the backup only where nothing was read and the newest key is still the one of then. */
export function placeSeals(filling: Filling, own: SourceRows, backup: SourceRows): LostPart[] {
  const { db } = filling;
  const generations = new Map(
    [...backup.plain.compartment_generation, ...own.plain.compartment_generation].map((row) => [row[0], row]),
  );
  for (const row of generations.values()) putIfItFits(() => putRow(db, 'compartment_generation', row));
  const newestOf = (rows: readonly FoundValues[]): number => Math.max(0, ...rows.map(([number]) => Number(number)));
  const isOfThen = newestOf([...generations.values()]) === newestOf(backup.plain.compartment_generation);
  const seals = own.plain.compartment_seal.length > 0 || !isOfThen ? own.plain : backup.plain;
  for (const row of seals.compartment_seal) putIfItFits(() => putRow(db, 'compartment_seal', row));
  return settleMembers(filling) ? ['sealed-notes'] : [];
}

/** Whoever has no seal any more is no member any more: another member lets her in again. Whether there was somebody like that. */
function settleMembers(filling: Filling): boolean {
  const { db, now } = filling;
  db.run(
    `DELETE FROM compartment_seal WHERE slot_id IN (SELECT slot_id FROM staff_member) AND slot_id NOT IN (SELECT m.slot_id FROM staff_member m
       JOIN compartment_member c ON c.staff_id = m.id WHERE c.to_at IS NULL AND m.disabled_at IS NULL)`,
  );
  const unsealed = listRecords(
    { db },
    compartmentMemberKind,
    `t.to_at IS NULL AND t.staff_id NOT IN (SELECT m.id FROM staff_member m JOIN compartment_seal s ON s.slot_id = m.slot_id)`,
  );
  const kind = compartmentMemberKind as unknown as RecordKind<never>;
  for (const { id, body } of unsealed)
    replaceState(filling, kind, { id, caseFileId: null, body: { ...body, to: now } });
  return unsealed.length > 0;
}
