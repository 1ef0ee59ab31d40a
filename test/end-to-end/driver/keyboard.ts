// Works the app as somebody at the desk does, with the keyboard of the screen alone: no debugger is attached, and none could be
// where there is no network.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { eventually } from './app.ts';

const keyboard = (...args: string[]) => execFileSync('xdotool', args, { stdio: 'pipe' }).toString().trim();
export const type = (text: string): string => keyboard('type', '--delay', '4', text);
export const key = (name: string): string => keyboard('key', name);
export const focus = (window: string): string => keyboard('windowfocus', '--sync', window);

/** Chromium writes its own command line anew, with spaces in the place of the zeros: compared as one text. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it ended while we looked
  }
}
const processes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** The main process on this data folder: after a lock it is another one, and nobody's child. */
export const mainOn = (dataDir: string): number | undefined =>
  processes().find((pid) => {
    const line = commandLine(pid);
    const isOurs = line.startsWith(`${process.env['SAFEHOLD_ELECTRON']} `) && line.includes(`--data-dir=${dataDir}`);
    return isOurs && !line.includes(' --type=');
  });

export const windowOf = (pid: number): string | undefined => {
  try {
    return keyboard('search', '--onlyvisible', '--all', '--pid', String(pid), '--name', 'Records').split('\n')[0];
  } catch {
    return undefined; // none yet
  }
};
function namedWindows(): string[] {
  try {
    const found = keyboard('search', '--name', '.').split('\n');
    return found.map((id) => `${id} ${keyboard('getwindowname', id)}`);
  } catch {
    return ['no window']; // xdotool fails when it finds none, and when one closed in between
  }
}
/** For the report of a wait in vain: what runs on this data folder, and which windows are on the screen. */
function whatIsThere(dataDir: string): string {
  const there = processes()
    .filter((pid) => commandLine(pid).includes(dataDir))
    .map((pid) => `${pid} ${commandLine(pid).slice(0, 200)}`);
  return [...there, ...namedWindows()].join('; ');
}

/** The main process on this data folder, and its window: asked for anew each time, because an app that died early starts again. */
export const shownApp = (dataDir: string): Promise<{ pid: number; window: string }> =>
  eventually(
    () => `the app with its window; there is ${whatIsThere(dataDir)}`,
    () => {
      const pid = mainOn(dataDir);
      const window = pid === undefined ? undefined : windowOf(pid);
      return pid === undefined || window === undefined ? undefined : { pid, window };
    },
  );
