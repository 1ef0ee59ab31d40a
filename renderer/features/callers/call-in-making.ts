// A line of the log while it is written: looser than what is kept, and what it becomes.
import { z } from 'zod';
import type { RequestInput } from '#shared/contract/operation';
import { type callerLogOperations, CallWay, ClaimedAs, ScriptSaid } from '#shared/records/caller-log';
import { Instant } from '#shared/time';
import { now } from '../../clock.ts';
import { dateOf, instantAt, timeOfDay } from '../../dates.ts';

export const CallInMaking = z.strictObject({
  /** Which day is meant, also when it is finished tomorrow. */
  begunAt: Instant,
  time: z.string(),
  way: CallWay.nullable(),
  claimed: ClaimedAs.nullable(),
  claimedWords: z.string(),
  askedFor: z.string(),
  number: z.string(),
  script: ScriptSaid.nullable(),
  isThreat: z.boolean().nullable(),
});
export type CallInMaking = z.output<typeof CallInMaking>;

export function nothingYet(): CallInMaking {
  const begunAt = now();
  const said = { claimedWords: '', askedFor: '', number: '' };
  return { begunAt, time: timeOfDay(begunAt), way: null, claimed: null, ...said, script: null, isThreat: null };
}

const A_DAY = 86_400_000;

/** The time that was typed, on the day on which it was begun. */
function typedAt({ begunAt, time }: CallInMaking): number {
  if (time === '' || time === timeOfDay(begunAt)) return begunAt;
  return instantAt(dateOf(begunAt), time) ?? begunAt;
}

/** A time that is still to come was one of the day before. */
export const isOfYesterday = (making: CallInMaking): boolean => typedAt(making) > now();

const askedAt = (making: CallInMaking): number => typedAt(making) - (isOfYesterday(making) ? A_DAY : 0);

/** What the vault is asked to keep; null while something is still to be chosen. */
export function wholeCall(making: CallInMaking): RequestInput<(typeof callerLogOperations)['add']> | null {
  const { way, claimed, script, isThreat, claimedWords, askedFor, number } = making;
  if (way === null || claimed === null || script === null || isThreat === null) return null;
  const shown = way === 'DOOR' ? '' : number;
  return { at: askedAt(making), way, claimed, script, isThreat, number: shown, words: { claimedWords, askedFor } };
}
