// What the house asks of those who decide. Evidence comes in by one door: tables that were given out for everybody.
import { RecordId } from '#shared/ids';
import { caseNumberRefusal } from '#shared/records/awareness-words';
import { PolicyItem, type policyItemOperations, type StoredPolicyItem } from '#shared/records/policy-item';
import type { IssuedTable, StoredIssuedTable } from '#shared/records/statistics';
import type { ReadContext, WriteContext } from '../context.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';
import { allIssued, loadIssued, shownIssued } from '../statistics/issued-table.ts';

export const policyItemKind = recordKind<PolicyItem>({
  kind: 'policy-item',
  schema: PolicyItem,
  table: 'policy_item',
  columns: (body) => ({ next_on: body.nextOn }),
});

/** As many as the contract lets stand in a list. */
const MOST_TABLES = 20;

export const policyItemHandlers: Handlers<typeof policyItemOperations> = {
  list: (context) => policyItems(context).map((stored) => shown(context, stored)),
  save: (context, { itemId, basedOn, item }) => {
    const before = itemId === null ? null : loadRecord(context, policyItemKind, itemId).body;
    obey(caseNumberRefusal(item.title, item.asks, item.nextWhat, item.contacts));
    const stageSince = before?.stage === item.stage ? before.stageSince : context.today();
    const body = { ...item, stageSince, evidenceIds: before?.evidenceIds ?? [] };
    return keep(context, itemId ?? context.newId(), body, basedOn);
  },
  cleared: (context) => clearedTables(context),
  attach: (context, { itemId, basedOn, tableId }) => {
    const { body } = loadRecord(context, policyItemKind, itemId);
    obey(isForEverybody(loadIssued(context, tableId).body) ? null : 'policy-evidence');
    const evidenceIds = [...new Set([...body.evidenceIds, tableId])];
    obey(evidenceIds.length > MOST_TABLES ? 'policy-evidence-full' : null);
    return keep(context, itemId, { ...body, evidenceIds }, basedOn);
  },
  detach: (context, { itemId, basedOn, tableId }) => {
    const { body } = loadRecord(context, policyItemKind, itemId);
    const evidenceIds = body.evidenceIds.filter((id) => id !== tableId);
    return keep(context, itemId, { ...body, evidenceIds }, basedOn);
  },
};

/** Those with a next day first, the nearest before the others. */
export const policyItems = (context: Pick<ReadContext, 'db'>): Stored<PolicyItem>[] =>
  listRecords(context, policyItemKind, '1 = 1 ORDER BY t.next_on IS NULL, t.next_on, t.id DESC');

/** A funder’s table is the funder’s: it stays out of what everybody reads. */
const isForEverybody = ({ audience, mode }: IssuedTable): boolean => audience === 'PUBLIC' && mode !== 'EXACT';

/** Newest first. */
export const clearedTables = (context: ReadContext): StoredIssuedTable[] =>
  allIssued(context, false)
    .filter(({ body }) => isForEverybody(body))
    .map((stored) => shownIssued(context, stored));

function keep(context: WriteContext, id: string, body: PolicyItem, expectedRevision: number): StoredPolicyItem {
  return shown(context, saveRecord(context, policyItemKind, { id, caseFileId: null, body, expectedRevision }));
}

const shown = (context: ReadContext, stored: Stored<PolicyItem>): StoredPolicyItem => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
