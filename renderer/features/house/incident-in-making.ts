// A report while it is written. People are kept by number here as well: the draft is no place for a name either.
import { z } from 'zod';
import type { RequestInput } from '#shared/contract/operation';
import { type CaseFileId, StaffMemberId } from '#shared/ids';
import { type incidentOperations, IncidentType } from '#shared/records/incident';
import { now } from '../../clock.ts';
import { dateOf, instantAt, timeOfDay } from '../../dates.ts';

export const IncidentInMaking = z.strictObject({
  type: IncidentType.nullable(),
  day: z.string(),
  time: z.string(),
  people: z.array(z.string()),
  facts: z.string(),
  actions: z.string(),
  toldTo: z.array(StaffMemberId),
  toldOutside: z.string(),
  lessons: z.string(),
});
export type IncidentInMaking = z.output<typeof IncidentInMaking>;

/** What can be written on after it was reported. */
export const IncidentTold = IncidentInMaking.omit({ type: true, day: true, time: true });
export type IncidentTold = z.output<typeof IncidentTold>;

export const nothingYet = (): IncidentInMaking => ({
  type: null,
  day: dateOf(now()),
  time: timeOfDay(now()),
  people: [],
  facts: '',
  actions: '',
  toldTo: [],
  toldOutside: '',
  lessons: '',
});

/** Who is meant by each number; a number that nobody has is left out. */
export type Numbers = ReadonlyMap<string, CaseFileId>;

export const toldOf = ({ people, facts, actions, toldTo, toldOutside, lessons }: IncidentTold, numbers: Numbers) => ({
  people: people.flatMap((number) => numbers.get(number) ?? []),
  ...{ facts, actions, toldTo, toldOutside, lessons },
});

/** What the vault is asked to keep; null while something is still open. */
export function wholeReport(
  making: IncidentInMaking,
  numbers: Numbers,
): RequestInput<(typeof incidentOperations)['report']> | null {
  const { type, day, time, facts } = making;
  const at = instantAt(day, time);
  if (type === null || at === null || facts.trim().length < 3) return null;
  return { type, at, ...toldOf(making, numbers) };
}
