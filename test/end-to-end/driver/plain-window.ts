// Chromium as any browser has it: the Electron of the tests in a plain window, with nothing of the app in it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchApp } from './app.ts';
import type { Home } from './home.ts';

export interface PlainWindow {
  goto(url: string): Promise<void>;
  run(expression: string): Promise<unknown>;
  choose(selector: string, path: string): Promise<void>;
  /** The file that the page saves while something is done. */
  savedBy(act: () => Promise<unknown>): Promise<Buffer>;
  /** Every address that anything in the window asked for, in order. */
  askedFor(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts it; what a page saves is taken by the debugger's own way, which knows when all of it is there. */
export async function openPlainWindow(home: Home): Promise<PlainWindow> {
  const app = await launchApp({ home, folder: fileURLToPath(new URL('../fixtures/plain-window', import.meta.url)) });
  return {
    goto: async (url) => {
      await app.page.goto(url);
    },
    run: (expression) => app.page.evaluate(expression),
    choose: (selector, path) => app.page.locator(selector).setInputFiles(path),
    savedBy: async (act) => {
      const [download] = await Promise.all([app.page.waitForEvent('download'), act()]);
      return readFileSync(await download.path());
    },
    askedFor: () => app.inMain(() => (globalThis as unknown as { askedFor: string[] }).askedFor),
    stop: () => app.stop(),
  };
}
