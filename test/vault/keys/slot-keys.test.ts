// The life of a key slot: a colleague joins, changes her passphrase, the vault key is renewed without her, a stranger tries to seal.
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealVaultKey } from '../../../electron/vault/keys/seal.ts';
import {
  changePassphrase,
  createRecoverySlot,
  createUserSlot,
  type NewSlot,
  resealSlot,
} from '../../../electron/vault/keys/slot-keys.ts';
import type { KeySlot } from '../../../electron/vault/keys/slot-layout.ts';
import { encodeSlots } from '../../../electron/vault/keys/slots.ts';
import { type Credential, openSlots } from '../../../electron/vault/keys/unlock.ts';
import { writeRecoveryCode } from '#shared/keys/recovery-code';
import { quickCost, quickKeyTools } from '../../helpers/quick-keys.ts';
import { hex } from './drawing.ts';

const tools = quickKeyTools();
const vaultId = randomBytes(16);
const first = { vaultId, epoch: 1, vaultKey: randomBytes(32) };
const entropy = randomBytes(16);
const as = (signInName: string, passphrase: string): Credential => ({ kind: 'passphrase', signInName, passphrase });
let ana: NewSlot;
let bo: NewSlot;
let recovery: NewSlot;

beforeEach(async () => {
  ana = await createUserSlot(
    { ...first, signInName: 'Ana', passphrase: 'first passphrase of ana', cost: quickCost },
    tools,
  );
  bo = await createUserSlot({ ...first, signInName: 'Bo', passphrase: 'the passphrase of bo', cost: quickCost }, tools);
  recovery = await createRecoverySlot({ ...first, entropy }, tools);
});

/** Opens a vault of these slots. */
async function open(credential: Credential, keySlots: readonly KeySlot[], at: typeof first = first) {
  const bytes = encodeSlots({ ...at, generation: 9, keySlots }, at.vaultKey);
  const { opened } = await openSlots({ bin: bytes, bak: bytes }, credential, tools);
  return opened;
}

describe('a new passphrase', () => {
  test('opens, the old one does not, and colleagues notice nothing', async () => {
    const { userRoot } = await open(as('ana', 'first passphrase of ana'), [ana.keySlot, bo.keySlot]);
    const next = { ...first, userRoot, passphrase: 'second passphrase of ana', cost: quickCost };
    const changed = await changePassphrase(ana.keySlot, next, tools);
    const opened = await open(as('ana', 'second passphrase of ana'), [changed, bo.keySlot]);
    expect(hex(opened.vaultKey)).toBe(hex(first.vaultKey));
    expect(hex(opened.userRoot)).toBe(hex(userRoot));
    await expect(open(as('ana', 'first passphrase of ana'), [changed, bo.keySlot])).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    await expect(open(as('bo', 'the passphrase of bo'), [changed, bo.keySlot])).resolves.toBeDefined();
  });

  test('keeps the person: same slot, same public keys; and nothing else that could be compared', async () => {
    const { userRoot } = await open(as('ana', 'first passphrase of ana'), [ana.keySlot]);
    const same = { ...first, userRoot, passphrase: 'first passphrase of ana', cost: quickCost };
    const changed = await changePassphrase(ana.keySlot, same, tools);
    const { id, publicX, publicEd } = ana.keySlot;
    expect(changed).toMatchObject({ id, publicX, publicEd });
    for (const field of ['salt', 'nonce', 'sealedRoot', 'ephemeral', 'sealedKey'] as const) {
      expect(hex(changed[field]), field).not.toBe(hex(ana.keySlot[field]));
    }
  });
});

describe('a new vault key, because a colleague left (security G18)', () => {
  const second = { vaultId, epoch: 2, vaultKey: randomBytes(32) };
  const renew = (slot: NewSlot) => resealSlot(slot.keySlot, { ...second, sealSecret: slot.sealSecret }, tools);

  test('reaches those who stay without their passphrases, and the recovery code', async () => {
    const slots = [renew(bo), renew(recovery)];
    expect(hex((await open(as('bo', 'the passphrase of bo'), slots, second)).vaultKey)).toBe(hex(second.vaultKey));
    const code: Credential = { kind: 'recovery-code', code: writeRecoveryCode(entropy) };
    expect(hex((await open(code, slots, second)).vaultKey)).toBe(hex(second.vaultKey));
  });

  test('does not reach the one who left, even with her old slot put back into the new file', async () => {
    await expect(open(as('ana', 'first passphrase of ana'), [renew(bo)], second)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    await expect(open(as('ana', 'first passphrase of ana'), [ana.keySlot, renew(bo)], second)).rejects.toMatchObject({
      code: 'slots-damaged',
    });
  });

  test('cannot be sealed by a stranger who read the public key from the file', async () => {
    const guess = { ...second, sealSecret: randomBytes(32) };
    const forged = sealVaultKey(ana.keySlot, guess, tools.randomBytes);
    await expect(open(as('ana', 'first passphrase of ana'), [forged], second)).rejects.toMatchObject({
      code: 'slots-damaged',
    });
  });
});

describe('a slot', () => {
  test('of another vault does not open here, even when its name is moved along', async () => {
    const elsewhere = { ...first, vaultId: randomBytes(16) };
    const foreign = await createUserSlot(
      { ...elsewhere, signInName: 'Ana', passphrase: 'first passphrase of ana', cost: quickCost },
      tools,
    );
    const moved = { ...foreign.keySlot, id: ana.keySlot.id };
    await expect(open(as('ana', 'first passphrase of ana'), [moved])).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
  });

  test('with a key file needs that file, and without one ignores it', async () => {
    const keyFile = randomBytes(32);
    const careful = await createUserSlot(
      { ...first, signInName: 'Cy', passphrase: 'the passphrase of cy', keyFile, cost: quickCost },
      tools,
    );
    const slots = [careful.keySlot, bo.keySlot];
    await expect(
      open(
        {
          kind: 'passphrase',
          signInName: 'cy',
          passphrase: 'the passphrase of cy',
          keyFiles: [randomBytes(32), keyFile],
        },
        slots,
      ),
    ).resolves.toBeDefined();
    await expect(
      open(
        {
          kind: 'passphrase',
          signInName: 'cy',
          passphrase: 'the passphrase of cy',
          keyFiles: [randomBytes(32), keyFile.subarray(1)],
        },
        slots,
      ),
    ).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(
      open({ kind: 'passphrase', signInName: 'bo', passphrase: 'the passphrase of bo', keyFiles: [keyFile] }, slots),
    ).resolves.toBeDefined();
  });

  test('is never made at a cost outside the bounds', async () => {
    const cheap = {
      ...first,
      signInName: 'Di',
      passphrase: 'the passphrase of di',
      cost: { ...quickCost, memoryKiB: 65 },
    };
    await expect(createUserSlot(cheap, tools)).rejects.toMatchObject({ code: 'slots-policy' });
  });
});
