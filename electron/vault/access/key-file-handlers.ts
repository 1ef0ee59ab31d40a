// The key file operations, joined to the acts of this room.
import type { KeyFilesAtHand, keyFileOperations } from '#shared/records/key-file';
import { wipe } from '../keys/wipe.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { copyKeyFile, makeKeyFile, stopKeyFile } from './key-file.ts';
import type { KeyFiles } from './key-files.ts';
import { LOCKS, ownKeyFile, STAYS_OPEN } from './key-file-state.ts';

export function keyFileHandlers(session: Session, desk: StickDesk): Handlers<typeof keyFileOperations> {
  const { keyFiles } = session;
  // The locked screen asks again and again; the sticks are looked at when one came or went.
  let seen: Promise<KeyFilesAtHand> | null = null;
  const forget = (): void => void (seen = null);
  desk.subscribe(forget);
  return {
    atHand: () => (seen ??= count(keyFiles)),
    choose: async (_context, { file }) => {
      await keyFiles.choose(session.chosenPath(file)).finally(forget);
      return {};
    },
    state: () => ownKeyFile(session),
    make: async (context, { passphrase, folder }, control) => ({
      stick: await makeKeyFile(session, { passphrase, folder: context.chosenPath(folder) }, { desk, control }),
    }),
    copy: async (context, { passphrase, folder }, control) => ({
      stick: await copyKeyFile(session, { passphrase, folder: context.chosenPath(folder) }, { desk, control }),
    }),
    stop: async (_context, { passphrase }) => {
      await stopKeyFile(session, passphrase);
      return {};
    },
    setLock: (context, { locksWhenGone }) => {
      context.note(locksWhenGone ? LOCKS : STAYS_OPEN);
      if (locksWhenGone) keyFiles.follow();
      else keyFiles.unfollow();
      return {};
    },
  };
}

async function count(keyFiles: KeyFiles): Promise<KeyFilesAtHand> {
  const { whole, damaged } = await keyFiles.atHand();
  wipe(...whole.map(({ secret }) => secret));
  return { whole: whole.length, damaged, chosen: keyFiles.isChosen };
}
