// The board of a night: every bed with what is the matter with it, and what to keep in mind with those who sleep here.
import { RecordId } from '#shared/ids';
import { holdsNight, nightsSoFar } from '#shared/records/bed-nights';
import type { Bed } from '#shared/records/room';
import type { Board, BoardBed, Minded } from '#shared/records/stay';
import { addDays, type CalendarDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { caseFileKind } from './case-file-kind.ts';
import { named } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { houseMind } from './case-summary.ts';
import { loadRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';
import { houseNights, type HouseNights } from './placement.ts';
import { nightsOf } from './stay-kind.ts';

export function boardOf(context: ReadContext, on: CalendarDate): Board {
  const house = houseNights(context, on);
  const rooms = house.rooms.map(({ id, body, ...stored }) => ({
    room: { ...body, ...revisionMark(context, { id, body, ...stored }), id: RecordId.parse(id) },
    beds: house.beds
      .filter((bed) => bed.body.roomId === id && wasThere(bed.body, on))
      .map((bed) => boardBed(context, house, bed, on)),
  }));
  return {
    on,
    rooms,
    minded: minded(
      context,
      rooms.flatMap(({ beds }) => beds),
    ),
  };
}

const wasThere = ({ since, removedOn }: Bed, on: CalendarDate): boolean =>
  holdsNight({ from: since, to: removedOn }, on) || (removedOn === null && on < since);

function boardBed(
  context: ReadContext,
  house: HouseNights,
  { id, revision, body }: Stored<Bed>,
  on: CalendarDate,
): BoardBed {
  const isTonight = on === context.today();
  const stay = shownStay(context, house, id, on);
  const hold = isTonight && stay === null ? shownHold(context, house, id) : null;
  const closed = body.closings.find((one) => holdsNight(one, on))?.reason ?? null;
  const state =
    stay !== null
      ? 'TAKEN'
      : closed !== null
        ? 'CLOSED'
        : hold !== null
          ? 'HELD'
          : isTonight && body.beingMadeSince !== null
            ? 'BEING_MADE'
            : 'FREE';
  return { bedId: RecordId.parse(id), revision, code: body.code, state, stay, hold, closed };
}

function shownStay(context: ReadContext, { stays }: HouseNights, bedId: string, on: CalendarDate): BoardBed['stay'] {
  const today = context.today();
  const found = stays.find(({ body }) => body.bedId === bedId && holdsNight(nightsOf(body, today), on));
  if (found === undefined) return null;
  const { id, revision, body } = found;
  const nights = nightsSoFar(nightsOf(body, today), addDays(today, 1));
  const of = named(context, caseRef(context, body.caseFileId));
  return { id: RecordId.parse(id), revision, of, from: body.from, until: body.until, nights };
}

function shownHold(context: ReadContext, { holds }: HouseNights, bedId: string): BoardBed['hold'] {
  const found = holds.find(({ body }) => body.bedId === bedId);
  if (found === undefined) return null;
  const { id, revision, body } = found;
  const of = body.caseFileId === null ? null : caseRef(context, body.caseFileId);
  return { id: RecordId.parse(id), revision, of, words: body.words, until: body.until };
}

/** Those who sleep here and with whom there is something to mind. */
const minded = (context: ReadContext, beds: readonly BoardBed[]): Minded[] =>
  beds.flatMap(({ stay }) => {
    if (stay === null) return [];
    const { caseFileId } = stay.of;
    const mind = houseMind(context, caseFileId);
    const lines = loadRecord(context, caseFileKind, caseFileId).body.goodToKnow;
    return mind.length + lines.length === 0 ? [] : [{ of: stay.of, mind, lines }];
  });
