// Activity (domain §19): what the house does so that others understand: trainings for the police, a talk in a school, a coalition. Of
// people who came it holds heads, of people who live here nothing.
import { z } from 'zod';
import { outreachReaders, outreachWorkers, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { TrainingTest } from './training-effect.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

export const ActivityKind = z.enum([
  'TRAINING_GIVEN',
  'PRESENTATION',
  'CAMPAIGN',
  'SOCIAL_POST',
  'MEDIA',
  'POLICY_MEETING',
  'TESTIMONY',
  'COALITION',
  'MATERIAL',
]);
export type ActivityKind = z.output<typeof ActivityKind>;

/** For whom something is done or said. */
export const AudienceType = z.enum([
  'POLICE',
  'HEALTH',
  'EDUCATION',
  'BUSINESS',
  'FAITH',
  'YOUTH',
  'PARENTS',
  'LABOUR',
  'HOSPITALITY',
  'TRANSPORT',
  'PUBLIC',
  'OFFICIALS',
]);
export type AudienceType = z.output<typeof AudienceType>;

/** Which money paid for it; nothing chosen: nobody's. */
export const Funding = z.enum(['FEDERAL_GRANT', 'OTHER_GRANT', 'DONATIONS', 'FEE', 'OWN_MEANS']);
export type Funding = z.output<typeof Funding>;

const Count = z.int().min(0).max(10_000_000);

export const ActivityWritten = z.strictObject({
  kind: ActivityKind,
  title: z.string().trim().min(1).max(160),
  on: CalendarDate,
  audience: z.array(AudienceType).max(AudienceType.options.length),
  /** Heads; null where nobody came to a place. */
  attendance: z.strictObject({ people: Count, isEstimate: z.boolean() }).nullable(),
  /** How many it may have come to by paper, air or network; null when nobody knows. */
  reach: Count.nullable(),
  /** ISO 639-2. */
  languages: z.array(z.string().length(3)).max(12),
  materials: z.string().trim().max(500),
  funding: z.array(Funding).max(Funding.options.length),
  isLobbying: z.boolean(),
  outcomes: z.string().trim().max(2_000),
  /** Of a training with questions before and after. */
  test: TrainingTest.nullable(),
});
export type ActivityWritten = z.output<typeof ActivityWritten>;

export const Activity = z.strictObject({ ...ActivityWritten.shape, isStruck: z.boolean() });
export type Activity = z.output<typeof Activity>;

export const StoredActivity = z.strictObject({ ...Activity.shape, ...RevisionMark.shape, id: RecordId });
export type StoredActivity = z.output<typeof StoredActivity>;

export const Year = z.int().min(2000).max(2200);

/** What was done in a year, by kind. */
export const ActivityCounts = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: ActivityKind,
      activities: z.int().min(1),
      people: z.int().min(0),
      /** Some of these heads were estimated. */
      isEstimate: z.boolean(),
      reach: z.int().min(0),
    }),
  ),
  lobbying: z.int().min(0),
  /** Of all trainings with questions together, weighted by people; null while fewer than 5 answered. */
  effect: z.strictObject({ trainings: z.int(), people: z.int(), normalised: z.number() }).nullable(),
});
export type ActivityCounts = z.output<typeof ActivityCounts>;

export type ActivityRefusal = 'activity-lobbying' | 'activity-later' | 'activity-test';

const touched = ['activity', 'yearSummary'];

export const activityOperations = {
  /** Of one year, newest first, with what they make together. */
  list: read(
    outreachReaders,
    z.strictObject({ year: Year }),
    z.strictObject({ activities: z.array(StoredActivity).max(2_000), counts: ActivityCounts }),
  ),
  /** Errors: rule-broken {rule: ActivityRefusal | TestRefusal | 'awareness-case-number'}, conflict. */
  save: write(
    outreachWorkers,
    touched,
    z.strictObject({ activityId: RecordId.nullable(), basedOn: BasedOn, activity: ActivityWritten }),
    StoredActivity,
  ),
  /** Written by mistake: it counts no more. */
  strike: write(
    outreachWorkers,
    touched,
    z.strictObject({ activityId: RecordId, basedOn: BasedOn }),
    z.strictObject({}),
  ),
};
