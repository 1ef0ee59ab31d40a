// Breach: something about survivors came, or may have come, where it does not belong (domain §14). First everybody's safety, one by
// one; then whoever must be told, in time; then what the house learns from it.
import { z } from 'zod';
import { directorOnly, opening, read, shelterStaff, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, HOUR, Instant } from '../time.ts';
import { ReleaseCategory } from './release-categories.ts';
import { BasedOn, CaseRef, RevisionMark } from './revision-mark.ts';

export const BreachKind = z.enum([
  'LOST_MEDIA',
  'WRONG_RECIPIENT',
  'SEEN_OR_HEARD',
  'STOLEN',
  'OPENED_WITHOUT_NEED',
  'OTHER',
]);
export type BreachKind = z.output<typeof BreachKind>;

/** GDPR Art. 33(1): the authority is told within 72 hours of knowing of it. */
export const TELL_AUTHORITY_WITHIN = 72 * HOUR;

/** Told before anybody else: is this person safe? */
export const SafetyCheck = z.enum(['NOT_YET', 'SAFE', 'PLAN_CHANGED', 'NOT_REACHED']);
export type SafetyCheck = z.output<typeof SafetyCheck>;

/** What is done about a medium that was lost, in this order (domain §14, scenario §24 no. 20). */
export const MediaStep = z.enum([
  'PASSPHRASE_STRENGTH',
  'LAST_PLUGGED',
  'WHAT_IS_ON_IT',
  'KEYS_CHANGED',
  'LOCATION_WARNED',
  'OTHER_COPY_TRIED',
  'TAKEN_OFF_THE_LIST',
]);
export type MediaStep = z.output<typeof MediaStep>;

const Line = z.string().trim().max(400);
const Words = z.string().trim().max(4_000);

export const Affected = z.strictObject({
  caseFileId: CaseFileId,
  /** Something that tells where this person is or goes may be among it. */
  location: z.boolean(),
  safety: SafetyCheck,
  how: Line,
});
export type Affected = z.output<typeof Affected>;

export const Notification = z.strictObject({
  to: z.enum(['AUTHORITY', 'FUNDER', 'POLICE', 'PARTNER', 'OTHER']),
  name: Line,
  at: Instant,
});
export type Notification = z.output<typeof Notification>;

const course = {
  dataClasses: z.array(ReleaseCategory).max(ReleaseCategory.options.length),
  affected: z.array(Affected).max(2_000),
  containment: Words,
  /** Whether the authority is to be told; NO says why, because that is a decision of its own (Art. 33(1), (5)). */
  authority: z.strictObject({ answer: z.enum(['YES', 'NO', 'NOT_DECIDED']), why: Line }),
  notifications: z.array(Notification).max(50),
  /** Of a lost medium: what was found or done at each step; absent: not yet. */
  media: z.partialRecord(MediaStep, Line),
  lessons: Words,
};

export const Breach = z.strictObject({
  kind: BreachKind,
  /** What happened, without names. */
  event: Words,
  happenedOn: CalendarDate.nullable(),
  /** When somebody of the house knew of it: the clock runs from here. */
  knownAt: Instant,
  ...course,
  closedOn: CalendarDate.nullable(),
});
export type Breach = z.output<typeof Breach>;

export const StoredBreach = z.strictObject({
  ...Breach.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** The affected with their names; those whose case was erased since have none. */
  people: z.array(CaseRef),
  authorityDueAt: Instant.nullable(),
});
export type StoredBreach = z.output<typeof StoredBreach>;

/** For Today: a clock that runs, or people whom nobody has asked yet. */
export const OpenBreach = z.strictObject({
  breachId: RecordId,
  kind: BreachKind,
  authorityDueAt: Instant.nullable(),
  unasked: z.int().min(0),
});
export type OpenBreach = z.output<typeof OpenBreach>;

/** Until when the authority is told; null once it was, or when a director decided that it need not be. */
export function authorityDueAt({ knownAt, authority, notifications }: Breach): Instant | null {
  const isTold = notifications.some(({ to }) => to === 'AUTHORITY');
  return isTold || authority.answer === 'NO' ? null : knownAt + TELL_AUTHORITY_WITHIN;
}

export const unasked = ({ affected }: Pick<Breach, 'affected'>): number =>
  affected.filter(({ safety }) => safety === 'NOT_YET').length;

export type BreachRefusal =
  | 'breach-known-later'
  | 'breach-closed'
  | 'breach-safety-first'
  | 'breach-authority'
  | 'breach-media'
  | 'breach-lessons';

/** Why it may not be written like this, or null. Others than the authority hear of it after everybody's safety was asked about. */
export function breachRefusal(breach: Breach, now: Instant): BreachRefusal | null {
  if (breach.knownAt > now) return 'breach-known-later';
  if (breach.authority.answer === 'NO' && breach.authority.why === '') return 'breach-authority';
  const toOthers = breach.notifications.some(({ to }) => to !== 'AUTHORITY');
  return toOthers && unasked(breach) > 0 ? 'breach-safety-first' : null;
}

/** Why it may not be closed yet, or null. */
export function closeRefusal(breach: Breach): BreachRefusal | null {
  if (unasked(breach) > 0) return 'breach-safety-first';
  if (authorityDueAt(breach) !== null) return 'breach-authority';
  if (breach.kind === 'LOST_MEDIA' && MediaStep.options.some((step) => !breach.media[step])) return 'breach-media';
  return breach.lessons === '' ? 'breach-lessons' : null;
}

const touched = ['breach', 'today', 'calendar'];

export const breachOperations = {
  /** Whoever notices it writes it down at once; a director goes on. */
  report: write(
    shelterStaff,
    touched,
    z.strictObject({ kind: BreachKind, event: Words.min(3), happenedOn: CalendarDate.nullable(), knownAt: Instant }),
    z.strictObject({ breachId: RecordId }),
  ),
  /** Open ones first. */
  list: read(directorOnly, z.strictObject({}), z.array(StoredBreach)),
  get: read(directorOnly, z.strictObject({ breachId: RecordId }), StoredBreach),
  /** Errors: rule-broken {rule: BreachRefusal}, conflict. */
  save: opening(
    'facts',
    write(
      directorOnly,
      touched,
      z.strictObject({ breachId: RecordId, basedOn: BasedOn, course: z.strictObject(course), close: z.boolean() }),
      StoredBreach,
    ),
  ),
};
