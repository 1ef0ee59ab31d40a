// Chooses, once at set-up, how much memory opening this vault shall take on this computer.
// Aims at 0.7 to 1.0 s: slow for a thief with a copy, quick enough for a tired person.
import { defaultCost, type KdfCost, type KdfPolicy, type KeyTools } from './kdf.ts';

const aimMs = 850;
const leastMs = 700;
const mostMs = 1000;
const stepKiB = 16 * 1024;

/**
 * The Argon2id cost for new slots: 3 passes, 1 lane, and memory in steps of 16 MiB between 64 MiB and the smaller of
 * 2 GiB and a quarter of this computer's memory. `elapsed` is a monotonic clock in milliseconds.
 */
export async function calibrate(
  tools: KeyTools,
  computer: { readonly totalMemoryBytes: number; readonly elapsed: () => number },
): Promise<KdfCost> {
  const quarterKiB = Math.floor(computer.totalMemoryBytes / 4 / 1024);
  const bounds = { ...tools.policy, maxMemoryKiB: Math.min(tools.policy.maxMemoryKiB, quarterKiB) };
  let cost = withMemory(defaultCost.memoryKiB, bounds);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const ms = await timeOf(cost, tools, computer.elapsed);
    if (ms >= leastMs && ms <= mostMs) return cost;
    const next = withMemory((cost.memoryKiB * aimMs) / Math.max(ms, 1), bounds);
    if (next.memoryKiB === cost.memoryKiB) return cost;
    cost = next;
  }
  return cost;
}

/** Whole steps within the bounds; a computer with little memory still gets the least the policy allows. */
function withMemory(memoryKiB: number, bounds: KdfPolicy): KdfCost {
  const steps = Math.floor(Math.min(memoryKiB, bounds.maxMemoryKiB) / stepKiB);
  return { ...defaultCost, memoryKiB: Math.max(bounds.minMemoryKiB, steps * stepKiB) };
}

async function timeOf(cost: KdfCost, tools: KeyTools, elapsed: () => number): Promise<number> {
  const begun = elapsed();
  await tools.argon2id(new TextEncoder().encode('calibration'), tools.randomBytes(16), cost);
  return elapsed() - begun;
}
