// After a lock no process of the app holds a word of a record or the passphrase. Typed with the keyboard of the screen and
// with no debugger attached, because a debugger drags the page's text through the main process. security.md G13, runtime.md §3.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { ANA, makeHouse } from '../helpers/small-house.ts';
import { eventually, isRunning } from './driver/app.ts';
import { newHome } from './driver/home.ts';
import { inMemory, mayBeRead } from './driver/memory.ts';
import { hasUserNamespaces, NO_NAMESPACES } from './driver/namespaces.ts';
import { processTree } from './driver/processes.ts';
import { appFolder, startElectron } from './driver/runtime.ts';

const RARE = 'zephyrquill';
const REPEATS = 120;
const home = newHome();

/** Chromium writes its own command line anew, with spaces in the place of the zeros: compared as one text. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it ended while we looked
  }
}
/** The main process on this data folder: after a lock it is another one, and nobody's child. */
const mainOn = (): number | undefined =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      const line = commandLine(pid);
      const isOurs =
        line.startsWith(`${process.env['SAFEHOLD_ELECTRON']} `) && line.includes(`--data-dir=${home.dataDir}`);
      return isOurs && !line.includes(' --type=');
    });
const keyboard = (...args: string[]) => execFileSync('xdotool', args, { stdio: 'pipe' }).toString().trim();
const type = (text: string) => keyboard('type', '--delay', '4', text);
const key = (name: string) => keyboard('key', name);
/** All processes of the app; without user namespaces those alone that the kernel shows, main and the vault among them. */
const readable = (main: number): number[] => {
  const family = processTree(main);
  return hasUserNamespaces ? family : family.filter(mayBeRead);
};
const windowOf = (pid: number): string | undefined => {
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
function whatIsThere(): string {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(Number(name)).includes(home.dataDir))
    .map((name) => `${name} ${commandLine(Number(name)).slice(0, 200)}`);
  return [...processes, ...namedWindows()].join('; ');
}
/** The main process on this data folder, and its window: asked for anew each time, because an app that died early starts again. */
const shownApp = () =>
  eventually(
    () => `the app with its window; there is ${whatIsThere()}`,
    () => {
      const pid = mainOn();
      const window = pid === undefined ? undefined : windowOf(pid);
      return pid === undefined || window === undefined ? undefined : { pid, window };
    },
  );

afterAll(() => {
  const left = mainOn();
  if (left !== undefined) process.kill(left, 'SIGKILL');
  home.remove();
});

it('holds nothing two seconds after the lock, and more than a hundred copies before it', async ({ annotate }) => {
  if (!hasUserNamespaces) await annotate(NO_NAMESPACES);
  await makeHouse(home.dataDir, '2026-03-02T20:30', () => Promise.resolve());

  startElectron(home, [appFolder(), `--data-dir=${home.dataDir}`]);
  const { pid: unlocked, window } = await shownApp();
  keyboard('windowfocus', '--sync', window);
  await wait(2_000);
  type(`${ANA.signInName}\t${ANA.passphrase}\n`);
  await wait(4_000);
  key('ctrl+n');
  await wait(1_000);
  type(`${RARE}\n`);
  await wait(1_500);
  key('ctrl+k');
  type(`${RARE} `.repeat(REPEATS));
  await wait(500);
  const before = inMemory(readable(unlocked), [RARE]);
  expect(before.hits).toBeGreaterThan(hasUserNamespaces ? 100 : 0);

  key('ctrl+l');
  await eventually('the end of the unlocked process', () => !isRunning(unlocked) || undefined);
  const { pid: locked } = await shownApp();
  await wait(2_000);
  const family = readable(locked);
  expect(family.length).toBeGreaterThan(hasUserNamespaces ? 3 : 1);
  const after = inMemory(family, [RARE, ANA.passphrase]);
  expect(after.bytes).toBeGreaterThan(50_000_000);
  expect(after.hits).toBe(0);
  process.kill(locked, 'SIGTERM');
  await eventually('the end', () => !isRunning(locked) || undefined);
}, 120_000);
