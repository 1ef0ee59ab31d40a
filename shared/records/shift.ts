// Shifts are not kept anywhere: one begins after some hours in which a person did nothing here.
import { HOUR, type Instant } from '../time.ts';

/** Shorter pauses are a meal, a walk, an hour of sleep on call. */
export const SHIFT_GAP = 5 * HOUR;

/** How many of her acts, newest first, belong to the shift that goes on now. All of them when there was none before. */
export function actsOfThisShift(acts: readonly Instant[], now: Instant): number {
  const earlier = acts.findIndex((at, index) => (acts[index - 1] ?? now) - at > SHIFT_GAP);
  return earlier < 0 ? acts.length : earlier;
}
