// Conversations in the vault: begun before anything is written, ended with what may be kept of them.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  Conversation,
  type conversationOperations,
  noDetails,
  type StoredConversation,
} from '#shared/records/conversation';
import { detailsRefusal } from '#shared/records/conversation-rules';
import { useRefusal } from '#shared/records/interpreter-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { exclude, offeredFor } from './interpreter.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const conversationKind = recordKind<Conversation>({
  kind: 'conversation',
  schema: Conversation,
  table: 'conversation',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    started_at: body.startedAt,
    started_by: body.startedBy,
    ended_at: body.endedAt,
    interpreter_id: vettedIn(body),
    stopped_unsafe: Number(body.stoppedUnsafe),
  }),
});

export const conversationHandlers: Handlers<typeof conversationOperations> = {
  begin: (context, { caseFileId, purpose }) => {
    caseRef(context, caseFileId);
    const body: Conversation = {
      caseFileId,
      purpose,
      startedAt: context.now(),
      startedBy: context.staffMember.id,
      notesConsent: 'NOT_ASKED',
      details: noDetails,
      interpreter: null,
      stoppedUnsafe: false,
      endedAt: null,
    };
    return keep(context, { id: context.newId(), body, basedOn: 0 });
  },
  answerNotes: (context, { conversationId, basedOn, notesConsent }) => {
    const body = { ...openConversation(context, conversationId).body, notesConsent };
    if (notesConsent === 'NO') settleDrafts(context, conversationId, body);
    return keep(context, { id: conversationId, body, basedOn });
  },
  useInterpreter: (context, { conversationId, basedOn, use }) => {
    const { body } = openConversation(context, conversationId);
    if (use.how === 'VETTED') {
      const isOffered = offeredFor(context, body.caseFileId).some(({ id }) => id === use.interpreterId);
      obey(isOffered ? useRefusal(use) : 'interpreter-not-offered');
    }
    return keep(context, { id: conversationId, body: { ...body, interpreter: use }, basedOn });
  },
  stopUnsafe: (context, { conversationId, basedOn, details }) => {
    const { body } = openConversation(context, conversationId);
    obey(detailsRefusal(body, details));
    settleDraft(context, 'conversation', body.caseFileId, conversationId);
    const stopped = { ...body, details, stoppedUnsafe: true, endedAt: context.now() };
    const conversation = keep(context, { id: conversationId, body: stopped, basedOn });
    const interpreterId = vettedIn(body);
    const unsafe = { caseFileId: body.caseFileId, conversationId: conversation.id };
    return {
      conversation,
      exclusionId: interpreterId === null ? null : exclude(context, { ...unsafe, interpreterId }),
    };
  },
  end: (context, { conversationId, basedOn, details }) => {
    const { body } = openConversation(context, conversationId);
    obey(detailsRefusal(body, details));
    settleDrafts(context, conversationId, body);
    return keep(context, { id: conversationId, body: { ...body, details, endedAt: context.now() }, basedOn });
  },
  list: (context, { caseFileId, offset, limit }) => {
    caseRef(context, caseFileId);
    // domain §0, role matrix: a clinician her own.
    const whose = context.staffMember.role === 'clinician' ? context.staffMember.id : null;
    const where = 't.case_file_id = ? AND (? IS NULL OR t.started_by = ?)';
    const page = `${where} ORDER BY t.started_at DESC, t.id DESC LIMIT ? OFFSET ?`;
    const found = listRecords(context, conversationKind, page, [caseFileId, whose, whose, limit, offset]);
    const count = `SELECT count(*) AS n FROM conversation t WHERE ${where}`;
    return {
      conversations: found.map((stored) => asStored(context, stored)),
      total: context.db.get<{ n: number }>(count, [caseFileId, whose, whose])?.n ?? 0,
    };
  },
};

const vettedIn = ({ interpreter }: Conversation): RecordId | null =>
  interpreter?.how === 'VETTED' ? interpreter.interpreterId : null;

/** Throws `not-found`, also for a clinician and a colleague's conversation, and `rule-broken` for one that is over. */
export function openConversation(context: ReadContext, id: string): Stored<Conversation> {
  const stored = loadRecord(context, conversationKind, id);
  const { id: me, role } = context.staffMember;
  if (role === 'clinician' && stored.body.startedBy !== me) throw new VaultError('not-found');
  if (stored.body.endedAt !== null) throw new VaultError('rule-broken', { rule: 'conversation-ended' });
  return stored;
}

function settleDrafts(context: WriteContext, id: string, { caseFileId }: Conversation): void {
  settleDraft(context, 'conversation', caseFileId, id);
  settleDraft(context, 'conversation-note', caseFileId, id);
}

interface ToKeep {
  readonly id: string;
  readonly body: Conversation;
  readonly basedOn: number;
}

const keep = (context: WriteContext, { id, body, basedOn }: ToKeep): StoredConversation =>
  asStored(
    context,
    saveRecord(context, conversationKind, { id, caseFileId: body.caseFileId, body, expectedRevision: basedOn }),
  );

function asStored(context: ReadContext, stored: Stored<Conversation>): StoredConversation {
  const notes = context.db.get<{ n: number }>('SELECT count(*) AS n FROM case_note WHERE conversation_id = ?', [
    stored.id,
  ]);
  return { ...stored.body, ...revisionMark(context, stored), id: RecordId.parse(stored.id), notes: notes?.n ?? 0 };
}
