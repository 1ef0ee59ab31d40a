// Two copies of the key slots and their verdicts: healed, damaged, newer, rolled back, each told from a wrong passphrase.
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KeyTools } from '../../../electron/vault/keys/kdf.ts';
import { changePassphrase, createRecoverySlot, createUserSlot } from '../../../electron/vault/keys/slot-keys.ts';
import { encodeSlots, slotsHash } from '../../../electron/vault/keys/slots.ts';
import { checkSlotFiles, type Credential, judgeGeneration, openSlots } from '../../../electron/vault/keys/unlock.ts';
import { quickCost, quickKeyTools } from '../../helpers/quick-keys.ts';
import { rehashed } from './slot-vectors.ts';

const tools = quickKeyTools();
const at = { vaultId: randomBytes(16), epoch: 1, vaultKey: randomBytes(32) };
const ana: Credential = { kind: 'passphrase', signInName: 'ana', passphrase: 'first passphrase of ana' };
const anaLater: Credential = { ...ana, passphrase: 'second passphrase of ana' };
const wrong: Credential = { ...ana, passphrase: 'first passphrase of anna' };
let older: Uint8Array;
let newer: Uint8Array;
let future: Uint8Array;
const flipped = (bytes: Uint8Array) => bytes.with(100, (bytes[100] ?? 0) ^ 4);

beforeAll(async () => {
  const slot = await createUserSlot(
    { ...at, signInName: 'ana', passphrase: 'first passphrase of ana', cost: quickCost },
    tools,
  );
  const recovery = await createRecoverySlot({ ...at, entropy: randomBytes(16) }, tools);
  older = encodeSlots({ ...at, generation: 4, keySlots: [slot.keySlot, recovery.keySlot] }, at.vaultKey);
  const { opened } = await openSlots({ bin: older, bak: older }, ana, tools);
  const next = { ...at, userRoot: opened.userRoot, passphrase: 'second passphrase of ana', cost: quickCost };
  const changed = await changePassphrase(slot.keySlot, next, tools);
  newer = encodeSlots({ ...at, generation: 5, keySlots: [changed, recovery.keySlot] }, at.vaultKey);
  future = rehashed(Uint8Array.from(Buffer.concat([newer.with(5, 2), randomBytes(300)])));
});

describe('two copies', () => {
  test('equal and good: open, nothing to heal', async () => {
    await expect(openSlots({ bin: newer, bak: newer }, anaLater, tools)).resolves.toMatchObject({ heal: false });
  });

  test.each([
    ['slots.bin flipped', () => ({ bin: flipped(newer), bak: newer })],
    ['slots.bin cut', () => ({ bin: newer.slice(0, 200), bak: newer })],
    ['slots.bin empty', () => ({ bin: new Uint8Array(), bak: newer })],
    ['slots.bin gone', () => ({ bin: null, bak: newer })],
    ['slots.bak flipped', () => ({ bin: newer, bak: flipped(newer) })],
    ['slots.bak gone', () => ({ bin: newer, bak: null })],
    ['slots.bak older, a change was cut off', () => ({ bin: newer, bak: older })],
    ['slots.bin older', () => ({ bin: older, bak: newer })],
  ])('%s: the newest good one opens and heals the other', async (_name, copies) => {
    const unlocked = await openSlots(copies(), anaLater, tools);
    expect(unlocked.heal).toBe(true);
    expect(unlocked.bytes).toEqual(newer);
    expect(unlocked.file.generation).toBe(5);
  });

  test('a passphrase change cut off between the copies: it was decided with the first, and only the new one opens', async () => {
    await expect(openSlots({ bin: newer, bak: older }, ana, tools)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    const unlocked = await openSlots({ bin: newer, bak: older }, anaLater, tools);
    expect(judgeGeneration(unlocked, { generation: 4, slotsHash: slotsHash(older) })).toBe('newer');
  });

  test('a newer copy that is not of this vault key takes nothing away from the older one', async () => {
    const other = { ...at, vaultKey: randomBytes(32) };
    const stranger = await createUserSlot({ ...other, signInName: 'eve', passphrase: 'x', cost: quickCost }, tools);
    const forged = encodeSlots({ ...other, generation: 9, keySlots: [stranger.keySlot] }, other.vaultKey);
    await expect(openSlots({ bin: forged, bak: older }, ana, tools)).resolves.toMatchObject({ bytes: older });
  });

  test('a forged copy that claims to be the newest does not hide the true one', async () => {
    const forged = rehashed(newer.with(29, 200));
    const unlocked = await openSlots({ bin: forged, bak: newer }, anaLater, tools);
    expect(unlocked.bytes).toEqual(newer);
    expect(unlocked.heal).toBe(true);
  });

  test.each([
    ['both flipped', () => ({ bin: flipped(newer), bak: flipped(older) })],
    ['both gone', () => ({ bin: null, bak: null })],
    ['one empty, one gone', () => ({ bin: new Uint8Array(), bak: null })],
  ])('%s: damaged, whatever was typed, and no Argon2id work', async (_name, copies) => {
    let runs = 0;
    const counting: KeyTools = { ...tools, argon2id: () => ((runs += 1), Promise.reject(new Error('must not run'))) };
    for (const credential of [anaLater, wrong]) {
      await expect(openSlots(copies(), credential, counting)).rejects.toMatchObject({ code: 'slots-damaged' });
    }
    expect(runs).toBe(0);
  });

  test('one damaged, one good, wrong passphrase: the passphrase is wrong, and the files are not blamed', async () => {
    await expect(openSlots({ bin: flipped(newer), bak: newer }, wrong, tools)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
  });

  test('a whole file of a later version is neither damaged nor overwritten with the older copy', async () => {
    for (const copies of [
      { bin: future, bak: future },
      { bin: newer, bak: future },
      { bin: future, bak: null },
    ]) {
      await expect(openSlots(copies, anaLater, tools)).rejects.toMatchObject({ code: 'vault-from-the-future' });
      expect(checkSlotFiles(copies, tools.policy)).toBe('from-the-future');
    }
    await expect(openSlots({ bin: flipped(future), bak: newer }, anaLater, tools)).resolves.toMatchObject({
      heal: true,
    });
  });

  test('are described without a passphrase', () => {
    expect(checkSlotFiles({ bin: newer, bak: newer }, tools.policy)).toBe('good');
    expect(checkSlotFiles({ bin: newer, bak: flipped(newer) }, tools.policy)).toBe('one-copy');
    expect(checkSlotFiles({ bin: newer, bak: null }, tools.policy)).toBe('one-copy');
    expect(checkSlotFiles({ bin: flipped(newer), bak: null }, tools.policy)).toBe('damaged');
    expect(checkSlotFiles({ bin: newer, bak: newer }, { ...tools.policy, minMemoryKiB: 9 })).toBe('outside-policy');
  });
});

describe('what the database remembers of the slots', () => {
  const stored = () => ({ generation: 5, slotsHash: slotsHash(newer) });
  test('an older slots file is rolled back: a passphrase that was replaced does not come back', async () => {
    const unlocked = await openSlots({ bin: older, bak: older }, ana, tools);
    expect(() => judgeGeneration(unlocked, stored())).toThrow(expect.objectContaining({ code: 'slots-rolled-back' }));
  });
  test('a newer one completes a change that was cut off', async () => {
    const unlocked = await openSlots({ bin: newer, bak: newer }, anaLater, tools);
    expect(judgeGeneration(unlocked, { generation: 4, slotsHash: slotsHash(older) })).toBe('newer');
    expect(judgeGeneration(unlocked, stored())).toBe('same');
  });
  test('another file of the same generation is damage', async () => {
    const unlocked = await openSlots({ bin: newer, bak: newer }, anaLater, tools);
    const other = { generation: 5, slotsHash: slotsHash(older) };
    expect(() => judgeGeneration(unlocked, other)).toThrow(expect.objectContaining({ code: 'slots-damaged' }));
  });
});

describe('a name that has no slot', () => {
  test('costs the same work as a wrong passphrase', async () => {
    const costs: number[] = [];
    const counting: KeyTools = {
      ...tools,
      argon2id: (password, salt, cost) => (costs.push(cost.memoryKiB), tools.argon2id(password, salt, cost)),
    };
    for (const credential of [wrong, { ...wrong, signInName: 'nobody' }]) {
      await expect(openSlots({ bin: newer, bak: newer }, credential, counting)).rejects.toMatchObject({
        code: 'wrong-passphrase',
        facts: {},
      });
    }
    expect(costs).toEqual([quickCost.memoryKiB, quickCost.memoryKiB]);
  });
});
