// Groups and places in them as records, and the questions that several rules ask of them.
import { GroupPlace } from '#shared/records/group-place';
import { PeerGroup } from '#shared/records/peer-group';
import type { ReadContext, WriteContext } from '../context.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';

export const peerGroupKind = recordKind<PeerGroup>({
  kind: 'peer-group',
  schema: PeerGroup,
  table: 'peer_group',
  columns: (body) => ({ ended_on: body.endedOn }),
});

export const groupPlaceKind = recordKind<GroupPlace>({
  kind: 'group-place',
  schema: GroupPlace,
  table: 'group_place',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    group_id: body.groupId,
    state: body.state,
    attendance: body.attendance,
    ended_on: body.endedOn,
  }),
});

type Reader = Pick<ReadContext, 'db'>;

/** Every place that somebody has, is asked to take or waits for, the longest first. */
export const placesIn = (context: Reader, groupId: string): Stored<GroupPlace>[] =>
  listRecords(context, groupPlaceKind, 't.group_id = ? AND t.ended_on IS NULL ORDER BY t.id', [groupId]);

/** Every place of a person now. */
export const placesOf = (context: Reader, caseFileId: string): Stored<GroupPlace>[] =>
  listRecords(context, groupPlaceKind, `t.ended_on IS NULL AND t.case_file_id IN (${ALL_PARTS}) ORDER BY t.id`, {
    case: caseFileId,
  });

/** She is there or may come at any time: whoever only waits takes nobody's place, and nobody meets her there. */
export const isAmongThem = ({ body }: Stored<GroupPlace>): boolean => body.state !== 'WAITING';

export const freeIn = ({ capacity }: PeerGroup, places: readonly Stored<GroupPlace>[]): number =>
  Math.max(0, capacity - places.filter(isAmongThem).length);

export function endPlace(context: WriteContext, { id, body }: Stored<GroupPlace>, expectedRevision: number): void {
  const after = { ...body, endedOn: context.today() };
  saveRecord(context, groupPlaceKind, { id, caseFileId: body.caseFileId, body: after, expectedRevision });
}
