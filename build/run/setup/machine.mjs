// Everything a machine needs before the app or a test can run on it; each step does nothing when it is done already.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, run, start } from './command.mjs';
import { startDisplay } from './display.mjs';
import { ensureElectronegativity } from './electronegativity.mjs';
import { projectFolder } from './folders.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { Stop } from './say.mjs';
import { stageFor } from './staging.mjs';
import { ensureSystem } from './system.mjs';
import { ensureOrdinaryUser } from './user.mjs';

/**
 * Prepares this machine. `withDisplay`: a screen of our own will be needed; `forTests`: the tests' programs as well.
 * Resolves to a machine: `project` (the folder to work in: the checkout, or for root the ordinary user's copy of it),
 * `electron`, `development`, `owner` ({ uid, gid } of the ordinary user, undefined when we are one) and `env` for it.
 */
export async function prepareMachine({ withDisplay, forTests = false }) {
  requireNode();
  await ensurePackages();
  const { electron: found, development } = await ensureRuntime();
  await ensureSystem({ electron: found, withDisplay, forTests });
  const user = await ensureOrdinaryUser();
  const project = user ? await stageFor(user) : projectFolder;
  const electron = found.startsWith(projectFolder) ? join(project, found.slice(projectFolder.length)) : found;
  await ensureSandbox(electron, user);
  const names = {
    SAFEHOLD_ELECTRON: electron,
    SAFEHOLD_APP: project,
    ...(forTests && { SAFEHOLD_ELECTRONEGATIVITY: await ensureElectronegativity() }),
  };
  const env = user ? environmentOf(user, names) : cleanEnvironment(names);
  return { project, electron, development, owner: user && { uid: user.uid, gid: user.gid }, env };
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Safehold needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** Root's folders are not the user's: HOME and everything under XDG_ and TMPDIR point to the user's own, or nowhere. */
function environmentOf({ name, uid, home }, names) {
  const kept = Object.entries(cleanEnvironment()).filter(([key]) => !/^(XDG_|TMPDIR$|DBUS_)/.test(key));
  const desktop = `/run/user/${uid}`;
  const runtime = existsSync(desktop) ? { XDG_RUNTIME_DIR: desktop } : {};
  return { ...Object.fromEntries(kept), HOME: home, USER: name, LOGNAME: name, SHELL: '/bin/sh', ...runtime, ...names };
}

/** Runs a Node program of the project on `machine`, as its ordinary user: `{ code, output }`. */
export function runNode(machine, args, { env = {}, ...options } = {}) {
  return run(process.execPath, args, {
    cwd: machine.project,
    owner: machine.owner,
    env: { ...machine.env, ...env },
    ...options,
  });
}

/** Builds the app, or only what is named, into `out/` of the machine's project: `{ code, output }`. */
export function buildApp(machine, names = []) {
  return runNode(machine, ['build/build.mjs', ...names]);
}

/** Builds the app, or only what is named, or throws Stop with what the build said. */
export async function requireBuild(machine, names = []) {
  const { code, output } = await buildApp(machine, names);
  if (code !== 0) throw new Stop(`The build failed:\n${output}`);
}

/** Starts the app sandboxed, its output on our terminal: what `start` of command.mjs returns. */
export function startApp(machine, args = [], env = {}) {
  const forbidden = args.find((argument) => /^--(no-sandbox|disable-.*sandbox)/.test(argument));
  if (forbidden) throw new Stop(`The app is never started with ${forbidden}.`);
  // In a network of its own, as the installed program is started, where this system lets an ordinary user have one.
  const alone = process.platform === 'linux' ? [join(machine.project, 'build/installer/linux/without-network')] : [];
  const [program, ...rest] = [...alone, machine.electron, machine.project, ...args];
  return start(program, rest, {
    cwd: machine.project,
    owner: machine.owner,
    env: { ...machine.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Gives `use` the environment of a screen of our own, and takes the screen away afterwards. */
export const withOwnDisplay = (machine, use) => withOwnDisplays(machine, 1, ([env]) => use(env));

/** The same with several screens: apps side by side on one would take the keyboard from each other. */
export async function withOwnDisplays(machine, count, use) {
  const displays = [];
  try {
    while (displays.length < count) displays.push(await startDisplay(machine));
    return await use(displays.map(({ env }) => env));
  } finally {
    for (const display of displays) await display.stop();
  }
}
