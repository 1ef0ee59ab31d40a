// Taking people and codes out of the compartment: what a director and a change of keys may do without opening it.
import type { ReadableDb, WritableDb } from '../database/sql.ts';
import { endMember, membersNow } from '../records/compartment-member.ts';
import type { Saver } from '../records/record-kind.ts';
import { unsealFrom } from './compartment-ring.ts';

/** Her seal, her membership and what she was writing there; nothing when she was not in. */
export function leaveCompartment(context: Saver, staffMemberId: string): void {
  if (!membersNow(context).some(({ body }) => body.staffMemberId === staffMemberId)) return;
  endMember(context, staffMemberId);
  unsealFrom(context.db, slotOf(context.db, staffMemberId));
}

/**
 * A seal to a recovery code that was replaced. A counsellor seals the notes to the new one herself: otherwise whoever makes a code
 * and copies it would open them without anybody knowing.
 */
export function unsealFromOldCodes(db: WritableDb): void {
  const rows = db.all<{ id: Uint8Array }>(
    'SELECT slot_id AS id FROM compartment_seal WHERE slot_id NOT IN (SELECT slot_id FROM staff_member)',
  );
  for (const { id } of rows) unsealFrom(db, id);
}

/** The key slot of a colleague. */
export function slotOf(db: ReadableDb, staffMemberId: string): Uint8Array {
  const row = db.get<{ id: Uint8Array }>('SELECT slot_id AS id FROM staff_member WHERE id = ?', [staffMemberId]);
  return row?.id ?? new Uint8Array(16);
}
