// Where a stored record stands, in the shape screens are given: which saved state, when, by whom.
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import type { RevisionMark, StaffRef } from '#shared/records/revision-mark';
import type { ReadableDb } from '../database/sql.ts';
import type { Stored } from './record-kind.ts';

/** The name of a colleague, also of one who has left; null for an unknown id. */
export function staffRef(context: { readonly db: ReadableDb }, id: string | null): StaffRef | null {
  if (id === null) return null;
  const row = context.db.get<{ name: string }>('SELECT name FROM staff_member WHERE id = ?', [id]);
  return row === undefined ? null : { id: StaffMemberId.parse(id), name: row.name };
}

export function revisionMark(context: { readonly db: ReadableDb }, stored: Stored<unknown>): RevisionMark {
  return { revision: stored.revision, savedAt: stored.savedAt, savedBy: staffRef(context, stored.savedBy) };
}

/** Throws `rule-broken` with the name of the rule when one refuses. */
export function obey(refusal: string | null): void {
  if (refusal !== null) throw new VaultError('rule-broken', { rule: refusal });
}
