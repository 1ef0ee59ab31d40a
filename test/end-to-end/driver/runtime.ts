// How the runtime is started: the binary and the app it is told of, as an ordinary user, and never without its sandbox.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { APP_USER, isRoot } from './home.ts';
import type { Home } from './home.ts';

export interface Ports {
  /** Of main's inspector. */
  readonly inspect: number;
  /** Of the pages' debugger. */
  readonly debug: number;
}

function named(variable: 'SAFEHOLD_ELECTRON' | 'DISPLAY'): string {
  const value = process.env[variable];
  if (value === undefined || value === '') throw new Error(`${variable} is not set: run "npm run e2e"`);
  return value;
}

/** The app under test: the built checkout, unless SAFEHOLD_APP names another folder. */
export const appFolder = (): string =>
  process.env['SAFEHOLD_APP'] ?? fileURLToPath(new URL('../../..', import.meta.url));

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** All that an app of the tests sees of our environment. */
export function environment(home: Home): Record<string, string> {
  const key = process.env['XAUTHORITY'];
  return {
    DISPLAY: named('DISPLAY'),
    ...(key === undefined ? {} : { XAUTHORITY: key }),
    HOME: `${home.root}/home`,
    TMPDIR: `${home.root}/tmp`,
    XDG_RUNTIME_DIR: `${home.root}/run`,
    PATH: '/usr/bin:/bin',
    LANG: 'C.UTF-8',
  };
}

/**
 * Starts Electron with these arguments and nothing of our own environment.
 * @param under a program and its arguments that starts it for us and watches it
 */
export function startElectron(home: Home, args: readonly string[], under: readonly string[] = []): ChildProcess {
  const unsafe = args.find((argument) => argument.includes('no-sandbox'));
  if (unsafe !== undefined && !args.includes(EXPECT_REFUSAL)) throw new Error(`never run with ${unsafe}`);
  const command = [...under, named('SAFEHOLD_ELECTRON'), ...args.filter((argument) => argument !== EXPECT_REFUSAL)];
  const env = environment(home);
  const options = { env, cwd: home.root, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
  if (!isRoot) return spawn(command[0]!, command.slice(1), options);
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return spawn('/usr/sbin/runuser', ['-u', APP_USER, '--', '/usr/bin/env', '-i', ...variables, ...command], options);
}

/** Says that this start is expected to be refused by the app itself; never reaches Electron. */
export const EXPECT_REFUSAL = 'expect-refusal';
