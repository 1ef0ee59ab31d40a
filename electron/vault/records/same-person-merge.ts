// Two records of one person made one, and parted again within 30 days. The kept case takes over names, languages and how to reach
// her; every other record stays in its case and is read together (one-record.ts). Who works on the other case goes on here.
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, RecordId } from '#shared/ids';
import { isOpen } from '#shared/records/case-status';
import type { Pair, SamePerson, samePersonOperations } from '#shared/records/same-person';
import { mergeRefusal, UNDO_DAYS, whatIsTaken, withoutTaken, withTaken } from '#shared/records/same-person-rules';
import { DAY } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { joinFrom, leaveAgain } from './case-assignment.ts';
import { change, loadCase } from './case-file.ts';
import { mayOpen } from './case-reach.ts';
import { goesOnIn } from './episode-kind.ts';
import { ownRef } from './one-record.ts';
import { loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { mergedOf, pairOf, pairsOf, samePersonKind } from './same-person-kind.ts';

type MergeHandlers = Pick<Handlers<typeof samePersonOperations>, 'pairs' | 'answer' | 'merge' | 'undo'>;

export const samePersonMergeHandlers: MergeHandlers = {
  pairs: (context, { caseFileId }) => shownPairs(context, caseFileId),
  answer: (context, { caseFileId, otherCaseFileId, answer }) => {
    obey(caseFileId === otherCaseFileId ? 'merge-self' : null);
    for (const id of [caseFileId, otherCaseFileId]) loadCase(context, id);
    const known = pairOf(context, caseFileId, otherCaseFileId);
    obey(known?.body.merge == null ? null : 'merge-part');
    const body = known?.body ?? { one: caseFileId, other: otherCaseFileId, merge: null };
    keep(context, known?.id ?? context.newId(), { ...body, answer });
    return shownPairs(context, caseFileId);
  },
  merge: (context, { caseFileId, otherCaseFileId }) => {
    obey(caseFileId === otherCaseFileId ? 'merge-self' : null);
    const isEarlier = [caseFileId, otherCaseFileId].some((id) => goesOnIn(context, id) !== null);
    obey(isEarlier ? 'merge-earlier' : null);
    const pair = pairOf(context, caseFileId, otherCaseFileId);
    const [kept, other] = [loadCase(context, caseFileId), loadCase(context, otherCaseFileId)];
    obey(
      mergeRefusal({
        answer: pair?.body.answer ?? 'NOT_ASKED',
        isPart: isPart(context, caseFileId) || isPart(context, otherCaseFileId) || hasParts(context, otherCaseFileId),
        isApart: isApart(context, caseFileId, otherCaseFileId),
        keptIsOpen: isOpen(kept.body.status),
        otherIsOpen: isOpen(other.body.status),
      }),
    );
    if (pair === undefined) throw new VaultError('not-found');
    const taken = whatIsTaken(kept.body, other.body);
    change(context, caseFileId, (body) => withTaken(body, taken));
    const assignments = joinFrom(context, { from: otherCaseFileId, to: caseFileId }).map((id) => RecordId.parse(id));
    keep(context, pair.id, { ...pair.body, merge: { kept: caseFileId, at: context.now(), taken, assignments } });
    return shownPairs(context, caseFileId);
  },
  undo: (context, { caseFileId, id, basedOn }) => {
    const { body } = loadRecord(context, samePersonKind, id);
    const { merge } = body;
    if (merge === null || ![body.one, body.other].includes(caseFileId)) throw new VaultError('not-found');
    obey(context.now() > undoUntil(merge.at) ? 'merge-over' : null);
    change(context, merge.kept, (kept) => withoutTaken(kept, merge.taken));
    for (const assignment of merge.assignments) leaveAgain(context, assignment);
    keep(context, id, { ...body, merge: null }, basedOn);
    return shownPairs(context, caseFileId);
  },
};

const undoUntil = (mergedAt: number): number => mergedAt + UNDO_DAYS * DAY;

const keep = (context: WriteContext, id: string, body: SamePerson, expectedRevision?: number) =>
  saveRecord(context, samePersonKind, {
    id,
    caseFileId: null,
    body,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  });

const isPart = (context: ReadContext, id: string): boolean =>
  context.db.get('SELECT 1 AS there FROM same_person WHERE merged_id = ?', [id]) !== undefined;
const hasParts = (context: ReadContext, id: string): boolean =>
  context.db.get('SELECT 1 AS there FROM same_person WHERE kept_id = ?', [id]) !== undefined;
const isApart = (context: ReadContext, one: string, other: string): boolean =>
  context.db.get('SELECT 1 AS there FROM kept_apart WHERE case_file_id = ? AND from_case_id = ?', [one, other]) !==
  undefined;

const shownPairs = (context: ReadContext, caseFileId: CaseFileId): Pair[] =>
  pairsOf(context, caseFileId).flatMap((stored) => shown(context, stored, caseFileId));

function shown(context: ReadContext, { id, revision, body }: Stored<SamePerson>, caseFileId: CaseFileId): Pair[] {
  const other = ownRef(context, body.one === caseFileId ? body.other : body.one);
  if (other === null || !mayOpen(context, 'facts', other.caseFileId)) return [];
  const { merge } = body;
  const isOver = merge !== null && context.now() > undoUntil(merge.at);
  return [
    {
      id: RecordId.parse(id),
      revision,
      with: other,
      status: loadCase(context, other.caseFileId).body.status,
      answer: body.answer,
      merged:
        merge === null
          ? null
          : {
              at: merge.at,
              undoUntil: undoUntil(merge.at),
              mayUndo: !isOver,
              isPart: mergedOf(body) === caseFileId,
            },
    },
  ];
}
