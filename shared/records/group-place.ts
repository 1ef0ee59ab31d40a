// A place in a group: somebody waits for one, is asked, or has it. It says that and nothing else; who leads the group reads a first
// name, and of those who wait the number of a case.
import { z } from 'zod';
import { caseWorkers, groupInviters, groupWorkers, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { GroupType } from './peer-group.ts';
import { BasedOn, OfCase, Revision } from './revision-mark.ts';

export const PlaceState = z.enum(['WAITING', 'ASKED', 'MEMBER']);
export type PlaceState = z.output<typeof PlaceState>;

/** Whether her own file may say that she was there. Until she said yes she is counted and no more. */
export const AttendanceWish = z.enum(['NOT_ASKED', 'YES', 'NO']);
export type AttendanceWish = z.output<typeof AttendanceWish>;

export const GroupPlace = z.strictObject({
  caseFileId: CaseFileId,
  groupId: RecordId,
  state: PlaceState,
  attendance: AttendanceWish,
  since: CalendarDate,
  /** Given up, by whomever; a reason is asked for nowhere. */
  endedOn: CalendarDate.nullable(),
});
export type GroupPlace = z.output<typeof GroupPlace>;

const Place = { placeId: RecordId, revision: Revision, since: CalendarDate };

/** As whoever leads the group sees it. */
export const GroupPeople = z.strictObject({
  /** Asked, or there; in the order of their names. */
  people: z.array(
    z.strictObject({
      ...Place,
      firstName: z.string().max(200),
      state: PlaceState,
      attendance: AttendanceWish,
      /** A flag keeps her apart from somebody in this group. */
      isApart: z.boolean(),
    }),
  ),
  /** The longest first. */
  waiting: z.array(z.strictObject({ ...Place, caseNumber: z.string().max(12) })),
});
export type GroupPeople = z.output<typeof GroupPeople>;

export type PlaceRefusal = 'group-over' | 'group-not-here' | 'group-twice' | 'group-apart' | 'group-full';

export const OwnPlaces = z.strictObject({
  places: z.array(
    z.strictObject({
      ...Place,
      groupId: RecordId,
      name: z.string().max(60),
      state: PlaceState,
      attendance: AttendanceWish,
      isApart: z.boolean(),
    }),
  ),
  /** Groups in which she has no place, and why she may not be asked there now. */
  choices: z.array(
    z.strictObject({
      groupId: RecordId,
      name: z.string().max(60),
      type: GroupType,
      free: z.int().min(0),
      refusal: z.string().max(40).nullable(),
    }),
  ),
});
export type OwnPlaces = z.output<typeof OwnPlaces>;

const touched = ['groupPlace', 'peerGroup', 'groupSession'];
const OfPlace = { placeId: RecordId, basedOn: BasedOn };

export const groupPlaceOperations = {
  ofGroup: read(groupWorkers, z.strictObject({ groupId: RecordId }), GroupPeople),
  ofCase: opening('facts', read(caseWorkers, OfCase, OwnPlaces)),
  /** Asks her, or puts her on the list of who waits. Errors: rule-broken {rule: PlaceRefusal}. */
  invite: opening(
    'facts',
    write(
      caseWorkers,
      touched,
      z.strictObject({ ...OfCase.shape, groupId: RecordId, waits: z.boolean() }),
      z.strictObject({}),
    ),
  ),
  /**
   * From waiting to asked, from asked to a place of her own. A case worker moves only whom she works with.
   * Errors: rule-broken {rule: PlaceRefusal}, not-found, conflict.
   */
  move: opening(
    'house',
    write(
      groupInviters,
      touched,
      z.strictObject({ ...OfPlace, to: PlaceState.exclude(['WAITING']) }),
      z.strictObject({}),
    ),
  ),
  end: opening('house', write(groupInviters, touched, z.strictObject(OfPlace), z.strictObject({}))),
  /** As she wishes it, whenever she says otherwise. */
  attend: opening(
    'facts',
    write(caseWorkers, touched, z.strictObject({ ...OfPlace, attendance: AttendanceWish }), z.strictObject({})),
  ),
};
