// The year on paper, and the log of its papers.
import { RecordId } from '#shared/ids';
import { countActivities } from '#shared/records/activity-rules';
import { materialStatus } from '#shared/records/material';
import { shredRefusal } from '#shared/records/print-rules';
import { type StoredSummaryPrint, SummaryPrint, type yearSummaryOperations } from '#shared/records/year-summary';
import type { ReadContext } from '../context.ts';
import { listRecords, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';
import { activitiesOf } from './activity.ts';
import { campaigns } from './campaign.ts';
import { materials } from './material.ts';
import { clearedTables, policyItems } from './policy-item.ts';

export const summaryPrintKind = recordKind<SummaryPrint>({
  kind: 'summary-print',
  schema: SummaryPrint,
  table: 'summary_print',
  columns: (body) => ({ year: body.year }),
});

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
    prints: listRecords(context, summaryPrintKind, 't.year = ? ORDER BY t.revision_seq DESC', [year]).map((stored) =>
      shown(context, stored),
    ),
  }),
  printed: (context, body) => {
    obey(shredRefusal(body.shredOn, context.today()));
    return shown(context, saveRecord(context, summaryPrintKind, { id: context.newId(), caseFileId: null, body }));
  },
};

const shown = (context: ReadContext, stored: Stored<SummaryPrint>): StoredSummaryPrint => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
