// What was given to whom, without a name, is kept for its own time after the case is gone; then these lines go as well.
import type { ErasedCase } from '#shared/records/retention';
import { addDays } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import { erasedCaseKind } from '../records/erased-case.ts';
import { eraseBodies, listRecords, saveRecord } from '../records/record-kind.ts';
import { rulesNow } from '../records/retention-rules.ts';

/** Lines given before this day are no longer kept. */
const keptFrom = (context: ReadContext): string => addDays(context.today(), -rulesNow(context).SHARED + 1);

const isOver = ({ stub }: ErasedCase, from: string): boolean => stub.shared.some(({ on }) => on < from);

/** How many lines have had their time. */
export function sharedDue(context: ReadContext): number {
  const from = keptFrom(context);
  return listRecords(context, erasedCaseKind, '1 = 1')
    .flatMap(({ body }) => body.stub.shared)
    .filter(({ on }) => on < from).length;
}

export function forgetShared(context: WriteContext): void {
  const from = keptFrom(context);
  for (const { id, revision, body } of listRecords(context, erasedCaseKind, '1 = 1')) {
    if (!isOver(body, from)) continue;
    const stub = { ...body.stub, shared: body.stub.shared.filter(({ on }) => on >= from) };
    saveRecord(context, erasedCaseKind, { id, caseFileId: null, body: { ...body, stub }, expectedRevision: revision });
    eraseBodies(context, erasedCaseKind, id, revision);
    context.db.run('UPDATE vault_state SET unswept = 1');
  }
}
