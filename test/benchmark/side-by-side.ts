// Measures by turns: ours, floor, floor, then the other way round, so that whatever else the machine does meets all of them.
import { type Figure, figure } from './figures.ts';

export interface Contender {
  /** Before each turn, and not timed. */
  readonly prepare?: (round: number) => unknown;
  /** One turn, in milliseconds; each of them, when several things are done in one turn. */
  readonly took: (round: number) => number | number[] | Promise<number | number[]>;
  /** After each turn, and not timed. */
  readonly tidy?: (round: number) => unknown;
}

/** Milliseconds of work that is done here. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** What a process is asked for at once. */
export interface Requests {
  readonly name: string;
  readonly requests: readonly object[];
}

/** Milliseconds of each, one after the other. */
export async function eachTimed<One>(all: readonly One[], work: (one: One) => unknown): Promise<number[]> {
  const took: number[] = [];
  for (const one of all) took.push(await timed(() => work(one)));
  return took;
}

export interface Comparison extends Pick<Figure, 'row' | 'what'> {
  readonly rounds: number;
  /** Turns of each before those that count. */
  readonly warmUp: number;
  readonly ours: Contender;
  readonly floors: Readonly<Record<string, Contender>>;
}

async function turn({ prepare, took, tidy }: Contender, round: number): Promise<number[]> {
  await prepare?.(round);
  const milliseconds = await took(round);
  await tidy?.(round);
  return [milliseconds].flat();
}

/** Milliseconds of every contender, in the order of the rounds. */
export async function compare({ row, what, rounds, warmUp, ours, floors }: Comparison): Promise<Figure> {
  const contenders = [ours, ...Object.values(floors)];
  const took = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    const order = contenders.map((_contender, at) => at);
    for (const at of round % 2 === 0 ? order : order.toReversed()) {
      const milliseconds = await turn(contenders[at]!, round + warmUp);
      if (round >= 0) took[at]!.push(...milliseconds);
    }
  }
  const [own = [], ...others] = took;
  const named = Object.keys(floors).map((name, at) => [name, others[at] ?? []] as const);
  return figure({ row, what, unit: 'ms' }, own, Object.fromEntries(named));
}
