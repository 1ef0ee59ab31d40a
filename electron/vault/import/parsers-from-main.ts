// In the app a parser is started by main, which alone may start processes: the vault asks, main lends a port.
import type { MainToVault, VaultToMain } from '#shared/contract/bridge';
import type { ToParser } from '#shared/htcds/parser-protocol';
import type { ParserLine, StartParser } from './parser-port.ts';

/** What a port of Electron's utility processes offers, without a word of Electron in this room. */
export interface LentPort {
  postMessage(message: ToParser): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

export interface ParsersFromMain {
  readonly start: StartParser;
  /** Hand in main's answer. */
  lent(message: Extract<MainToVault, { type: 'parser' }>, port: LentPort): void;
}

/** `say` sends to main. */
export function parsersFromMain(say: (message: VaultToMain) => void): ParsersFromMain {
  const waiting = new Map<number, (line: ParserLine) => void>();
  let count = 0;
  return {
    start: () =>
      new Promise((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        say({ type: 'parser-wanted', id: count });
      }),
    lent: ({ id }, port) => {
      const take = waiting.get(id);
      waiting.delete(id);
      if (take === undefined) port.close();
      else take(lineOver(port));
    },
  };
}

const lineOver = (port: LentPort): ParserLine => ({
  say: (message) => port.postMessage(message),
  listen: (hear, closed) => {
    port.on('message', ({ data }) => hear(data));
    port.on('close', closed);
    port.start();
  },
  close: () => port.close(),
});
