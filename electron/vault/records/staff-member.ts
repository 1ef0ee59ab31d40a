// Staff members as records: who they are is part of the chain, like everything else.
import { StaffMember, StaffListed } from '#shared/records/staff-member';
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
  return listRecords(context, staffMemberKind, '1 = 1 ORDER BY t.name').map(listed);
}

export function staffBySlot(context: { readonly db: ReadableDb }, slotId: Uint8Array): Stored<StaffMember> | undefined {
  return listRecords(context, staffMemberKind, 't.slot_id = ?', [slotId])[0];
}

export function listed(stored: Stored<StaffMember>): StaffListed {
  const { name, signInName, role, disabledAt } = stored.body;
  return { id: StaffMemberId.parse(stored.id), name, signInName, role, disabledAt };
}
