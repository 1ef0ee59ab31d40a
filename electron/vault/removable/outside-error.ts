// Which failures of an outside disk are expected. The list is closed: anything not on it is a bug and stays as it is,
// so that the router reports it as internal instead of guessing.
import { type ErrorCode, VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';

/** errno → code while reading a file that was chosen outside. */
const reading: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file-gone',
  ENOTDIR: 'not-a-regular-file',
  ELOOP: 'not-a-regular-file', // O_NOFOLLOW met a symbolic link
  ENXIO: 'not-a-regular-file', // a socket, or a device without a driver
  EISDIR: 'not-a-regular-file',
  EACCES: 'file-not-readable',
  EPERM: 'file-not-readable',
  EIO: 'stick-removed',
  ENODEV: 'stick-removed',
  ESTALE: 'stick-removed',
};

/** errno → code while writing to a folder that was chosen outside. ENOENT can only mean that the folder went away under us. */
const writing: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'file-too-big-for-format',
  EROFS: 'place-not-writable',
  EACCES: 'place-not-writable',
  EPERM: 'place-not-writable',
  ENODEV: 'stick-removed',
  ENXIO: 'stick-removed',
  EIO: 'stick-removed',
  ESTALE: 'stick-removed',
  ENOENT: 'stick-removed',
  ENOTDIR: 'stick-removed',
};

const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const translate = (error: unknown, codes: Readonly<Record<string, ErrorCode>>): unknown => {
  if (error instanceof VaultError) return error;
  const errno = errnoOf(error);
  const code = errno !== undefined && Object.hasOwn(codes, errno) ? codes[errno] : undefined;
  return code === undefined ? error : new VaultError(code);
};

/** The error to throw instead of one met while reading; unknown errors come back unchanged. */
export const readingError = (error: unknown): unknown => translate(error, reading);
/** The error to throw instead of one met while writing; unknown errors come back unchanged. */
export const writingError = (error: unknown): unknown => translate(error, writing);

/** The contract's stop signal; a real AbortSignal fits and may carry the typed reason. */
export type Stop = StopSignal & { readonly reason?: unknown };

/** Throws `cancelled` when the person pressed Stop, or the reason itself when that is a typed error (a stick that went away). */
export function stopIfAsked(signal: Stop | undefined): void {
  if (!signal?.aborted) return;
  throw signal.reason instanceof VaultError ? signal.reason : new VaultError('cancelled');
}
