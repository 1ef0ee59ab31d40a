// What referrals and needs of one calendar year say of the help there is (domain §12, §20): counts alone, small ones withheld.
// Whole years only: two tables whose periods differ by a little would tell of who stands between them.
import { z } from 'zod';
import { directorOnly, read } from '../contract/operation.ts';
import { NeedDomain } from './need-codes.ts';
import { RoundedCount } from '../statistics/shown.ts';

export const ReferralFigures = z.strictObject({
  /** Needs that no service was found for, by domain; those without one are left out. */
  unmet: z.array(z.strictObject({ domain: NeedDomain, count: RoundedCount })),
  unmetTotal: RoundedCount,
  sent: RoundedCount,
  accepted: RoundedCount,
  waitlisted: RoundedCount,
  declined: RoundedCount,
  /** Accepted among those that were answered with yes, no or a waiting list, in per cent; null when too few. */
  acceptance: z.int().min(0).max(100).nullable(),
  /** From sent to attended, in days; null when too few. */
  medianDays: z.number().min(0).nullable(),
});
export type ReferralFigures = z.output<typeof ReferralFigures>;

export const referralFiguresOperations = {
  ofYear: read(directorOnly, z.strictObject({ year: z.int().min(2000).max(2200) }), ReferralFigures),
};
