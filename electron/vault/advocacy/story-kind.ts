// Stories and where they are told, as records. Neither has words that a search finds, nor a place for the id of a case.
import { StoryConsent, StoryUse } from '#shared/records/story-consent';
import type { ReadContext } from '../context.ts';
import { listRecords, recordKind, type Stored } from '../records/record-kind.ts';

export const storyConsentKind = recordKind<StoryConsent>({
  kind: 'story-consent',
  schema: StoryConsent,
  table: 'story_consent',
  columns: (body) => ({ expires_on: body.expiresOn, withdrawn_on: body.withdrawnOn }),
});

export const storyUseKind = recordKind<StoryUse>({
  kind: 'story-use',
  schema: StoryUse,
  table: 'story_use',
  columns: (body) => ({ story_id: body.storyId, down_on: body.downOn }),
});

type Reader = Pick<ReadContext, 'db'>;

/** Newest first. */
export const usesOf = (context: Reader, storyId: string): Stored<StoryUse>[] =>
  listRecords(context, storyUseKind, 't.story_id = ? ORDER BY t.id DESC', [storyId]);

export const allStories = (context: Reader): Stored<StoryConsent>[] =>
  listRecords(context, storyConsentKind, '1 = 1 ORDER BY t.id DESC LIMIT 2000');
