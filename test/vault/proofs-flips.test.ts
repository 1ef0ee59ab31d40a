// One flipped bit anywhere in the database is an error, never a wrong word on the screen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingRead, refusedPages, tampered } from '../helpers/tampered-vault.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

const FLIPS = 40;
/** Positions are spread by a fixed rule, so that a failure can be looked at again. */
const place = (flip: number, bytes: number): number => (flip * 104_729 + 17) % bytes;

let vault: TestVault;
beforeAll(async () => {
  vault = await newVault('2026-03-02T21:40');
  await workADay(vault, 1, 20);
  vault.vault.close();
}, 60_000);
afterAll(() => vault.remove());

describe('a flipped bit', () => {
  it(`${FLIPS} of ${FLIPS} are refused, and none is read as something else`, async () => {
    const truth = await everythingRead(vault.dataDir);
    const codes: string[] = [];
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const dataDir = tampered(vault.dataDir, 'records.db', (bytes) => {
        const at = place(flip, bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
        return bytes;
      });
      const read = await everythingRead(dataDir).catch(() => 'refused');
      expect(['refused', truth], `flip ${flip}`).toContain(read);
      const pages = await refusedPages(dataDir).catch(() => 1);
      expect(pages, `flip ${flip}`).toBe(1);
      codes.push(await outcome(vaultOn(dataDir, vault.clock).unlock()));
    }
    expect(new Set(codes)).toEqual(new Set(['vault-damaged']));
  }, 120_000);
});
