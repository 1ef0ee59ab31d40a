// Drafts: kept in the vault while someone is still writing. A draft is hers alone, and discarding one leaves nothing.
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import {
  Draft,
  type draftOperations,
  type DraftRow,
  type DraftTarget,
  targetKey,
  targetOf,
} from '#shared/records/draft';
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
        JSON.stringify(isSealed(draft.target) ? sealed(context, draft) : draft),
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
    if (row === undefined) return null;
    return isSealed(target) ? unsealed(context, draftOf(row)) : draftOf(row);
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

/** Words on their way into a sealed note are sealed as the note will be. */
const isSealed = ({ kind }: DraftTarget): boolean => kind === 'sealed-note';

const placeOf = ({ staffMember }: ReadContext, target: DraftTarget): string =>
  `draft/${staffMember.id}/${targetKey(target)}`;

/** Throws `rule-broken` for somebody to whom the compartment is not sealed. */
function sealed(context: WriteContext, draft: Omit<Draft, 'savedAt'>): Omit<Draft, 'savedAt'> {
  const compartment = context.compartment();
  if (compartment === null) throw new VaultError('rule-broken', { rule: 'compartment-member' });
  return { ...draft, body: compartment.seal(placeOf(context, draft.target), JSON.stringify(draft.body)) };
}

/** Null when it cannot be opened by her any more. */
function unsealed(context: ReadContext, draft: Draft): Draft | null {
  const words = context.compartment()?.open(placeOf(context, draft.target), z.string().parse(draft.body)) ?? null;
  return words === null ? null : { ...draft, body: z.json().parse(JSON.parse(words)) };
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
