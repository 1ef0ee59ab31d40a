// The sessions in memory that hidden pages live in. Electron keeps a session for as long as the app runs, so that one for each piece of
// work would add up: they are lent, emptied when they come back, and lent again. There are as many as there were ever at once.
import { session, type Session } from 'electron';
import { errorFacts, log } from './log.ts';

export interface HiddenSessions {
  lend(): Session;
  /** Empties it; it is lent again only when that is done. */
  takeBack(lent: Session): void;
}

/** Whatever a page could have put into one: storage of every kind, answers, names of hosts and credentials. All of it is in memory. */
async function empty(used: Session): Promise<void> {
  await Promise.all([used.clearStorageData(), used.clearCache(), used.clearHostResolverCache(), used.clearAuthCache()]);
}

/** `serve` gives a fresh one its few files. */
export function hiddenSessions(name: string, serve: (fresh: Session) => void): HiddenSessions {
  const free: Session[] = [];
  let made = 0;
  const make = (): Session => {
    made += 1;
    const fresh = session.fromPartition(`${name}-${made}`, { cache: false });
    serve(fresh);
    return fresh;
  };
  return {
    lend: () => free.pop() ?? make(),
    takeBack: (lent) => {
      empty(lent).then(
        () => free.push(lent),
        (error: unknown) => log(`${name}-not-emptied`, errorFacts(error)), // never lent again
      );
    },
  };
}
