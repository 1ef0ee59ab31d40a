// Which Electron this machine runs the app with, said in one line.
import { developmentRuntime, electronVersion } from './development-runtime.mjs';
import { officialRuntime } from './official-runtime.mjs';
import { say } from './say.mjs';

/** The binary to start the app with: `{ electron, development }`. */
export async function ensureRuntime() {
  const official = await officialRuntime();
  if (official) {
    say('Runtime: the official Electron.');
    return { electron: official, development: false };
  }
  const electron = await developmentRuntime();
  say(
    `Runtime: Electron ${electronVersion} from a third party, development only (the official download is out of reach).`,
  );
  return { electron, development: true };
}
