// Vectors of `slots.bin`: what was written once must be written and read the same for ever.
import { sign, verify, createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { productTools } from '../../../electron/vault/keys/kdf.ts';
import { createRecoverySlot, createUserSlot } from '../../../electron/vault/keys/slot-keys.ts';
import { decodeSlots, encodeSlots, slotsHash, slotsVouchedBy } from '../../../electron/vault/keys/slots.ts';
import { type Credential, openSlots } from '../../../electron/vault/keys/unlock.ts';
import { drawing, hex, unhex } from './drawing.ts';
import { edited, rehashed, slotVectors } from './slot-vectors.ts';
import { strangerOpens, strangerPassphrase, strangerUserId } from './stranger.ts';

const file = unhex(slotVectors.file);
const vaultId = unhex(slotVectors.vaultId);
const vaultKey = unhex(slotVectors.vaultKey);
const { policy } = productTools;
const both = { bin: file, bak: file };
const nightDesk: Credential = {
  kind: 'passphrase',
  signInName: 'night desk',
  passphrase: 'shanty dwelled jaundice shack chaffing shortlist',
};
const withKeyFile = <T extends { keyFile?: string | undefined }>({ keyFile, ...rest }: T) => ({
  ...rest,
  ...(keyFile === undefined ? {} : { keyFile: unhex(keyFile) }),
});
const keyFileOf = (owner: { keyFile?: string | undefined }) =>
  owner.keyFile === undefined ? {} : { keyFile: unhex(owner.keyFile) };
const keyFilesOf = (owner: { keyFile?: string | undefined }) =>
  owner.keyFile === undefined ? {} : { keyFiles: [unhex(owner.keyFile)] };

describe('the frozen slots.bin', () => {
  test('is written byte for byte from its own contents, in any order of slots', () => {
    const decoded = decodeSlots(file, policy);
    const { epoch, generation } = slotVectors;
    expect(decoded).toMatchObject({ epoch, generation, vaultId });
    expect(hex(encodeSlots({ ...decoded, keySlots: decoded.keySlots.toReversed() }, vaultKey))).toBe(slotVectors.file);
    expect(slotsVouchedBy(file, vaultKey, vaultId)).toBe(true);
    expect(hex(slotsHash(file))).toBe(slotVectors.slotsHash);
  });

  test.each(slotVectors.owners.filter((owner) => owner.kind !== 'trustee-quorum'))(
    'holds the slot that is made again from the same randomness: $id',
    async (owner) => {
      const tools = { ...productTools, randomBytes: drawing(owner.draws) };
      const at = { vaultId, epoch: slotVectors.epoch, vaultKey };
      const made =
        owner.kind === 'user'
          ? await createUserSlot({ ...at, ...withKeyFile(owner) }, tools)
          : await createRecoverySlot({ ...at, entropy: unhex(owner.entropy) }, tools);
      const kept = decodeSlots(file, policy).keySlots.find((slot) => hex(slot.id) === owner.id);
      expect(made.keySlot).toEqual(kept);
      expect(hex(made.sealSecret)).toBe(owner.sealSecret);
    },
  );

  test.each(slotVectors.owners.filter((owner) => owner.kind !== 'trustee-quorum'))(
    'opens for its owner, typed a little differently: $id',
    async (owner) => {
      const credential: Credential =
        owner.kind === 'user'
          ? { kind: 'passphrase', signInName: owner.typedName, passphrase: owner.typed, ...keyFilesOf(owner) }
          : { kind: 'recovery-code', code: owner.code.toLowerCase().replaceAll('-', ' ') };
      const { opened, heal } = await openSlots(both, credential, productTools);
      expect(hex(opened.vaultKey)).toBe(slotVectors.vaultKey);
      expect(hex(opened.userRoot)).toBe(owner.draws[0]);
      expect(hex(opened.sealSecret)).toBe(owner.sealSecret);
      expect(heal).toBe(false);
      const publicKey = createPublicKey(opened.signingKey);
      expect(hex(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))).toBe(owner.publicEd);
      const message = Buffer.from('an entry of weight');
      expect(verify(null, message, publicKey, sign(null, message, opened.signingKey))).toBe(true);
    },
  );

  test.each(slotVectors.owners)('opens for a stranger who has only the written format: $kind $id', (owner) => {
    const secret = {
      user: () => (owner.kind === 'user' ? strangerPassphrase(owner.typed) : new Uint8Array()),
      'recovery-code': () => (owner.kind === 'recovery-code' ? unhex(owner.entropy) : new Uint8Array()),
      'trustee-quorum': () => (owner.kind === 'trustee-quorum' ? unhex(owner.secret) : new Uint8Array()),
    }[owner.kind]();
    if (owner.kind === 'user') expect(hex(strangerUserId(vaultId, owner.typedName))).toBe(owner.id);
    const found = strangerOpens(file, {
      id: unhex(owner.id),
      bytes: secret,
      ...(owner.kind === 'user' ? keyFileOf(owner) : {}),
    });
    expect([hex(found.vaultKey), hex(found.root), hex(found.seal)]).toEqual([
      slotVectors.vaultKey,
      owner.draws[0],
      owner.sealSecret,
    ]);
  });
});

describe('a changed slots.bin', () => {
  test.each(slotVectors.edits)('with its hash made right is refused: $name', async (edit) => {
    const bytes = edited(edit);
    expect(hex(bytes)).not.toBe(slotVectors.file);
    await expect(openSlots({ bin: bytes, bak: bytes }, nightDesk, productTools)).rejects.toMatchObject({
      code: edit.error,
    });
  });

  const slot = (index: number) => file.slice(32 + 247 * index, 32 + 247 * (index + 1));
  const build = (order: readonly number[]) => {
    const header = Buffer.from(file.subarray(0, 32));
    header.writeUInt16BE(order.length, 30);
    return rehashed(Buffer.concat([header, ...order.map(slot), file.subarray(-64)]));
  };
  test.each([
    { name: 'slots in another order', bytes: build([1, 0, 2, 3]) },
    { name: 'a slot twice', bytes: build([0, 0, 1, 2, 3]) },
    { name: 'a slot left out', bytes: build([0, 1, 2]) },
    { name: 'a byte more', bytes: rehashed(Buffer.concat([file, Buffer.alloc(1)])) },
    { name: 'a byte less', bytes: rehashed(file.slice(0, -1)) },
    { name: 'only a header', bytes: rehashed(file.slice(0, 96)) },
    { name: 'nothing', bytes: new Uint8Array() },
    { name: 'no repaired hash', bytes: file.with(40, (file[40] ?? 0) ^ 1) },
  ])('is refused as damaged: $name', async ({ bytes }) => {
    await expect(openSlots({ bin: bytes, bak: bytes }, nightDesk, productTools)).rejects.toMatchObject({
      code: 'slots-damaged',
    });
  });
});

test('bytes too short to carry an HMAC are vouched for by nobody', () => {
  for (const length of [0, 31, 63, 64, 95])
    expect(slotsVouchedBy(file.slice(0, length), vaultKey, vaultId)).toBe(false);
});

describe('what a person types', () => {
  test.each(slotVectors.credentials)('does not open with $name', async ({ error, name, ...typed }) => {
    const credential: Credential = typed.kind === 'passphrase' ? { ...typed, ...keyFilesOf(typed) } : typed;
    await expect(openSlots(both, credential, productTools), name).rejects.toMatchObject({ code: error });
  });

  test('answers the same after the same work when the key file is missing, as for a name without a slot', async () => {
    const runs: number[] = [];
    const counting = {
      ...productTools,
      argon2id: (...args: Parameters<typeof productTools.argon2id>) => {
        runs.push(args[2].memoryKiB);
        return productTools.argon2id(...args);
      },
    };
    const passphrase = 'كلمة سر طويلة جدا fine café';
    const answers = [];
    for (const signInName of ['مريم', 'nobody here']) {
      const error = await openSlots(both, { kind: 'passphrase', signInName, passphrase }, counting).catch(
        (refusal: unknown) => refusal,
      );
      answers.push(error);
    }
    expect(answers[0]).toMatchObject({ code: 'wrong-passphrase', facts: {} });
    expect(answers[1]).toEqual(answers[0]);
    expect(runs).toHaveLength(2);
  });
});
