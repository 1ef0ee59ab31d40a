// A small client of Node's inspector: evaluates in Electron's main process, which has no other way in.
import { get } from 'node:http';
import WebSocket from 'ws';

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly args?: readonly { readonly value?: unknown }[] };
  readonly error?: { readonly message: string };
  readonly result?: {
    readonly result: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
  };
}

export interface Inspector {
  /** The value of an expression in main; a promise is awaited. `require` is there, also for 'electron'. */
  evaluate(expression: string): Promise<unknown>;
  /** Resolves when the process at the other end is gone. */
  readonly closed: Promise<void>;
  close(): void;
}

/** What a debugger says over HTTP; rejects while nobody listens. */
export const read = (address: string) =>
  new Promise<string>((resolve, reject) => {
    get(address, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.once('end', () => resolve(text));
    }).once('error', reject);
  });

async function addressOf(port: number): Promise<string | undefined> {
  try {
    const [target] = JSON.parse(await read(`http://127.0.0.1:${port}/json/list`)) as { webSocketDebuggerUrl: string }[];
    return target?.webSocketDebuggerUrl;
  } catch {
    return undefined; // not listening yet, or no more
  }
}

/** Keeps trying until the process listens; the caller's own limit of time ends a wait in vain. */
async function openSocket(port: number): Promise<WebSocket> {
  for (;;) {
    const address = await addressOf(port);
    if (address !== undefined) {
      const socket = new WebSocket(address);
      const opened = await new Promise<boolean>((resolve) => {
        socket.once('open', () => resolve(true));
        socket.once('error', () => resolve(false));
      });
      if (opened) return socket;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** @param said hears what main writes to its console */
export async function attachInspector(
  port: number,
  said: (text: string) => void = () => undefined,
): Promise<Inspector> {
  const socket = await openSocket(port);
  const waiting = new Map<number, { answer(message: Answer): void; gone(): void }>();
  let lastId = 0;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as Answer;
    if (message.id !== undefined) waiting.get(message.id)?.answer(message);
    if (message.method === 'Runtime.consoleAPICalled') said(String(message.params?.args?.[0]?.value));
    // A process that wants to end waits for its debugger to go first.
    if (message.method === 'NodeRuntime.waitingForDisconnect') socket.close();
  });
  const ask = (id: number, method: string, params: object) => socket.send(JSON.stringify({ id, method, params }));
  ask(0, 'Runtime.enable', {});
  ask(0, 'NodeRuntime.notifyWhenWaitingForDisconnect', { enabled: true });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const call of waiting.values()) call.gone();
      resolve();
    });
  });
  const evaluate = (expression: string) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId;
      const gone = () => reject(new Error('the main process ended'));
      const answer = ({ error, result }: Answer) => {
        waiting.delete(id);
        const thrown = result?.exceptionDetails;
        if (error !== undefined) reject(new Error(error.message));
        else if (thrown !== undefined) reject(new Error(thrown.exception?.description ?? thrown.text));
        else resolve(result?.result.value);
      };
      waiting.set(id, { answer, gone });
      const how = { includeCommandLineAPI: true, awaitPromise: true, returnByValue: true };
      ask(id, 'Runtime.evaluate', { expression, ...how });
    });
  return { evaluate, closed, close: () => socket.close() };
}
