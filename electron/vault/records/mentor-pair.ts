// Mentor pairs in the vault, kept for two cases as everything is that belongs to both.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { isHere, isOpen } from '#shared/records/case-status';
import { MentorPair, type mentorPairOperations, type PairRefusal, type ShownPair } from '#shared/records/mentor-pair';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseFileKind } from './case-file-kind.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { isKeptApart } from './conflict-flag.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';

export const mentorPairKind = recordKind<MentorPair>({
  kind: 'mentor-pair',
  schema: MentorPair,
  table: 'mentor_pair',
  columns: (body) => ({ mentor_case_id: body.mentor, mentee_case_id: body.mentee, ended_on: body.endedOn }),
});

export const mentorPairHandlers: Handlers<typeof mentorPairOperations> = {
  list: (context, { caseFileId }) => shownOf(context, caseRef(context, caseFileId).caseFileId),
  add: (context, { caseFileId, otherCaseFileId, isMentor, bothSaidYes, limits }) => {
    const hers = caseRef(context, caseFileId).caseFileId;
    const theirs = caseRef(context, otherCaseFileId).caseFileId;
    const pair = isMentor ? { mentor: hers, mentee: theirs } : { mentor: theirs, mentee: hers };
    obey(bothSaidYes ? refusal(context, pair) : 'pair-yes');
    const body = { ...pair, limits, since: context.today(), endedOn: null };
    saveRecord(context, mentorPairKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 });
    return shownOf(context, hers);
  },
  end: (context, { caseFileId, id, basedOn }) => {
    const hers = caseRef(context, caseFileId).caseFileId;
    const pair = pairsOf(context, hers).find((one) => one.id === id);
    if (pair === undefined) throw new VaultError('not-found');
    endPair(context, pair, basedOn);
    return shownOf(context, hers);
  },
};

type Two = Pick<MentorPair, 'mentor' | 'mentee'>;

function refusal(context: ReadContext, { mentor, mentee }: Two): PairRefusal | null {
  if (mentor === mentee) return 'pair-self';
  const statusOf = (id: string) => loadRecord(context, caseFileKind, id).body.status;
  const mayGoAlong = isOpen(statusOf(mentor)) && statusOf(mentor) !== 'INQUIRY';
  if (!mayGoAlong || !isHere(statusOf(mentee))) return 'pair-not-here';
  if (pairsOf(context, mentor).some(({ body }) => [body.mentor, body.mentee].includes(mentee))) return 'pair-known';
  const apart = isKeptApart(context, mentor, mentee, ['DIFFERENT_GROUP', 'DO_NOT_PLACE_TOGETHER']);
  return apart ? 'pair-apart' : null;
}

/** Pairs that go on. */
export const pairsOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): Stored<MentorPair>[] =>
  listRecords(
    context,
    mentorPairKind,
    't.ended_on IS NULL AND $case IN (t.mentor_case_id, t.mentee_case_id) ORDER BY t.id DESC',
    { case: caseFileId },
  );

export function endPair(context: WriteContext, { id, body }: Stored<MentorPair>, expectedRevision: number): void {
  const after = { ...body, endedOn: context.today() };
  saveRecord(context, mentorPairKind, { id, caseFileId: null, body: after, expectedRevision });
}

const shownOf = (context: ReadContext, caseFileId: string): ShownPair[] =>
  pairsOf(context, caseFileId).map(({ id, revision, body }) => {
    const isMentor = body.mentor === caseFileId;
    const other = isMentor ? body.mentee : body.mentor;
    return {
      id: RecordId.parse(id),
      revision,
      isMentor,
      with: mayOpen(context, 'facts', other) ? caseRef(context, other) : null,
      limits: body.limits,
      since: body.since,
    };
  });
