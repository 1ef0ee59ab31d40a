// Everything the page may say to main, and who may say it: our window's main frame, at our own address. The only file
// that listens on ipcMain. No answer carries an error's text, because that could quote a path.
import { choicePurposes, channel, dropPurposes } from '#shared/contract/bridge';
import type { Choice, ChoicePurpose } from '#shared/contract/bridge';
import { Preferences } from '#shared/contract/preferences';
import type { ProgramFacts } from '#shared/contract/program';
import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent, MessagePortMain } from 'electron';
import { z } from 'zod';
import { errorFacts, log } from './log.ts';
import { START_PAGE } from './policy.ts';

const Purpose = z.enum(choicePurposes);
/** Longer than any path a system accepts is not a path. */
const Dropped = z.strictObject({ path: z.string().min(1).max(4096), purpose: z.enum(dropPurposes) });
export type Dropped = z.output<typeof Dropped>;

export interface PageListeners {
  onReady(): void;
  onPainted(): void;
  onLock(): void;
  onCopied(): void;
  onPreferences(wish: Preferences): void;
  choose(purpose: ChoicePurpose): Promise<Choice | null>;
  dropped(file: Dropped): Promise<Choice | null>;
  program(): Promise<ProgramFacts>;
}

export interface Page {
  /** Asks the page to save its drafts; resolves when it says that they are saved. */
  flushDrafts(): Promise<void>;
  lockSoon(seconds: number): void;
  sendPort(port: MessagePortMain): void;
}

function isOurPage(window: BrowserWindow, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  const isOurs =
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    frame.url.replace(/[?#].*$/, '') === START_PAGE;
  if (!isOurs) log('sender-refused');
  return isOurs;
}

function hearPage(window: BrowserWindow, listeners: PageListeners): void {
  const on = (name: string, listener: () => void) =>
    ipcMain.on(name, (event) => {
      if (isOurPage(window, event)) listener();
    });
  const answer = <T, A>(name: string, schema: z.ZodType<T>, work: (asked: T) => Promise<A | null>) =>
    ipcMain.handle(name, async (event, raw: unknown) => {
      const asked = schema.safeParse(raw);
      if (!isOurPage(window, event) || !asked.success) return null;
      try {
        return await work(asked.data);
      } catch (error) {
        log('answer-failed', errorFacts(error));
        return null;
      }
    });
  on(channel.ready, () => listeners.onReady());
  on(channel.painted, () => listeners.onPainted());
  on(channel.lock, () => listeners.onLock());
  on(channel.copied, () => listeners.onCopied());
  ipcMain.on(channel.preferences, (event, raw: unknown) => {
    const wish = Preferences.safeParse(raw);
    if (isOurPage(window, event) && wish.success) listeners.onPreferences(wish.data);
  });
  answer(channel.choose, Purpose, (purpose) => listeners.choose(purpose));
  answer(channel.dropped, Dropped, (file) => listeners.dropped(file));
  answer(channel.program, z.undefined(), () => listeners.program());
}

/** Starts listening to the page of this window. */
export function openPage(window: BrowserWindow, listeners: PageListeners): Page {
  hearPage(window, listeners);
  const { webContents } = window;
  const isAlive = () => !window.isDestroyed() && !webContents.isCrashed();
  let saved: (() => void) | undefined;
  ipcMain.on(channel.flushed, (event) => {
    if (isOurPage(window, event)) saved?.();
  });
  return {
    flushDrafts: () =>
      new Promise((resolve) => {
        if (!isAlive()) {
          resolve();
          return;
        }
        saved = resolve;
        webContents.send(channel.flush);
      }),
    lockSoon: (seconds) => {
      if (isAlive()) webContents.send(channel.lockSoon, seconds);
    },
    sendPort: (port) => webContents.mainFrame.postMessage(channel.port, null, [port]),
  };
}
