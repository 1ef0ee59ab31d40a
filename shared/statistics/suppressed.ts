// Mode B (domain §20): an exact table of one dimension in which small cells are hidden, and so many others with them that no hidden
// cell can be worked out, neither from the total nor by a reader who knows this rule. Every hidden cell carries the same mark.
import type { ShownCell } from './shown.ts';

export interface Suppressed {
  readonly cells: readonly ShownCell[];
  readonly total: ShownCell;
}

/** Of a table whose cells add up to its total. When nothing of it can be shown, the total alone, or that it is small. */
export function suppressed(counts: readonly number[], threshold: number): Suppressed {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = hiddenCounts(counts, threshold);
  if (hidden === 'ALL') return { cells: counts.map(() => 'HIDDEN'), total: total < threshold ? 'FEW' : total };
  return { cells: counts.map((count) => (hidden.has(count) ? 'HIDDEN' : count)), total };
}

/**
 * The small counts, and the next larger ones until there is enough to hide among; ALL when no count is left to join. By the size of a
 * cell alone, equal ones together: then any two hidden cells could stand the other way round, and the table would look the same.
 */
function hiddenCounts(counts: readonly number[], threshold: number): ReadonlySet<number> | 'ALL' {
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const hidden = new Set(counts.filter(isSmall));
  const next = counts.filter((count) => count >= threshold).toSorted((one, other) => one - other);
  while (
    hidden.size > 0 &&
    !isCovered(
      counts.filter((count) => hidden.has(count)),
      threshold,
    )
  ) {
    const more = next.find((count) => !hidden.has(count));
    if (more === undefined) return 'ALL';
    hidden.add(more);
  }
  return hidden;
}

/**
 * §20: two cells at least, together t + |U| − 2, so that each small one could be anything from 1 to t − 1. Beyond it: several cells of
 * exactly t − 1 and nothing else would give themselves away, because a cell of t is hidden only with all cells of its size.
 */
function isCovered(hidden: readonly number[], threshold: number): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0);
  const isGiveaway = hidden.every((count) => count === threshold - 1);
  return hidden.length >= 2 && sum >= threshold + hidden.length - 2 && !isGiveaway;
}
