// Debian's Firefox, driven by WebDriver BiDi over its own socket: one window without a screen, as the ordinary user.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { eventually } from './app.ts';
import { APP_USER, type Home, isRoot } from './home.ts';
import { freePort } from './runtime.ts';

const PROGRAM = '/usr/bin/firefox-esr';
export const hasFirefox = existsSync(PROGRAM);

interface Message {
  readonly id?: number;
  readonly type?: string;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly params?: { readonly request?: { readonly url?: string } };
}

export interface Firefox {
  goto(url: string): Promise<void>;
  /** The JSON of what an expression comes to in the page. */
  run(expression: string): Promise<unknown>;
  choose(selector: string, path: string): Promise<void>;
  /** The file that the page saves while something is done. */
  savedBy(act: () => Promise<unknown>): Promise<Buffer>;
  /** Every address that the page asked for, in order. */
  readonly askedFor: readonly string[];
  stop(): Promise<void>;
}

/** What keeps a browser from asking where a file goes, and from calling home by itself. */
const preferences = (downloads: string): Readonly<Record<string, unknown>> => ({
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream',
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
});

function start(home: Home, port: number, downloads: string): ChildProcess {
  const profile = home.folder('firefox');
  const lines = Object.entries(preferences(downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  if (isRoot) chownSync(join(profile, 'user.js'), ...owner());
  const command = [PROGRAM, '--headless', '--no-remote', '--profile', profile, `--remote-debugging-port=${port}`];
  const env = { HOME: join(home.root, 'home'), TMPDIR: join(home.root, 'tmp'), PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
  const options = { env, cwd: home.root, stdio: 'ignore' as const, detached: true };
  if (!isRoot) return spawn(command[0]!, command.slice(1), options);
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return spawn('/usr/sbin/runuser', ['-u', APP_USER, '--', '/usr/bin/env', '-i', ...variables, ...command], options);
}

const owner = (): [number, number] => {
  const id = (flag: string) => Number(execFileSync('id', [flag, APP_USER], { encoding: 'utf8' }));
  return [id('-u'), id('-g')];
};

async function openSocket(port: number): Promise<WebSocket> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/session`);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Firefox does not answer');
}

/** Waits for a file that was not there before, to its end: Firefox writes beside it first. */
async function nextFile(folder: string, before: ReadonlySet<string>): Promise<Buffer> {
  const isNew = (name: string): boolean => !before.has(name) && !name.endsWith('.part');
  const name = await eventually('a saved file', () => readdirSync(folder).find(isNew));
  const path = join(folder, name);
  return eventually('all of the saved file', () => {
    const bytes = existsSync(`${path}.part`) ? Buffer.alloc(0) : readFileSync(path);
    return bytes.length > 0 ? bytes : undefined;
  });
}

/** Starts it, with a folder of its own for what a page saves. */
export async function startFirefox(home: Home): Promise<Firefox> {
  const downloads = home.folder('downloads');
  const port = await freePort();
  const browser = start(home, port, downloads);
  const end = () => {
    if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid, 'SIGKILL');
  };
  process.once('exit', end);
  const socket = await openSocket(port);
  const askedFor: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  let lastId = 0;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === 'network.beforeRequestSent') askedFor.push(message.params?.request?.url ?? '');
  });
  const ask = (method: string, params: object): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, (message) => {
        waiting.delete(id);
        if (message.error === undefined) resolve(message.result as Record<string, unknown>);
        else reject(new Error(`${method}: ${message.error}: ${message.message ?? ''}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await ask('session.new', { capabilities: {} });
  await ask('session.subscribe', { events: ['network.beforeRequestSent'] });
  const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]!.context;
  const evaluate = async (expression: string): Promise<{ value?: unknown; sharedId?: string }> => {
    const params = { expression, target: { context }, awaitPromise: true, resultOwnership: 'none' };
    const answer = (await ask('script.evaluate', params)) as {
      result?: { value?: unknown; sharedId?: string };
      exceptionDetails?: { text: string };
    };
    if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
    return answer.result ?? {};
  };
  return {
    askedFor,
    goto: async (url) => {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    run: async (expression) => {
      const { value } = await evaluate(`Promise.resolve(${expression}).then((it) => JSON.stringify(it) ?? 'null')`);
      return JSON.parse(String(value)) as unknown;
    },
    choose: async (selector, path) => {
      const { sharedId } = await evaluate(`document.querySelector(${JSON.stringify(selector)})`);
      await ask('input.setFiles', { context, element: { sharedId }, files: [path] });
    },
    savedBy: async (act) => {
      const before = new Set(readdirSync(downloads));
      await act();
      return nextFile(downloads, before);
    },
    stop: async () => {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      end();
      socket.terminate();
      await ended;
    },
  };
}
