// Whether somebody may sleep in a bed (domain §9): one person for a bed and a night, the fire limit, nobody under 18 with adults who
// do not belong to her, nobody with whom she must not be. What it refuses never says because of whom.
import { VaultError } from '#shared/contract/errors';
import { holdsNight, shareANight, type Span } from '#shared/records/bed-nights';
import type { CaseFile } from '#shared/records/case-file';
import { isHere } from '#shared/records/case-status';
import { countsAsMinor } from '#shared/records/minority';
import type { Bed, Room } from '#shared/records/room';
import type { BedHold, Stay, StayRefusal, StayWarning } from '#shared/records/stay';
import type { ReadContext } from '../context.ts';
import { caseFileKind } from './case-file-kind.ts';
import { isKeptApart } from './conflict-flag.ts';
import { minorityOf } from './minority.ts';
import { ALL_PARTS } from './one-record.ts';
import { loadRecord, type Stored } from './record-kind.ts';
import { bedsEver, roomsOf } from './room.ts';
import { holdsNow, nightsOf, staysFrom } from './stay-kind.ts';

/** What is asked: these nights in this bed. */
export interface Wish {
  readonly caseFileId: string;
  readonly span: Span;
  /** A hold that is taken up by it. */
  readonly holdId: string | null;
  /** The stay that ends with it, when she moves. */
  readonly instead: string | null;
}

/** The house as it is from the first night on, read once for all beds. */
export interface HouseNights {
  readonly rooms: readonly Stored<Room>[];
  readonly beds: readonly Stored<Bed>[];
  readonly stays: readonly Stored<Stay>[];
  readonly holds: readonly Stored<BedHold>[];
}

export const houseNights = (context: ReadContext, from: string): HouseNights => ({
  rooms: roomsOf(context),
  beds: bedsEver(context),
  stays: staysFrom(context, from),
  holds: holdsNow(context),
});

/** Why this person may not have these nights at all, wherever; or null. */
export function personRefusal(context: ReadContext, house: HouseNights, wish: Wish): StayRefusal | null {
  const { status, openedOn } = caseOf(context, wish.caseFileId);
  if (!isHere(status)) return 'stay-not-here';
  if (wish.span.from < openedOn) return 'stay-before-arrival';
  if (wish.span.to !== null && wish.span.to <= wish.span.from) return 'stay-ends-before';
  const own = partsOf(context, wish.caseFileId);
  return others(context, house, wish).some(({ body }) => own.has(body.caseFileId)) ? 'stay-twice' : null;
}

/** Why it may not be this bed, or null. */
export function bedRefusal(context: ReadContext, house: HouseNights, bedId: string, wish: Wish): StayRefusal | null {
  const bed = bedOf(house, bedId).body;
  const isTonight = holdsNight(wish.span, context.today());
  if (bed.removedOn !== null) return 'bed-gone';
  if (bed.closings.some(({ from, to }) => shareANight(wish.span, { from, to }))) return 'bed-closed';
  if (others(context, house, wish).some(({ body }) => body.bedId === bedId)) return 'bed-taken';
  if (isTonight && house.holds.some(({ id, body }) => body.bedId === bedId && id !== wish.holdId)) return 'bed-held';
  if (isTonight && bed.beingMadeSince !== null) return 'bed-being-made';
  return roomRefusal(context, house, bed.roomId, wish);
}

function roomRefusal(context: ReadContext, house: HouseNights, roomId: string, wish: Wish): StayRefusal | null {
  const beside = besideIn(context, house, roomId, wish);
  const room = house.rooms.find(({ id }) => id === roomId);
  if (beside.length >= (room?.body.capacity ?? 0)) return 'room-full';
  if (beside.some((other) => isKeptApart(context, wish.caseFileId, other, ['DO_NOT_PLACE_TOGETHER'])))
    return 'room-apart';
  return beside.some((other) => isStrangersRoom(context, wish.caseFileId, other)) ? 'room-minor' : null;
}

/** What should be looked at first, though it does not forbid. */
export function warningsOf(context: ReadContext, house: HouseNights, bedId: string, wish: Wish): StayWarning[] {
  const { roomId } = bedOf(house, bedId).body;
  const room = house.rooms.find(({ id }) => id === roomId);
  const needsAccess = caseOf(context, wish.caseFileId).goodToKnow.some(({ kind }) => kind === 'access');
  const beside = besideIn(context, house, roomId, wish);
  const elsewhere = others(context, house, wish)
    .map(({ body }) => body.caseFileId)
    .filter((id) => !beside.includes(id) && belongTogether(context, wish.caseFileId, id));
  return [
    ...(needsAccess && room?.body.stepFree !== true ? (['ACCESS'] as const) : []),
    ...(elsewhere.length > 0 ? (['FAMILY_APART'] as const) : []),
  ];
}

const caseOf = (context: ReadContext, id: string): CaseFile => loadRecord(context, caseFileKind, id).body;

function bedOf({ beds }: HouseNights, bedId: string): Stored<Bed> {
  const bed = beds.find(({ id }) => id === bedId);
  if (bed === undefined) throw new VaultError('not-found');
  return bed;
}

const partsOf = (context: ReadContext, caseFileId: string): Set<string> =>
  new Set(
    context.db
      .all<{ id: string }>(`SELECT id FROM case_file WHERE id IN (${ALL_PARTS})`, { case: caseFileId })
      .map(({ id }) => id),
  );

/** Stays that share a night with what is asked, without the one that ends with it. */
const others = (context: ReadContext, { stays }: HouseNights, { span, instead }: Wish): Stored<Stay>[] =>
  stays.filter(({ id, body }) => id !== instead && shareANight(nightsOf(body, context.today()), span));

function besideIn(context: ReadContext, house: HouseNights, roomId: string, wish: Wish): string[] {
  const inRoom = new Set(house.beds.filter(({ body }) => body.roomId === roomId).map(({ id }) => id));
  const beside = others(context, house, wish).filter(({ body }) => inRoom.has(body.bedId));
  return [...new Set(beside.map(({ body }) => body.caseFileId))];
}

/** Also a link that one of the two hides: it is minded, and shown to nobody. */
const belongTogether = ({ db }: ReadContext, one: string, other: string): boolean =>
  db.get(
    `SELECT 1 AS linked FROM household_link WHERE until_on IS NULL
     AND ((one_case_id = $one AND other_case_id = $other) OR (one_case_id = $other AND other_case_id = $one))`,
    { one, other },
  ) !== undefined;

/** Exactly one of the two counts as under 18, and they do not belong together. */
function isStrangersRoom(context: ReadContext, one: string, other: string): boolean {
  const [first, second] = [one, other].map((id) => countsAsMinor(minorityOf(context, id).standing));
  return first !== second && !belongTogether(context, one, other);
}
