// Drafts: kept in the vault while someone is still writing. A draft is hers alone, and discarding one leaves nothing.
import { Draft, type draftOperations, type DraftRow, targetKey, targetOf } from '#shared/records/draft';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';

interface DraftTableRow extends Row {
  target: string;
  case_file_id: string | null;
  body: string;
  saved_at: number;
}

export const draftHandlers: Handlers<typeof draftOperations> = {
  save: (context, draft) => {
    // A draft of a case that is not there would break every list it stands in.
    if (draft.target.caseFileId !== undefined) caseRef(context, draft.target.caseFileId);
    const savedAt = context.now();
    context.db.run(
      `INSERT INTO draft (staff_id, target, case_file_id, form_version, body, saved_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (staff_id, target) DO UPDATE
       SET form_version = excluded.form_version, body = excluded.body, saved_at = excluded.saved_at`,
      [
        context.staffMember.id,
        targetKey(draft.target),
        draft.target.caseFileId ?? null,
        draft.formVersion ?? null,
        JSON.stringify(draft),
        savedAt,
      ],
    );
    return { savedAt };
  },
  get: (context, { target }) => {
    const row = context.db.get<DraftTableRow>('SELECT * FROM draft WHERE staff_id = ? AND target = ?', [
      context.staffMember.id,
      targetKey(target),
    ]);
    return row === undefined ? null : draftOf(row);
  },
  list: (context) => draftRows(context),
  discard: (context, { target }) => {
    context.db.run('DELETE FROM draft WHERE staff_id = ? AND target = ?', [context.staffMember.id, targetKey(target)]);
    return {};
  },
};

/** What this person was writing, newest first. A case that no longer opens to her is no longer named. */
export function draftRows(context: ReadContext): DraftRow[] {
  return context.db
    .all<DraftTableRow>('SELECT * FROM draft WHERE staff_id = ? ORDER BY saved_at DESC, target', [
      context.staffMember.id,
    ])
    .filter((row) => row.case_file_id === null || mayOpen(context, 'own-words', row.case_file_id))
    .map((row) => ({
      target: targetOf(row.target),
      of: row.case_file_id === null ? null : caseRef(context, row.case_file_id),
      at: draftOf(row).at,
      savedAt: row.saved_at,
    }));
}

function draftOf(row: DraftTableRow): Draft {
  return Draft.parse({ ...(JSON.parse(row.body) as object), savedAt: row.saved_at });
}

/**
 * What was being written is saved now: its draft goes in the same transaction, so that no crash leaves a ghost of it.
 * Only this person's own; a colleague's unsaved words stay hers.
 */
export function settleDraft(context: WriteContext, kind: string, caseFileId?: string, recordId?: string): void {
  const keys = [targetKey({ kind, caseFileId }), targetKey({ kind, caseFileId, recordId })];
  context.db.run('DELETE FROM draft WHERE staff_id = ? AND target IN (?, ?)', [context.staffMember.id, ...keys]);
}
