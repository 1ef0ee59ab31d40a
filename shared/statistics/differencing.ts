// What two tables tell together (domain §20): 12 people in a quarter, then 11 in one of its months, and somebody knows of one. A
// table is compared with every one that was given out, person by person, by marks that name nobody.
import type { Mode } from './shown.ts';
import { overlap, type Period } from './periods.ts';

/** What a table counted, as the guard compares it. */
export interface Counted {
  readonly period: Period;
  readonly who: string;
  readonly mode: Mode;
  readonly threshold: number;
  /** What people were told apart by, in any of its tables. */
  readonly breakdowns: readonly string[];
  /** As they were shown. */
  readonly tables: readonly { readonly id: string }[];
  /** One mark a person, apart for each way of counting: who was helped, who left, who only asked. */
  readonly marks: Readonly<Record<string, readonly string[]>>;
}

/** figures-issued: there is that very table. figures-differ: too few people lie between. figures-other-mode: rounded and exact together. */
export type GuardRefusal = 'figures-issued' | 'figures-differ' | 'figures-other-mode';

export interface Verdict<Issued> {
  readonly rule: GuardRefusal;
  /** The table that stands in the way. */
  readonly issued: Issued;
}

/** People who stand in one of the two and not in the other. */
export function peopleBetween(one: readonly string[], other: readonly string[]): number {
  const [first, second] = [new Set(one), new Set(other)];
  const onlyIn = (these: ReadonlySet<string>, those: ReadonlySet<string>): number =>
    [...these].filter((mark) => !those.has(mark)).length;
  return onlyIn(first, second) + onlyIn(second, first);
}

/** Why this table may not be given out beside those that were, or null. Tables of periods apart tell nothing together. */
export function guard<Issued extends Counted>(issued: readonly Issued[], wanted: Counted): Verdict<Issued> | null {
  for (const earlier of issued) {
    const rule = overlap(earlier.period, wanted.period) ? ruleAgainst(earlier, wanted) : null;
    if (rule !== null) return { rule, issued: earlier };
  }
  return null;
}

function ruleAgainst(earlier: Counted, wanted: Counted): GuardRefusal | null {
  const isSamePeople = earlier.period === wanted.period && earlier.who === wanted.who;
  const between = Object.keys(wanted.marks).map((base) =>
    earlier.marks[base] === undefined ? 0 : peopleBetween(earlier.marks[base], wanted.marks[base] ?? []),
  );
  // Whoever holds both belongs to the narrower circle.
  const threshold = Math.min(earlier.threshold, wanted.threshold);
  if (between.some((people) => people > 0 && people < threshold)) return 'figures-differ';
  if (!isSamePeople || between.some((people) => people > 0)) return null;
  return sameTables(earlier, wanted);
}

/**
 * Of the same people. Rounded and exact cells of one breakdown together give away what each of them hides; and a cell that reads
 * otherwise than before tells that something about somebody was written down since.
 */
function sameTables(earlier: Counted, wanted: Counted): GuardRefusal | null {
  const isSameWay = earlier.mode === wanted.mode && earlier.threshold === wanted.threshold;
  const isExactBefore = [earlier.mode, wanted.mode].some((mode) => mode !== 'ROUNDED');
  const shares = wanted.breakdowns.some((one) => earlier.breakdowns.includes(one));
  if (!isSameWay) return isExactBefore && shares ? 'figures-other-mode' : null;
  const before = new Map(earlier.tables.map((table) => [table.id, JSON.stringify(table)]));
  const known = wanted.tables.filter(({ id }) => before.has(id));
  if (known.some((table) => before.get(table.id) !== JSON.stringify(table))) return 'figures-differ';
  return known.length === wanted.tables.length ? 'figures-issued' : null;
}
