// Private rooms at a time. Everything of a day is read to answer, because what must not meet is the room as well as the interpreter.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  Booking,
  type bookingOperations,
  type BookingRefusal,
  meet,
  nextFree,
  PRIVATE_ROOMS,
  type ShownBooking,
  type Wanted,
} from '#shared/records/booking';
import { isHere } from '#shared/records/case-status';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { loadCase } from './case-file.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { offeredFor } from './interpreter.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';
import { roomKind, roomsOf } from './room.ts';

export const bookingKind = recordKind<Booking>({
  kind: 'booking',
  schema: Booking,
  table: 'booking',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    room_id: body.roomId,
    interpreter_id: body.interpreterId,
    staff_id: body.staffId,
    on_day: body.on,
    is_called_off: Number(body.isCalledOff),
  }),
});

export const bookingHandlers: Handlers<typeof bookingOperations> = {
  day: (context, { on }) => ({
    rooms: roomsOf(context)
      .filter(({ body }) => PRIVATE_ROOMS.safeParse(body.type).success)
      .map(({ id, body }) => ({ id: RecordId.parse(id), name: body.name })),
    bookings: bookingsBetween(context, on, on)
      .map((stored) => shown(context, stored))
      .sort((one, other) => one.from.localeCompare(other.from)),
  }),
  nextFree: (context, wanted) => ({
    next: nextFree(
      wanted,
      inTheWay(context, wanted).map(({ body }) => body),
    ),
  }),
  add: (context, wanted) => {
    obey(refusal(context, wanted));
    const { caseFileId, interpreterId } = wanted;
    const isOffered =
      interpreterId === null ||
      (caseFileId !== null && offeredFor(context, caseFileId).some(({ id }) => id === interpreterId));
    obey(isOffered ? null : 'interpreter-not-offered');
    const body: Booking = { ...wanted, staffId: context.staffMember.id, isCalledOff: false };
    saveRecord(context, bookingKind, { id: context.newId(), caseFileId, body });
    return {};
  },
  callOff: (context, { bookingId, basedOn }) => {
    const stored = loadRecord(context, bookingKind, bookingId);
    if (stored.body.isCalledOff || !isOwn(context, stored.body)) throw new VaultError('not-found');
    const body = { ...stored.body, isCalledOff: true };
    saveRecord(context, bookingKind, {
      ...{ id: bookingId, caseFileId: body.caseFileId, body },
      expectedRevision: basedOn,
    });
    return {};
  },
};

/** What is booked between two days and not called off. */
export const bookingsBetween = (context: Pick<ReadContext, 'db'>, from: string, to: string): Stored<Booking>[] =>
  listRecords(context, bookingKind, 't.is_called_off = 0 AND t.on_day BETWEEN ? AND ? ORDER BY t.on_day, t.id', [
    from,
    to,
  ]);

/** That day, in that room or with that interpreter. */
const inTheWay = (context: ReadContext, { on, roomId, interpreterId }: Wanted): Stored<Booking>[] =>
  bookingsBetween(context, on, on).filter(
    ({ body }) => body.roomId === roomId || (interpreterId !== null && body.interpreterId === interpreterId),
  );

function refusal(context: ReadContext, wanted: Wanted): BookingRefusal | null {
  const { on, from, to, roomId, caseFileId } = wanted;
  if (on < context.today()) return 'booking-past';
  if (to <= from) return 'booking-ends-before';
  if (!PRIVATE_ROOMS.safeParse(loadRecord(context, roomKind, roomId).body.type).success) return 'booking-room';
  if (caseFileId !== null && !isHere(loadCase(context, caseFileId).body.status)) return 'booking-not-here';
  const met = inTheWay(context, wanted).filter(({ body }) => meet(wanted, body));
  if (met.some(({ body }) => body.roomId === roomId)) return 'booking-taken';
  return met.length > 0 ? 'booking-interpreter' : null;
}

const isOwn = ({ staffMember }: ReadContext, { staffId }: Booking): boolean =>
  staffMember.role === 'director' || staffMember.id === staffId;

function shown(context: ReadContext, { id, revision, body }: Stored<Booking>): ShownBooking {
  const { on, from, to, roomId, caseFileId, interpreterId, isEscorted, words, staffId } = body;
  const knows = caseFileId === null || mayOpen(context, 'facts', caseFileId);
  return {
    ...{ id: RecordId.parse(id), revision, on, from, to, roomId, isEscorted },
    of: caseFileId !== null && knows ? caseRef(context, caseFileId) : null,
    words: knows ? words : '',
    hasInterpreter: interpreterId !== null,
    staff: staffRef(context, staffId),
    isOwn: isOwn(context, body),
  };
}
