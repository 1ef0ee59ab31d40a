// Who sleeps in which bed (domain §9): stays, holds that end by themselves, and the board of a night.
import { z } from 'zod';
import { boardViewers, boardWorkers, houseTeam, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, HOUR, Instant } from '../time.ts';
import { GoodToKnow } from './case-facts.ts';
import { HouseMind } from './house-card.ts';
import { BasedOn, CaseRef, OfCase, Revision } from './revision-mark.ts';
import { StoredRoom } from './room.ts';

/** Nights in one bed. Somebody who moves has one for each bed; the day of the move is a night in the new one. */
export const Stay = z.strictObject({
  caseFileId: CaseFileId,
  bedId: RecordId,
  from: CalendarDate,
  /** The day on which she means to leave. Past it she is here until somebody says that she left. */
  until: CalendarDate.nullable(),
  leftOn: CalendarDate.nullable(),
  /** The stay that she moved from. */
  movedFrom: RecordId.nullable(),
  /** She asked not to share with those who belong to her. */
  apartByWish: z.boolean(),
});
export type Stay = z.output<typeof Stay>;

/** domain §9 [P]: a hold ends by itself. */
export const HOLD_TIME = 24 * HOUR;

export const BedHold = z.strictObject({
  bedId: RecordId,
  /** Null for somebody who has no case yet. */
  caseFileId: CaseFileId.nullable(),
  /** Why, without a name: "for a call". */
  words: z.string().trim().max(80),
  until: Instant,
  endedAt: Instant.nullable(),
});
export type BedHold = z.output<typeof BedHold>;

export const BedState = z.enum(['TAKEN', 'HELD', 'BEING_MADE', 'CLOSED', 'FREE']);
export type BedState = z.output<typeof BedState>;

const ShownStay = z.strictObject({
  id: RecordId,
  revision: Revision,
  of: CaseRef,
  from: CalendarDate,
  until: CalendarDate.nullable(),
  nights: z.int().min(0),
});
const ShownHold = z.strictObject({
  id: RecordId,
  revision: Revision,
  of: CaseRef.nullable(),
  words: z.string(),
  until: Instant,
});

export const BoardBed = z.strictObject({
  bedId: RecordId,
  revision: Revision,
  code: z.string(),
  state: BedState,
  stay: ShownStay.nullable(),
  hold: ShownHold.nullable(),
  /** Why it cannot be had. */
  closed: z.string().nullable(),
});
export type BoardBed = z.output<typeof BoardBed>;

/** What to keep in mind with somebody who sleeps here: what to do, never from whom or why. */
export const Minded = z.strictObject({ of: CaseRef, mind: z.array(HouseMind), lines: z.array(GoodToKnow) });
export type Minded = z.output<typeof Minded>;

export const Board = z.strictObject({
  on: CalendarDate,
  rooms: z.array(z.strictObject({ room: StoredRoom, beds: z.array(BoardBed) })),
  minded: z.array(Minded),
});
export type Board = z.output<typeof Board>;

export type StayRefusal =
  | 'stay-not-here'
  | 'stay-before-arrival'
  | 'stay-ends-before'
  | 'stay-twice'
  | 'stay-over'
  | 'stay-left-later'
  | 'bed-gone'
  | 'bed-taken'
  | 'bed-held'
  | 'bed-closed'
  | 'bed-being-made'
  | 'room-full'
  | 'room-apart'
  | 'room-minor'
  | 'hold-over';
export const StayWarning = z.enum(['ACCESS', 'FAMILY_APART']);
export type StayWarning = z.output<typeof StayWarning>;

/** One bed, asked about for one person: why not, or what to look at first. */
export const BedChoice = z.strictObject({
  bedId: RecordId,
  code: z.string(),
  roomName: z.string(),
  refusal: z.string().nullable(),
  warnings: z.array(StayWarning),
});
export type BedChoice = z.output<typeof BedChoice>;

export const OwnStay = z.strictObject({
  ...ShownStay.omit({ of: true }).shape,
  code: z.string(),
  roomName: z.string(),
  leftOn: CalendarDate.nullable(),
});
export type OwnStay = z.output<typeof OwnStay>;
export const OwnStays = z.strictObject({ stays: z.array(OwnStay), nights: z.int().min(0) });
export type OwnStays = z.output<typeof OwnStays>;

const touched = ['stay', 'room', 'caseFile'];
const OfStay = { stayId: RecordId, basedOn: BasedOn };
const Nights = { from: CalendarDate, until: CalendarDate.nullable() };

export const stayOperations = {
  /** A night; holds and what is being made belong to tonight alone. */
  board: opening('house', read(boardViewers, z.strictObject({ on: CalendarDate }), Board)),
  /** Every bed for this person and these nights. A bed that she has now counts as hers. */
  choices: opening('house', read(boardViewers, z.strictObject({ ...OfCase.shape, ...Nights }), z.array(BedChoice))),
  ofCase: opening('house', read(boardViewers, OfCase, OwnStays)),
  /** Errors: rule-broken {rule: StayRefusal}. */
  hold: opening(
    'house',
    write(
      houseTeam,
      touched,
      z.strictObject({ bedId: RecordId, caseFileId: CaseFileId.nullable(), words: BedHold.shape.words }),
      z.strictObject({ holdId: RecordId, until: Instant }),
    ),
  ),
  /** Error: rule-broken {rule: 'hold-over'}. */
  letGo: opening('house', write(houseTeam, touched, z.strictObject({ holdId: RecordId }), z.strictObject({}))),
  /** A hold that is named ends with it. Errors: rule-broken {rule: StayRefusal}. */
  begin: opening(
    'house',
    write(
      boardWorkers,
      touched,
      z.strictObject({
        ...OfCase.shape,
        ...Nights,
        bedId: RecordId,
        holdId: RecordId.nullable(),
        apartByWish: z.boolean(),
      }),
      z.strictObject({ stayId: RecordId }),
    ),
  ),
  /** From tonight on in another bed. Errors: rule-broken {rule: StayRefusal}, conflict. */
  move: opening(
    'house',
    write(
      boardWorkers,
      touched,
      z.strictObject({ ...OfStay, bedId: RecordId, apartByWish: z.boolean() }),
      z.strictObject({ stayId: RecordId }),
    ),
  ),
  /** When she means to leave; null for an open end. Errors: rule-broken {rule: StayRefusal}, conflict. */
  plan: opening(
    'house',
    write(boardWorkers, touched, z.strictObject({ ...OfStay, until: CalendarDate.nullable() }), z.strictObject({})),
  ),
  /** She left, today or on an earlier day; the bed waits to be made. Errors: rule-broken {rule: StayRefusal}, conflict. */
  end: opening(
    'house',
    write(boardWorkers, touched, z.strictObject({ ...OfStay, leftOn: CalendarDate }), z.strictObject({})),
  ),
};
