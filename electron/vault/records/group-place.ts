// Places in groups: whether somebody may be asked, and who hears how much of whom. What it refuses never says because of whom.
import { VaultError } from '#shared/contract/errors';
import { isAmong, groupWorkers } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import { isHere, isOpen } from '#shared/records/case-status';
import { nameToSay } from '#shared/records/names';
import type {
  GroupPeople,
  GroupPlace,
  groupPlaceOperations,
  OwnPlaces,
  PlaceRefusal,
} from '#shared/records/group-place';
import type { PeerGroup } from '#shared/records/peer-group';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseFileKind } from './case-file-kind.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { isKeptApart } from './conflict-flag.ts';
import { goingOn } from './peer-group.ts';
import { endPlace, freeIn, groupPlaceKind, isAmongThem, peerGroupKind, placesIn, placesOf } from './peer-group-kind.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';

export const groupPlaceHandlers: Handlers<typeof groupPlaceOperations> = {
  ofGroup: (context, { groupId }) => peopleOf(context, groupId),
  ofCase: (context, { caseFileId }) => ownPlaces(context, caseRef(context, caseFileId).caseFileId),
  invite: (context, { caseFileId: asked, groupId, waits }) => {
    const { caseFileId } = caseRef(context, asked);
    const group = goingOn(context, groupId);
    obey(personRefusal(context, group, caseFileId));
    obey(waits ? null : roomRefusal(context, group, caseFileId));
    const state = waits ? 'WAITING' : 'ASKED';
    const free = { attendance: 'NOT_ASKED' as const, since: context.today(), endedOn: null };
    keep(context, context.newId(), { caseFileId, groupId, state, ...free }, 0);
    return {};
  },
  move: (context, { placeId, basedOn, to }) => {
    const { body } = placeOf(context, placeId);
    const group = goingOn(context, body.groupId);
    obey(isHereFor(context, group.body, body.caseFileId) ? null : 'group-not-here');
    obey(body.state === 'WAITING' ? roomRefusal(context, group, body.caseFileId) : null);
    keep(context, placeId, { ...body, state: to }, basedOn);
    return {};
  },
  end: (context, { placeId, basedOn }) => {
    endPlace(context, placeOf(context, placeId), basedOn);
    return {};
  },
  attend: (context, { placeId, basedOn, attendance }) => {
    const { body } = placeOf(context, placeId);
    keep(context, placeId, { ...body, attendance }, basedOn);
    return {};
  },
};

const keep = (context: WriteContext, id: string, body: GroupPlace, expectedRevision: number) =>
  saveRecord(context, groupPlaceKind, { id, caseFileId: body.caseFileId, body, expectedRevision });

/** Throws `not-found` for a place that was given up, and to a case worker for one of a case she does not work on. */
function placeOf(context: ReadContext, placeId: string): Stored<GroupPlace> {
  const stored = loadRecord(context, groupPlaceKind, placeId);
  const leads = isAmong(context.staffMember.role, groupWorkers);
  if (stored.body.endedOn !== null || !(leads || mayOpen(context, 'facts', stored.body.caseFileId)))
    throw new VaultError('not-found');
  return stored;
}

/** Whoever has moved on may still come to a group of those who have. */
function isHereFor(context: ReadContext, { type }: PeerGroup, caseFileId: string): boolean {
  const { status } = loadRecord(context, caseFileKind, caseFileId).body;
  return isHere(status) || (type === 'ALUMNI' && status !== 'INQUIRY' && isOpen(status));
}

function personRefusal(context: ReadContext, group: Stored<PeerGroup>, caseFileId: string): PlaceRefusal | null {
  if (!isHereFor(context, group.body, caseFileId)) return 'group-not-here';
  const isThere = placesOf(context, caseFileId).some(({ body }) => body.groupId === group.id);
  return isThere ? 'group-twice' : null;
}

/** Who must not be in one room must not be in one group either (scenario §24 no. 17). */
function roomRefusal(context: ReadContext, group: Stored<PeerGroup>, caseFileId: string): PlaceRefusal | null {
  const places = placesIn(context, group.id);
  if (isApartIn(context, places, caseFileId)) return 'group-apart';
  return freeIn(group.body, places) === 0 ? 'group-full' : null;
}

const isApartIn = (context: ReadContext, places: readonly Stored<GroupPlace>[], caseFileId: string): boolean =>
  places
    .filter(isAmongThem)
    .some(({ body }) =>
      isKeptApart(context, caseFileId, body.caseFileId, ['DIFFERENT_GROUP', 'DO_NOT_PLACE_TOGETHER']),
    );

const place = ({ id, revision, body }: Stored<GroupPlace>) => ({
  placeId: RecordId.parse(id),
  revision,
  since: body.since,
});

function peopleOf(context: ReadContext, groupId: string): GroupPeople {
  const places = placesIn(context, loadRecord(context, peerGroupKind, groupId).id);
  const people = places.filter(isAmongThem).map((stored) => ({
    ...place(stored),
    firstName: firstName(context, stored.body.caseFileId),
    state: stored.body.state,
    attendance: stored.body.attendance,
    isApart: isApartIn(context, places, stored.body.caseFileId),
  }));
  const waiting = places
    .filter((stored) => !isAmongThem(stored))
    .map((stored) => ({ ...place(stored), caseNumber: caseRef(context, stored.body.caseFileId).caseNumber }));
  return { people: people.sort((one, other) => one.firstName.localeCompare(other.firstName)), waiting };
}

/** domain §0: who leads a group hears a first name, one that is safe to say aloud. */
function firstName(context: ReadContext, caseFileId: string): string {
  const name = nameToSay(loadRecord(context, caseFileKind, caseRef(context, caseFileId).caseFileId).body);
  return name.trim().split(/\s+/)[0] ?? '';
}

function ownPlaces(context: ReadContext, caseFileId: string): OwnPlaces {
  const groups = listRecords(context, peerGroupKind, 't.ended_on IS NULL').sort((one, other) =>
    one.body.name.localeCompare(other.body.name),
  );
  const own = placesOf(context, caseFileId);
  const places = own.map((stored) => ({
    ...place(stored),
    groupId: stored.body.groupId,
    name: loadRecord(context, peerGroupKind, stored.body.groupId).body.name,
    state: stored.body.state,
    attendance: stored.body.attendance,
    isApart: isApartIn(context, placesIn(context, stored.body.groupId), stored.body.caseFileId),
  }));
  const choices = groups
    .filter(({ id }) => !own.some(({ body }) => body.groupId === id))
    .map((group) => ({
      groupId: RecordId.parse(group.id),
      name: group.body.name,
      type: group.body.type,
      free: freeIn(group.body, placesIn(context, group.id)),
      refusal: personRefusal(context, group, caseFileId) ?? roomRefusal(context, group, caseFileId),
    }));
  return { places, choices };
}
