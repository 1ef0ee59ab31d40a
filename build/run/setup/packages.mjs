// npm packages: exactly the lockfile's, no install scripts, and no network at all when they are there already.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './command.mjs';
import { projectFolder } from './folders.mjs';
import { say, Stop } from './say.mjs';

const folder = join(projectFolder, 'node_modules');
const stampFile = join(folder, '.safehold-stamp');

/** Changes whenever the installed packages would have to. */
export function packagesStamp() {
  const lock = readFileSync(join(projectFolder, 'package-lock.json'));
  const nodeMajor = process.versions.node.split('.')[0];
  return `${createHash('sha256').update(lock).digest('hex')} node${nodeMajor} ${process.platform}-${process.arch}\n`;
}

/** Installs the packages of package-lock.json unless they are there already. */
export async function ensurePackages() {
  const stamp = packagesStamp();
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (found === stamp || (found === undefined && isInstalledByHand())) return;
  say('Installing npm packages (npm ci, no install scripts) …');
  // What is locked is fixed by its hash; the age that .npmrc asks for is for choosing new packages, not for these.
  const flags = ['--ignore-scripts', '--min-release-age=0', '--include=dev', '--include=optional'];
  const { code, output } = await npm(['ci', ...flags, '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: projectFolder,
  });
  if (code !== 0) throw new Stop(`npm ci failed:\n${reasonIn(output)}`);
  writeFileSync(stampFile, stamp);
}

/** True when npm's own list of what it installed agrees with the lockfile. */
function isInstalledByHand() {
  const installed = readPackages(join(folder, '.package-lock.json'));
  const locked = readPackages(join(projectFolder, 'package-lock.json'));
  if (!installed || !locked) return false;
  return Object.entries(locked)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .every(([path, entry]) => installed[path]?.integrity === entry.integrity);
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** npm prints its reason first and its manual after it. */
function reasonIn(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error'));
  return (lines.length > 0 ? lines : output.split('\n')).slice(0, 20).join('\n');
}
