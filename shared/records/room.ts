// The rooms and beds of the house (domain §9). What the house is called stands everywhere; where it is stands nowhere in the program,
// because an address that is not kept cannot leak.
import { z } from 'zod';
import { boardViewers, boardWorkers, directorOnly, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

export const RoomType = z.enum([
  'SINGLE',
  'SHARED',
  'FAMILY',
  'ACCESSIBLE',
  'QUIET',
  'ISOLATION_HEALTH',
  'COUNSELLING',
]);
export type RoomType = z.output<typeof RoomType>;

export const Room = z.strictObject({
  /** What the house is called by those who live in it, never where it is. */
  site: z.string().trim().max(80),
  name: z.string().trim().min(1).max(80),
  type: RoomType,
  lockable: z.boolean(),
  ownBathroom: z.boolean(),
  stepFree: z.boolean(),
  /** Of the door, in centimetres. */
  doorWidth: z.int().min(40).max(300).nullable(),
  visualAlarm: z.boolean(),
  cribSpace: z.boolean(),
  /** People who may sleep here by the fire rules. */
  capacity: z.int().min(1).max(40),
  /** Where it is drawn: storeys are counted from the ground, rooms from the door. */
  storey: z.int().min(0).max(9),
  place: z.int().min(0).max(99),
});
export type Room = z.output<typeof Room>;

/** Nights on which a bed cannot be had, and why. `to` is null while that goes on. */
export const Closing = z.strictObject({
  from: CalendarDate,
  to: CalendarDate.nullable(),
  reason: z.string().trim().min(1).max(200),
});
export type Closing = z.output<typeof Closing>;

export const Bed = z.strictObject({
  roomId: RecordId,
  code: z.string().trim().min(1).max(12),
  since: CalendarDate,
  removedOn: CalendarDate.nullable(),
  /** Somebody left and it is not made yet. */
  beingMadeSince: Instant.nullable(),
  closings: z.array(Closing).max(1_000),
});
export type Bed = z.output<typeof Bed>;

export const StoredRoom = z.strictObject({ ...Room.shape, ...RevisionMark.shape, id: RecordId });
export type StoredRoom = z.output<typeof StoredRoom>;
export const StoredBed = z.strictObject({ ...Bed.shape, ...RevisionMark.shape, id: RecordId });
export type StoredBed = z.output<typeof StoredBed>;

export const House = z.strictObject({ rooms: z.array(StoredRoom), beds: z.array(StoredBed) });
export type House = z.output<typeof House>;

export type RoomRefusal = 'bed-in-use' | 'bed-code' | 'room-small' | 'bed-closed-before';

const touched = ['room', 'stay'];
const OfBed = { bedId: RecordId, basedOn: BasedOn };

export const roomOperations = {
  /** Rooms as they are drawn, and the beds that there are. */
  list: read(boardViewers, z.strictObject({}), House),
  /** Error: rule-broken {rule: 'room-small'} when more beds stand there than people may sleep there. */
  save: write(
    directorOnly,
    touched,
    z.strictObject({ roomId: RecordId.nullable(), basedOn: BasedOn, room: Room }),
    StoredRoom,
  ),
  /** Errors: rule-broken {rule: 'bed-code' | 'room-small'}. */
  addBed: write(directorOnly, touched, z.strictObject({ roomId: RecordId, code: Bed.shape.code }), StoredBed),
  /** Errors: rule-broken {rule: 'bed-in-use'}, conflict. */
  removeBed: write(directorOnly, touched, z.strictObject(OfBed), z.strictObject({})),
  bedReady: write(boardWorkers, touched, z.strictObject(OfBed), StoredBed),
  /** From today on. Errors: rule-broken {rule: 'bed-in-use' | 'bed-closed-before'}. */
  closeBed: write(boardWorkers, touched, z.strictObject({ ...OfBed, reason: Closing.shape.reason }), StoredBed),
  openBed: write(boardWorkers, touched, z.strictObject(OfBed), StoredBed),
};
