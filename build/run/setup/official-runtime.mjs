// Electron's own binary, by the electron package's own installer. Where its host cannot be reached that is found out
// within seconds and remembered for the day, so that the next run does not wait for it again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, run } from './command.mjs';
import { ownCache, projectFolder } from './folders.mjs';
import { say } from './say.mjs';

const folder = join(projectFolder, 'node_modules/electron');
const probeMilliseconds = 8_000;
const downloadMilliseconds = 10 * 60_000;

/** The official binary, downloaded if that is possible; undefined where it is not. */
export async function officialRuntime() {
  if (installed()) return installed();
  const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  if (failedToday(version)) return undefined;
  if (await isReachable(version)) {
    say(`Downloading the official Electron ${version} …`);
    await run(process.execPath, [join(folder, 'install.js')], {
      env: downloadEnvironment(),
      milliseconds: downloadMilliseconds,
    });
  }
  if (!installed()) rememberFailure(version);
  return installed();
}

function installed() {
  const pathFile = join(folder, 'path.txt');
  const binary = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()) : undefined;
  return binary && existsSync(binary) ? binary : undefined;
}

function mirror() {
  return process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
}

function downloadEnvironment() {
  return cleanEnvironment(process.env.ELECTRON_MIRROR ? { ELECTRON_MIRROR: process.env.ELECTRON_MIRROR } : {});
}

async function isReachable(version) {
  const url = `${mirror()}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMilliseconds) })).ok;
  } catch {
    return false;
  }
}

const failureFile = () => join(ownCache(), 'official-electron-unreachable.txt');
const failureOfToday = (version) => `${version} ${new Date().toISOString().slice(0, 10)} ${mirror()}\n`;

function failedToday(version) {
  return existsSync(failureFile()) && readFileSync(failureFile(), 'utf8') === failureOfToday(version);
}

function rememberFailure(version) {
  mkdirSync(ownCache(), { recursive: true });
  writeFileSync(failureFile(), failureOfToday(version));
}
