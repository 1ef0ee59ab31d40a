// When a story may be told, and when it has to be taken down (domain §19).
import { addDays, addMonths, type CalendarDate } from '../time.ts';
import { type AwarenessRefusal, caseNumberRefusal } from './awareness-words.ts';
import type { StoryConsent, StoryPurpose, StoryState, StoryUse, StoryWritten } from './story-consent.ts';

/** Days between signing and the first use: time to think again. */
export const COOLING_DAYS = 7;
export const LONGEST_MONTHS = 12;

export type StoryRefusal =
  | 'story-minor'
  | 'story-early'
  | 'story-signed'
  | 'story-expiry'
  | 'story-new-words'
  | 'story-over'
  | 'story-cooling'
  | 'story-use'
  | 'story-use-later';

export const firstUseOn = ({ signedOn }: Pick<StoryConsent, 'signedOn'>): CalendarDate =>
  addDays(signedOn, COOLING_DAYS);

/** The last day that may be agreed on. */
export const latestExpiry = (signedOn: CalendarDate): CalendarDate => addMonths(signedOn, LONGEST_MONTHS);

const isOver = ({ withdrawnOn, expiresOn }: StoryConsent, today: CalendarDate): boolean =>
  withdrawnOn !== null || today > expiresOn;

type Downs = readonly Pick<StoryUse, 'downOn'>[];

export function storyState(story: StoryConsent, used: Downs, today: CalendarDate): StoryState {
  if (isOver(story, today)) return used.some(({ downOn }) => downOn === null) ? 'TAKE_DOWN' : 'ENDED';
  return today < firstUseOn(story) ? 'COOLING' : 'USABLE';
}

/** Why it may not be kept so, or null. `before`: as she signed it last; null for a new one. */
export function storyRefusal(
  story: StoryWritten,
  before: StoryConsent | null,
  today: CalendarDate,
): StoryRefusal | AwarenessRefusal | null {
  if (!story.isAdult) return 'story-minor';
  if (story.isEarly && !story.toldSheCanWait) return 'story-early';
  if (before !== null && isOver(before, today)) return 'story-over';
  if (story.signedOn > today) return 'story-signed';
  const isInReach = story.expiresOn > story.signedOn && story.expiresOn <= latestExpiry(story.signedOn);
  if (!isInReach) return 'story-expiry';
  if (before !== null && isOtherConsent(story, before) && story.signedOn <= before.signedOn) return 'story-new-words';
  return caseNumberRefusal(story.alias, story.text);
}

/** Anything she signed for reads otherwise: then she signs again, and the days to think begin again. */
export const isOtherConsent = (story: StoryWritten, before: StoryConsent): boolean =>
  (['alias', 'medium', 'text', 'withPhoto', 'expiresOn'] as const).some((name) => story[name] !== before[name]) ||
  (['uses', 'audience'] as const).some((name) => story[name].join() !== before[name].join());

/** Why it may not be told there, or null. */
export function useRefusal(
  story: StoryConsent,
  { purpose, on }: { readonly purpose: StoryPurpose; readonly on: CalendarDate },
  today: CalendarDate,
): StoryRefusal | null {
  if (isOver(story, today) || on > story.expiresOn) return 'story-over';
  if (on > today) return 'story-use-later';
  if (on < firstUseOn(story)) return 'story-cooling';
  return story.uses.includes(purpose) ? null : 'story-use';
}
