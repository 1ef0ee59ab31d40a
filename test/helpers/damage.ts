// Real damage to the files of a closed vault, and the way through a salvage as the locked screen goes it.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EncryptedPages, type PageKey } from '../../electron/vault/database/encrypted-pages.ts';
import { rowsOfPage } from '../../electron/vault/database/leaf-rows.ts';
import type { BackupCredential } from '#shared/records/backup';
import type { SalvageFindings } from '#shared/records/salvage';
import { BY_PASSPHRASE } from './backup-steps.ts';
import { copyOf } from './backups.ts';
import { quickKeyTools } from './quick-keys.ts';
import { databaseOf, PAGE, withDatabase, withKey } from './tampered-vault.ts';
import { type TestVault, vaultOn } from './vault.ts';

export const inVault = (dataDir: string, name: string): string => join(dataDir, 'Records.vault', name);

/** How many pages the database has. */
export const pagesOf = (dataDir: string): number => statSync(databaseOf(dataDir)).size / PAGE;

/** Pages (counted from 1, as SQLite does) filled with zeros, in place. */
export function zeroPages(dataDir: string, ...pages: readonly number[]): void {
  const bytes = readFileSync(databaseOf(dataDir));
  for (const page of pages) bytes.fill(0, (page - 1) * PAGE, page * PAGE);
  writeFileSync(databaseOf(dataDir), bytes);
}

/** The page at which the tree of a table begins. */
export const rootOf = (dataDir: string, table: string): Promise<number> =>
  withDatabase(
    dataDir,
    (db) => db.get<{ page: number }>('SELECT rootpage AS page FROM sqlite_master WHERE name = ?', [table])!.page,
  );

/** Leaves of the tree of the chain, of the bodies or of the signatures: their pages, and the entries from and to which they reach. */
export function leavesOf(
  dataDir: string,
  what: 'entries' | 'bodies' | 'signatures',
  tools = quickKeyTools(),
): Promise<{ readonly page: number; readonly from: number; readonly to: number }[]> {
  const columns = { entries: 13, bodies: 5, signatures: 4 }[what];
  const leavesWith = (key: PageKey) => {
    const pages = new EncryptedPages(databaseOf(dataDir), key);
    const leaves = [...pages.all()].flatMap(({ number, content }) => {
      const rows = rowsOfPage(content, number, (next) => pages.newest(next));
      const isOne = rows.length > 3 && rows.every(({ values }) => values.length === columns && values[0] === null);
      return isOne ? [{ page: number, from: rows[0]!.rowid, to: rows.at(-1)!.rowid }] : [];
    });
    pages.close();
    return leaves;
  };
  return withKey(dataDir, leavesWith, tools);
}

/** A copy of a closed vault, damaged. */
export function damagedCopy(vault: TestVault, damage: (dataDir: string) => void): TestVault {
  const dataDir = copyOf(vault.dataDir);
  damage(dataDir);
  return vaultOn(dataDir, vault.clock);
}

export const removeIfThere = (file: string): void => {
  if (existsSync(file)) rmSync(file);
};

export interface AtHand {
  readonly folder: string;
  readonly name: string;
}

const wanted = (vault: TestVault, backup: AtHand | null, credential: BackupCredential) => ({
  credential,
  backup: backup === null ? null : { folder: vault.grant(backup.folder), name: backup.name, credential: BY_PASSPHRASE },
});

export const look = (
  vault: TestVault,
  backup: AtHand | null = null,
  credential = BY_PASSPHRASE,
): Promise<SalvageFindings> => vault.ask('salvage.look', wanted(vault, backup, credential));

/** Carries a salvage out and starts anew, which puts the new vault in place. */
export async function salvage(
  vault: TestVault,
  backup: AtHand | null = null,
  credential: BackupCredential = BY_PASSPHRASE,
): Promise<{ readonly found: SalvageFindings; readonly saved: TestVault }> {
  const found = await vault.ask('salvage.carryOut', wanted(vault, backup, credential));
  return { found, saved: vault.restart() };
}
