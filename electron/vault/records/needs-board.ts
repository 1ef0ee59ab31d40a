// The board of needs: five groups by urgency over every case that the person may see.
import type { NeedsBoard, NeedsBoardRequest } from '#shared/records/need';
import { Urgency } from '#shared/records/need-codes';
import type { StaffRef } from '#shared/records/revision-mark';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { dueNeeds, needsInOrder, seenForHouse, workersWithNeeds } from './due-needs.ts';
import { staffRef } from './revision-mark.ts';

export function needsBoard(context: ReadContext, { workerId, domain, limit }: NeedsBoardRequest): NeedsBoard {
  const wish = { whose: workerId, domain, offset: 0, limit };
  const workerOf = workersByCase(context);
  return {
    groups: Urgency.options.map((urgency) => {
      const { needs, total } = needsInOrder(context, { ...wish, urgency });
      return { urgency, total, needs: needs.map((need) => ({ ...need, worker: workerOf(need.of.caseFileId) })) };
    }),
    cases: dueNeeds(context, { ...wish, limit: 1 }).cases,
    workers: seenForHouse(context) ? [] : refsOf(context, workersWithNeeds(context)),
  };
}

const refsOf = (context: ReadContext, ids: readonly string[]): StaffRef[] =>
  ids
    .map((id) => staffRef(context, id))
    .filter((ref) => ref !== null)
    .sort((one, other) => one.name.localeCompare(other.name));

interface WorkerRow extends Row {
  worker_id: string | null;
}

/** The name on each case; the house is not told who works on what. */
function workersByCase(context: ReadContext): (caseFileId: string) => StaffRef | null {
  const known = new Map<string, StaffRef | null>();
  if (seenForHouse(context)) return () => null;
  return (caseFileId) => {
    if (!known.has(caseFileId)) {
      const row = context.db.get<WorkerRow>('SELECT worker_id FROM case_file WHERE id = ?', [caseFileId]);
      known.set(caseFileId, staffRef(context, row?.worker_id ?? null));
    }
    return known.get(caseFileId) ?? null;
  };
}
