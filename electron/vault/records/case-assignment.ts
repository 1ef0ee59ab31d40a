// Who works on a case: kept by a director, every assignment with its beginning and its end. As long as nobody was ever
// assigned, the worker named on the case works on it, or who opened it; the first change writes that down as well.
import { VaultError } from '#shared/contract/errors';
import { careTeam, caseWorkers, directorOnly, isAmong, Role } from '#shared/contract/operation';
import { type CaseFileId, StaffMemberId } from '#shared/ids';
import { CaseAssignment, type caseAssignmentOperations, type CaseTeam } from '#shared/records/case-assignment';
import { countsAsMinor } from '#shared/records/minority';
import { gateRefusal, type Lacking } from '#shared/records/training-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { keepOpening } from './break-glass.ts';
import { change, loadCase } from './case-file.ts';
import { differentWorkers } from './conflict-flag.ts';
import { heldFromMinors, lacking } from './gate-check.ts';
import { minorityOf } from './minority.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';
import { keepOverride } from './training-gate.ts';

export const caseAssignmentKind = recordKind<CaseAssignment>({
  kind: 'case-assignment',
  schema: CaseAssignment,
  table: 'case_assignment',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    staff_id: body.staffMemberId,
    from_at: body.from,
    to_at: body.to,
    opens_sealed: Number(body.opensSealed),
  }),
});

export const caseAssignmentHandlers: Handlers<typeof caseAssignmentOperations> = {
  team: (context, { caseFileId }) => teamOf(context, caseFileId),
  assign: (context, joining) => {
    assign(context, joining);
    return teamOf(context, joining.caseFileId);
  },
  handOver: (context, { from, ...joining }) => {
    assign(context, joining);
    end(context, joining.caseFileId, from);
    return teamOf(context, joining.caseFileId);
  },
  end: (context, { caseFileId, staffMemberId }) => {
    end(context, caseFileId, staffMemberId);
    return teamOf(context, caseFileId);
  },
  setOpensSealed: (context, { caseFileId, staffMemberId, opensSealed }) => {
    keep(context, assignmentIn(writtenDown(context, caseFileId), staffMemberId), { opensSealed });
    return teamOf(context, caseFileId);
  },
};

interface Joining {
  readonly caseFileId: CaseFileId;
  readonly staffMemberId: StaffMemberId;
  readonly reason: string;
  readonly goPast: string;
}

function assign(context: WriteContext, { caseFileId, staffMemberId, reason, goPast }: Joining): void {
  const role = roleOfColleague(context, staffMemberId);
  obey(isAmong(role, careTeam) ? null : 'assignment-role');
  obey(differentWorkers(context, caseFileId).has(staffMemberId) ? 'conflict-worker' : null);
  const team = writtenDown(context, caseFileId);
  if (team.some(({ body }) => isOf(body, staffMemberId))) return;
  passGate(context, { caseFileId, staffMemberId, goPast });
  if (staffMemberId === context.staffMember.id) keepOpening(context, { caseFileId, reason, until: null });
  saveRecord(context, caseAssignmentKind, newAssignment(context, { caseFileId, staffMemberId, as: role }));
}

const isMinors = (context: ReadContext, caseFileId: string): boolean =>
  countsAsMinor(minorityOf(context, caseFileId).standing);

/** domain §11: nobody is added to a minor's case who is not determined suited and trained, unless the director says why. */
function passGate(context: WriteContext, { caseFileId, staffMemberId, goPast }: Omit<Joining, 'reason'>): void {
  if (!isMinors(context, caseFileId)) return;
  const refusal = gateRefusal(heldFromMinors(context, staffMemberId));
  if (refusal === null) return;
  if (goPast === '') obey(refusal);
  keepOverride(context, { staffMemberId, gate: 'MINORS', caseFileId, reason: goPast, until: context.today() });
}

function end(context: WriteContext, caseFileId: string, staffMemberId: string): void {
  const team = writtenDown(context, caseFileId);
  const others = team.filter(({ body }) => body.to === null && body.staffMemberId !== staffMemberId);
  const ending = assignmentIn(team, staffMemberId);
  obey(others.length === 0 ? 'assignment-last' : null);
  keep(context, ending, { to: context.now() });
  handOn(context, ending.body, others);
}

const isOf = (body: CaseAssignment, staffMemberId: string): boolean =>
  body.to === null && body.staffMemberId === staffMemberId;

function assignmentIn(team: readonly Stored<CaseAssignment>[], staffMemberId: string): Stored<CaseAssignment> {
  const found = team.find(({ body }) => isOf(body, staffMemberId));
  if (found === undefined) throw new VaultError('not-found');
  return found;
}

const keep = (context: WriteContext, { id, body }: Stored<CaseAssignment>, changed: Partial<CaseAssignment>) =>
  saveRecord(context, caseAssignmentKind, { id, caseFileId: body.caseFileId, body: { ...body, ...changed } });

interface Assigned {
  readonly caseFileId: string;
  readonly staffMemberId: string;
  readonly as: Role;
  readonly from?: number;
}

function newAssignment(context: WriteContext, { caseFileId, staffMemberId, as, from }: Assigned) {
  const body = CaseAssignment.parse({
    caseFileId,
    staffMemberId,
    as,
    from: from ?? context.now(),
    to: null,
    opensSealed: as === 'legal-advocate' || isAmong(as, caseWorkers),
  });
  return { id: context.newId(), caseFileId, body, expectedRevision: 0 };
}

const assignmentsOf = (context: ReadContext, caseFileId: string): Stored<CaseAssignment>[] =>
  listRecords(context, caseAssignmentKind, 't.case_file_id = ? ORDER BY t.from_at, t.rowid', [caseFileId]);

/** The assignments of a case, the one it was opened with among them. */
function writtenDown(context: WriteContext, caseFileId: string): Stored<CaseAssignment>[] {
  const { workerId, openedBy, openedAt: from } = loadCase(context, caseFileId).body;
  const known = assignmentsOf(context, caseFileId);
  if (known.length > 0) return known;
  const staffMemberId = workerId ?? openedBy;
  const as = colleague(context, staffMemberId).role;
  return [saveRecord(context, caseAssignmentKind, newAssignment(context, { caseFileId, staffMemberId, as, from }))];
}

/**
 * Who works on one case goes on in another; sealed words do not open to her by it. Left out: who is there already, who has left,
 * whom a flag or the gate of training keeps off, and the person who decides it, who would join for a reason. Returns the new assignments.
 */
export function joinFrom(
  context: WriteContext,
  { from, to }: { readonly from: string; readonly to: string },
): string[] {
  const team = writtenDown(context, to);
  const apart = differentWorkers(context, to);
  const ofMinor = isMinors(context, to);
  const isFree = (id: string): boolean =>
    id !== context.staffMember.id &&
    !apart.has(id) &&
    !(ofMinor && heldFromMinors(context, id).length > 0) &&
    !team.some(({ body }) => isOf(body, id));
  return teamOf(context, from)
    .now.filter(({ person, hasLeft }) => !hasLeft && isFree(person.id))
    .map(({ person, as }) => {
      const joined = newAssignment(context, { caseFileId: to, staffMemberId: person.id, as });
      return saveRecord(context, caseAssignmentKind, { ...joined, body: { ...joined.body, opensSealed: false } }).id;
    });
}

/** Ends what `joinFrom` began, unless it ended since or nobody else would be left on the case. */
export function leaveAgain(context: WriteContext, assignmentId: string): void {
  const joined = loadRecord(context, caseAssignmentKind, assignmentId);
  const { caseFileId, staffMemberId, to } = joined.body;
  const others = assignmentsOf(context, caseFileId).filter(
    ({ body }) => body.to === null && body.staffMemberId !== staffMemberId,
  );
  if (to !== null || others.length === 0) return;
  keep(context, joined, { to: context.now() });
  handOn(context, joined.body, others);
}

/** Who is named on the case as her worker is one of those who work on it. */
function handOn(context: WriteContext, ended: CaseAssignment, others: readonly Stored<CaseAssignment>[]): void {
  if (loadCase(context, ended.caseFileId).body.workerId !== ended.staffMemberId) return;
  const next = others.find(({ body }) => isAmong(body.as, caseWorkers)) ?? others[0];
  change(context, ended.caseFileId, (body) => ({ ...body, workerId: next?.body.staffMemberId ?? null }));
}

interface Colleague extends Row {
  id: string;
  name: string;
  role: string;
  disabled_at: number | null;
}

/** Throws `not-found`. */
function colleague(context: ReadContext, id: string): { readonly role: Role; readonly hasLeft: boolean } {
  const row = context.db.get<Colleague>('SELECT * FROM staff_member WHERE id = ?', [id]);
  if (row === undefined) throw new VaultError('not-found');
  return { role: Role.parse(row.role), hasLeft: row.disabled_at !== null };
}

function roleOfColleague(context: ReadContext, id: string): Role {
  const { role, hasLeft } = colleague(context, id);
  if (hasLeft) throw new VaultError('not-found');
  return role;
}

function teamOf(context: ReadContext, caseFileId: string): CaseTeam {
  const { body: caseFile } = loadCase(context, caseFileId);
  const known = assignmentsOf(context, caseFileId).map(({ body }) => body);
  const { openedBy, workerId, openedAt: from } = caseFile;
  const staffMemberId = workerId ?? openedBy;
  const team =
    known.length > 0
      ? known
      : [{ staffMemberId, as: colleague(context, staffMemberId).role, from, to: null, opensSealed: true }];
  const now = team.filter(({ to }) => to === null);
  const mark = directorsMarks(context, caseFileId);
  return {
    now: now.map((one) => ({
      ...inTeam(context, one),
      opensSealed: one.opensSealed,
      hasLeft: colleague(context, one.staffMemberId).hasLeft,
      ...mark(one.staffMemberId),
    })),
    before: team
      .flatMap((one) => (one.to === null ? [] : [{ ...inTeam(context, one), to: one.to }]))
      .sort((one, other) => other.to - one.to),
    others: assignable(context)
      .filter(({ person }) => !now.some((one) => one.staffMemberId === person.id))
      .map((one) => ({ ...one, ...mark(one.person.id) })),
  };
}

interface Marks {
  readonly keptApart?: true;
  readonly lacking?: Lacking[];
}

/**
 * Marks who is to be another and who is not trained for a minor's case, for the director who keeps the list; never her own name to a
 * colleague whom it is about.
 */
function directorsMarks(context: ReadContext, caseFileId: string): (id: string) => Marks {
  const { id: me, role } = context.staffMember;
  if (!isAmong(role, directorOnly)) return () => ({});
  const apart = differentWorkers(context, caseFileId);
  const ofMinor = isMinors(context, caseFileId);
  return (id) => {
    const missing = ofMinor ? lacking(context, 'MINORS', id) : [];
    return {
      ...(id !== me && apart.has(id) ? { keptApart: true } : {}),
      ...(missing.length > 0 ? { lacking: missing } : {}),
    };
  };
}

function inTeam(
  context: ReadContext,
  { staffMemberId, as, from }: Pick<CaseAssignment, 'staffMemberId' | 'as' | 'from'>,
) {
  return { person: staffRef(context, staffMemberId) ?? { id: staffMemberId, name: '' }, as, from };
}

const assignable = ({ db }: ReadContext): CaseTeam['others'] =>
  db
    .all<Colleague>('SELECT * FROM staff_member WHERE disabled_at IS NULL ORDER BY name, id')
    .map(({ id, name, role }) => ({ person: { id: StaffMemberId.parse(id), name }, as: Role.parse(role) }))
    .filter(({ as }) => isAmong(as, careTeam));
