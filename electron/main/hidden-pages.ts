// Pages that are never shown: each in a process and a session of its own, in memory, with the walls of every page of ours and the vault's
// port. One for one piece of work, ended when that is done, when it takes too long, and when it takes too much memory.
import { join } from 'node:path';
import { HIDDEN_PORT } from '#shared/contract/hidden-port';
import { MessageChannelMain, WebContentsView } from 'electron';
import type { MessagePortMain, Session, WebContents } from 'electron';
import { watchMemory } from './hidden-memory.ts';
import { hiddenSessions, type HiddenSessions } from './hidden-sessions.ts';
import { errorFacts, log } from './log.ts';
import { pagePreferences } from './page-preferences.ts';

/** What one kind of hidden page is. */
export interface HiddenKind {
  /** In lines of the log and in the names of its sessions. */
  readonly name: 'preview' | 'press';
  readonly address: string;
  /** Its preload, a built file. */
  readonly preload: string;
  /** In milliseconds; whatever takes this long is stuck or hostile. */
  readonly longest: number;
  readonly serve: (fresh: Session) => void;
  /** Before its page is loaded. */
  readonly opened?: (contents: WebContents) => void;
}

export interface HiddenPages {
  /** The vault's end of the channel to a fresh page. When the page dies, that end closes. */
  start(id: number): MessagePortMain;
  /** The vault needs it no longer. */
  end(id: number): void;
}

const hidden = new WeakSet<WebContents>();
/** Its end is heard here and by the vault, and is no reason to lock. */
export const isHidden = (contents: WebContents): boolean => hidden.has(contents);

export function hiddenPages(kind: HiddenKind): HiddenPages {
  const running = new Map<number, () => void>();
  const sessions = hiddenSessions(kind.name, kind.serve);
  return {
    start: (id) => {
      const { port1, port2 } = new MessageChannelMain();
      const end = open(kind, sessions, port2);
      const limit = setTimeout(() => running.get(id)?.(), kind.longest);
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

/** A page that dies before it has the port leaves it here: closed, so that the vault does not wait for nobody. */
async function introduce({ name, address }: HiddenKind, contents: WebContents, port: MessagePortMain): Promise<void> {
  try {
    await contents.loadURL(address);
    contents.mainFrame.postMessage(HIDDEN_PORT, null, [port]);
  } catch (error) {
    log(`${name}-not-started`, errorFacts(error));
    port.close();
  }
}

/** Returns how to end it at once. */
function open(kind: HiddenKind, sessions: HiddenSessions, port: MessagePortMain): () => void {
  const { name, preload } = kind;
  const own = sessions.lend();
  const view = new WebContentsView({ webPreferences: { ...pagePreferences, session: own, preload } });
  const { webContents } = view;
  hidden.add(webContents);
  webContents.on('render-process-gone', (_event, { reason }) => {
    log(`${name}-gone`, { reason }); // its end of the port went with it, and the vault hears that
  });
  const unwatch = watchMemory(webContents, () => {
    log(`${name}-too-large`);
    webContents.forcefullyCrashRenderer();
  });
  kind.opened?.(webContents);
  void introduce(kind, webContents, port);
  return () => {
    unwatch();
    // By way of the view, so that it is held until then: a view that nobody holds takes its page with it at the next collection.
    if (!view.webContents.isDestroyed()) view.webContents.close();
    sessions.takeBack(own);
  };
}

/** The built preload of one kind. @param out the folder of the built processes */
export const builtPreload = (out: string, room: string): string => join(out, room, 'index.cjs');
