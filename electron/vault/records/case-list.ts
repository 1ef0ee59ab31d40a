// Which cases stand in a person's list, and the lists she keeps under names of her own: her own to change, nobody else's to read.
import { type CaseListWish, type caseListOperations, KeptLists, type Waiting } from '#shared/records/case-list';
import type { StaffRef } from '#shared/records/revision-mark';
import { DAY } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { PARTS_OF_OTHERS } from './one-record.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { staffRef } from './revision-mark.ts';

export const keptListsKind = recordKind<KeptLists>({
  kind: 'kept-lists',
  schema: KeptLists,
  table: 'kept_lists',
  columns: (body) => ({ staff_id: body.staffId }),
});

export const caseListHandlers: Handlers<typeof caseListOperations> = {
  choices: (context) => choices(context),
  keep: (context, { lists }) => {
    const staffId = context.staffMember.id;
    const id = storedLists(context)?.id ?? context.newId();
    saveRecord(context, keptListsKind, { id, caseFileId: null, body: { staffId, lists } });
    return choices(context);
  },
};

const storedLists = (context: ReadContext): Stored<KeptLists> | undefined =>
  listRecords(context, keptListsKind, 't.staff_id = ?', [context.staffMember.id])[0];

const choices = (context: ReadContext) => ({
  kept: storedLists(context)?.body.lists ?? [],
  workers: workersInList(context),
});

/** The cases she works on, or every one ($every); a part of another case is read there. */
const IN_HER_LIST = `${inHerCases('t.id')} AND t.id NOT IN (${PARTS_OF_OTHERS})` as const;

function workersInList(context: ReadContext): StaffRef[] {
  const rows = context.db.all<{ id: string }>(
    `SELECT DISTINCT staff_id AS id FROM works_on WHERE case_file_id IN (SELECT t.id FROM case_file t WHERE ${IN_HER_LIST})`,
    herCases(context),
  );
  return rows.flatMap(({ id }) => staffRef(context, id) ?? []).sort((one, other) => one.name.localeCompare(other.name));
}

const SHOW = { open: 't.is_open = 1', closed: 't.is_open = 0', all: '1 = 1' } as const;
const ORDER = {
  name: 't.folded_name, t.id',
  recent: 't.revision_seq DESC',
  opened: 't.opened_on DESC, t.id DESC',
} as const;
/** An open need of the case or of its parts that is due before $due. */
const WAITS = `EXISTS (SELECT 1 FROM need n WHERE n.is_open = 1 AND n.due_at < $due
  AND (n.case_file_id = t.id OR n.case_file_id IN (SELECT merged_id FROM same_person WHERE kept_id = t.id)))` as const;
const WANTED = `${IN_HER_LIST}
  AND ($worker IS NULL OR t.id IN (SELECT case_file_id FROM works_on WHERE staff_id = $worker))
  AND ($due IS NULL OR ${WAITS} = $waits)` as const;
const WEEK = 7 * DAY;

/** What has to wait until when; `due` null asks for nothing. */
function dueBefore(waiting: Waiting, now: number): { due: number | null; waits: 0 | 1 } {
  switch (waiting) {
    case 'any':
      return { due: null, waits: 1 };
    case 'overdue':
      return { due: now, waits: 1 };
    case 'week':
      return { due: now + WEEK, waits: 1 };
    case 'nothing':
      return { due: Number.MAX_SAFE_INTEGER, waits: 0 };
  }
}

/** The conditions over case_file (alias `t`), its order, what they bind, and how many cases meet them. */
export function listWanted(context: ReadContext, { show, order, workerId, waiting }: CaseListWish) {
  const values = { ...herCases(context), worker: workerId, ...dueBefore(waiting, context.now()) };
  const where = `${SHOW[show]} AND ${WANTED}` as const;
  const count = `SELECT count(*) AS n FROM case_file t WHERE ${where}` as const;
  return { where, order: ORDER[order], values, total: context.db.get<{ n: number }>(count, values)?.n ?? 0 };
}
