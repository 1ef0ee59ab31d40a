// What must never stand alone: words without their record, a draft without its case, an index that disagrees with its text.
import { VaultError } from '#shared/contract/errors';
import type { WritableDb } from '../database/sql.ts';

const questions = {
  'search-without-record': `SELECT count(*) AS n FROM search_text s WHERE NOT EXISTS
    (SELECT 1 FROM revision r WHERE r.record_id = s.record_id AND r.body IS NOT NULL)`,
  'revision-without-entry': `SELECT count(*) AS n FROM revision r WHERE NOT EXISTS
    (SELECT 1 FROM audit_entry e WHERE e.seq = r.audit_seq AND e.record_id = r.record_id)`,
  'draft-without-case': `SELECT count(*) AS n FROM draft d WHERE d.case_file_id IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM case_file c WHERE c.id = d.case_file_id)`,
  'case-without-words': `SELECT count(*) AS n FROM case_file c JOIN revision r ON r.audit_seq = c.revision_seq
    WHERE r.body IS NULL`,
  'attachment-without-content': `SELECT count(*) AS n FROM attachment a WHERE (a.removed_at IS NULL) <> EXISTS
    (SELECT 1 FROM attachment_content c JOIN revision r ON r.audit_seq = c.revision_seq
     WHERE c.attachment_id = a.id AND r.body IS NOT NULL)`,
  'secret-without-person': `SELECT count(*) AS n FROM staff_member m WHERE m.disabled_at IS NULL AND NOT EXISTS
    (SELECT 1 FROM slot_secret s WHERE s.slot_id = m.slot_id)`,
  'seal-without-member': `SELECT count(*) AS n FROM compartment_seal s JOIN staff_member m ON m.slot_id = s.slot_id
    WHERE m.disabled_at IS NOT NULL OR NOT EXISTS
      (SELECT 1 FROM compartment_member c WHERE c.staff_id = m.id AND c.to_at IS NULL)`,
  'member-without-seal': `SELECT count(*) AS n FROM compartment_member c JOIN staff_member m ON m.id = c.staff_id
    WHERE c.to_at IS NULL AND NOT EXISTS (SELECT 1 FROM compartment_seal s WHERE s.slot_id = m.slot_id)`,
} as const;

/** Throws `vault-damaged` with the name of the first question that finds something. */
export function verifyNoOrphans(db: WritableDb): void {
  for (const [reason, sql] of Object.entries(questions)) {
    if ((db.get<{ n: number }>(sql)?.n ?? 0) > 0) throw new VaultError('vault-damaged', { reason });
  }
  // FTS5's own comparison of the index with the text it was made from; it raises SQLITE_CORRUPT_VTAB when they differ.
  try {
    db.run("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
  } catch {
    throw new VaultError('vault-damaged', { reason: 'search-index' });
  }
}
