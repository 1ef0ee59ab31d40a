// The debugger of the pages through a pipe: it needs no network, so it reaches an app that has none.
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { eventually } from './app.ts';

/** The switch that asks for it: the app then reads its fourth and writes its fifth open file. */
export const BY_PIPE = '--remote-debugging-pipe';

interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: Record<string, never>;
}

export interface Pipe {
  /** What an expression in the app's page gives, a promise awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** What the page looks like now, as PNG. */
  picture(): Promise<Buffer>;
  /** Whether anybody answered within this time. */
  answers(milliseconds: number): Promise<boolean>;
}

export function pipeTo(app: ChildProcess): Pipe {
  const [to, from] = [app.stdio[3] as Writable, app.stdio[4] as Readable];
  to.on('error', () => undefined); // nobody listens at the other end: `answers` tells
  const waiting = new Map<number, (answer: Answer) => void>();
  let unread = '';
  from.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unread + text).split('\0');
    unread = parts.pop() ?? '';
    for (const part of parts) {
      const answer = JSON.parse(part) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  let last = 0;
  const ask = (method: string, params: object = {}, sessionId?: string): Promise<never> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ error, result }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result as never);
        else reject(new Error(error.message));
      });
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  let attached: Promise<string> | undefined;
  const page = (): Promise<string> => (attached ??= attach(ask));
  return {
    evaluate: async (expression) => {
      const how = { expression, awaitPromise: true, returnByValue: true };
      const { result } = await ask('Runtime.evaluate', how, await page());
      return (result as { value?: unknown }).value;
    },
    picture: async () => {
      const { data } = await ask('Page.captureScreenshot', { format: 'png' }, await page());
      return Buffer.from(data, 'base64');
    },
    answers: (milliseconds) =>
      Promise.race([
        ask('Browser.getVersion').then(() => true),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), milliseconds)),
      ]),
  };
}

async function attach(ask: (method: string, params?: object) => Promise<never>): Promise<string> {
  const targetId = await eventually('the page', async () => {
    const { targetInfos } = await ask('Target.getTargets');
    const pages = targetInfos as readonly { type: string; url: string; targetId: string }[];
    return pages.find(({ type, url }) => type === 'page' && url.startsWith('app://vault/'))?.targetId;
  });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  return sessionId;
}
