// Who had a place in a group, and who went along with whom, is known thirty days longer and then no more (domain §16). What a hold
// keeps stays as long as the hold does.
import { addDays } from '#shared/time';
import { ERASED } from '../audit/chain.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { isHeld } from '../records/legal-hold.ts';
import { mentorPairKind } from '../records/mentor-pair.ts';
import { groupPlaceKind } from '../records/peer-group-kind.ts';
import { eraseRecords, listRecords, type NamedRecord } from '../records/record-kind.ts';

/** Days after somebody gave up a place, or a pair ended. */
export const LIST_DAYS = 30;

/** What has had its time. */
function dueLists(context: Pick<ReadContext, 'db' | 'today'>): NamedRecord[] {
  const until = addDays(context.today(), -LIST_DAYS);
  const places = listRecords(context, groupPlaceKind, 't.ended_on <= ?', [until]).map(({ id, body }) => ({
    ...{ kind: groupPlaceKind.kind, id },
    of: [body.caseFileId],
  }));
  const pairs = listRecords(context, mentorPairKind, 't.ended_on <= ?', [until]).map(({ id, body }) => ({
    ...{ kind: mentorPairKind.kind, id },
    of: [body.mentor, body.mentee],
  }));
  return [...places, ...pairs]
    .filter(({ of }) => !of.some((caseFileId) => isHeld(context, caseFileId)))
    .map(({ kind, id }) => ({ kind, id }));
}

export const listsDue = (context: Pick<ReadContext, 'db' | 'today'>): boolean => dueLists(context).length > 0;

/** Takes them out, says so in the chain, and marks the file as one that is to be written anew. */
export function forgetLists(context: WriteContext): void {
  const due = dueLists(context);
  eraseRecords(context, due);
  for (const { id: recordId } of due) context.note(ERASED, { recordId });
  context.db.run('UPDATE vault_state SET unswept = 1');
}
