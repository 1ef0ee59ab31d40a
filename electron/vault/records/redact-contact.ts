// Taking the ways to reach somebody out of everything that was saved of her case, while the rest of each saved state stays: names,
// moves and days are read for as long as the case is kept. What stands there now is vouched for by an entry of its own, so that a
// saved state that was changed by anybody else, or comes back as it was, is damage (audit/chain.ts).
import { redacted } from '../audit/chain.ts';
import type { ReadableDb } from '../database/sql.ts';
import { ALL_PARTS } from './one-record.ts';
import type { Saver } from './record-kind.ts';

/** Saved states of a case and its parts, and of the pairs it is kept in, that hold ways to reach her; binds $case and $before. */
const HOLDING = `SELECT w.audit_seq AS seq, w.record_kind AS kind, w.record_id AS id, w.body AS body
  FROM without_contact w JOIN audit_entry e ON e.seq = w.audit_seq
  WHERE e.at < $before AND w.record_id IN (
    ${ALL_PARTS}
    UNION ALL SELECT id FROM case_exit WHERE case_file_id IN (${ALL_PARTS})
    UNION ALL SELECT id FROM same_person WHERE kept_id = $case)
  ORDER BY w.audit_seq`;

/** After every instant. */
export const EVER = 8_640_000_000_000_000;

const holding = (db: ReadableDb, caseFileId: string, before: number) =>
  db.all<{ seq: number; kind: string; id: string; body: string }>(HOLDING, { case: caseFileId, before });

/** The instant of the first saved state that holds ways to reach her; null when none does. */
export const reachKeptSince = (db: ReadableDb, caseFileId: string): number | null => {
  const [first] = holding(db, caseFileId, EVER);
  if (first === undefined) return null;
  return db.get<{ at: number }>('SELECT at FROM audit_entry WHERE seq = ?', [first.seq])?.at ?? null;
};

/** Of all that was saved before an instant. Returns how many saved states were changed; what was written since stays. */
export function redactContact(saver: Saver, caseFileId: string, before: number): number {
  const { db } = saver;
  const states = holding(db, caseFileId, before);
  for (const { seq, id, body } of states) {
    db.run('UPDATE revision SET body = ? WHERE audit_seq = ?', [body, seq]);
    saver.chain.append(db, {
      at: saver.now(),
      staffId: saver.staffMember.id,
      action: saver.action,
      recordId: id,
      detail: redacted(seq, saver.chain.hashOf(body)),
    });
  }
  const newest = states.filter(({ kind }) => kind === 'case-file').map(({ seq }) => seq);
  db.run(
    'UPDATE case_file SET contact_due_on = NULL WHERE revision_seq IN (SELECT value FROM json_each(?)) AND contact_due_on IS NOT NULL',
    [JSON.stringify(newest)],
  );
  return states.length;
}
