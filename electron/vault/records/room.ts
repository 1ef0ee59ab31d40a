// Rooms and beds in the vault. A bed in which somebody sleeps is neither taken away nor closed.
import { RecordId } from '#shared/ids';
import { Bed, Room, type roomOperations } from '#shared/records/room';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const roomKind = recordKind<Room>({
  kind: 'room',
  schema: Room,
  table: 'room',
  columns: (body) => ({ storey: body.storey, place: body.place }),
});

export const bedKind = recordKind<Bed>({
  kind: 'bed',
  schema: Bed,
  table: 'bed',
  columns: (body) => ({
    room_id: body.roomId,
    code: body.code,
    since_on: body.since,
    removed_on: body.removedOn,
  }),
});

export const roomHandlers: Handlers<typeof roomOperations> = {
  list: (context) => ({
    rooms: roomsOf(context).map((stored) => shown(context, stored)),
    beds: bedsOf(context).map((stored) => shown(context, stored)),
  }),
  save: (context, { roomId, basedOn, room }) => {
    const beds = roomId === null ? 0 : bedsOf(context).filter(({ body }) => body.roomId === roomId).length;
    obey(beds > room.capacity ? 'room-small' : null);
    const record = { id: roomId ?? context.newId(), caseFileId: null, body: room, expectedRevision: basedOn };
    return shown(context, saveRecord(context, roomKind, record));
  },
  addBed: (context, { roomId, code }) => {
    const { capacity } = loadRecord(context, roomKind, roomId).body;
    const beds = bedsOf(context);
    obey(beds.some(({ body }) => body.code === code) ? 'bed-code' : null);
    obey(beds.filter(({ body }) => body.roomId === roomId).length >= capacity ? 'room-small' : null);
    const body: Bed = { roomId, code, since: context.today(), removedOn: null, beingMadeSince: null, closings: [] };
    return shown(context, saveRecord(context, bedKind, { id: context.newId(), caseFileId: null, body }));
  },
  removeBed: (context, { bedId, basedOn }) => {
    const { body } = loadRecord(context, bedKind, bedId);
    obey(isInUse(context, bedId) ? 'bed-in-use' : null);
    saveBed(context, bedId, { ...body, removedOn: context.today() }, basedOn);
    return {};
  },
  bedReady: (context, { bedId, basedOn }) => {
    const { body } = loadRecord(context, bedKind, bedId);
    return shown(context, saveBed(context, bedId, { ...body, beingMadeSince: null }, basedOn));
  },
  closeBed: (context, { bedId, basedOn, reason }) => {
    const { body } = loadRecord(context, bedKind, bedId);
    obey(isInUse(context, bedId) ? 'bed-in-use' : null);
    obey(body.closings.some(({ to }) => to === null) ? 'bed-closed-before' : null);
    const closings = [...body.closings, { from: context.today(), to: null, reason }];
    return shown(context, saveBed(context, bedId, { ...body, closings }, basedOn));
  },
  openBed: (context, { bedId, basedOn }) => {
    const { body } = loadRecord(context, bedKind, bedId);
    const closings = body.closings.map((one) => (one.to === null ? { ...one, to: context.today() } : one));
    return shown(context, saveBed(context, bedId, { ...body, closings }, basedOn));
  },
};

/** Every room, as drawn: from the ground up, from the door on. */
export const roomsOf = (context: Pick<ReadContext, 'db'>): Stored<Room>[] =>
  listRecords(context, roomKind, '1 = 1 ORDER BY t.storey, t.place, t.id');

/** The beds that there are now. */
export const bedsOf = (context: Pick<ReadContext, 'db'>): Stored<Bed>[] =>
  listRecords(context, bedKind, 't.removed_on IS NULL ORDER BY t.code, t.id');

/** Every bed that there ever was: what nights are counted by. */
export const bedsEver = (context: Pick<ReadContext, 'db'>): Stored<Bed>[] =>
  listRecords(context, bedKind, '1 = 1 ORDER BY t.code, t.id');

/** `expectedRevision` as in `saveRecord`; left out where the bed follows from a stay. */
export const saveBed = (context: WriteContext, id: string, body: Bed, expectedRevision?: number): Stored<Bed> =>
  saveRecord(context, bedKind, {
    id,
    caseFileId: null,
    body,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  });

/** Somebody sleeps there, will, or it is held. */
function isInUse(context: ReadContext, bedId: string): boolean {
  const used = context.db.get(
    `SELECT 1 AS used FROM stay WHERE bed_id = $bedId AND left_on IS NULL
     UNION ALL SELECT 1 FROM bed_hold WHERE bed_id = $bedId AND ended_at IS NULL AND until_at > $now`,
    { bedId, now: context.now() },
  );
  return used !== undefined;
}

const shown = <Body extends Room | Bed>(context: ReadContext, stored: Stored<Body>) => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
