// One flipped bit anywhere in the database is an error, never a wrong word on the screen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { everythingRead, refusedPages, tampered } from '../helpers/tampered-vault.ts';
import { copyOf } from '../helpers/backups.ts';
import { newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

const FLIPS = proofSize({ test: 40, full: 200 });
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
    let otherwise = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const dataDir = tampered(vault.dataDir, 'records.db', (bytes) => {
        const at = place(flip, bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
        return bytes;
      });
      const read = await everythingRead(dataDir).catch(() => 'refused');
      if (read !== 'refused' && read !== truth) otherwise += 1;
      expect(otherwise, `flip ${flip}`).toBe(0);
      const pages = await refusedPages(dataDir).catch(() => 1);
      expect(pages, `flip ${flip}`).toBe(1);
      codes.push(await outcome(vaultOn(dataDir, vault.clock).unlock()));
    }
    const refused = codes.filter((code) => code === 'vault-damaged').length;
    tellFound('G3', { flips: FLIPS, refused, 'read as something else': otherwise });
    expect(refused).toBe(FLIPS);
  }, 300_000);

  it('the control: an untouched copy reads the same, no page is refused, and it opens', async () => {
    const dataDir = copyOf(vault.dataDir);
    expect(await everythingRead(dataDir)).toBe(await everythingRead(vault.dataDir));
    expect(await refusedPages(dataDir)).toBe(0);
    const verdict = await outcome(vaultOn(dataDir, vault.clock).unlock());
    expect(verdict).toBe('ok');
    tellControl('G3', { opened: 1 });
  });
});
