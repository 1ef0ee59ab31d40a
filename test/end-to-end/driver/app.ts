// Drives the real app: starts it, looks at its page as a person does, reaches into its main process only for what a person
// does outside the window (file dialogs, the computer going to sleep), and follows it through a lock into its next process.
import { readFileSync } from 'node:fs';
import type * as ElectronModule from 'electron';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { newHome } from './home.ts';
import type { Home } from './home.ts';
import { attachInspector, read } from './inspector.ts';
import type { Inspector } from './inspector.ts';
import { argumentsOf, processTree, seccompMode } from './processes.ts';
import { appFolder, freePort, startElectron } from './runtime.ts';
import type { Ports } from './runtime.ts';

type Electron = typeof ElectronModule;

export interface LaunchOptions {
  /** Where the app lives; a new home, removed at the end, unless given. */
  readonly home?: Home;
  readonly args?: readonly string[];
  /** Another app than ours, for controls. */
  readonly folder?: string;
  /** A program, with its arguments, that starts the app and watches it: strace. */
  readonly under?: readonly string[];
}

export interface RunningApp {
  readonly home: Home;
  /** The page of the present process: after a lock it is another one. */
  readonly page: Page;
  /** The process id of the present main process. */
  readonly pid: number;
  /** What the app wrote to standard error since it was launched, over all its processes. */
  readonly log: readonly string[];
  /** Runs a function inside the main process. It may use only its arguments. */
  inMain<T, A = undefined>(work: (electron: Electron, given: A) => T | Promise<T>, given?: A): Promise<T>;
  /** The next file dialog is answered with this path; null closes it. */
  answerNextDialog(path: string | null): Promise<void>;
  /** Does something that must end in a lock, waits for the process to end, and returns the page of the next one. */
  expectLock(act: () => Promise<unknown>): Promise<Page>;
  /** Does something that must end the app for good. */
  expectQuit(act: () => Promise<unknown>): Promise<void>;
  /** Ends the app as the desktop does, and removes its home if it was made here. */
  stop(): Promise<void>;
}

interface Attached {
  readonly inspector: Inspector;
  readonly browser: Browser;
  readonly page: Page;
  readonly pid: number;
}

const LIMIT_MS = 30_000;

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), LIMIT_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** A predicate asked again and again until it holds; `what` is waited for, told when it was in vain. */
export async function eventually<T>(
  what: string | (() => string),
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A process that ended and that nobody has asked about yet (a zombie) runs no more: where PID 1 is slow it stays listed for a while. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** For the report of a wait in vain. */
const stillRunning = (pids: readonly number[]): string =>
  pids
    .filter(isRunning)
    .map(
      (pid) =>
        `${pid} ${
          argumentsOf(pid)
            .join(' ')
            .match(/--(?:type|utility-sub-type)=\S+/g)
            ?.join(' ') ?? 'main'
        }`,
    )
    .join('; ');

/** A relaunched process has no standard error of ours: its lines come through the inspector instead. */
const REPEAT_LOG = `{
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text, ...rest) => { console.debug(String(text)); return write(text, ...rest); };
}`;

const IS_SHOWN = "require('electron').BrowserWindow.getAllWindows().some((window) => window.isVisible())";
const PAGE_PID = "require('electron').BrowserWindow.getAllWindows()[0].webContents.getOSProcessId()";

/** Main processes still alive: a test that fails before its `stop` must not leave an app behind. */
const attached = new Set<number>();
const endAll = () => {
  for (const pid of [...attached].filter(isRunning)) process.kill(pid, 'SIGKILL');
};
process.once('exit', endAll);
// The test runner ends its workers by a signal.
process.once('SIGTERM', () => {
  endAll();
  process.exit(1);
});

/** The debugger of the pages, as soon as there is one: an attempt made while the browser is still starting hangs for seconds. */
async function connect(port: number): Promise<Browser> {
  const debug = `http://127.0.0.1:${port}`;
  await eventually('a page to be debugged', async () => {
    const pages = JSON.parse(await read(`${debug}/json/list`).catch(() => '[]')) as { type: string; url: string }[];
    return pages.some(({ type, url }) => type === 'page' && !['', 'about:blank'].includes(url)) || undefined;
  });
  return eventually('the debugger', () => chromium.connectOverCDP(debug, { timeout: 5_000 }).catch(() => undefined));
}

async function attach(ports: Ports, said?: (text: string) => void): Promise<Attached> {
  const browser = await connect(ports.debug);
  const page = await eventually('the page', () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((each) => !each.url().startsWith('devtools:')),
  );
  // Only now: a session opened while Node is still starting never gets `require`.
  const inspector = await within('the main process', attachInspector(ports.inspect, said));
  const pid = Number(await inspector.evaluate('process.pid'));
  attached.add(pid);
  if (said !== undefined) await inspector.evaluate(REPEAT_LOG);
  // Nobody can act on a window that is not shown yet.
  await eventually('the window', async () => (await inspector.evaluate(IS_SHOWN)) === true || undefined);
  const pagePid = Number(await inspector.evaluate(PAGE_PID));
  if (seccompMode(pagePid) !== 2) throw new Error('the page runs without its sandbox');
  return { inspector, browser, page, pid };
}

/** Starts the app and waits for its first page. */
export async function launchApp({
  home: given,
  args = [],
  folder = appFolder(),
  under = [],
}: LaunchOptions = {}): Promise<RunningApp> {
  const home = given ?? newHome();
  const ports = { inspect: await freePort(), debug: await freePort() };
  const forApp = [folder, `--data-dir=${home.dataDir}`, ...args];
  const forDriver = [`--inspect=127.0.0.1:${ports.inspect}`, `--remote-debugging-port=${ports.debug}`];
  const started = startElectron(home, [...forDriver, ...forApp], under);
  const log: string[] = [];
  const note = (text: string) => void log.push(...text.split('\n').filter(Boolean));
  started.stderr?.setEncoding('utf8').on('data', note);
  let now = await attach(ports).catch((error: unknown) => {
    throw new Error(`the app did not start:\n${log.join('\n')}`, { cause: error });
  });

  const letGo = async () => {
    const family = processTree(now.pid);
    attached.delete(now.pid);
    await within('the end of the process', now.inspector.closed);
    await now.browser.close().catch(() => undefined);
    await eventually(
      () => `the end of every process; there is ${stillRunning(family)}`,
      () => !family.some(isRunning) || undefined,
    );
  };
  const inMain: RunningApp['inMain'] = async (work, given) => {
    const call = `(${work.toString()})(require('electron'), ${JSON.stringify(given) ?? 'undefined'})`;
    return (await now.inspector.evaluate(call)) as never;
  };
  return {
    home,
    log,
    get page() {
      return now.page;
    },
    get pid() {
      return now.pid;
    },
    inMain,
    answerNextDialog: (path) =>
      inMain(({ dialog }, answer) => {
        const real = dialog.showOpenDialog.bind(dialog);
        dialog.showOpenDialog = () => {
          dialog.showOpenDialog = real;
          return Promise.resolve({ canceled: answer === null, filePaths: answer === null ? [] : [answer] });
        };
      }, path),
    expectLock: async (act) => {
      // The page may be gone before it can answer the act that ended it.
      await Promise.all([letGo(), act().catch(() => undefined)]);
      now = await attach(ports, note);
      return now.page;
    },
    expectQuit: async (act) => {
      await Promise.all([letGo(), act().catch(() => undefined)]);
    },
    stop: async () => {
      const ended = isRunning(now.pid) ? letGo() : undefined;
      if (ended !== undefined) process.kill(now.pid, 'SIGTERM');
      await ended?.catch(() => process.kill(now.pid, 'SIGKILL'));
      if (given === undefined) home.remove();
    },
  };
}
