// Where the ways back in stand, by the chain: made, tried, used, and when they are to be tried again.
import { type Trustees, WAY_BACK_DRILL_DAYS, type WayBack } from '#shared/records/session';
import { DAY } from '#shared/time';
import type { ReadableDb } from '../database/sql.ts';

/** Where the code stands. `used` stays until a new one is made, also when the same sheet is typed back again. */
export function wayBack(db: ReadableDb): WayBack {
  const made = newestDone(db, 'session.makeRecoveryCode');
  if (made === undefined) return { state: 'none' };
  const used = newestDone(db, 'session.recover', 'compartment.openWithCode');
  if (used !== undefined && used.seq > made.seq) return { state: 'used', since: used.at };
  const typedBack = db.get<{ at: number | null }>('SELECT recovery_confirmed_at AS at FROM vault_state')?.at ?? null;
  return typedBack === null ? { state: 'not-typed-back', since: made.at } : { state: 'typed-back', since: typedBack };
}

/**
 * By the chain. `used` stays until a new set is made, also when the same sheets are typed back again. A set whose making was cut off may
 * have ended the one before, and nobody holds its sheets: nothing counts as tried until two sheets are.
 */
export function trusteesState(db: ReadableDb): Trustees {
  const done = newestDone(db, 'session.makeTrustees');
  if (done === undefined) return { state: 'none' };
  const begun = newest(db, ['session.makeTrustees'], 'begun');
  const made = begun !== undefined && begun.seq > done.seq ? begun : done;
  const used = newestDone(db, 'session.openWithTrustees');
  if (used !== undefined && used.seq > made.seq) return { state: 'used', since: used.at };
  const tried = newestDone(db, 'session.tryTrustees');
  return tried !== undefined && tried.seq > made.seq
    ? { state: 'tried', since: tried.at }
    : { state: 'not-tried', since: made.at };
}

/** What a director is reminded of: a code or sheets that nobody has tried for a year may be lost, faded, or of an older set. */
export function waysBackDue(
  db: ReadableDb,
  now: number,
): { readonly code: number | null; readonly trustees: Trustees | null } {
  const isOld = (since: number): boolean => now - since >= WAY_BACK_DRILL_DAYS * DAY;
  const code = wayBack(db);
  const trustees = trusteesState(db);
  const isTrusteesDue = trustees.state !== 'none' && (trustees.state !== 'tried' || isOld(trustees.since));
  return {
    code: code.state === 'typed-back' && isOld(code.since) ? code.since : null,
    trustees: isTrusteesDue ? trustees : null,
  };
}

interface Entry {
  readonly seq: number;
  readonly at: number;
}

/** The newest entry of an act that was done; one that was tried and refused has no empty detail. */
const newestDone = (db: ReadableDb, ...actions: readonly string[]): Entry | undefined => newest(db, actions, '');

function newest(db: ReadableDb, actions: readonly string[], detail: string): Entry | undefined {
  return db.get<{ seq: number; at: number }>(
    `SELECT seq, at FROM audit_entry WHERE action IN (SELECT value FROM json_each(?)) AND detail = ?
     ORDER BY seq DESC LIMIT 1`,
    [JSON.stringify(actions), detail],
  );
}
