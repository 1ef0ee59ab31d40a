// What goes out when, in which words.
import { RecordId } from '#shared/ids';
import { Campaign, type campaignOperations, campaignRefusal, type StoredCampaign } from '#shared/records/campaign';
import type { ReadContext } from '../context.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';

export const campaignKind = recordKind<Campaign>({
  kind: 'campaign',
  schema: Campaign,
  table: 'campaign',
  columns: (body) => ({ starts_on: body.startsOn, state: body.state }),
});

export const campaignHandlers: Handlers<typeof campaignOperations> = {
  list: (context) => campaigns(context).map((stored) => shown(context, stored)),
  save: (context, { campaignId, basedOn, campaign }) => {
    if (campaignId !== null) loadRecord(context, campaignKind, campaignId);
    obey(campaignRefusal(campaign));
    const record = { id: campaignId ?? context.newId(), caseFileId: null, body: campaign };
    return shown(context, saveRecord(context, campaignKind, { ...record, expectedRevision: basedOn }));
  },
};

/** The newest first day first. */
export const campaigns = (context: Pick<ReadContext, 'db'>): Stored<Campaign>[] =>
  listRecords(context, campaignKind, '1 = 1 ORDER BY t.starts_on DESC, t.id DESC LIMIT 2000');

const shown = (context: ReadContext, stored: Stored<Campaign>): StoredCampaign => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
