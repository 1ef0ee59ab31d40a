// How long somebody waits after her passphrase, at the cost that set-up chooses for this computer. The time is told, not asserted:
// it says more about the machine, and is judged where nothing else runs (`npm run prove`).
import { randomBytes } from 'node:crypto';
import { totalmem } from 'node:os';
import { expect, it } from 'vitest';
import { calibrate } from '../../electron/vault/keys/calibrate.ts';
import { floorCost, isWithinPolicy, productTools } from '../../electron/vault/keys/kdf.ts';
import { createUserSlot } from '../../electron/vault/keys/slot-keys.ts';
import { encodeSlots } from '../../electron/vault/keys/slots.ts';
import { type Credential, openSlots } from '../../electron/vault/keys/unlock.ts';
import { proofSize, tellFound } from '../helpers/proof.ts';

const TURNS = 3;
const chosenCost = () => calibrate(productTools, { totalMemoryBytes: totalmem(), elapsed: () => performance.now() });

it('opens with the product’s own cost', async () => {
  const cost = await proofSize({ test: () => Promise.resolve(floorCost), full: chosenCost })();
  expect(isWithinPolicy(cost, productTools.policy)).toBe(true);
  const at = { vaultId: randomBytes(16), epoch: 1, vaultKey: randomBytes(32) };
  const credential: Credential = { kind: 'passphrase', signInName: 'ana', passphrase: 'one passphrase of ana' };
  const slot = await createUserSlot({ ...at, ...credential, cost }, productTools);
  const bytes = encodeSlots({ ...at, generation: 1, keySlots: [slot.keySlot] }, at.vaultKey);
  const seconds: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const begun = performance.now();
    const { opened } = await openSlots({ bin: bytes, bak: bytes }, credential, productTools);
    seconds.push((performance.now() - begun) / 1000);
    expect(Buffer.compare(opened.vaultKey, at.vaultKey)).toBe(0);
  }
  tellFound('G16', { 's to open': seconds.sort((a, b) => a - b)[1]! });
}, 60_000);
