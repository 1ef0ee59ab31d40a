// Packs the built app: `node build/installer/make.mjs --out FOLDER [--release] [dir] [tar.gz] [deb] [AppImage] [nsis] [portable] [dmg]`.
// On Linux dir, tar.gz and deb need nothing from outside; the others fetch their tools (README.md). SAFEHOLD_ELECTRON names the runtime.
import { chmod, copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import builder from 'electron-builder';
import { electronVersion as developmentVersion } from '../run/setup/development-runtime.mjs';
import { run } from '../run/setup/command.mjs';
import { projectFolder } from '../run/setup/folders.mjs';
import { runAsCommand, say, Stop } from '../run/setup/say.mjs';
import { configuration, PROGRAM } from './electron-builder.mjs';
import { writeList } from './program-files.mjs';

const here = join(projectFolder, 'build/installer');
const { Platform, build } = builder;
const TARGETS = ['dir', 'tar.gz', 'deb', 'AppImage', 'nsis', 'portable', 'dmg'];
const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, release: { type: 'boolean', default: false } },
  allowPositionals: true,
});

await runAsCommand(async () => {
  const output = resolve(projectFolder, values.out ?? 'release');
  const wanted = positionals.length > 0 ? positionals : ['dir', 'tar.gz', 'deb'];
  const runtime = runtimeAt(process.env.SAFEHOLD_ELECTRON);
  if (values.release && runtime.development) {
    throw new Stop('A release is made with the official Electron alone, and this is the development runtime.');
  }
  const unknown = wanted.find((target) => !TARGETS.includes(target));
  if (unknown) throw new Stop(`There is no package of the kind ${unknown}: ${TARGETS.join(', ')}.`);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const elsewhere = wanted.filter((target) => ['nsis', 'portable', 'dmg'].includes(target));
  if (elsewhere.length > 0) await forOtherSystems(elsewhere, output);
  if (elsewhere.length < wanted.length) await forLinux(wanted, output, runtime);
  return 0;
});

/** Which Electron this is: the one that the lockfile pins, or the one for development. */
function runtimeAt(electron) {
  if (!electron) throw new Stop('SAFEHOLD_ELECTRON is not set: run "npm run dist".');
  const folder = dirname(electron);
  return { folder, development: folder !== join(projectFolder, 'node_modules/electron/dist') };
}

async function forLinux(wanted, output, runtime) {
  const staged = join(output, 'runtime');
  const { name, config } = await settings(output, runtime, staged);
  await stage(runtime.folder, staged);
  await pack({ config, targets: Platform.LINUX.createTarget('dir') });
  await rm(staged, { recursive: true });
  const folder = join(output, name);
  await rename(join(output, 'linux-unpacked'), folder);
  const { hash, words } = await finish(folder, config);
  say(`Program files: SHA-256 ${hash}\nIn words, for the card of a release: ${words.join(' ')}`);
  if (wanted.includes('tar.gz')) await archive(output, name);
  const others = wanted.filter((target) => target === 'deb' || target === 'AppImage');
  if (others.length > 0) await pack({ config, targets: Platform.LINUX.createTarget(others), prepackaged: folder });
  await rm(join(output, 'builder-debug.yml'), { force: true });
}

async function settings(output, { development }, folder) {
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const pinned = JSON.parse(await readFile(join(projectFolder, 'node_modules/electron/package.json'), 'utf8')).version;
  const config = configuration({
    development: development || !values.release,
    runtime: { folder, version: development ? developmentVersion : pinned },
    prebuilds: `linux-${process.arch}`,
    output,
  });
  return { name: `${config.linux.executableName}-${version}-linux-${process.arch}`, config };
}

/** A copy of the runtime without what makes it open a folder of sources. */
async function stage(from, to) {
  await cp(from, to, { recursive: true, filter: (file) => !file.startsWith(join(from, 'resources/')) });
  await mkdir(join(to, 'resources'), { recursive: true });
}

/** The scripts that start the program, the profile that some systems want, and last of all the list of its files. */
async function finish(folder, { linux: { executableName: name }, productName }) {
  await rename(join(folder, name), join(folder, PROGRAM));
  for (const [file, as] of [
    ['safehold', name],
    ['without-network', 'without-network'],
  ]) {
    await copyFile(join(here, 'linux', file), join(folder, as));
    await chmod(join(folder, as), 0o755);
  }
  // Where electron-builder puts it as well when it makes a .deb: there before the list is made, so that it is in it.
  const profile = await readFile(join(here, 'linux/apparmor-profile'), 'utf8');
  const filledIn = profile.replaceAll('${executable}', name).replaceAll('${sanitizedProductName}', productName);
  await writeFile(join(folder, 'resources/apparmor-profile'), filledIn, { mode: 0o644 });
  await chmod(folder, 0o755);
  return writeList(folder);
}

/** The same bytes from the same folder: names in order, nobody's user, one moment. */
async function archive(output, name) {
  const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mode=u+rwX,go+rX,go-w', '--mtime=@0'];
  const { code, output: said } = await run(
    'tar',
    ['-C', output, ...same, '-czf', join(output, `${name}.tar.gz`), name],
    {},
  );
  if (code !== 0) throw new Stop(`tar failed: ${said}`);
}

/** On the system itself, with the official Electron, whose host must be reached (README.md). */
async function forOtherSystems(targets, output) {
  const [platform, prebuilds] = targets.includes('dmg') ? [Platform.MAC, 'darwin-*'] : [Platform.WINDOWS, 'win32-*'];
  const config = configuration({ development: !values.release, prebuilds, output });
  await pack({ config, targets: platform.createTarget(targets) });
}

async function pack(options) {
  // electron-builder makes a .deb by fpm, which it would fetch; ours knows just the part of it that is used (linux/fpm).
  process.env.CUSTOM_FPM_PATH = join(here, 'linux/fpm');
  // It changes the configuration that it is given.
  await build({ projectDir: projectFolder, publish: 'never', ...options, config: structuredClone(options.config) });
}
