// Case notes: written once. A correction is a note of its own; the first one stays readable beside it.
import { VaultError } from '#shared/contract/errors';
import { caseWorkers, isAmong } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import {
  CaseNote,
  type caseNoteOperations,
  correctionRefusal,
  type NewCaseNote,
  noteRefusal,
  type StoredCaseNote,
} from '#shared/records/case-note';
import { conversationNoteRefusal } from '#shared/records/conversation-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { conversationKind } from './conversation.ts';
import { settleDraft } from './draft.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const caseNoteKind = recordKind<CaseNote>({
  kind: 'case-note',
  schema: CaseNote,
  table: 'case_note',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    note_kind: body.kind,
    happened_on: body.happenedOn,
    correction_of: body.correctionOf,
    told_once: body.toldOnce?.what ?? null,
    conversation_id: body.conversationId,
    may_be_reused: body.toldOnce === null ? null : Number(body.toldOnce.mayBeReused),
  }),
  searchText: (body) =>
    [
      body.body,
      ...body.quotes.flatMap((quote) => [quote.words, quote.translation ?? '']),
      body.toldOnce?.what ?? '',
    ].join('\n'),
});

export const caseNoteHandlers: Handlers<typeof caseNoteOperations> = {
  add: (context, note) => {
    caseRef(context, note.caseFileId);
    obey(noteRefusal(note));
    if (note.conversationId !== null) obeyConversation(context, note, note.conversationId);
    return keep(context, note, null);
  },
  correct: (context, { noteId, note }) => {
    const first = loadRecord(context, caseNoteKind, noteId);
    if (readsOwnOnly(context) && first.savedBy !== context.staffMember.id) throw new VaultError('not-found');
    if (first.body.caseFileId !== note.caseFileId) throw new VaultError('not-found');
    if (correctedBy(context, noteId) !== null) throw new VaultError('rule-broken', { rule: 'note-already-corrected' });
    obey(correctionRefusal(first.body, note));
    // It stays with the conversation of the first one, whatever the page sends.
    return keep(context, { ...note, conversationId: first.body.conversationId }, noteId);
  },
  list: (context, { caseFileId, offset, limit }) => {
    caseRef(context, caseFileId);
    const hers = { case: caseFileId, own: readsOwnOnly(context) ? context.staffMember.id : null };
    const notes = listRecords(
      context,
      caseNoteKind,
      `${HERS} ORDER BY t.happened_on DESC, t.revision_seq DESC LIMIT $limit OFFSET $offset`,
      { ...hers, limit, offset },
    );
    const total = context.db.get<{ n: number }>(
      `SELECT count(*) AS n FROM case_note t JOIN audit_entry e ON e.seq = t.revision_seq WHERE ${HERS}`,
      hers,
    );
    return { notes: notes.map((stored) => asStored(context, stored)), total: total?.n ?? 0 };
  },
  toldOnce: (context, { caseFileId }) =>
    listRecords(
      context,
      caseNoteKind,
      `t.case_file_id IN (${ALL_PARTS}) AND t.told_once IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM case_note c WHERE c.correction_of = t.id) ORDER BY t.happened_on DESC, t.revision_seq DESC`,
      { case: caseFileId },
    ).flatMap((stored) => {
      const { toldOnce, happenedOn } = stored.body;
      if (toldOnce === null) return [];
      const toldTo = revisionMark(context, stored).savedBy?.name ?? '';
      return [{ noteId: RecordId.parse(stored.id), ...toldOnce, toldTo, on: happenedOn }];
    }),
};

/** Throws `not-found` for a conversation of another case, `rule-broken` when it is over or she said no to notes. */
function obeyConversation(context: WriteContext, note: NewCaseNote, conversationId: string): void {
  const { body } = loadRecord(context, conversationKind, conversationId);
  if (body.caseFileId !== note.caseFileId) throw new VaultError('not-found');
  obey(conversationNoteRefusal(body, note));
  settleDraft(context, 'conversation-note', note.caseFileId, conversationId);
}
/** Notes of a case, all or one writer's: each has one saved state, so its writer stands in the chain beside it. */
const HERS = `t.case_file_id IN (${ALL_PARTS}) AND ($own IS NULL OR e.staff_id = $own)` as const;

const readsOwnOnly = ({ staffMember }: ReadContext): boolean => !isAmong(staffMember.role, caseWorkers);

function keep(context: WriteContext, note: NewCaseNote, correctionOf: string | null): StoredCaseNote {
  const body: CaseNote = { ...note, correctionOf: correctionOf === null ? null : RecordId.parse(correctionOf) };
  if (note.conversationId === null) settleDraft(context, 'case-note', note.caseFileId, correctionOf ?? undefined);
  const record = { id: context.newId(), caseFileId: note.caseFileId, body, expectedRevision: 0 };
  return asStored(context, saveRecord(context, caseNoteKind, record));
}

function asStored(context: ReadContext, stored: Stored<CaseNote>): StoredCaseNote {
  return {
    ...stored.body,
    ...revisionMark(context, stored),
    id: RecordId.parse(stored.id),
    writtenAt: stored.savedAt,
    correctedBy: correctedBy(context, stored.id),
  };
}

function correctedBy(context: ReadContext, id: string): RecordId | null {
  const row = context.db.get<{ id: string }>('SELECT id FROM case_note WHERE correction_of = ?', [id]);
  return row === undefined ? null : RecordId.parse(row.id);
}
