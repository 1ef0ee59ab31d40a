// A file of a stranger is decoded in a process of its own: a page that is never shown, in a session of its own in memory, with the
// walls of every page of ours and nothing but the vault's port. One process for one picture or page, ended when it is drawn, when it
// takes too long, and when it takes too much memory.
import { join } from 'node:path';
import { PREVIEW_PORT } from '#shared/contract/preview-port';
import { MessageChannelMain, WebContentsView } from 'electron';
import type { MessagePortMain, WebContents } from 'electron';
import { errorFacts, log } from './log.ts';
import { pagePreferences } from './page-preferences.ts';
import { PREVIEW_PAGE } from './policy.ts';
import { watchMemory } from './preview-memory.ts';
import { previewSessions, type PreviewSessions } from './preview-sessions.ts';

/** A picture of 40 million points takes about two seconds; whatever takes this long is stuck or hostile. */
const LONGEST_MS = 20_000;

const previews = new WeakSet<WebContents>();
/** Its end is heard here and by the vault, and is no reason to lock. */
export const isPreview = (contents: WebContents): boolean => previews.has(contents);

export interface Previews {
  /** The vault's end of the channel to a fresh preview. When the preview dies, that end closes. */
  start(id: number): MessagePortMain;
  /** The vault needs it no longer. */
  end(id: number): void;
}

export function previewsFrom(out: string): Previews {
  const running = new Map<number, () => void>();
  const sessions = previewSessions(out);
  return {
    start: (id) => {
      const { port1, port2 } = new MessageChannelMain();
      const end = openPreview(out, sessions, port2);
      const limit = setTimeout(() => running.get(id)?.(), LONGEST_MS);
      running.set(id, () => {
        clearTimeout(limit);
        running.delete(id);
        end();
      });
      return port1;
    },
    end: (id) => running.get(id)?.(),
  };
}

/** A preview that dies before it has the port leaves it here: closed, so that the vault does not wait for nobody. */
async function introduce(webContents: WebContents, port: MessagePortMain): Promise<void> {
  try {
    await webContents.loadURL(PREVIEW_PAGE);
    webContents.mainFrame.postMessage(PREVIEW_PORT, null, [port]);
  } catch (error) {
    log('preview-not-started', errorFacts(error));
    port.close();
  }
}

/** Returns how to end it at once. */
function openPreview(out: string, sessions: PreviewSessions, port: MessagePortMain): () => void {
  const own = sessions.lend();
  const view = new WebContentsView({
    webPreferences: { ...pagePreferences, session: own, preload: join(out, 'preload-preview/index.cjs') },
  });
  const { webContents } = view;
  previews.add(webContents);
  webContents.on('render-process-gone', (_event, { reason }) => {
    log('preview-gone', { reason }); // its end of the port went with it, and the vault hears that
  });
  const unwatch = watchMemory(webContents, () => {
    log('preview-too-large');
    webContents.forcefullyCrashRenderer();
  });
  void introduce(webContents, port);
  return () => {
    unwatch();
    // By way of the view, so that it is held until then: a view that nobody holds takes its page with it at the next collection.
    if (!view.webContents.isDestroyed()) view.webContents.close();
    sessions.takeBack(own);
  };
}
