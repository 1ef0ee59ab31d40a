// What people are told apart by in a table, as far as records say it (domain §20). A category says of itself whether it must not be
// known of anybody; there is none of health, and none of a place.
import { ClosingReason } from '../records/case-status.ts';
import { NeedDomain } from '../records/need-codes.ts';
import { NoBedReason } from '../records/no-bed.ts';

/** Whom a table is about. */
export const peopleNarrowed = ['EVERYONE', 'UNDER_18', 'ADULT'] as const;
export type Who = (typeof peopleNarrowed)[number];

/** Who came in for the first time in the period, and who was known before. */
export const turnCategories = ['NEW', 'CONTINUING'] as const;
export const ageCategories = ['UNDER_18', 'ADULT', 'NOT_KNOWN'] as const;
export const typeCategories = ['SEX', 'LABOUR', 'BOTH', 'OTHER', 'UNKNOWN'] as const;
export const genderCategories = ['FEMALE', 'MALE', 'OTHER', 'NOT_RECORDED'] as const;
/** People who asked and were not taken in. */
export const askedCategories = ['WAITING', 'TURNED_AWAY', 'OTHER_WAY', 'ERASED'] as const;

/** Days from asking for a bed to having one. */
export const waitCategories = ['DAYS_0_2', 'DAYS_3_7', 'DAYS_8_30', 'DAYS_31'] as const;

export type Age = (typeof ageCategories)[number];
export type ExploitationType = (typeof typeCategories)[number];
export type GenderCategory = (typeof genderCategories)[number];
export type WaitCategory = (typeof waitCategories)[number];
export type AskedCategory = (typeof askedCategories)[number];

/** A partition puts everybody into one category; services do not, because somebody is given several. */
export interface Breakdown {
  readonly categories: readonly string[];
  readonly sensitive: readonly string[];
}

export const breakdowns = {
  TURN: { categories: turnCategories, sensitive: [] },
  AGE: { categories: ageCategories, sensitive: [] },
  TYPE: { categories: typeCategories, sensitive: ['SEX', 'LABOUR', 'BOTH', 'OTHER'] },
  GENDER: { categories: genderCategories, sensitive: ['OTHER'] },
  LEFT: {
    categories: ClosingReason.options,
    sensitive: ['RETURNED_COUNTRY_VOLUNTARY', 'DETAINED', 'DIED', 'ASKED_TO_LEAVE'],
  },
  ASKED: { categories: askedCategories, sensitive: [] },
  UNMET: { categories: NeedDomain.options, sensitive: [] },
  NO_BED: { categories: NoBedReason.options, sensitive: [] },
  WAIT: { categories: waitCategories, sensitive: [] },
} as const satisfies Readonly<Record<string, Breakdown>>;
export type BreakdownId = keyof typeof breakdowns;

/** The category of a service that was given to somebody who was erased since, when it is not known in which period. */
export const GIVEN_BUT_ERASED = 'GIVEN_BUT_ERASED';
