// What was measured, as figures to compare: the middle and the slow end of ours and of each floor, and the ratio of the middles.
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

export interface Floor extends Spread {
  readonly name: string;
  /** Ours to this floor, of the middles: 1.2 is a fifth more. */
  readonly ratio: number;
}

export interface Figure {
  /** The row it was asked for by. */
  readonly row: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly n: number;
  readonly ours: Spread;
  readonly floors: readonly Floor[];
}

/** The value below which `share` of all lie, by nearest rank. Throws for an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('nothing was measured');
  return found;
}

export const spread = (values: readonly number[]): Spread => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
});

export function figure(
  of: Pick<Figure, 'row' | 'what' | 'unit'>,
  ours: readonly number[],
  floors: Readonly<Record<string, readonly number[]>>,
): Figure {
  const own = spread(ours);
  return {
    ...of,
    n: ours.length,
    ours: own,
    floors: Object.entries(floors).map(([name, values]) => {
      const floor = spread(values);
      return { name, ...floor, ratio: own.p50 / floor.p50 };
    }),
  };
}

/** Three digits that count, never more than two behind the point, so that columns line up. */
const shown = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

const HEAD = ['what', 'unit', 'n', 'p50', 'p95', 'floor', 'p50', 'p95', 'ratio', 'p95 above'];
const LEFT = new Set([0, 1, 5]);

function linesOf({ what, unit, n, ours, floors }: Figure): string[][] {
  const own = [what, unit, String(n), shown(ours.p50), shown(ours.p95)];
  if (floors.length === 0) return [own];
  return floors.map(({ name, p50, p95, ratio }, at) => [
    ...(at === 0 ? own : own.map(() => '')),
    name,
    shown(p50),
    shown(p95),
    ratio.toFixed(2),
    `${ours.p95 < p95 ? '-' : '+'}${shown(Math.abs(ours.p95 - p95))}`,
  ]);
}

/** All figures as one table of plain text, a line for each floor. */
export function table(figures: readonly Figure[]): string {
  const lines = [HEAD, ...figures.flatMap(linesOf)];
  const widths = HEAD.map((_name, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => (LEFT.has(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
