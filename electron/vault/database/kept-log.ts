// A write-ahead log lies beside the database only after a cut: SQLite reads it up to the first frame that does not fit, and drops the
// rest when the connection closes. So it is copied before, until the vault has opened with all that it should hold.
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { keptLogOf, logOf } from './encrypted-pages.ts';

/** A copy from an earlier try that failed is the fuller one and stays. A full disk keeps nobody out: then there is no copy. */
export function keepLog(database: string): void {
  const log = logOf(database);
  const kept = keptLogOf(database);
  if (!existsSync(log) || statSync(log).size === 0 || existsSync(kept)) return;
  try {
    copyFileSync(log, `${kept}.part`);
    renameSync(`${kept}.part`, kept);
  } catch {
    rmSync(`${kept}.part`, { force: true });
  }
}

export const dropKeptLog = (database: string): void => rmSync(keptLogOf(database), { force: true });
