// A private room for a talk or a call, at a time (domain §9): with an interpreter or without, with somebody who goes along. No room and
// no interpreter is wanted twice at one time. Whom it is with is told to who may know of that case.
import { z } from 'zod';
import { opening, read, shelterStaff, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, TimeOfDay } from '../time.ts';
import { BasedOn, CaseRef, Revision, StaffRef } from './revision-mark.ts';
import { RoomType } from './room.ts';

/** Rooms that are made for being alone with somebody. */
export const PRIVATE_ROOMS = RoomType.extract(['QUIET', 'COUNSELLING']);

const When = { on: CalendarDate, from: TimeOfDay, to: TimeOfDay };
const Wanted = z.strictObject({
  ...When,
  roomId: RecordId,
  caseFileId: CaseFileId.nullable(),
  interpreterId: RecordId.nullable(),
  /** Somebody of the house brings her there and back. */
  isEscorted: z.boolean(),
  /** What for, without a name. */
  words: z.string().trim().max(80),
});

export const Booking = z.strictObject({ ...Wanted.shape, staffId: StaffMemberId, isCalledOff: z.boolean() });
export type Booking = z.output<typeof Booking>;

export type BookingRefusal =
  | 'booking-past'
  | 'booking-ends-before'
  | 'booking-room'
  | 'booking-taken'
  | 'booking-interpreter'
  | 'booking-not-here';

type Span = Pick<Booking, 'from' | 'to'>;
/** Two that touch do not meet. */
export const meet = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

const EVENING = '22:00';
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): TimeOfDay =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The first time of that day from the one that was wanted on, as long, at which nothing is taken; null when the day is full. */
export function nextFree(wanted: Span, taken: readonly Span[]): Span | null {
  const length = minutesOf(wanted.to) - minutesOf(wanted.from);
  const starts = [wanted.from, ...taken.map(({ to }) => to).filter((to) => to > wanted.from)].sort();
  const spans = starts
    .filter((from) => minutesOf(from) + length <= minutesOf(EVENING))
    .map((from) => ({ from, to: timeOf(minutesOf(from) + length) }));
  return spans.find((span) => !taken.some((one) => meet(span, one))) ?? null;
}

export const ShownBooking = z.strictObject({
  ...When,
  id: RecordId,
  revision: Revision,
  roomId: RecordId,
  /** Null to who may not know of that case, and where it is about none. */
  of: CaseRef.nullable(),
  /** Empty to who may not know of that case. */
  words: z.string().max(80),
  hasInterpreter: z.boolean(),
  isEscorted: z.boolean(),
  staff: StaffRef.nullable(),
  /** Whether the asker may call it off: who booked it, and a director. */
  isOwn: z.boolean(),
});
export type ShownBooking = z.output<typeof ShownBooking>;

const touched = ['booking', 'calendar'];

export const bookingOperations = {
  /** The private rooms, and what is booked on a day, by the clock. */
  day: read(
    shelterStaff,
    z.strictObject({ on: CalendarDate }),
    z.strictObject({
      rooms: z.array(z.strictObject({ id: RecordId, name: z.string().max(80) })),
      bookings: z.array(ShownBooking),
    }),
  ),
  /** When the room and the interpreter are both free, from the time that was wanted on. */
  nextFree: opening(
    'facts',
    read(shelterStaff, Wanted, z.strictObject({ next: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable() })),
  ),
  /** Errors: rule-broken {rule: BookingRefusal | 'interpreter-not-offered'}. */
  add: opening('facts', write(shelterStaff, touched, Wanted, z.strictObject({}))),
  /** Error: not-found to who did not book it, unless a director. */
  callOff: opening(
    'house',
    write(shelterStaff, touched, z.strictObject({ bookingId: RecordId, basedOn: BasedOn }), z.strictObject({})),
  ),
};
export type Wanted = z.output<typeof Wanted>;
