// Conflict flags in the vault: the action for who may see the case, with whom for who opens both, why for nobody without a reason.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type ConflictAction,
  ConflictFlag,
  type conflictFlagOperations,
  type ShownConflict,
} from '#shared/records/conflict-flag';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { goesOnIn } from './episode-kind.ts';
import { wholeOf } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';
import { sealedOpeningKind } from './safety-plan-kind.ts';

/** T4 because of its reason: no search text, no timeline. */
export const conflictFlagKind = recordKind<ConflictFlag>({
  kind: 'conflict-flag',
  schema: ConflictFlag,
  table: 'conflict_flag',
  columns: (body) => ({
    one_case_id: body.one,
    other_case_id: body.other,
    staff_id: body.staffMemberId,
    actions: body.actions.join(' '),
    until_on: body.until,
  }),
});

export const conflictFlagHandlers: Handlers<typeof conflictFlagOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return shownOf(context, caseFileId);
  },
  add: (context, { caseFileId, from, actions, reason }) => {
    const other = 'otherCaseFileId' in from ? from.otherCaseFileId : null;
    const staffMemberId = 'staffMemberId' in from ? from.staffMemberId : null;
    caseRef(context, caseFileId);
    if (other !== null) caseRef(context, other);
    if (staffMemberId !== null && staffRef(context, staffMemberId) === null) throw new VaultError('not-found');
    const pair = { one: caseFileId, other, staffMemberId };
    obey(refusal(context, pair, actions));
    keep(context, context.newId(), { ...pair, actions, reason, since: context.today(), until: null }, 0);
    return shownOf(context, caseFileId);
  },
  end: (context, { caseFileId, id, basedOn }) => {
    const { body } = flagOf(context, caseFileId, id);
    if (context.staffMember.role !== 'director' && !opensBoth(context, body, 'whole'))
      throw new VaultError('not-found');
    keep(context, id, { ...body, until: context.today() }, basedOn);
    return shownOf(context, caseFileId);
  },
  openReason: (context, { caseFileId, id, why }) => {
    const { body } = flagOf(context, caseFileId, id);
    if (!opensBoth(context, body, 'sealed')) throw new VaultError('not-found');
    for (const of of casesOf(body))
      saveRecord(context, sealedOpeningKind, {
        id: context.newId(),
        caseFileId: of,
        body: { caseFileId: of, reason: why },
      });
    return { reason: body.reason };
  },
};

type Pair = Pick<ConflictFlag, 'one' | 'other' | 'staffMemberId'>;
const casesOf = ({ one, other }: Pair) => (other === null ? [one] : [one, other]);

function refusal(context: ReadContext, pair: Pair, actions: ConflictFlag['actions']): string | null {
  if (pair.one === pair.other || pair.staffMemberId === context.staffMember.id) return 'conflict-self';
  if (pair.staffMemberId !== null && actions.some((action) => action !== 'DIFFERENT_WORKER')) return 'conflict-staff';
  const known = context.db.get(
    'SELECT 1 AS there FROM kept_apart WHERE case_file_id = ? AND from_case_id IS ? AND from_staff_id IS ?',
    [pair.one, pair.other, pair.staffMemberId],
  );
  return known === undefined ? null : 'conflict-known';
}

const keep = (context: WriteContext, id: string, body: ConflictFlag, expectedRevision: number) =>
  saveRecord(context, conflictFlagKind, { id, caseFileId: null, body, expectedRevision });

/** Throws `not-found` for a flag of other cases, for one that is over, and to the colleague whom it is about. */
function flagOf(context: ReadContext, caseFileId: string, id: string): Stored<ConflictFlag> {
  const stored = loadRecord(context, conflictFlagKind, id);
  const { body } = stored;
  const isHers = body.staffMemberId === context.staffMember.id;
  const isOfCase = casesOf(body).some((of) => isInRecord(context, caseFileId, of));
  if (isHers || body.until !== null || !isOfCase) throw new VaultError('not-found');
  return stored;
}

/** Whether a case is this one, a part of it, or an earlier file of the same person. */
const isInRecord = (context: ReadContext, caseFileId: string, of: string): boolean =>
  of === caseFileId || wholeOf(context, of)?.caseFileId === caseFileId || goesOnIn(context, of) === caseFileId;

const opensBoth = (context: ReadContext, body: Pair, opens: 'whole' | 'sealed'): boolean =>
  casesOf(body).every((of) => mayOpen(context, opens, of));

function shownOf(context: ReadContext, caseFileId: string): ShownConflict[] {
  const where = `t.id IN (SELECT flag_id FROM kept_apart WHERE case_file_id = $case AND from_staff_id IS NOT $me)
    ORDER BY t.revision_seq DESC`;
  return listRecords(context, conflictFlagKind, where, { case: caseFileId, me: context.staffMember.id }).map(
    ({ id, revision, body }) => {
      const from = opensBoth(context, body, 'whole') ? fromOf(context, body, caseFileId) : null;
      return {
        id: RecordId.parse(id),
        revision,
        actions: body.actions,
        since: body.since,
        from,
        hasReason: from !== null && body.reason !== '',
      };
    },
  );
}

function fromOf(context: ReadContext, { one, other, staffMemberId }: ConflictFlag, caseFileId: string) {
  if (other === null) return staffRef(context, staffMemberId);
  return caseRef(context, isInRecord(context, caseFileId, one) ? other : one);
}

/** What is to be minded with a person now; a flag about a colleague asks for nothing in the house. */
export const actionsOf = (context: ReadContext, caseFileId: string): readonly ConflictAction[] =>
  listRecords(context, conflictFlagKind, 't.id IN (SELECT flag_id FROM kept_apart WHERE case_file_id = ?)', [
    caseFileId,
  ]).flatMap(({ body }) => body.actions);

/** Whether one of these actions is asked for between two people now, whoever of them the flag was raised for. */
export const isKeptApart = (
  { db }: Pick<ReadContext, 'db'>,
  one: string,
  other: string,
  actions: readonly ConflictAction[],
): boolean =>
  db
    .all<{ actions: string }>(
      `SELECT actions FROM kept_apart
       WHERE (case_file_id = $one AND from_case_id = $other) OR (case_file_id = $other AND from_case_id = $one)`,
      { one, other },
    )
    .some((flag) => actions.some((action) => flag.actions.split(' ').includes(action)));

/** The colleagues whom a flag keeps off this case: those who work on a case it is kept apart from, and those it names. */
export function differentWorkers(context: ReadContext, caseFileId: string): ReadonlySet<string> {
  const rows = context.db.all<{ id: string }>(
    `SELECT w.staff_id AS id FROM kept_apart k JOIN works_on w ON w.case_file_id = k.from_case_id
     WHERE k.case_file_id = $case AND k.actions LIKE '%DIFFERENT_WORKER%'
     UNION SELECT from_staff_id FROM kept_apart WHERE case_file_id = $case AND from_staff_id IS NOT NULL`,
    { case: caseFileId },
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who interpreted for a case that this one is kept apart from in any way (domain §4: "has interpreted for a linked case"). */
export function interpretersElsewhere(context: ReadContext, caseFileId: string): ReadonlySet<string> {
  const rows = context.db.all<{ id: string }>(
    `SELECT DISTINCT c.interpreter_id AS id FROM kept_apart k JOIN conversation c ON c.case_file_id = k.from_case_id
     WHERE k.case_file_id = ? AND c.interpreter_id IS NOT NULL`,
    [caseFileId],
  );
  return new Set(rows.map(({ id }) => id));
}
