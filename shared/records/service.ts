// Service log: what was given to whom on which day, as a code. There is no field for a story (domain §18).
// A line that was wrong is put right by a new revision or struck out; it is never gone.
import { z } from 'zod';
import { careTeam, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, OfCase, RevisionMark, StaffRef } from './revision-mark.ts';
import { ServiceCode } from './service-codes.ts';

/** How much: minutes of somebody's time, or pieces (nights, meals, rides). Neither is asked for. */
export const ServiceAmount = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('MINUTES'), count: z.int().min(1).max(1_440) }),
  z.strictObject({ in: z.literal('UNITS'), count: z.int().min(1).max(999) }),
]);
export type ServiceAmount = z.output<typeof ServiceAmount>;

/** A short tag of the house's own: a site by its alias, a grant by its number. */
const Tag = z.string().trim().max(40);

const given = {
  on: CalendarDate,
  code: ServiceCode,
  amount: ServiceAmount.nullable(),
  siteAlias: Tag,
  fundingTag: Tag,
};

export const Service = z.strictObject({
  ...given,
  caseFileId: CaseFileId,
  staffId: StaffMemberId,
  /** Logged by mistake: shown struck out, counted nowhere. */
  isStruck: z.boolean(),
});
export type Service = z.output<typeof Service>;

export const StoredService = z.strictObject({
  ...Service.shape,
  ...RevisionMark.shape,
  id: RecordId,
  staff: StaffRef.nullable(),
});
export type StoredService = z.output<typeof StoredService>;

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const ServiceCount = z.strictObject({
  code: ServiceCode,
  times: z.int().min(0),
  minutes: z.int().min(0),
  units: z.int().min(0),
});
export type ServiceCount = z.output<typeof ServiceCount>;

export const ServiceMonth = z.strictObject({
  /** Months that have a line, newest first. */
  months: z.array(z.strictObject({ month: Month, times: z.int().min(0) })),
  month: Month,
  /** Newest day first. */
  services: z.array(StoredService),
  /** Most often first; struck lines are not counted. */
  counts: z.array(ServiceCount),
});
export type ServiceMonth = z.output<typeof ServiceMonth>;

export type ServiceRefusal = 'service-later' | 'service-before-case';

/** Never a day that is still to come, never one before the case was opened. */
export function serviceRefusal(on: CalendarDate, openedOn: CalendarDate, today: CalendarDate): ServiceRefusal | null {
  if (on > today) return 'service-later';
  return on < openedOn ? 'service-before-case' : null;
}

/** What was given how often, most often first; equal ones in the order of the list of codes. */
export function countServices(services: readonly Service[]): ServiceCount[] {
  const sum = (of: readonly Service[], unit: ServiceAmount['in']): number =>
    of.reduce((total, { amount }) => total + (amount?.in === unit ? amount.count : 0), 0);
  return ServiceCode.options
    .map((code) => ({ code, of: services.filter((one) => one.code === code && !one.isStruck) }))
    .filter(({ of }) => of.length > 0)
    .map(({ code, of }) => ({ code, times: of.length, minutes: sum(of, 'MINUTES'), units: sum(of, 'UNITS') }))
    .sort((one, other) => other.times - one.times);
}

const touched = ['service'];

export const serviceOperations = {
  /** Without a day it was today. Errors: rule-broken {rule: 'service-later' | 'service-before-case'}. */
  log: write(
    careTeam,
    touched,
    z.strictObject({
      caseFileId: CaseFileId,
      code: ServiceCode,
      on: CalendarDate.optional(),
      amount: ServiceAmount.nullable().default(null),
      siteAlias: Tag.default(''),
      fundingTag: Tag.default(''),
    }),
    StoredService,
  ),
  /** Puts a line right, or strikes it out. */
  correct: write(
    careTeam,
    touched,
    z.strictObject({
      serviceId: RecordId,
      basedOn: BasedOn,
      service: z.strictObject({ ...given, isStruck: z.boolean() }),
    }),
    StoredService,
  ),
  /** One month of a case: this one, or the one asked for. */
  month: read(careTeam, z.strictObject({ ...OfCase.shape, month: Month.optional() }), ServiceMonth),
  /** What is likely to be logged next: the newest of this case, then of this person, then what is common. */
  recentCodes: read(careTeam, OfCase, z.array(ServiceCode).max(6)),
};
