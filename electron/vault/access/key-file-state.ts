// Where the key file of one person stands: her slot says whether it is needed, the chain says since when and what she decided.
import type { OwnKeyFile } from '#shared/records/key-file';
import type { ReadableDb } from '../database/sql.ts';
import type { Session } from '../session.ts';
import { slotOf } from './compartment-people.ts';
import { currentSlots, sameId } from './slot-file.ts';

/** Details of `keyFile.setLock` in the chain. */
export const LOCKS = 'locks';
export const STAYS_OPEN = 'stays-open';

/** Whether the records lock when her stick is taken out. They do until she says otherwise. */
export const locksWhenGone = (db: ReadableDb, staffId: string): boolean =>
  newest(db, staffId, 'keyFile.setLock', [LOCKS, STAYS_OPEN])?.detail !== STAYS_OPEN;

/** Of the person signed in. */
export function ownKeyFile(session: Session): OwnKeyFile {
  const { vault, person } = session.opened();
  const id = slotOf(vault.db, person.id);
  const slot = currentSlots(vault, session.settings.tools).file.keySlots.find((known) => sameId(known.id, id));
  if (slot?.needsKeyFile !== true) return { state: 'none' };
  const since = newest(vault.db, person.id, 'keyFile.make', [''])?.at ?? null;
  return { state: 'in-use', since, locksWhenGone: locksWhenGone(vault.db, person.id) };
}

function newest(
  db: ReadableDb,
  staffId: string,
  action: string,
  details: readonly string[],
): { readonly at: number; readonly detail: string } | undefined {
  return db.get<{ at: number; detail: string }>(
    `SELECT at, detail FROM audit_entry
     WHERE staff_id = ? AND action = ? AND detail IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1`,
    [staffId, action, JSON.stringify(details)],
  );
}
