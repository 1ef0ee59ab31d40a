// The type declarations of the Electron that the development runtime is made of. Only the one file is fetched: the
// package itself would download a binary when it is installed.
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { electronVersion } from './development-runtime.mjs';
import { ownCache, readableCaches } from './folders.mjs';
import { fetchPinned, hashFile } from './pinned-package.mjs';

const source = {
  spec: `electron@${electronVersion}`,
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
  member: 'electron.d.ts',
};
const pinnedHash = 'a16913a0b377429ba16355aa84926482aa252fec7285c01c98559788459ed028';
const fileName = `electron-${electronVersion}.d.ts`;

/** Path of Electron 33's electron.d.ts, fetched on the first call and compared with its pinned hash on every call. */
export async function developmentElectronTypes() {
  for (const file of readableCaches().map((cache) => join(cache, fileName))) {
    if ((await hashFile(file, 'sha256', 'hex').catch(() => undefined)) === pinnedHash) return file;
  }
  await mkdir(ownCache(), { recursive: true });
  const scratch = await mkdtemp(join(ownCache(), 'preparing-'));
  try {
    const file = join(ownCache(), fileName);
    await rename(await fetchPinned(source, scratch), file);
    return file;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
