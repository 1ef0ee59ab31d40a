// Who has been let in to the compartment, from when to when. The seals themselves are kept by the access room.
import { VaultError } from '#shared/contract/errors';
import { CompartmentMember } from '#shared/records/compartment';
import type { StaffMemberId } from '#shared/ids';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, recordKind, type Saver, saveRecord, type Stored } from './record-kind.ts';

export const compartmentMemberKind = recordKind<CompartmentMember>({
  kind: 'compartment-member',
  schema: CompartmentMember,
  table: 'compartment_member',
  columns: (body) => ({ staff_id: body.staffMemberId, from_at: body.from, to_at: body.to }),
});

/** Those who are in now, longest first. */
export const membersNow = (context: { readonly db: ReadableDb }): Stored<CompartmentMember>[] =>
  listRecords(context, compartmentMemberKind, 't.to_at IS NULL ORDER BY t.from_at, t.id');

export function addMember(context: WriteContext, staffMemberId: StaffMemberId): void {
  const body = { staffMemberId, from: context.now(), to: null };
  saveRecord(context, compartmentMemberKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 });
}

/** Throws `not-found` for somebody who is not in. What she was still writing there goes too. */
export function endMember(context: Saver, staffMemberId: string): void {
  const found = membersNow(context).find(({ body }) => body.staffMemberId === staffMemberId);
  if (found === undefined) throw new VaultError('not-found');
  const body = { ...found.body, to: context.now() };
  saveRecord(context, compartmentMemberKind, { id: found.id, caseFileId: null, body });
  context.db.run("DELETE FROM draft WHERE staff_id = ? AND target LIKE 'sealed-note/%'", [staffMemberId]);
}
