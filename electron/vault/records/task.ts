// Tasks in the vault: who may see one, and who can be asked to do it.
import { VaultError } from '#shared/contract/errors';
import { caseWorkers, houseTeam, isAmong, Role, shelterStaff } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import { isHere } from '#shared/records/case-status';
import type { CaseRef, StaffRef } from '#shared/records/revision-mark';
import {
  type Doer,
  mayHoldCases,
  type StoredTask,
  Task,
  type TaskChange,
  type taskOperations,
  taskRefusal,
} from '#shared/records/task';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { loadCase } from './case-file.ts';
import { isSealed, mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';

export const taskKind = recordKind<Task>({
  kind: 'task',
  schema: Task,
  table: 'task',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    for_id: body.forId,
    given_by: body.givenBy,
    due_on: body.dueOn,
    is_open: Number(body.status === 'OPEN'),
  }),
});

/** House staff look after who is in the house; a facilitator of groups has no cases at all. Throws `not-found`. */
function seesCase(context: ReadContext | WriteContext, role: Role, caseFileId: string): boolean {
  const { status } = loadCase(context, caseFileId).body;
  return mayHoldCases(role) && (role !== 'house-staff' || isHere(status));
}

/** The case of a task, for whoever may see it. */
export function caseOfTask(context: ReadContext | WriteContext, { caseFileId }: Task): CaseRef | null {
  const { role } = context.staffMember;
  if (caseFileId === null || isSealed(context, caseFileId) || !seesCase(context, role, caseFileId)) return null;
  if (!isAmong(role, houseTeam) && !mayOpen(context, 'facts', caseFileId)) return null;
  return caseRef(context, caseFileId);
}

/** Tasks of others: a case worker's, of no case or of one that is hers to know. */
export const seesTasksOfOthers = (role: Role): boolean => isAmong(role, caseWorkers);

/** Not hers and not there are one answer. */
function loadMine(context: WriteContext, id: string): Stored<Task> {
  const stored = loadRecord(context, taskKind, id);
  const { id: me, role } = context.staffMember;
  const { caseFileId, forId, givenBy } = stored.body;
  // What had to be done for somebody who has a new case now waits in the sealed one.
  if (caseFileId !== null && isSealed(context, caseFileId)) throw new VaultError('not-found');
  const isHers = caseFileId === null || mayOpen(context, 'facts', caseFileId);
  if (!(seesTasksOfOthers(role) && isHers) && forId !== me && givenBy !== me) throw new VaultError('not-found');
  return stored;
}

interface DoerRow extends Row {
  role: string;
  disabled_at: number | null;
}

/** Throws `not-found`. */
function doerOf(context: WriteContext, { forId, caseFileId }: Task): Doer {
  const row = context.db.get<DoerRow>('SELECT role, disabled_at FROM staff_member WHERE id = ?', [forId]);
  if (row === undefined) throw new VaultError('not-found');
  const role = Role.parse(row.role);
  const sees = caseFileId === null ? null : seesCase(context, role, caseFileId);
  return { role, hasLeft: row.disabled_at !== null, seesCase: sees };
}

const shown = (context: WriteContext, stored: Stored<Task>): StoredTask => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  of: caseOfTask(context, stored.body),
  for: staffRef(context, stored.body.forId),
});

interface TaskSave {
  readonly id: string;
  readonly before: Task | null;
  readonly body: Task;
  readonly basedOn: number;
}

function keep(context: WriteContext, { id, before, body, basedOn }: TaskSave): StoredTask {
  // Whatever is settled or let go needs nobody who can still do it.
  if (body.status === 'OPEN') obey(taskRefusal(body, before, doerOf(context, body), context.today()));
  const { caseFileId } = body;
  return shown(context, saveRecord(context, taskKind, { id, caseFileId, body, expectedRevision: basedOn }));
}

const given = (change: TaskChange): Partial<Task> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** Colleagues who have a calendar, by name. */
function people(context: ReadContext): StaffRef[] {
  const rows = context.db.all<{ id: string; role: string }>(
    'SELECT id, role FROM staff_member WHERE disabled_at IS NULL ORDER BY name, id',
  );
  return rows
    .filter(({ role }) => isAmong(Role.parse(role), shelterStaff))
    .flatMap(({ id }) => staffRef(context, id) ?? []);
}

export const taskHandlers: Handlers<typeof taskOperations> = {
  add: (context, { forId, ...asked }) => {
    const { id: me, role } = context.staffMember;
    if (
      asked.caseFileId !== null &&
      (isSealed(context, asked.caseFileId) || !seesCase(context, role, asked.caseFileId))
    )
      throw new VaultError('not-found');
    const body: Task = { ...asked, forId: forId ?? me, givenBy: me, status: 'OPEN' };
    return keep(context, { id: context.newId(), before: null, body, basedOn: 0 });
  },
  change: (context, { taskId, basedOn, change }) => {
    const { body } = loadMine(context, taskId);
    return keep(context, { id: taskId, before: body, body: { ...body, ...given(change) }, basedOn });
  },
  people: (context) => people(context),
};
