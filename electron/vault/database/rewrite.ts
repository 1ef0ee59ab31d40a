// Writes the whole file anew, so that nothing of what was deleted is left in it: SQLite overwrites what it frees, but a page that
// was split keeps copies of rows that moved away, and the log keeps every page as it was.
import { VaultError } from '#shared/contract/errors';
import { asDamage, withSmallCache } from './open.ts';
import type { Connection } from './sql.ts';

/** All or nothing, like every transaction. Throws `disk-full`, and `vault-open-elsewhere` while somebody reads an older state. */
export function rewrite(db: Connection): void {
  try {
    withSmallCache(db, () => db.exec('VACUUM'));
  } catch (error) {
    throw asDamage(error);
  }
  if (db.pragma('wal_checkpoint(TRUNCATE)') !== 0) throw new VaultError('vault-open-elsewhere');
}
