// A meeting of a group: a day, a topic out of a list, and heads. There is no field for what was said or by whom. That somebody was
// there is written into her own file alone, and only with her yes.
import { z } from 'zod';
import { groupReaders, groupWorkers, opening, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

/** Out of a list, so that no word about anybody comes in. */
export const SessionTopic = z.enum([
  'ARRIVING',
  'SAFETY',
  'RIGHTS',
  'BODY_AND_HEALTH',
  'FEELINGS',
  'TRUST',
  'FAMILY',
  'WORK',
  'MONEY',
  'LANGUAGE',
  'MAKING_THINGS',
  'OTHER',
]);
export type SessionTopic = z.output<typeof SessionTopic>;

const Heads = z.int().min(0).max(200);

export const SessionWritten = z.strictObject({
  on: CalendarDate,
  topic: SessionTopic,
  headcount: Heads,
  newCount: Heads,
  /** Those who led it talked it over afterwards. */
  debriefed: z.boolean(),
  /** How many people somebody talked with alone afterwards, because of danger. */
  safetyFollowUps: Heads,
});
export type SessionWritten = z.output<typeof SessionWritten>;

export const GroupSession = z.strictObject({
  ...SessionWritten.shape,
  groupId: RecordId,
  /** In how many files it was written; not in whose. */
  namedCount: Heads,
});
export type GroupSession = z.output<typeof GroupSession>;

export const StoredSession = z.strictObject({ ...GroupSession.shape, ...RevisionMark.shape, id: RecordId });
export type StoredSession = z.output<typeof StoredSession>;

export type SessionRefusal = 'session-later' | 'session-new' | 'session-named' | 'session-follow-ups' | 'session-wish';

/** Never a day that is still to come; nobody is new, named or seen afterwards who was not counted. */
export function sessionRefusal(
  session: SessionWritten,
  namedCount: number,
  today: CalendarDate,
): SessionRefusal | null {
  const { on, headcount, newCount, safetyFollowUps } = session;
  if (on > today) return 'session-later';
  if (newCount > headcount) return 'session-new';
  if (namedCount > headcount) return 'session-named';
  return safetyFollowUps > headcount ? 'session-follow-ups' : null;
}

export const GroupFigures = z.strictObject({
  sessions: Heads.max(100_000),
  /** One person who came five times is counted five times. */
  attendances: z.int().min(0),
  newPeople: z.int().min(0),
  debriefed: z.int().min(0),
  safetyFollowUps: z.int().min(0),
  /** People each counted once, of those who said yes to it: at least so many came. */
  atLeast: z.int().min(0),
});
export type GroupFigures = z.output<typeof GroupFigures>;

const touched = ['groupSession', 'service'];

export const groupSessionOperations = {
  /** Newest first. */
  list: read(groupReaders, z.strictObject({ groupId: RecordId }), z.array(StoredSession)),
  /**
   * `named`: places of those whose own file may say that they were there; only with the first save.
   * Errors: rule-broken {rule: SessionRefusal | 'service-before-case'}, not-found, conflict.
   */
  save: opening(
    'house',
    write(
      groupWorkers,
      touched,
      z.strictObject({
        groupId: RecordId,
        sessionId: RecordId.nullable(),
        basedOn: BasedOn,
        session: SessionWritten,
        named: z.array(RecordId).max(40),
      }),
      StoredSession,
    ),
  ),
  /** From a day up to the day before another. */
  figures: read(groupReaders, z.strictObject({ from: CalendarDate, to: CalendarDate }), GroupFigures),
};
