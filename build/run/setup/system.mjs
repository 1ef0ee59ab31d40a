// What the operating system must have: the libraries the runtime is linked against, and the programs and fonts the
// tests use. Everything missing is named in one apt-get line; root installs it at once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cleanEnvironment, run } from './command.mjs';
import { isRoot } from './folders.mjs';
import { say, Stop } from './say.mjs';

// Debian 12 package of each library that Electron names; found with `ldd`, so only what is missing is asked for.
const libraries = {
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
};

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
const font = (path) => existsSync(join('/usr/share/fonts', path));
const display = { xvfb: () => onPath('Xvfb') };
// Latin text, Arabic and other scripts, and the free twin of Palatino that printed sheets use.
const fonts = {
  'fonts-open-sans': () => font('truetype/open-sans'),
  'fonts-noto-core': () => font('truetype/noto/NotoSansArabic-Regular.ttf'),
  'fonts-urw-base35': () => font('opentype/urw-base35'),
};
// The system's own Python: whoever reads a vault without this program has no other (test/stranger).
const python = (module) => spawnSync('/usr/bin/python3', ['-I', '-c', `import ${module}`]).status === 0;
const testPrograms = {
  xdotool: () => onPath('xdotool'),
  strace: () => onPath('strace'),
  age: () => onPath('age'),
  minisign: () => onPath('minisign'),
  'poppler-utils': () => onPath('pdftotext'),
  procps: () => onPath('ps'),
  'python3-argon2': () => python('argon2.low_level'),
  'python3-cryptography': () => python('cryptography.hazmat.primitives.ciphers.aead'),
};

// What only widens a test that says so when it is missing: root gets it, nobody is asked for it.
const extraPrograms = { 'firefox-esr': () => onPath('firefox-esr') };

/**
 * Makes sure the system has what `electron` needs, and with `withDisplay` what running without a screen needs, and
 * with `forTests` what the tests use. Throws Stop with the apt-get line when something is missing and we are not root.
 */
export async function ensureSystem({ electron, withDisplay, forTests }) {
  if (process.platform !== 'linux') return;
  const wanted = { ...(withDisplay && { ...display, ...fonts }), ...(forTests && testPrograms) };
  if (forTests) await addExtras();
  const absent = Object.keys(wanted).filter((name) => !wanted[name]());
  const missing = [...new Set([...(await missingLibraries(electron)), ...absent])].sort();
  if (missing.length === 0) return;
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!onPath('apt-get')) throw new Stop(`This system lacks (Debian's names): ${missing.join(' ')}`);
  if (!isRoot) throw new Stop(`The system lacks a few packages. Please run, then start again:\n  sudo ${line}`);
  say(line);
  await install(missing);
}

/** A system that has no such package goes on without. */
async function addExtras() {
  const missing = Object.keys(extraPrograms).filter((name) => !extraPrograms[name]());
  if (missing.length === 0 || !isRoot || !onPath('apt-get')) return;
  await install(missing).catch(() => say(`Not to be had here, so left out of the tests: ${missing.join(', ')}`));
}

async function missingLibraries(electron) {
  const { output } = await run('ldd', [electron]);
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  const unknown = names.filter((name) => !(name in libraries));
  if (unknown.length > 0)
    throw new Stop(`The system lacks libraries of which the Debian package is unknown: ${unknown}`);
  return names.map((name) => libraries[name]);
}

async function install(packages) {
  const env = cleanEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run('apt-get', ['-qq', ...args], { env });
    if (code !== 0) throw new Stop(`apt-get ${args[0]} failed:\n${output.slice(-2000)}`);
  }
}
