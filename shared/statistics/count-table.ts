// A table of true counts before anything of it is shown, and the rule about whole rows of one kind (domain §20): when everybody of a
// row falls into one sensitive category, the row tells of each of them.

/** Rows by columns; a table of one dimension has no columns and one count a row. */
export interface CountTable {
  readonly id: string;
  /** The categories of each row: one, or several that were put together. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly string[] | null;
  readonly counts: readonly (readonly number[])[];
  /** Everybody stands in exactly one cell, so that cells add up. */
  readonly isPartition: boolean;
  /** Categories that must not be known of anybody. */
  readonly sensitive: readonly string[];
  /** One value a person, in days, of which the middle one may be told. */
  readonly days?: readonly number[];
}

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Two dimensions at most leave the house (domain §20). */
export const MOST_DIMENSIONS = 2;
/** Never in one table (domain §20), whichever way round. */
const NEVER_TOGETHER = [['AGE', 'HIV']] as const;

export type CrossingRefusal = 'figures-dimensions' | 'figures-never-together';

/** Why these may not be counted across each other, or null. `isAboutMinors`: the people are narrowed to those under 18. */
export function crossingRefusal(dimensions: readonly string[], isAboutMinors = false): CrossingRefusal | null {
  if (dimensions.length > MOST_DIMENSIONS) return 'figures-dimensions';
  const asked = isAboutMinors ? [...dimensions, 'AGE'] : dimensions;
  const isForbidden = NEVER_TOGETHER.some((pair) => pair.every((one) => asked.includes(one)));
  return isForbidden ? 'figures-never-together' : null;
}

/** The sensitive category that everybody of these counts falls into, or null. */
function onlyOne(counts: readonly number[], categories: readonly string[], sensitive: readonly string[]) {
  const whole = sumOf(counts);
  const at = counts.findIndex((count) => count === whole);
  const category = categories[at];
  return whole > 0 && category !== undefined && sensitive.includes(category) ? category : null;
}

/** Puts rows together until none tells of everybody in it; null when that is not to be had, and then no cell may be shown. */
export function withoutTellingRows(table: CountTable): CountTable | null {
  const { columns, rows, counts, sensitive } = table;
  if (columns === null) {
    const flat = counts.map(([count]) => count ?? 0);
    return onlyOne(
      flat,
      rows.map((row) => row[0] ?? ''),
      sensitive,
    ) === null
      ? table
      : null;
  }
  const telling = counts.findIndex((row) => onlyOne(row, columns, sensitive) !== null);
  if (telling < 0) return hasTellingColumn(table) ? null : table;
  const other = smallestOther(counts, telling);
  return other === null ? null : withoutTellingRows(together(table, telling, other));
}

const hasTellingColumn = ({ columns, rows, counts, sensitive }: CountTable): boolean =>
  (columns ?? []).some((_, at) => {
    const column = counts.map((row) => row[at] ?? 0);
    return (
      onlyOne(
        column,
        rows.map((row) => (row.length === 1 ? (row[0] ?? '') : '')),
        sensitive,
      ) !== null
    );
  });

/** The row with the fewest people besides this one; rows without anybody tell nothing and help nothing. */
function smallestOther(counts: readonly (readonly number[])[], not: number): number | null {
  const others = counts
    .map((row, at) => ({ people: sumOf(row), at }))
    .filter(({ people, at }) => at !== not && people > 0)
    .sort((one, other) => one.people - other.people);
  return others[0]?.at ?? null;
}

function together(table: CountTable, one: number, other: number): CountTable {
  const [first, second] = one < other ? [one, other] : [other, one];
  const joined = (table.counts[first] ?? []).map((count, at) => count + (table.counts[second]?.[at] ?? 0));
  return {
    ...table,
    rows: table.rows
      .map((row, at) => (at === first ? [...row, ...(table.rows[second] ?? [])] : row))
      .filter((_, at) => at !== second),
    counts: table.counts.map((row, at) => (at === first ? joined : row)).filter((_, at) => at !== second),
  };
}
