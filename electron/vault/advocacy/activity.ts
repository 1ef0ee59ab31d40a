// What the house did outside, by year.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { Activity, type activityOperations, type StoredActivity } from '#shared/records/activity';
import { activityRefusal, countActivities } from '#shared/records/activity-rules';
import type { ReadContext } from '../context.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';

export const activityKind = recordKind<Activity>({
  kind: 'activity',
  schema: Activity,
  table: 'activity',
  columns: (body) => ({ on_day: body.on, is_struck: Number(body.isStruck) }),
});

export const activityHandlers: Handlers<typeof activityOperations> = {
  list: (context, { year }) => {
    const found = activitiesOf(context, year);
    return {
      activities: found.map((stored) => shown(context, stored)),
      counts: countActivities(found.map(({ body }) => body)),
    };
  },
  save: (context, { activityId, basedOn, activity }) => {
    if (activityId !== null) standing(context, activityId);
    obey(activityRefusal(activity, context.today()));
    const record = { id: activityId ?? context.newId(), caseFileId: null, body: { ...activity, isStruck: false } };
    return shown(context, saveRecord(context, activityKind, { ...record, expectedRevision: basedOn }));
  },
  strike: (context, { activityId, basedOn }) => {
    const body = { ...standing(context, activityId).body, isStruck: true };
    saveRecord(context, activityKind, { id: activityId, caseFileId: null, body, expectedRevision: basedOn });
    return {};
  },
};

/** Newest first, without those written by mistake. */
export const activitiesOf = (context: Pick<ReadContext, 'db'>, year: number): Stored<Activity>[] =>
  listRecords(
    context,
    activityKind,
    't.is_struck = 0 AND t.on_day BETWEEN $from AND $to ORDER BY t.on_day DESC, t.id DESC',
    { from: `${year}-01-01`, to: `${year}-12-31` },
  );

/** Throws `not-found` for one that was struck out. */
function standing(context: ReadContext, id: string): Stored<Activity> {
  const stored = loadRecord(context, activityKind, id);
  if (stored.body.isStruck) throw new VaultError('not-found');
  return stored;
}

const shown = (context: ReadContext, stored: Stored<Activity>): StoredActivity => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
