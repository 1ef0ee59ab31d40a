// Steps that every backup test takes: a vault with a little work in it, a place for backups, a second computer.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { BackupCredential, CreatedBackup } from '#shared/records/backup';
import { BY_PASSPHRASE } from './backup-steps.ts';
import { type TestVault, vaultOn } from './vault.ts';
import { tempFolder } from './temp-folder.ts';

export { BY_PASSPHRASE };

/** Opens cases with invented names. */
export async function openCases(vault: TestVault, names: readonly string[]): Promise<void> {
  for (const nameUsed of names) await vault.ask('caseFile.open', { nameUsed });
}

export async function namesIn(vault: TestVault): Promise<string[]> {
  const { rows } = await vault.ask('caseFile.list', { order: 'name', limit: 100 });
  return rows.map((row) => row.nameUsed);
}

/** The names of all cases, however many. */
export async function everyNameIn(vault: TestVault): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const { rows, total } = await vault.ask('caseFile.list', { order: 'opened', limit: 100, offset: names.length });
    names.push(...rows.map((row) => row.nameUsed));
    if (names.length >= total) return names;
  }
}

/** Makes a backup into a folder. */
export async function backUp(vault: TestVault, folder: string): Promise<CreatedBackup> {
  return vault.ask('backup.create', { folder: vault.grant(folder) });
}

/** A computer that has never seen a vault; gone when the test ends. */
export const anotherComputer = (vault: TestVault): TestVault => vaultOn(tempFolder(), vault.clock);

/** The request for one backup in a folder. */
export const chosen = (
  vault: TestVault,
  folder: string,
  name: string,
  credential: BackupCredential = BY_PASSPHRASE,
) => ({
  folder: vault.grant(folder),
  name,
  credential,
});

/** Changes one byte of a file in place. */
export function bend(file: string, at: number): void {
  const bytes = readFileSync(file);
  const position = at < 0 ? bytes.length + at : at;
  bytes[position] = (bytes[position] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** What lies in a folder, but for the lists of erased cases that every backup leaves beside it. */
export const beside = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !/^backup-list-[0-9a-f]{8}-[12]\.json$/.test(name))
    .sort();

/** Everything in a folder and below, as paths. */
export const everythingIn = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).sort();

/** A copy of a folder that a test may spoil. */
export function copyOf(folder: string): string {
  const copy = tempFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}
