// Groups in the vault. One that is over takes nobody and meets no more.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import type { PeerGroup, peerGroupOperations, StoredGroup } from '#shared/records/peer-group';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { endPlace, freeIn, isAmongThem, peerGroupKind, placesIn } from './peer-group-kind.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';

export const peerGroupHandlers: Handlers<typeof peerGroupOperations> = {
  list: (context) =>
    listRecords(context, peerGroupKind, '1 = 1')
      .map((stored) => shown(context, stored))
      .sort(byName),
  save: (context, { groupId, basedOn, group }) => {
    const before = groupId === null ? null : goingOn(context, groupId).body;
    if (group.facilitatorIds.some((id) => staffRef(context, id) === null)) throw new VaultError('not-found');
    const there = groupId === null ? 0 : placesIn(context, groupId).filter(isAmongThem).length;
    obey(there > group.capacity ? 'group-small' : null);
    const body = { ...group, since: before?.since ?? context.today(), endedOn: null };
    const id = groupId ?? context.newId();
    return shown(
      context,
      saveRecord(context, peerGroupKind, { id, caseFileId: null, body, expectedRevision: basedOn }),
    );
  },
  end: (context, { groupId, basedOn }) => {
    const { body } = goingOn(context, groupId);
    for (const place of placesIn(context, groupId)) endPlace(context, place, place.revision);
    const after = { ...body, endedOn: context.today() };
    saveRecord(context, peerGroupKind, { id: groupId, caseFileId: null, body: after, expectedRevision: basedOn });
    return {};
  },
};

/** Throws `not-found`, and `rule-broken {rule: 'group-over'}` for one that has ended. */
export function goingOn(context: Pick<ReadContext, 'db'>, groupId: string): Stored<PeerGroup> {
  const stored = loadRecord(context, peerGroupKind, groupId);
  obey(stored.body.endedOn === null ? null : 'group-over');
  return stored;
}

const byName = (one: StoredGroup, other: StoredGroup): number =>
  Number(one.endedOn !== null) - Number(other.endedOn !== null) || one.name.localeCompare(other.name);

function shown(context: ReadContext, stored: Stored<PeerGroup>): StoredGroup {
  const places = placesIn(context, stored.id);
  return {
    ...stored.body,
    ...revisionMark(context, stored),
    id: RecordId.parse(stored.id),
    facilitators: stored.body.facilitatorIds.map((id) => staffRef(context, id)).filter((ref) => ref !== null),
    free: freeIn(stored.body, places),
    waiting: places.filter((place) => !isAmongThem(place)).length,
  };
}
