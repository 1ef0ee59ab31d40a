// Completions, and the table of people and courses that follows from them as of today.
import { VaultError } from '#shared/contract/errors';
import { careTeam, isAmong } from '#shared/contract/operation';
import { RecordId, StaffMemberId } from '#shared/ids';
import type { Course } from '#shared/records/course';
import type { StaffListed } from '#shared/records/staff-member';
import {
  Completion,
  type PersonTraining,
  type StoredCompletion,
  type TrainingCell,
  type trainingOperations,
  type TrainingRow,
} from '#shared/records/training';
import { complianceOf, expiresOn, longest, statusOf } from '#shared/records/training-rules';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { factsOf } from './colleague-facts.ts';
import { coursesOf } from './course.ts';
import { lacking } from './gate-check.ts';
import { PARTS_OF_OTHERS } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { listed, listStaff, staffMemberKind } from './staff-member.ts';

export const completionKind = recordKind<Completion>({
  kind: 'course-completion',
  schema: Completion,
  table: 'course_completion',
  columns: (body) => ({
    staff_id: body.staffMemberId,
    course_code: body.courseCode,
    done_on: body.on,
    expires_on: body.expiresOn,
    is_struck: Number(body.struck !== null),
  }),
});

export const trainingHandlers: Handlers<typeof trainingOperations> = {
  matrix: (context) => {
    const rows = rowsOf(context);
    return { courses: [...coursesOf(context)], rows, ...complianceOf(rows.flatMap(({ cells }) => cells)) };
  },
  ofColleague: (context, { staffMemberId }) => personTraining(context, staffMemberId),
  own: (context) => personTraining(context, context.staffMember.id),
  complete: (context, written) => {
    const { staffMemberId, courseCode, on } = written;
    loadRecord(context, staffMemberKind, staffMemberId);
    const course = coursesOf(context).find(({ code }) => code === courseCode);
    if (course === undefined) throw new VaultError('not-found');
    obey(on > context.today() ? 'training-later' : null);
    const body: Completion = { ...written, expiresOn: expiresOn(on, course.renewMonths), struck: null };
    return shown(saveRecord(context, completionKind, { id: context.newId(), caseFileId: null, body }));
  },
  strike: (context, { completionId, basedOn, reason }) => {
    const { body } = loadRecord(context, completionKind, completionId);
    obey(body.struck === null ? (reason === '' ? 'training-reason' : null) : 'training-struck');
    const struck = { at: context.now(), reason };
    const record = { id: completionId, caseFileId: null, body: { ...body, struck }, expectedRevision: basedOn };
    return shown(saveRecord(context, completionKind, record));
  },
};

/** Of everybody who works here now. */
function rowsOf(context: ReadContext): TrainingRow[] {
  const courses = [...coursesOf(context)];
  const all = listRecords(context, completionKind, 't.is_struck = 0');
  return listStaff(context)
    .filter(({ disabledAt }) => disabledAt === null)
    .map((person) => rowOf(context, person, courses, ofPerson(all, person.id)));
}

/** Courses that are asked for and do not count today: of everybody, or of the person who asks. */
export function missingCourses(context: ReadContext, ofEverybody: boolean): number {
  const rows = ofEverybody ? rowsOf(context) : [personTraining(context, context.staffMember.id)];
  const { current, required } = complianceOf(rows.flatMap(({ cells }) => cells));
  return required - current;
}

const ofPerson = (all: readonly Stored<Completion>[], id: string): Completion[] =>
  all.flatMap(({ body }) => (body.staffMemberId === id ? [body] : []));

function personTraining(context: ReadContext, id: string): PersonTraining {
  const person = listed(context, loadRecord(context, staffMemberKind, id));
  const courses = [...coursesOf(context)];
  const all = listRecords(context, completionKind, 't.staff_id = ? ORDER BY t.done_on DESC, t.revision_seq DESC', [id]);
  const counted = all.flatMap(({ body }) => (body.struck === null ? [body] : []));
  const { agreementOn, minorsOn } = factsOf(context, id);
  return {
    ...rowOf(context, person, courses, counted),
    ...{ courses, agreementOn, minorsOn, hasLeft: person.disabledAt !== null },
    completions: all.map(shown),
  };
}

function rowOf(
  context: ReadContext,
  { id, name, role }: StaffListed,
  courses: readonly Course[],
  done: readonly Completion[],
): TrainingRow {
  const comesToGates = isAmong(role, careTeam);
  return {
    person: { id: StaffMemberId.parse(id), name },
    role,
    cells: courses.map((course) => cellOf(course, course.mandatoryFor.includes(role), done, context.today())),
    lacking: comesToGates ? [...lacking(context, 'RECORDS', id), ...lacking(context, 'MINORS', id)] : [],
    cases: openCasesOf(context, id),
    cap: factsOf(context, id).caseloadCap,
  };
}

function cellOf({ code }: Course, isMandatory: boolean, all: readonly Completion[], today: string): TrainingCell {
  const done = all.filter(({ courseCode }) => courseCode === code);
  const best = longest(done, today);
  return {
    ...{ code, isMandatory, status: statusOf(done, isMandatory, today) },
    ...{ doneOn: best?.on ?? null, expiresOn: best?.expiresOn ?? null },
  };
}

/** Cases that go on and that she works on; the parts of another record count with it. */
export function openCasesOf({ db }: Pick<ReadContext, 'db'>, staffId: string): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM case_file c WHERE c.is_open = 1
       AND c.id IN (SELECT case_file_id FROM works_on WHERE staff_id = $staff)
       AND c.id NOT IN (${PARTS_OF_OTHERS})`,
    { staff: staffId },
  );
  return row?.n ?? 0;
}

const shown = ({ id, revision, body }: Stored<Completion>): StoredCompletion => ({
  ...body,
  id: RecordId.parse(id),
  revision,
});
