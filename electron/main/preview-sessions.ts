// The sessions in memory that previews live in. Electron keeps a session for as long as the app runs, so that one for each file would
// add up: they are lent, emptied when they come back, and lent again. There are as many as there were ever previews at once.
import { join } from 'node:path';
import { session, type Session } from 'electron';
import { errorFacts, log } from './log.ts';
import { servePreview } from './pages.ts';

export interface PreviewSessions {
  lend(): Session;
  /** Empties it; it is lent again only when that is done. */
  takeBack(lent: Session): void;
}

/** Whatever a page could have put into one: storage of every kind, answers, names of hosts and credentials. All of it is in memory. */
async function empty(used: Session): Promise<void> {
  await Promise.all([used.clearStorageData(), used.clearCache(), used.clearHostResolverCache(), used.clearAuthCache()]);
}

/** @param out the folder of the built processes */
export function previewSessions(out: string): PreviewSessions {
  const free: Session[] = [];
  let made = 0;
  const make = (): Session => {
    made += 1;
    const fresh = session.fromPartition(`preview-${made}`, { cache: false });
    servePreview(fresh, join(out, 'preview'));
    return fresh;
  };
  return {
    lend: () => free.pop() ?? make(),
    takeBack: (lent) => {
      empty(lent).then(
        () => free.push(lent),
        (error: unknown) => log('preview-not-emptied', errorFacts(error)), // never lent again
      );
    },
  };
}
