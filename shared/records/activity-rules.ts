// What may be kept of an activity, and what activities make together.
import { sumOf } from '../statistics/count-table.ts';
import type { CalendarDate } from '../time.ts';
import {
  type Activity,
  type ActivityCounts,
  ActivityKind,
  type ActivityRefusal,
  type ActivityWritten,
} from './activity.ts';
import { type AwarenessRefusal, caseNumberRefusal } from './awareness-words.ts';
import { effectTogether, type TestRefusal, testRefusal } from './training-effect.ts';

/** Why it may not be kept so, or null. Federal grants pay for no lobbying (2 CFR 200.450). */
export function activityRefusal(
  activity: ActivityWritten,
  today: CalendarDate,
): ActivityRefusal | TestRefusal | AwarenessRefusal | null {
  const { kind, test, title, materials, outcomes } = activity;
  if (activity.isLobbying && activity.funding.includes('FEDERAL_GRANT')) return 'activity-lobbying';
  if (activity.on > today) return 'activity-later';
  if (test !== null && kind !== 'TRAINING_GIVEN') return 'activity-test';
  return (test === null ? null : testRefusal(test)) ?? caseNumberRefusal(title, materials, outcomes);
}

/** Kinds without an activity are left out. */
export function countActivities(activities: readonly Activity[]): ActivityCounts {
  const tests = activities.flatMap(({ test }) => (test === null ? [] : [test]));
  const effect = effectTogether(tests);
  return {
    kinds: ActivityKind.options
      .map((kind) =>
        countKind(
          kind,
          activities.filter((one) => one.kind === kind),
        ),
      )
      .filter((one) => one.activities > 0),
    lobbying: activities.filter(({ isLobbying }) => isLobbying).length,
    effect: effect === null ? null : { trainings: tests.length, ...effect },
  };
}

const countKind = (kind: ActivityKind, all: readonly Activity[]): ActivityCounts['kinds'][number] => ({
  kind,
  activities: all.length,
  people: sumOf(all.map(({ attendance }) => attendance?.people ?? 0)),
  isEstimate: all.some(({ attendance }) => attendance?.isEstimate === true),
  reach: sumOf(all.map(({ reach }) => reach ?? 0)),
});
