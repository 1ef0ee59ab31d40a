// Story consent (domain §19): somebody lets the house tell her story, in these words, for this long. It stands alone: no field of it
// leads to a case, none can be filled from one, and she ends it at any time.
import { z } from 'zod';
import { outreachWorkers, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { AudienceType } from './activity.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

export const StoryMedium = z.enum(['PRINT', 'WEB', 'SOCIAL', 'RADIO', 'VIDEO', 'SPEECH', 'EXHIBITION']);
export type StoryMedium = z.output<typeof StoryMedium>;

/** What it may be used for. */
export const StoryPurpose = z.enum(['OWN_MATERIAL', 'PRESS', 'TRAINING', 'FUNDRAISING', 'POLICY']);
export type StoryPurpose = z.output<typeof StoryPurpose>;

export const StoryWritten = z.strictObject({
  /** A name she chose for this, and no other of hers. */
  alias: z.string().trim().min(1).max(60),
  medium: StoryMedium,
  /** Word for word what may be told. */
  text: z.string().trim().min(1).max(20_000),
  uses: z.array(StoryPurpose).min(1).max(StoryPurpose.options.length),
  audience: z.array(AudienceType).max(AudienceType.options.length),
  /** Only when she asked for one. */
  withPhoto: z.boolean(),
  signedOn: CalendarDate,
  expiresOn: CalendarDate,
  /** What she is paid; empty for nothing. */
  fee: z.string().trim().max(60),
  feePaidOn: CalendarDate.nullable(),
  /** She says so; nobody looks it up. */
  isAdult: z.boolean(),
  /** Fewer than 90 days ago she came to a house like this. No day is kept: it would lead to her. */
  isEarly: z.boolean(),
  /** Then: she heard that she can wait, and wants it now. */
  toldSheCanWait: z.boolean(),
});
export type StoryWritten = z.output<typeof StoryWritten>;

export const StoryConsent = z.strictObject({
  ...StoryWritten.shape,
  /** Empty after the words were erased. */
  alias: z.string().max(60),
  text: z.string().max(20_000),
  /** Of the words: counts on with each text she signed. */
  version: z.int().min(1),
  withdrawnOn: CalendarDate.nullable(),
});
export type StoryConsent = z.output<typeof StoryConsent>;

/** One place where it was told. */
export const StoryUse = z.strictObject({
  storyId: RecordId,
  version: z.int().min(1),
  purpose: StoryPurpose,
  /** "The leaflet of May", "Our page, Voices". */
  place: z.string().trim().min(1).max(160),
  on: CalendarDate,
  downOn: CalendarDate.nullable(),
});
export type StoryUse = z.output<typeof StoryUse>;

export const StoredUse = z.strictObject({ ...StoryUse.shape, id: RecordId, revision: RevisionMark.shape.revision });
export type StoredUse = z.output<typeof StoredUse>;

/** COOLING: signed, and not to be used yet. TAKE_DOWN: withdrawn or run out, and still somewhere. ENDED: nowhere any more. */
export const StoryState = z.enum(['COOLING', 'USABLE', 'TAKE_DOWN', 'ENDED']);
export type StoryState = z.output<typeof StoryState>;

export const StoredStory = z.strictObject({
  ...StoryConsent.shape,
  ...RevisionMark.shape,
  id: RecordId,
  state: StoryState,
  firstUseOn: CalendarDate,
  /** Newest first. */
  used: z.array(StoredUse),
});
export type StoredStory = z.output<typeof StoredStory>;

const Story = z.strictObject({ storyId: RecordId, basedOn: BasedOn });
const touched = ['storyConsent'];

export const storyConsentOperations = {
  /** What asks for something first. */
  list: read(outreachWorkers, z.strictObject({}), z.array(StoredStory).max(2_000)),
  /** A new one, or new words of one that goes on: these are signed anew. Errors: rule-broken {rule: StoryRefusal}, conflict. */
  save: write(
    outreachWorkers,
    touched,
    z.strictObject({ storyId: RecordId.nullable(), basedOn: BasedOn, story: StoryWritten }),
    StoredStory,
  ),
  /** Where it is told. Errors: rule-broken {rule: StoryRefusal}. */
  use: write(
    outreachWorkers,
    touched,
    z.strictObject({
      storyId: RecordId,
      purpose: StoryPurpose,
      place: StoryUse.shape.place,
      on: CalendarDate,
    }),
    StoredStory,
  ),
  /** At any time, without a reason. Every place becomes something to take down; once nothing is left, the words are erased. */
  withdraw: write(outreachWorkers, touched, Story, StoredStory),
  /** That place does not tell it any more. */
  takenDown: write(outreachWorkers, touched, z.strictObject({ useId: RecordId, basedOn: BasedOn }), StoredStory),
};
