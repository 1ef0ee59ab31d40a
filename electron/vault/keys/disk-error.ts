// What the disk of this computer answers when it does not do what it was asked. A closed list, like that of outside disks
// (../removable/outside-error.ts): anything else is a bug and stays as it is.
import { type ErrorCode, VaultError } from '#shared/contract/errors';

/** errno(3) of file calls; those of starting a program are no answer of a disk. */
const OF_FILES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-failing',
  EROFS: 'disk-failing', // a file system with errors is mounted read-only by the kernel
  EACCES: 'disk-failing',
  EPERM: 'disk-failing',
  ENOENT: 'disk-failing', // a file of the vault itself that was there a moment ago
  ENOTDIR: 'disk-failing',
  ENODEV: 'disk-failing',
  ENXIO: 'disk-failing',
  ESTALE: 'disk-failing',
};
/** Result codes of SQLite; the extended ones begin with the plain one (sqlite.org/rescode.html). */
const OF_DATABASE: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT', 'vault-damaged'],
  ['SQLITE_NOTADB', 'vault-damaged'],
  ['SQLITE_IOERR', 'disk-failing'],
  ['SQLITE_CANTOPEN', 'disk-failing'],
  ['SQLITE_READONLY', 'disk-failing'],
  ['SQLITE_PERM', 'disk-failing'],
];

/** The code of an error that the disk of this computer brought about, told already or not; null for any other. */
export function diskErrorCode(error: unknown): ErrorCode | null {
  if (error instanceof VaultError) return error.code.startsWith('disk-') ? error.code : null;
  const { code, syscall = '' } = (error ?? {}) as { readonly code?: unknown; readonly syscall?: unknown };
  if (typeof code !== 'string' || String(syscall).startsWith('spawn')) return null;
  if (Object.hasOwn(OF_FILES, code)) return OF_FILES[code] ?? null;
  return OF_DATABASE.find(([begins]) => code === begins || code.startsWith(`${begins}_`))?.[1] ?? null;
}

/** The error to throw instead of one met on this computer's own disk; unknown errors come back unchanged. */
export function ownDiskError(error: unknown): unknown {
  const code = error instanceof VaultError ? null : diskErrorCode(error);
  return code === null ? error : new VaultError(code);
}
