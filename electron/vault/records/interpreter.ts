// Interpreters in the vault, and what follows when one was unsafe: left out of the case, held for everybody, listed for
// the director with every other case that had the same interpreter. The reason never leaves but by its own door.
import { VaultError } from '#shared/contract/errors';
import { fold } from '#shared/fold';
import { RecordId } from '#shared/ids';
import {
  Interpreter,
  InterpreterExclusion,
  type interpreterOperations,
  type StoredInterpreter,
  type UnsafeReview,
} from '#shared/records/interpreter';
import { isVetted, mayBeOffered } from '#shared/records/interpreter-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { isSealed } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { interpretersElsewhere } from './conflict-flag.ts';
import { ALL_FILES } from './episode-kind.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { sealedOpeningKind } from './safety-plan-kind.ts';

export const interpreterKind = recordKind<Interpreter>({
  kind: 'interpreter',
  schema: Interpreter,
  table: 'interpreter',
  columns: (body) => ({ name: body.name, folded_name: fold(body.name), standing: body.standing }),
});

/** T4 because of its reason: no search text, no timeline. */
export const interpreterExclusionKind = recordKind<InterpreterExclusion>({
  kind: 'interpreter-exclusion',
  schema: InterpreterExclusion,
  table: 'interpreter_exclusion',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    interpreter_id: body.interpreterId,
    conversation_id: body.conversationId,
    looked_at: body.lookedAt,
  }),
});

/** Names of those who are not vetted yet, or have not sworn to silence, in the order of names. */
export const interpretersToVet = (context: ReadContext): string[] =>
  listRecords(context, interpreterKind, '1 = 1 ORDER BY t.folded_name, t.id')
    .filter(({ body }) => !isVetted(body))
    .map(({ body }) => body.name);

export const interpreterHandlers: Handlers<typeof interpreterOperations> = {
  list: (context) => interpreters(context),
  save: (context, { id, basedOn, details }) => {
    const standing = id === undefined ? 'MAY_BE_ASKED' : loadRecord(context, interpreterKind, id).body.standing;
    const record = { id: id ?? context.newId(), caseFileId: null, body: { ...details, standing } };
    return asStored(context, saveRecord(context, interpreterKind, { ...record, expectedRevision: basedOn }));
  },
  offered: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return offeredFor(context, caseFileId);
  },
  toReview: (context) =>
    listRecords(context, interpreterExclusionKind, 't.looked_at IS NULL ORDER BY t.revision_seq DESC').map((stored) =>
      review(context, stored),
    ),
  sayWhy: (context, { exclusionId, reason }) => {
    const stored = loadRecord(context, interpreterExclusionKind, exclusionId);
    // Written once, and by whoever stopped: nobody can write over it, and a colleague cannot try ids.
    if (stored.savedBy !== context.staffMember.id) throw new VaultError('not-found');
    obey(stored.body.reason === '' ? null : 'interpreter-reason');
    keep(context, exclusionId, { ...stored.body, reason });
    return {};
  },
  openReason: (context, { exclusionId, why }) => {
    const { caseFileId, reason } = loadRecord(context, interpreterExclusionKind, exclusionId).body;
    saveRecord(context, sealedOpeningKind, { id: context.newId(), caseFileId, body: { caseFileId, reason: why } });
    return { reason };
  },
  reviewed: (context, { exclusionId, basedOn, mayBeAskedAgain }) => {
    const { body } = loadRecord(context, interpreterExclusionKind, exclusionId);
    keep(context, exclusionId, { ...body, lookedAt: context.now() }, basedOn);
    if (mayBeAskedAgain) stand(context, body.interpreterId, 'MAY_BE_ASKED');
    return {};
  },
};

export const interpreters = (context: ReadContext): StoredInterpreter[] =>
  listRecords(context, interpreterKind, '1 = 1 ORDER BY t.folded_name, t.id').map((stored) =>
    asStored(context, stored),
  );

/**
 * Scenario §24 no. 12: whoever shares a community with somebody unsafe here is not offered here either; nor who interpreted for
 * a case that is kept apart from this one (domain §4). What was unsafe before she came back is unsafe now.
 */
export function offeredFor(context: ReadContext, caseFileId: string): StoredInterpreter[] {
  const excluded = listRecords(context, interpreterExclusionKind, `t.case_file_id IN (${ALL_FILES})`, {
    case: caseFileId,
  });
  const ids = excluded.map(({ body }) => body.interpreterId);
  const unsafe = ids.map((id) => loadRecord(context, interpreterKind, id).body);
  const elsewhere = interpretersElsewhere(context, caseFileId);
  return interpreters(context).filter(
    ({ id, revision: _revision, savedAt: _at, savedBy: _by, ...body }) =>
      !ids.includes(id) && !elsewhere.has(id) && mayBeOffered(body, unsafe),
  );
}

/** Unsafe: out of this case for good, and held for everybody until the director has looked. */
export function exclude(
  context: WriteContext,
  {
    caseFileId,
    interpreterId,
    conversationId,
  }: Pick<InterpreterExclusion, 'caseFileId' | 'interpreterId' | 'conversationId'>,
): RecordId {
  const id = context.newId();
  const body = { caseFileId, interpreterId, conversationId, stoppedAt: context.now(), reason: '', lookedAt: null };
  keep(context, id, body, 0);
  stand(context, interpreterId, 'HELD');
  return RecordId.parse(id);
}

function stand(context: WriteContext, id: string, standing: Interpreter['standing']): void {
  const { body } = loadRecord(context, interpreterKind, id);
  if (body.standing !== standing)
    saveRecord(context, interpreterKind, { id, caseFileId: null, body: { ...body, standing } });
}

function keep(context: WriteContext, id: string, body: InterpreterExclusion, basedOn?: number): void {
  const record = { id, caseFileId: body.caseFileId, body };
  saveRecord(
    context,
    interpreterExclusionKind,
    basedOn === undefined ? record : { ...record, expectedRevision: basedOn },
  );
}

function review(context: ReadContext, stored: Stored<InterpreterExclusion>): UnsafeReview {
  const { caseFileId, interpreterId, stoppedAt, reason } = stored.body;
  const others = context.db.all<{ id: string }>(
    'SELECT DISTINCT case_file_id AS id FROM conversation WHERE interpreter_id = ? AND case_file_id <> ? ORDER BY 1',
    [interpreterId, caseFileId],
  );
  return {
    exclusionId: RecordId.parse(stored.id),
    revision: stored.revision,
    interpreter: asStored(context, loadRecord(context, interpreterKind, interpreterId)),
    of: isSealed(context, caseFileId) ? null : caseRef(context, caseFileId),
    stoppedAt,
    alsoUsedFor: others.filter(({ id }) => !isSealed(context, id)).map(({ id }) => caseRef(context, id)),
    hasReason: reason !== '' && !isSealed(context, caseFileId),
  };
}

const asStored = (context: ReadContext, stored: Stored<Interpreter>): StoredInterpreter => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
