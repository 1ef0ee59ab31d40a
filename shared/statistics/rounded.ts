// Mode A (domain §20): small counts only as "fewer than", the others to the nearest 5. Totals are rounded from the true total,
// each by itself: rows need not add up, and whoever shows them says so.
import { type RoundedCount, thresholds } from './shown.ts';

const STEP = 5;
/** A share of fewer than this says more of single people than of the work. */
export const FEWEST_FOR_SHARE = 20;

/** 0 → 0; 1 to t − 1 → FEW; else the nearest 5, half up. */
export function rounded(count: number, threshold: number = thresholds.FUNDER): RoundedCount {
  if (count === 0) return 0;
  return count < threshold ? 'FEW' : Math.floor(count / STEP + 0.5) * STEP;
}

/** Per cent, of rounded counts; null when the whole is too small, or the part too few to be shown. */
export function shownShare(part: number, whole: number, threshold: number = thresholds.FUNDER): number | null {
  const [shownPart, shownWhole] = [rounded(part, threshold), rounded(whole, threshold)];
  if (shownPart === 'FEW' || shownWhole === 'FEW' || shownWhole < FEWEST_FOR_SHARE) return null;
  return Math.round((Math.min(shownPart, shownWhole) / shownWhole) * 100);
}

/** The middle of so many values that it tells of none; null below the threshold. Least and most are never told. */
export function shownMedian(values: readonly number[], threshold: number = thresholds.FUNDER): number | null {
  if (values.length < threshold) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
