// A package on a stick that is pulled, full, small, read-only or dying: what is said is what happened, and the log tells the truth.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failingDisk } from '../helpers/failing-disk.ts';
import { Office } from '../helpers/office.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { outcome } from '../helpers/vault.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.vault.remove());

describe('a stick that misbehaves', () => {
  it('is let go after the file was read back', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const made = await office.create(planned, office.sticks.insert('stick'));
    expect(made.stick).toBe('safe-to-remove');
    tellControl('G22', { 'called saved': 1 });
    expect(readdirSync(office.sticks.contentsOf('stick'))).toEqual([made.fileName]);
  });

  it('still in use is said, and is not "safe"', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const folder = office.sticks.insert('stick');
    office.sticks.hold('stick', true);
    expect((await office.create(planned, folder)).stick).toBe('saved-still-in-use');
  });

  it.each(['sync', 'mountedTwice'] as const)(
    'pulled before the %s: an error, no line in the log, and the next try works',
    async (operation) => {
      const planned = await office.planned(['NAME', 'HEALTH']);
      const folder = office.sticks.insert('stick');
      office.sticks.justBefore(operation, () => office.sticks.pull('stick'));
      const verdict = await outcome(office.create(planned, folder));
      tellFound('G22', { 'pulled or blinked': 1, 'called saved': verdict === 'ok' ? 1 : 0 });
      expect(verdict).toBe('stick-removed');
      expect(await office.log(planned)).toEqual([]);
      office.sticks.putBack('stick');
      expect((await office.create(planned, folder)).stick).toBe('safe-to-remove');
    },
  );

  it('pulled while it is let go: the file was whole, so the log has its line, but nobody is told it is safe', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const folder = office.sticks.insert('stick');
    office.sticks.justBefore('eject', () => office.sticks.pull('stick'));
    const { stick } = await office.create(planned, folder);
    tellFound('G22', { 'pulled or blinked': 1, 'called saved': stick === 'safe-to-remove' ? 1 : 0 });
    expect(stick).toBe('gone-before-safe');
    expect(await office.log(planned)).toHaveLength(1);
  });

  it.each([
    ['full', { bytes: 1_000_000 }, 'disk-full'],
    ['too small', { bytes: 10_000 }, 'stick-too-small'],
    ['read-only', { readOnly: true }, 'place-not-writable'],
  ] as const)('%s is said before anything is written', async (name, options, code) => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const folder = office.sticks.insert('stick', options);
    if (name === 'full') writeFileSync(join(folder, 'films'), Buffer.alloc(990_000));
    expect(await outcome(office.create(planned, folder))).toBe(code);
    expect(readdirSync(folder).filter((file) => file !== 'films')).toEqual([]);
  });

  it('a package whose line cannot be kept does not stay on the medium', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    await office.create(planned); // the shelter's key exists now
    const before = readdirSync(office.place);
    const lock = () => office.vault.vault.close();
    const { contentSha256 } = await office.preview(planned);
    const sealedTo = await office.everyKey(planned.partnerAgencyId);
    const making = office.vault.ask(
      'exportPackage.create',
      {
        ...planned,
        contentSha256: contentSha256!,
        sealedTo,
        folder: office.vault.grant(office.place),
      },
      { progress: ({ phase }) => phase === 'verifying' && lock() },
    );
    expect(await outcome(making)).toBe('vault-locked');
    expect(readdirSync(office.place)).toEqual(before);
  });

  it('a medium that fails in mid-write leaves nothing and says so', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    await failingDisk(office.place, { method: 'write', errno: 'EIO' });
    expect(await outcome(office.create(planned))).toBe('stick-removed');
    expect(readdirSync(office.place)).toEqual([]);
  });
});
