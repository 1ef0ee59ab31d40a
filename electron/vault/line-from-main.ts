// A line to another process of the app, a parser or a preview. Main alone may start them: the vault asks, main lends a port.
import type { VaultToMain } from '#shared/contract/bridge';

/** What a port of Electron's utility processes offers, without a word of Electron in this room. */
export interface LentPort {
  postMessage(message: object): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

/** A line to one fresh process, which takes `Said`. Closing it ends the process. */
export interface Line<Said extends object> {
  say(message: Said): void;
  /** `closed` is called once, whoever closed it. Set before anything is said. */
  listen(hear: (message: unknown) => void, closed: () => void): void;
  close(): void;
}

/** How such a process is started: by main in the app, by a fork in tests. */
export type StartLine<Said extends object> = () => Promise<Line<Said>>;

export interface LinesFromMain<Said extends object> {
  readonly start: StartLine<Said>;
  /** Hand in main's answer to the request with this id. */
  lent(id: number, port: LentPort): void;
}

/** `wanted` asks main for a process, `done` tells main that it is no longer needed; both go out through `say`. */
export function linesFromMain<Said extends object>(
  say: (message: VaultToMain) => void,
  wanted: (id: number) => VaultToMain,
  done?: (id: number) => VaultToMain,
): LinesFromMain<Said> {
  const waiting = new Map<number, (line: Line<Said>) => void>();
  let count = 0;
  return {
    start: () =>
      new Promise((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        say(wanted(count));
      }),
    lent: (id, port) => {
      const take = waiting.get(id);
      waiting.delete(id);
      if (take === undefined) port.close();
      else take(lineOver(port, () => done !== undefined && say(done(id))));
    },
  };
}

const lineOver = <Said extends object>(port: LentPort, done: () => void): Line<Said> => ({
  say: (message) => port.postMessage(message),
  listen: (hear, closed) => {
    port.on('message', ({ data }) => hear(data));
    port.on('close', closed);
    port.start();
  },
  close: () => {
    port.close();
    done();
  },
});
