// One record a case: what she said about who works with her, last.
import { type StoredWorkerWish, WorkerWish, type workerWishOperations } from '#shared/records/worker-wish';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const workerWishKind = recordKind<WorkerWish>({
  kind: 'worker-wish',
  schema: WorkerWish,
  table: 'worker_wish',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});

export const workerWishHandlers: Handlers<typeof workerWishOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const found = wishOf(context, caseFileId);
    return found === undefined ? null : shown(context, found);
  },
  save: (context, { basedOn, ...body }) => {
    caseRef(context, body.caseFileId);
    obey(body.answer === 'SAID' && body.words === '' ? 'wish-empty' : null);
    const id = wishOf(context, body.caseFileId)?.id ?? context.newId();
    const record = { id, caseFileId: body.caseFileId, body, expectedRevision: basedOn };
    return shown(context, saveRecord(context, workerWishKind, record));
  },
};

export const wishOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): Stored<WorkerWish> | undefined =>
  listRecords(context, workerWishKind, 't.case_file_id = ?', [caseFileId])[0];

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<WorkerWish>): StoredWorkerWish => ({
  ...stored.body,
  ...revisionMark(context, stored),
});
