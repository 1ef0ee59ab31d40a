// Argon2id: the native library against the RFC and against an independent one (security G16), its bounds, and its calibration.
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../../electron/vault/keys/calibrate.ts';
import {
  defaultCost,
  deriveKek,
  floorCost,
  isWithinPolicy,
  type KdfCost,
  type KeyTools,
  nativeArgon2id,
  productTools,
} from '../../../electron/vault/keys/kdf.ts';
import { tellControl, tellFound } from '../../helpers/proof.ts';
import { quickCost, quickKeyTools } from '../../helpers/quick-keys.ts';
import { hex } from './drawing.ts';

const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte);

describe('Argon2id', () => {
  test('of the independent library is the one of RFC 9106 §5.3', () => {
    const tag = nobleArgon2id(filled(32, 1), filled(16, 2), {
      m: 32,
      t: 3,
      p: 4,
      key: filled(8, 3),
      personalization: filled(12, 4),
      dkLen: 32,
      version: 0x13,
    });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
    tellFound('G16', { 'RFC 9106 vectors': 1 });
  });

  test('of the native library equals it for 50 random inputs', async () => {
    const inputs = fc.record({
      password: fc.uint8Array({ maxLength: 100 }),
      salt: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      memoryKiB: fc.integer({ min: 8, max: 256 }),
      passes: fc.integer({ min: 1, max: 4 }),
    });
    const agrees = async ({
      password,
      salt,
      memoryKiB,
      passes,
    }: { password: Uint8Array; salt: Uint8Array } & Omit<KdfCost, 'lanes'>) => {
      const native = await nativeArgon2id(password, salt, { memoryKiB, passes, lanes: 1 });
      const noble = (t: number) => hex(nobleArgon2id(password, salt, { m: memoryKiB, t, p: 1, dkLen: 32 }));
      expect(hex(native)).toBe(noble(passes));
      expect(hex(native)).not.toBe(noble(passes + 1)); // the control: one pass more is another output
    };
    await fc.assert(fc.asyncProperty(inputs, agrees), { numRuns: 50 });
    tellFound('G16', { 'random inputs equal': 50 });
    tellControl('G16', { 'outputs that differ': 50 });
  });
});

describe('the bounds of the product', () => {
  test.each<[string, KdfCost, boolean]>([
    ['the default', defaultCost, true],
    ['the floor', floorCost, true],
    ['2 GiB', { memoryKiB: 2 ** 21, passes: 3, lanes: 1 }, true],
    ['a KiB below the floor', { ...floorCost, memoryKiB: floorCost.memoryKiB - 1 }, false],
    ['a KiB above 2 GiB', { memoryKiB: 2 ** 21 + 1, passes: 3, lanes: 1 }, false],
    ['2 passes', { ...defaultCost, passes: 2 }, false],
    ['21 passes', { ...defaultCost, passes: 21 }, false],
    ['2 lanes', { ...defaultCost, lanes: 2 }, false],
    ['the cost of quick tests', quickCost, false],
  ])('%s', (_name, cost, allowed) => {
    expect(isWithinPolicy(cost, productTools.policy)).toBe(allowed);
  });

  test('hold before any work is done', async () => {
    let runs = 0;
    const tools: KeyTools = { ...productTools, argon2id: () => ((runs += 1), Promise.resolve(filled(32, 0))) };
    const slot = { id: filled(16, 1), salt: filled(16, 2), cost: { memoryKiB: 0xffffffff, passes: 3, lanes: 1 } };
    await expect(deriveKek({ secret: filled(8, 1) }, slot, tools)).rejects.toMatchObject({ code: 'slots-policy' });
    expect(runs).toBe(0);
    tellFound('G5', { 'stretched outside the bounds': runs });
  });
});

/** A computer on which Argon2id takes so many milliseconds for each MiB, on a clock that only this work moves. */
function computer(msPerMiB: number, memoryGiB: number) {
  let now = 5000;
  const tried: number[] = [];
  const tools: KeyTools = {
    ...productTools,
    argon2id: (_password, _salt, cost) => {
      tried.push(cost.memoryKiB / 1024);
      now += (cost.memoryKiB / 1024) * msPerMiB;
      return Promise.resolve(filled(32, 0));
    },
  };
  const choose = () => calibrate(tools, { totalMemoryBytes: memoryGiB * 2 ** 30, elapsed: () => now });
  return { choose, tried };
}

describe('calibration', () => {
  test.each([
    ['a computer of 2015 keeps the default', 3.2, 8, 256],
    ['a fast computer takes more memory, to about 0.85 s', 1, 16, 848],
    ['a slow one takes less', 6, 8, 128],
    ['a very slow one never falls below the floor', 100, 8, 64],
    ['at most a quarter of the memory', 0.5, 2, 512],
    ['at most 2 GiB', 0.1, 64, 2048],
    ['a computer with hardly any memory gets the floor', 1, 0.125, 64],
  ])('%s', async (_name, msPerMiB, memoryGiB, expectedMiB) => {
    const { choose, tried } = computer(msPerMiB, memoryGiB);
    const cost = await choose();
    expect(cost).toEqual({ memoryKiB: expectedMiB * 1024, passes: 3, lanes: 1 });
    expect(isWithinPolicy(cost, productTools.policy)).toBe(true);
    expect(tried.length).toBeLessThanOrEqual(3);
  });

  test('of the cheap tools of tests stays within their bounds', async () => {
    const tools = quickKeyTools();
    const cost = await calibrate(tools, { totalMemoryBytes: 2 ** 33, elapsed: () => performance.now() });
    expect(isWithinPolicy(cost, tools.policy)).toBe(true);
  });
});
