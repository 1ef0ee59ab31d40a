// What a house knows of a colleague beyond her access (domain §11). Where she lives and whom she lives with is not asked.
import { z } from 'zod';
import { directorOnly, read, write } from '../contract/operation.ts';
import { StaffMemberId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, Revision } from './revision-mark.ts';

/** What came of the check, without a word of what it found. */
export const ScreeningResult = z.enum(['CLEAR', 'CLEAR_WITH_CONDITIONS', 'NOT_CLEAR', 'WAITING']);
export type ScreeningResult = z.output<typeof ScreeningResult>;

const written = {
  languages: z.array(z.string().trim().min(1).max(80)).max(20),
  startedOn: CalendarDate.nullable(),
  /** The last day that is agreed, of who is here for a time. */
  endsOn: CalendarDate.nullable(),
  screening: z.strictObject({ on: CalendarDate, result: ScreeningResult }).nullable(),
  /** She signed that she keeps to herself what she learns here. */
  agreementOn: CalendarDate.nullable(),
  /** Somebody determined in writing, on this day, that she is suited to work with minors. Taken out again when that no longer holds. */
  minorsOn: CalendarDate.nullable(),
  /** Open cases at a time. */
  caseloadCap: z.int().min(1).max(200).nullable(),
};
export const ColleagueFacts = z.strictObject({ staffMemberId: StaffMemberId, ...written });
export type ColleagueFacts = z.output<typeof ColleagueFacts>;

/** `revision` 0: nothing was written down yet. */
export const StoredColleagueFacts = z.strictObject({ ...ColleagueFacts.shape, revision: Revision.or(z.literal(0)) });
export type StoredColleagueFacts = z.output<typeof StoredColleagueFacts>;

export const noFacts = (staffMemberId: StaffMemberId): ColleagueFacts => ({
  ...{ staffMemberId, languages: [], startedOn: null, endsOn: null, screening: null },
  ...{ agreementOn: null, minorsOn: null, caseloadCap: null },
});

export type FactsRefusal = 'facts-later' | 'facts-ends-before';

type Days = Pick<ColleagueFacts, 'startedOn' | 'endsOn' | 'screening' | 'agreementOn' | 'minorsOn'>;

/** Why these days cannot be, or null: what was signed or found lies behind, and the last day after the first. */
export function factsRefusal(facts: Days, today: CalendarDate): FactsRefusal | null {
  const past = [facts.screening?.on ?? null, facts.agreementOn, facts.minorsOn];
  if (past.some((day) => day !== null && day > today)) return 'facts-later';
  return facts.startedOn !== null && facts.endsOn !== null && facts.endsOn < facts.startedOn
    ? 'facts-ends-before'
    : null;
}

export const colleagueFactsOperations = {
  get: read(directorOnly, z.strictObject({ staffMemberId: StaffMemberId }), StoredColleagueFacts),
  /** Errors: rule-broken {rule: FactsRefusal}, not-found, conflict. */
  save: write(
    directorOnly,
    ['colleagueFacts', 'training'],
    z.strictObject({ basedOn: BasedOn, staffMemberId: StaffMemberId, ...written }),
    StoredColleagueFacts,
  ),
};
