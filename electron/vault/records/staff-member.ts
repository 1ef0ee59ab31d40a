// Staff members as records: who they are is part of the chain, like everything else.
import type { StaffListed } from '#shared/records/staff-member';
import { StaffMember } from '#shared/records/staff-member';
import { StaffMemberId } from '#shared/ids';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, recordKind, type Stored } from './record-kind.ts';

export const staffMemberKind = recordKind<StaffMember>({
  kind: 'staff-member',
  schema: StaffMember,
  table: 'staff_member',
  columns: (body) => ({
    name: body.name,
    sign_in_name: body.signInName,
    role: body.role,
    slot_id: Buffer.from(body.slotId, 'hex'),
    disabled_at: body.disabledAt,
  }),
});

/** Everyone who ever had a slot, by name. */
export function listStaff(context: { readonly db: ReadableDb }): StaffListed[] {
  return listRecords(context, staffMemberKind, '1 = 1 ORDER BY t.name').map((stored) => listed(context, stored));
}

export function staffBySlot(context: { readonly db: ReadableDb }, slotId: Uint8Array): Stored<StaffMember> | undefined {
  return listRecords(context, staffMemberKind, 't.slot_id = ?', [slotId])[0];
}

/** As the director sees her; she is there since the first revision of her record. */
export function listed({ db }: { readonly db: ReadableDb }, stored: Stored<StaffMember>): StaffListed {
  const { name, signInName, role, disabledAt } = stored.body;
  const first = db.get<{ at: number }>(
    'SELECT e.at AS at FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq WHERE r.record_id = ? AND r.revision = 1',
    [stored.id],
  );
  return { id: StaffMemberId.parse(stored.id), name, signInName, role, since: first?.at ?? stored.savedAt, disabledAt };
}
