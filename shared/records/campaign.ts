// Campaign (domain §19): what goes out when, in which words, and whether these words were looked through before.
import { z } from 'zod';
import { outreachReaders, outreachWorkers, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { AudienceType } from './activity.ts';
import { type AwarenessRefusal, caseNumberRefusal } from './awareness-words.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

/** What a message is looked through for. */
export const MessageCheck = z.enum(['NO_SENSATION', 'NO_CHAINS', 'HOTLINE', 'ACCESSIBLE']);
export type MessageCheck = z.output<typeof MessageCheck>;

/** Whether somebody who lived through it read the message, and was paid. */
export const AdviserReview = z.enum(['NOT_YET', 'PAID', 'UNPAID']);
export type AdviserReview = z.output<typeof AdviserReview>;

export const CampaignState = z.enum(['PLANNED', 'OUT', 'CALLED_OFF']);
export type CampaignState = z.output<typeof CampaignState>;

export const Campaign = z.strictObject({
  title: z.string().trim().min(1).max(160),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  audience: z.array(AudienceType).max(AudienceType.options.length),
  message: z.string().trim().max(2_000),
  checks: z.array(MessageCheck).max(MessageCheck.options.length),
  reviewed: AdviserReview,
  state: CampaignState,
});
export type Campaign = z.output<typeof Campaign>;

export const StoredCampaign = z.strictObject({ ...Campaign.shape, ...RevisionMark.shape, id: RecordId });
export type StoredCampaign = z.output<typeof StoredCampaign>;

export type CampaignRefusal = 'campaign-ends' | 'campaign-checks';

/** Every point is ticked, and an adviser read it. */
export const isLookedThrough = ({ checks, reviewed }: Pick<Campaign, 'checks' | 'reviewed'>): boolean =>
  reviewed !== 'NOT_YET' && MessageCheck.options.every((point) => checks.includes(point));

/** Why it may not be kept so, or null. */
export function campaignRefusal(campaign: Campaign): CampaignRefusal | AwarenessRefusal | null {
  if (campaign.endsOn < campaign.startsOn) return 'campaign-ends';
  if (campaign.state === 'OUT' && !isLookedThrough(campaign)) return 'campaign-checks';
  return caseNumberRefusal(campaign.title, campaign.message);
}

export const campaignOperations = {
  /** By their first day, the newest first. */
  list: read(outreachReaders, z.strictObject({}), z.array(StoredCampaign).max(2_000)),
  /** Errors: rule-broken {rule: CampaignRefusal | 'awareness-case-number'}, conflict. */
  save: write(
    outreachWorkers,
    ['campaign', 'yearSummary'],
    z.strictObject({ campaignId: RecordId.nullable(), basedOn: BasedOn, campaign: Campaign }),
    StoredCampaign,
  ),
};
