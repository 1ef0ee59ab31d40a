// In a vault that is only just being restored: whoever was removed after its backup was made is removed again, before anybody opens it.
import type { OpenVault } from '../open-vault.ts';
import type { KeyTools } from '../keys/kdf.ts';
import { toHex } from '../backup/copy-database.ts';
import { listRecords, saveRecord, type Saver } from '../records/record-kind.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import { leaveCompartment } from './compartment-people.ts';
import { writeSlots } from './slot-file.ts';

/**
 * Takes these key slots out and asks for a new vault key, which the next unlock gives. A vault must keep a director who can open it:
 * if none were left, everybody stays and the key falls due all the same. Call inside no transaction.
 */
export function removeAgain(
  vault: OpenVault,
  tools: KeyTools,
  slots: ReadonlySet<string>,
  saver: Omit<Saver, 'db' | 'chain'>,
): void {
  if (slots.size === 0) return;
  const active = listRecords({ db: vault.db }, staffMemberKind, 't.disabled_at IS NULL');
  const gone = active.filter(({ body }) => slots.has(body.slotId));
  const isDirectorLeft = active.some(({ body }) => body.role === 'director' && !slots.has(body.slotId));
  if (isDirectorLeft) writeSlots(vault, tools, (known) => known.filter(({ id }) => !slots.has(toHex(id))));
  vault.commit(() => {
    const context: Saver = { ...saver, db: vault.db, chain: vault.chain };
    vault.db.run('UPDATE vault_state SET key_due = 1');
    for (const { id, body } of isDirectorLeft ? gone : []) {
      vault.db.run('DELETE FROM draft WHERE staff_id = ?', [id]);
      leaveCompartment(context, id);
      saveRecord(context, staffMemberKind, { id, caseFileId: null, body: { ...body, disabledAt: saver.now() } });
    }
  });
}
