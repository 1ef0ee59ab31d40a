// Where things are: the project, and the caches outside of it that survive a fresh clone.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this launcher belongs to. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Root prepares here: readable by everybody, writable by root alone, so that the app cannot alter its own runtime. */
export const machineCache = '/var/cache/safehold';

export const isRoot = process.getuid?.() === 0;

/** The cache that this user may write. */
export function ownCache() {
  if (isRoot) return machineCache;
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'safehold');
}

/** The caches to look in, the user's own first. */
export function readableCaches() {
  return [...new Set([ownCache(), machineCache])];
}
