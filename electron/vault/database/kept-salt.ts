// SQLCipher keeps the salt of a database in the first 16 bytes of its file and nowhere else: without it not one page can be decrypted.
// A copy lies beside it, so that a damaged first page costs no more than any other. It is no secret.
import { readFileSync } from 'node:fs';
import { replaceFile } from '../keys/atomic-file.ts';

export const saltFileOf = (database: string): string => database.replace(/\.db$/, '.salt');

/** Null when there is none that can be read. */
export function keptSalt(database: string): Uint8Array | null {
  try {
    const salt = readFileSync(saltFileOf(database));
    return salt.length === 16 ? Uint8Array.from(salt) : null;
  } catch {
    return null; // of a vault that an older program left
  }
}

/** After the database was proven; writes nothing when it is there already. A full disk keeps nobody out: the next unlock tries again. */
export function keepSalt(database: string, salt: Uint8Array): void {
  const kept = keptSalt(database);
  if (kept !== null && Buffer.compare(kept, salt) === 0) return;
  try {
    replaceFile(saltFileOf(database), salt);
  } catch {
    // the salt in the file itself is whole: it has just opened it
  }
}
