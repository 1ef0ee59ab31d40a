// security G5: no changed copy of `slots.bin` opens, and none can make the program do Argon2id work outside its bounds.
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { isWithinPolicy, type KdfCost, type KeyTools, productTools } from '../../../electron/vault/keys/kdf.ts';
import { createRecoverySlot, createUserSlot, userSlotId } from '../../../electron/vault/keys/slot-keys.ts';
import { encodeSlots } from '../../../electron/vault/keys/slots.ts';
import { type Credential, openSlots } from '../../../electron/vault/keys/unlock.ts';
import { secondsOf } from '../../helpers/fuzz.ts';
import { proofSize, tellControl, tellFound } from '../../helpers/proof.ts';
import { quickCost, quickKeyTools } from '../../helpers/quick-keys.ts';
import { hex } from './drawing.ts';
import { rehashed } from './slot-vectors.ts';

const quick = quickKeyTools();
const spent: KdfCost[] = [];
const tools: KeyTools = {
  ...quick,
  argon2id: (password, salt, cost) => {
    spent.push(cost);
    return quick.argon2id(password, salt, cost);
  },
};
const ana: Credential = { kind: 'passphrase', signInName: 'ana', passphrase: 'one passphrase' };
let file: Uint8Array;
let anaId: string;

beforeAll(async () => {
  const at = { vaultId: randomBytes(16), epoch: 2, vaultKey: randomBytes(32) };
  const made = await Promise.all([
    createUserSlot({ ...at, signInName: 'ana', passphrase: 'one passphrase', cost: quickCost }, quick),
    createUserSlot({ ...at, signInName: 'bo', passphrase: 'another passphrase', cost: quickCost }, quick),
    createRecoverySlot({ ...at, entropy: randomBytes(16) }, quick),
  ]);
  file = encodeSlots({ ...at, generation: 5, keySlots: made.map((one) => one.keySlot) }, at.vaultKey);
  anaId = hex(userSlotId(at.vaultId, 'ana'));
  spent.length = 0;
});

/** Tries every mutant that differs from the file; answers how many opened and which typed refusals came. */
async function tally(mutants: Iterable<Uint8Array>) {
  const different = Array.from(mutants).filter((bytes) => Buffer.compare(bytes, file) !== 0);
  const refusals: Partial<Record<string, number>> = {};
  let slow = 0;
  for (const bytes of different) {
    const before = secondsOf(process.cpuUsage());
    const answer = await answerTo(bytes);
    if (secondsOf(process.cpuUsage()) - before > 2) slow += 1;
    refusals[answer] = (refusals[answer] ?? 0) + 1;
  }
  const { opened = 0, untyped = 0, ...typed } = refusals;
  return { tried: different.length, accepted: opened, untyped, typed, slow };
}

async function answerTo(bytes: Uint8Array): Promise<string> {
  try {
    await openSlots({ bin: bytes, bak: bytes }, ana, tools);
    return 'opened';
  } catch (error) {
    return error instanceof VaultError ? error.code : 'untyped';
  }
}

function* bitFlips(of: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < of.length * 8; bit += 1) {
    yield of.with(bit >> 3, (of[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
  }
}

/** Repeatable choices from a seed (mulberry32), so that a failing mutant can be made again. */
function choices(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SEED = 20261124;
console.log(`slot files: seed ${SEED}, and every bit`);

function* structural(of: Uint8Array, count: number): Generator<Uint8Array> {
  const choose = choices(SEED);
  const slot = (index: number) => of.subarray(32 + 247 * index, 32 + 247 * (index + 1));
  const start = () => 32 + 247 * choose(3);
  const noise = (length: number) => Uint8Array.from({ length }, () => choose(256));
  const kinds: readonly (() => Uint8Array)[] = [
    () => of.slice(0, choose(of.length)),
    () => Uint8Array.from(Buffer.concat([of, noise(1 + choose(50))])),
    () => overwritten(of, choose(of.length), noise(8)),
    () => overwritten(overwritten(of, start(), slot(choose(3))), start(), slot(choose(3))),
    () => overwritten(of, start() + choose(247), of.subarray(choose(of.length), choose(of.length))),
    () => Uint8Array.from(Buffer.concat([of.subarray(0, start()), slot(choose(3)), of.subarray(start())])),
    () => overwritten(of, [4, 22, 26, 30][choose(4)] ?? 4, noise(1 + choose(4))),
    () => overwritten(of, start() + ([0, 17, 18, 22, 26][choose(5)] ?? 0), noise(1 + choose(4))),
  ];
  for (let index = 0; index < count; index += 1) yield kinds[index % kinds.length]?.() ?? of;
}

function overwritten(of: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const copy = of.slice();
  copy.set(bytes.subarray(0, copy.length - at), at);
  return copy;
}

function* withHash(mutants: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const bytes of mutants) yield rehashed(bytes);
}

/** Bits of each byte in the slots of colleagues. */
const ofColleagues = proofSize({ test: 1, full: 8 });
const outsideTheBounds = (): KdfCost[] => spent.filter((cost) => !isWithinPolicy(cost, tools.policy));

function tell(what: string, { tried, accepted, untyped, slow }: Awaited<ReturnType<typeof tally>>): void {
  tellFound('G31', { 'slot files': tried, 'accepted wrongly': accepted, crashes: untyped, 'over 2 s': slow });
  tellFound('G5', { [what]: tried, accepted, untyped, 'stretched outside the bounds': outsideTheBounds().length });
}

describe('slots.bin of three slots', () => {
  test('opens unchanged, so that the refusals below mean something', async () => {
    await expect(openSlots({ bin: file, bak: file }, ana, tools)).resolves.toMatchObject({ heal: false });
    tellControl('G5', { accepted: 1 });
  });

  test('with any single bit flipped is damaged, before any Argon2id work', async () => {
    spent.length = 0;
    const result = await tally(bitFlips(file));
    expect(result).toMatchObject({ tried: file.length * 8, accepted: 0, untyped: 0 });
    expect(result.typed).toEqual({ 'slots-damaged': result.tried });
    expect(spent).toHaveLength(0);
    tell('bits flipped', result);
  });

  // Every bit of the header, of the opener's own slot and of the HMAC; of the colleagues' slots one bit of each byte, or all.
  test('with a single bit flipped and the hash made right opens never', { timeout: 120_000 }, async () => {
    spent.length = 0;
    const own = file.findIndex((_, at) => (at - 32) % 247 === 0 && hex(file.subarray(at + 1, at + 17)) === anaId);
    const isColleagues = (at: number) => at >= 32 && at < file.length - 64 && (at < own || at >= own + 247);
    const mutants = Array.from(bitFlips(file)).filter(
      (_, bit) => !isColleagues(bit >> 3) || ofColleagues === 8 || (bit & 7) === (bit >> 3) % 8,
    );
    const result = await tally(withHash(mutants));
    expect(result).toMatchObject({ tried: (32 + 247 + 32) * 8 + 2 * 247 * ofColleagues, accepted: 0, untyped: 0 });
    expect(outsideTheBounds()).toEqual([]);
    tell('bits flipped', result);
  });

  test('cut, lengthened, spliced, with slots moved or fields overwritten, more than 1,500 ways, opens never', async () => {
    const plain = await tally(structural(file, 1800));
    spent.length = 0;
    const repaired = await tally(withHash(structural(file, 1800)));
    expect(plain).toMatchObject({ accepted: 0, untyped: 0 });
    expect(repaired).toMatchObject({ accepted: 0, untyped: 0 });
    expect(Math.min(plain.tried, repaired.tried)).toBeGreaterThan(1500);
    expect(outsideTheBounds()).toEqual([]);
    tell('other changes', plain);
    tell('other changes', repaired);
  });

  test('made for cheap tests is refused by the product without any Argon2id work', async () => {
    let runs = 0;
    const product: KeyTools = {
      ...productTools,
      argon2id: () => ((runs += 1), Promise.reject(new Error('must not run'))),
    };
    await expect(openSlots({ bin: file, bak: file }, ana, product)).rejects.toMatchObject({ code: 'slots-policy' });
    expect(runs).toBe(0);
  });
});
