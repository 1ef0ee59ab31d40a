// Task: something a colleague means to do by a day, for a case or for the house. It is for one person, and whoever it is not
// for, did not give it and does not lead cases never sees it.
import { z } from 'zod';
import { isAmong, needReaders, opening, read, type Role, shelterStaff, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, TimeOfDay } from '../time.ts';
import { BasedOn, CaseRef, RevisionMark, StaffRef } from './revision-mark.ts';

const asked = {
  /** A few words. The person it is for reads them, whatever her role. */
  words: z.string().trim().min(1).max(200),
  dueOn: CalendarDate,
  time: TimeOfDay.nullable(),
  forId: StaffMemberId,
};

export const Task = z.strictObject({
  ...asked,
  caseFileId: CaseFileId.nullable(),
  givenBy: StaffMemberId,
  status: z.enum(['OPEN', 'DONE', 'LET_GO']),
});
export type Task = z.output<typeof Task>;

export const StoredTask = z.strictObject({
  ...Task.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** Null without a case, and for whoever may not see it. */
  of: CaseRef.nullable(),
  for: StaffRef.nullable(),
});
export type StoredTask = z.output<typeof StoredTask>;

/** Absent means unchanged. */
export const TaskChange = z.strictObject({ ...asked, status: Task.shape.status }).partial();
export type TaskChange = z.output<typeof TaskChange>;

export type TaskRefusal = 'task-past' | 'task-for' | 'task-case';

/** The person a task is for, as far as it matters whether she can do it. */
export interface Doer {
  readonly role: Role;
  readonly hasLeft: boolean;
  /** Null without a case. */
  readonly seesCase: boolean | null;
}

/** Why a task may not be given so, or null. A day that was kept from before may be past. */
export function taskRefusal(
  task: Pick<Task, 'dueOn'>,
  before: Pick<Task, 'dueOn'> | null,
  doer: Doer,
  today: CalendarDate,
): TaskRefusal | null {
  if (task.dueOn !== before?.dueOn && task.dueOn < today) return 'task-past';
  if (doer.hasLeft || !isAmong(doer.role, shelterStaff)) return 'task-for';
  return doer.seesCase === false ? 'task-case' : null;
}

/** Roles a task with a case may be for; of house staff it is asked apart whether she is in the house. */
export const mayHoldCases = (role: Role): boolean => isAmong(role, needReaders);

const touched = ['task', 'calendar', 'today'];

export const taskOperations = {
  /** Without a person it is for whoever adds it. Errors: rule-broken {rule: TaskRefusal}, not-found. */
  add: opening(
    'own-words',
    write(
      shelterStaff,
      touched,
      z.strictObject({
        words: asked.words,
        dueOn: CalendarDate,
        time: TimeOfDay.nullable().default(null),
        forId: StaffMemberId.optional(),
        caseFileId: CaseFileId.nullable().default(null),
      }),
      StoredTask,
    ),
  ),
  /** Done, let go, open again, another day, another person. Errors: rule-broken {rule: TaskRefusal}, conflict, not-found. */
  change: opening(
    'house',
    write(
      shelterStaff,
      touched,
      z.strictObject({ taskId: RecordId, basedOn: BasedOn, change: TaskChange }),
      StoredTask,
    ),
  ),
  /** Whom a task can be for: colleagues who have a calendar. */
  people: read(shelterStaff, z.strictObject({}), z.array(StaffRef)),
};
