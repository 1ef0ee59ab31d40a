// Packs the built app as `npm run dist` does, and starts what was packed: as an ordinary user, by its own script or without it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeList } from '../../../build/installer/program-files.mjs';
import { eventually, isRunning } from './app.ts';
import type { Home } from './home.ts';
import { processTree } from './processes.ts';
import { appFolder, environment } from './runtime.ts';

/** The name of a package for development, which is what the runtime of the tests makes. */
export const NAME = 'safehold-development';
export const PROGRAM = 'safehold-program';

export interface Packed {
  /** The folder of the program. */
  readonly folder: string;
  readonly deb: string;
  /** What packing printed. */
  readonly said: string;
}

export function pack(home: Home): Packed {
  const out = home.folder('packed');
  const said = execFileSync(process.execPath, ['build/installer/make.mjs', '--out', out, 'dir', 'deb'], {
    cwd: appFolder(),
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: home.folder('packing') },
    maxBuffer: 1 << 24,
  });
  const made = (end: RegExp) => join(out, readdirSync(out).find((name) => end.test(name)) ?? 'was not made');
  return { folder: made(/-linux-[^.]+$/), deb: made(/\.deb$/), said };
}

/** What main does with the switches of a debugger, in the packed app. */
const STRIPS = Buffer.from('if (app.isPackaged) stripSwitches(app.commandLine);');

/**
 * A copy that a debugger may drive: the one line that takes the debugger's switches away is blank in it, and its list of files is made anew.
 * Nothing else differs. Gives its folder and its words.
 */
export async function drivenCopy(
  home: Home,
  { folder }: Packed,
): Promise<{ folder: string; words: readonly string[] }> {
  const copy = join(home.root, 'driven');
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, 'resources/app.asar');
  const content = readFileSync(file);
  const at = content.indexOf(STRIPS);
  if (at < 0) throw new Error('the line that strips switches was not found');
  content.fill(' ', at, at + STRIPS.length);
  writeFileSync(file, content);
  return { folder: copy, words: (await writeList(copy)).words };
}

export interface Started {
  readonly app: ChildProcess;
  readonly log: readonly string[];
  /** Resolves when the first page was painted. */
  painted(): Promise<unknown>;
  end(): Promise<void>;
}

/** Starts a packed program: `as` is its script, or the program itself. */
export function startPacked(home: Home, folder: string, as: string, args: readonly string[] = []): Started {
  const app = spawn(join(folder, as), args, {
    env: environment(home),
    cwd: home.root,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  app.stderr?.setEncoding('utf8').on('data', (text: string) => void log.push(...text.split('\n').filter(Boolean)));
  return {
    app,
    log,
    painted: () =>
      eventually(
        () => `the first page: ${log.slice(-5).join(' ')}`,
        () => log.some((line) => line.includes('"event":"painted"')) || undefined,
      ),
    end: async () => {
      const family = processTree(app.pid!);
      if (isRunning(app.pid!)) app.kill('SIGTERM');
      await eventually('the end of the packed program', () => !family.some(isRunning) || undefined);
    },
  };
}

interface Folder {
  readonly files?: Readonly<Record<string, Folder>>;
}
const pathsIn = ({ files }: Folder, path: string): string[] =>
  files === undefined ? [path] : Object.entries(files).flatMap(([name, entry]) => pathsIn(entry, `${path}/${name}`));

/** The paths of all files in an asar: after four numbers of four bytes, of which the last is its length, the archive begins with their tree as JSON. */
export function filesInside(asar: string): string[] {
  const content = readFileSync(asar);
  const length = content.readUInt32LE(12);
  return pathsIn(JSON.parse(content.toString('utf8', 16, 16 + length)) as Folder, '');
}
