// Electron's fuses, read back from the binary that runs: which doors it was made with. They are set where an installer is made,
// which is not built yet; the runtime of the tests has the inspector's door open, because these tests come in by it.
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, it } from 'vitest';
import { tellControl, tellFound } from '../helpers/proof.ts';

/** The letter of an open door in the binary: "1". */
const OPEN = 0x31;

/** As an installed program is to have them (design: security §8.6). */
const asListed: ReadonlyMap<FuseV1Options, boolean> = new Map([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]);

it('can be read, and the door that the tests use is the one that is open', async () => {
  const wire = await getCurrentFuseWire(process.env['SAFEHOLD_ELECTRON'] ?? '');
  const read = [...asListed].map(([fuse, listed]) => ({ fuse, listed, is: Number(wire[fuse]) === OPEN }));
  tellFound('G15', {
    'fuses read': read.length,
    'fuses as listed': read.filter(({ is, listed }) => is === listed).length,
  });
  expect(Number(wire[FuseV1Options.EnableNodeCliInspectArguments])).toBe(OPEN);
  tellControl('G15', { open: 1 });
});
