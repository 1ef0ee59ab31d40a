// Small numbers could tell of one person (domain §20). Mode A: below the threshold only "fewer than", above it to the nearest 5.
import { z } from 'zod';

/** domain §20 [P]: to those who know the house and keep it to themselves. */
export const FEWEST = 5;
/** A share of fewer than this says more of single people than of the work. */
export const FEWEST_FOR_SHARE = 20;
const STEP = 5;

/** A count as it may be shown; `FEW` for 1 to 4. */
export const ShownCount = z.union([z.int().min(0), z.literal('FEW')]);
export type ShownCount = z.output<typeof ShownCount>;

/** 0 → 0; 1–4 → fewer than 5; else the nearest 5, half up. Totals are rounded from the true total: rows need not add up. */
export function shownCount(count: number): ShownCount {
  if (count === 0) return 0;
  return count < FEWEST ? 'FEW' : Math.floor(count / STEP + 0.5) * STEP;
}

/** Per cent, of rounded counts; null when the whole is too small, or the part too few to be shown. */
export function shownShare(part: number, whole: number): number | null {
  const [shownPart, shownWhole] = [shownCount(part), shownCount(whole)];
  if (shownPart === 'FEW' || shownWhole === 'FEW' || shownWhole < FEWEST_FOR_SHARE) return null;
  return Math.round((Math.min(shownPart, shownWhole) / shownWhole) * 100);
}

/** The middle of so many values that it tells of none; null below the threshold. */
export function shownMedian(values: readonly number[]): number | null {
  if (values.length < FEWEST) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
