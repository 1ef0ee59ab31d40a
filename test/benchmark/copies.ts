// What leaves the vault as a file: a package and a backup. Both are flushed and read back before they count, so their floors are
// programs that do less (cp), and programs that do as much.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ChoiceHandle } from '#shared/ids';
import { packageFileName, sealPackage } from '../../electron/vault/packages/seal.ts';
import { sticksOfMachine } from '../../electron/vault/removable/sticks-of-machine.ts';
import { flushNow, hashNow } from '../../electron/vault/removable/whole-file.ts';
import { fileToPack, samplePlan } from '../helpers/sample-package.ts';
import type { MeasureRow } from './rows.ts';
import { compare, type Contender, timed } from './side-by-side.ts';

const AGE = '/usr/bin/age';
const MEGABYTES = 32;

function emptyFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o700 });
  return path;
}

/** Copies with cp(1), waits until the copy is on the disk, and does what else is asked with it. */
const copying = (from: string, to: string, then: (copy: string) => unknown = () => undefined): Contender => ({
  prepare: () => rmSync(to, { force: true }),
  took: () =>
    timed(() => {
      execFileSync('cp', [from, to]);
      flushNow(to);
      then(to);
    }),
  tidy: () => rmSync(to),
});

export const packageRow: MeasureRow = async ({ folder }) => {
  const bytes = randomBytes(MEGABYTES * 1_000_000);
  const file = join(folder, 'document');
  writeFileSync(file, bytes);
  flushNow(file);
  const recipient = await identityToRecipient(await generateX25519Identity());
  const plan = samplePlan([fileToPack('document.bin', bytes)], { recipients: [recipient] });
  const place = { folder: join(folder, 'packages'), medium: sticksOfMachine(process.platform) };
  const [copy, sealed] = [join(folder, 'document.copy'), join(folder, 'document.age')];
  const age: Contender = {
    took: () =>
      timed(() => {
        execFileSync(AGE, ['-r', recipient, '-o', sealed, file]);
        flushNow(sealed);
        hashNow(sealed);
      }),
    tidy: () => rmSync(sealed),
  };
  return [
    await compare({
      row: 'package',
      what: `seal a package of ${MEGABYTES} MB`,
      rounds: 5,
      warmUp: 1,
      ours: {
        prepare: () => emptyFolder(place.folder),
        took: () => timed(() => sealPackage(plan, { ...place, fileName: packageFileName() })),
      },
      floors: {
        'cp and fsync': copying(file, copy),
        ...(existsSync(AGE) ? { 'age(1), fsync, sha256': age } : {}),
      },
    }),
  ];
};

export const backupRow: MeasureRow = async (bench) => {
  const { vault, plain, place } = await bench.office();
  const target = join(bench.folder, 'backups');
  const copy = join(bench.folder, 'copy.db');
  const { bytes } = hashNow(place.database);
  return [
    await compare({
      row: 'backup',
      what: `verified backup of ${Math.round(bytes / 1e6)} MB`,
      rounds: 5,
      warmUp: 1,
      ours: {
        prepare: () => emptyFolder(target),
        took: () => timed(() => vault.ask('backup.create', { folder: ChoiceHandle.parse(vault.grant(target)) })),
        tidy: () => expectOne(target),
      },
      floors: {
        'cp, fsync, sha256': copying(place.database, copy, hashNow),
        'plain SQLite: VACUUM INTO, integrity_check, sha256': {
          took: () => plain.ask('timeBackup', { copy }),
          tidy: () => rmSync(copy),
        },
      },
    }),
  ];
};

function expectOne(folder: string): void {
  if (readdirSync(folder).filter((name) => !name.endsWith('.part')).length !== 1) throw new Error('no backup was made');
}
