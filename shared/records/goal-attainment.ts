// Goal attainment scaling (domain §8): how far each goal came, from −2 to +2 where 0 is what was hoped for, and one figure over
// all of them. For looking back together; never a ranking of people.

/** −2 much less than hoped … +2 much more. */
export const ATTAINMENT = [-2, -1, 0, 1, 2] as const;

export interface Attained {
  readonly score: number;
  /** How much the goal matters, 1 or more. */
  readonly weight: number;
}

/** Correlation between goals that Kiresuk and Sherman (1968) assume. */
const RHO = 0.3;

/**
 * T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²): 50 when all came as hoped, 10 a standard deviation. Null without a goal.
 */
export function attainmentT(attained: readonly Attained[]): number | null {
  if (attained.length === 0) return null;
  const sum = (of: (one: Attained) => number): number => attained.reduce((total, one) => total + of(one), 0);
  const spread = (1 - RHO) * sum(({ weight }) => weight ** 2) + RHO * sum(({ weight }) => weight) ** 2;
  return 50 + (10 * sum(({ score, weight }) => score * weight)) / Math.sqrt(spread);
}
