// The year, as it is put on paper.
import { countActivities } from '#shared/records/activity-rules';
import { materialStatus } from '#shared/records/material';
import type { yearSummaryOperations } from '#shared/records/year-summary';
import type { Handlers } from '../router.ts';
import { activitiesOf } from './activity.ts';
import { campaigns } from './campaign.ts';
import { materials } from './material.ts';
import { clearedTables, policyItems } from './policy-item.ts';

export const yearSummaryHandlers: Handlers<typeof yearSummaryOperations> = {
  get: (context, { year }) => ({
    counts: countActivities(activitiesOf(context, year).map(({ body }) => body)),
    policy: policyItems(context).map(({ body: { title, level, stage, position } }) => ({
      title,
      level,
      stage,
      position,
    })),
    campaigns: campaigns(context)
      .filter(({ body }) => body.state === 'OUT' && body.startsOn.startsWith(`${year}-`))
      .map(({ body }) => body.title),
    materials: materials(context).filter(({ body }) =>
      ['CURRENT', 'DUE'].includes(materialStatus(body, context.today())),
    ).length,
    tables: clearedTables(context).filter(({ period }) => period.startsWith(String(year))),
  }),
};
