// Looking round the house, every three months (domain §9): is it safe and kind to live in? What is not gets an action, somebody who
// does it, and a day.
import { z } from 'zod';
import { boardWorkers, houseTeam, read, shelterStaff, write } from '../contract/operation.ts';
import { RecordId, StaffMemberId } from '../ids.ts';
import { addMonths, CalendarDate } from '../time.ts';
import { BasedOn, RevisionMark, StaffRef } from './revision-mark.ts';

/** domain §9 [P]: a quarter. */
export const MONTHS_BETWEEN = 3;

export const CheckItem = z.enum([
  'PRIVATE_ROOM',
  'SOUND',
  'PHONE_CALLS',
  'LOCKS_AND_LIGHT',
  'NO_SIGNS',
  'VISITOR_ENTRANCE',
  'CAMERAS',
  'CHILD_SPACE',
  'QUIET_SPACE',
  'HYGIENE',
  'FOOD',
  'HOUSE_RULES',
  'COMPLAINT_BOX',
  'LANGUAGES',
  'BATHROOM',
  'DRILLS',
  'DEVICE_NOTICE',
]);
export type CheckItem = z.output<typeof CheckItem>;

export const CheckAnswer = z.enum(['YES', 'PART', 'NO']);
export type CheckAnswer = z.output<typeof CheckAnswer>;

const Finding = z.strictObject({
  answer: CheckAnswer,
  /** What is to be done; empty when it is as it should be, or nothing can be done now. */
  action: z.string().trim().max(300),
  owner: StaffMemberId.nullable(),
  due: CalendarDate.nullable(),
  doneOn: CalendarDate.nullable(),
});
export type Finding = z.output<typeof Finding>;

/** Somebody said what is to be done about it, and nobody has done it yet. */
export const isToDo = ({ action, doneOn }: Finding): boolean => action !== '' && doneOn === null;

const looked = {
  findings: z.partialRecord(CheckItem, Finding),
  /** How many of those who live here said what they think of the house; never who. */
  voices: z.int().min(0).max(1_000).nullable(),
};

export const Looked = z.strictObject(looked);
export type Looked = z.output<typeof Looked>;

export const EnvironmentCheck = z.strictObject({
  ...looked,
  begunOn: CalendarDate,
  finishedOn: CalendarDate.nullable(),
});
export type EnvironmentCheck = z.output<typeof EnvironmentCheck>;

export const StoredCheck = z.strictObject({ ...EnvironmentCheck.shape, ...RevisionMark.shape, id: RecordId });
export type StoredCheck = z.output<typeof StoredCheck>;

/** For Today of whoever does it. */
export const CheckAction = z.strictObject({
  checkId: RecordId,
  revision: z.int().min(1),
  item: CheckItem,
  action: z.string(),
  due: CalendarDate,
});
export type CheckAction = z.output<typeof CheckAction>;

export type CheckRefusal = 'check-owner' | 'check-open' | 'check-finished' | 'check-not-yours' | 'check-no-action';

export const answered = ({ findings }: Pick<EnvironmentCheck, 'findings'>): number => Object.keys(findings).length;

/** Why it may not be kept like this, or null: an action without somebody and a day is done by nobody. */
export const checkRefusal = ({ findings }: Pick<EnvironmentCheck, 'findings'>): CheckRefusal | null =>
  Object.values(findings).some(({ action, owner, due }) => action !== '' && (owner === null || due === null))
    ? 'check-owner'
    : null;

/** The day of the next look round; today when there was none yet. */
export const nextCheckOn = (lastFinishedOn: CalendarDate | null, today: CalendarDate): CalendarDate =>
  lastFinishedOn === null ? today : addMonths(lastFinishedOn, MONTHS_BETWEEN);

const touched = ['environmentCheck', 'today', 'calendar'];
const Which = { checkId: RecordId, basedOn: BasedOn };

export const environmentCheckOperations = {
  /** Newest first, and the day of the next. */
  list: read(
    houseTeam,
    z.strictObject({}),
    z.strictObject({ checks: z.array(StoredCheck), nextOn: CalendarDate, owners: z.array(StaffRef) }),
  ),
  begin: write(boardWorkers, touched, z.strictObject({}), z.strictObject({ checkId: RecordId })),
  /** `finish`: everything was looked at. Errors: rule-broken {rule: 'check-owner' | 'check-open' | 'check-finished'}, conflict. */
  save: write(boardWorkers, touched, z.strictObject({ ...Which, looked: Looked, finish: z.boolean() }), StoredCheck),
  /** Whoever was to do it did it, or a director says so. Errors: rule-broken {rule: 'check-not-yours' | 'check-no-action'}, conflict. */
  done: write(shelterStaff, touched, z.strictObject({ ...Which, item: CheckItem }), z.strictObject({})),
};
