// Bent inputs by the thousand: each has a seed of its own, so that one that went wrong can be made again alone. What is counted is
// what G31 asks for. SAFEHOLD_SEED draws others than those of every run; the run says which.
import { VaultError } from '#shared/contract/errors';
import { tellFound } from './proof.ts';
import { seededNumbers } from './seeded-numbers.ts';

export type Below = (below: number) => number;
export const pick = <T>(from: readonly T[], below: Below): T => from[below(from.length)]!;

/** `as it was`: the bend hit nothing that is read. `accepted wrongly`: anything else that is not a refusal. */
export type Verdict = 'refused' | 'as it was' | { readonly wrong: string };

const MOST_SECONDS = 2;
const FIRST_SEED = Number(process.env['SAFEHOLD_SEED'] ?? 20_261_128);

export interface Fuzzed {
  readonly tried: number;
  readonly refused: number;
  /** Each with the seed that makes it again. */
  readonly wrong: readonly string[];
  readonly crashed: readonly string[];
  readonly slow: readonly string[];
}

/** Processor time is what a bent file costs; how long it takes says more about what else the computer does. */
export const secondsOf = (usage: NodeJS.CpuUsage): number => (usage.user + usage.system) / 1e6;

/** Tries `count` inputs, tells G31 of them under `what`, and answers what went wrong. `seconds` is of this process unless given. */
export async function fuzz(
  what: string,
  count: number,
  one: (below: Below) => Promise<Verdict>,
  seconds: () => number = () => secondsOf(process.cpuUsage()),
): Promise<Fuzzed> {
  const [wrong, crashed, slow]: [string[], string[], string[]] = [[], [], []];
  let refused = 0;
  for (let at = 0; at < count; at += 1) {
    const seed = FIRST_SEED + at;
    const before = seconds();
    try {
      const verdict = await one(seededNumbers(seed));
      if (verdict === 'refused') refused += 1;
      else if (verdict !== 'as it was') wrong.push(`seed ${seed}: ${verdict.wrong}`);
    } catch (error) {
      if (error instanceof VaultError && error.code !== 'internal') refused += 1;
      else crashed.push(`seed ${seed}: ${String(error)}`);
    }
    if (seconds() - before > MOST_SECONDS) slow.push(`seed ${seed}`);
  }
  console.log(`${what}: seeds ${FIRST_SEED} to ${FIRST_SEED + count - 1}, ${refused} of ${count} refused`);
  tellFound('G31', {
    [what]: count,
    'accepted wrongly': wrong.length,
    crashes: crashed.length,
    'over 2 s': slow.length,
  });
  return { tried: count, refused, wrong, crashed, slow };
}

/** What a good run of `fuzz` found. */
export const NOTHING_WRONG = { wrong: [], crashed: [], slow: [] };

/** A flipped bit, a byte, a cut, a few bytes more, a piece put elsewhere, a piece taken out: of any file. */
export function bentBytes(bytes: Uint8Array, below: Below): Buffer {
  const copy = Buffer.from(bytes);
  const at = below(copy.length);
  const piece = copy.subarray(below(copy.length)).subarray(0, 1 + below(60));
  const kinds: readonly (() => Buffer)[] = [
    () => (copy.writeUInt8(copy[at]! ^ (1 << below(8)), at), copy),
    () => (copy.writeUInt8(below(256), at), copy),
    () => copy.subarray(0, at),
    () => Buffer.concat([copy, Buffer.alloc(1 + below(60), below(256))]),
    () => Buffer.concat([copy.subarray(0, at), piece, copy.subarray(at)]),
    () => Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + below(60))]),
  ];
  return kinds[below(kinds.length)]!();
}
