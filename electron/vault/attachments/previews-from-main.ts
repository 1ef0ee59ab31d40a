// In the app a preview is started by main, which alone may open pages: the vault asks, main lends a port, the vault says when it is done.
import type { MainToVault, VaultToMain } from '#shared/contract/bridge';
import type { ToPreview } from '#shared/contract/preview';
import type { PreviewLine, StartPreview } from './preview-line.ts';

/** What a port of Electron's utility processes offers, without a word of Electron in this room. */
export interface PreviewPort {
  postMessage(message: ToPreview): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

export interface PreviewsFromMain {
  readonly start: StartPreview;
  /** Hand in main's answer. */
  lent(message: Extract<MainToVault, { type: 'preview' }>, port: PreviewPort): void;
}

/** `say` sends to main. */
export function previewsFromMain(say: (message: VaultToMain) => void): PreviewsFromMain {
  const waiting = new Map<number, (line: PreviewLine) => void>();
  let count = 0;
  return {
    start: () =>
      new Promise((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        say({ type: 'preview-wanted', id: count });
      }),
    lent: ({ id }, port) => {
      const take = waiting.get(id);
      waiting.delete(id);
      if (take === undefined) port.close();
      else take(lineOver(port, () => say({ type: 'preview-done', id })));
    },
  };
}

const lineOver = (port: PreviewPort, done: () => void): PreviewLine => ({
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
