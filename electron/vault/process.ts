// The vault as a process of the app: the only file that knows `process.parentPort`, the real clock and the real ids.
import './umask.ts';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- The clock file is named by main, not by a person.
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { MainToVault, VaultToMain } from '#shared/contract/bridge';
import type { ToPress } from '#shared/contract/press';
import type { ToPreview } from '#shared/contract/preview';
import type { ToParser } from '#shared/htcds/parser-protocol';
import { uuidv7 } from 'uuidv7';
import { inThreads } from './backup/heavy-work.ts';
import { productTools } from './keys/kdf.ts';
import { type LentPort, linesFromMain } from './line-from-main.ts';
import { servePage } from './page-port.ts';
import type { Handle, Port } from './page-port.ts';
import { sticksOfMachine } from './removable/sticks-of-machine.ts';
import { createVault } from './vault.ts';
import { vaultFolder } from './vault-folder.ts';

/** What Electron gives a utility process, in the few words used here; the types of Electron stay out of this room. */
interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: MainToVault; readonly ports: readonly (Port & LentPort)[] }) => void,
  ): void;
  postMessage(message: VaultToMain): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const [dataFolder, appVersion, clockFile] = process.argv.slice(2);
if (dataFolder === undefined || appVersion === undefined) throw new Error('the vault needs its folder and the version');

/** One line of codes on standard error; a bug's own words are never among them. */
const log = (line: object): void => void process.stderr.write(`${JSON.stringify({ from: 'vault', ...line })}\n`);

for (const origin of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(origin, (error: unknown) => {
    log({ event: 'error-uncaught', detail: error instanceof Error ? error.name : typeof error });
    process.exit(70); // EX_SOFTWARE; main answers with the lock
  });
}

/** A development build may be given a file that holds the milliseconds by which its clock runs ahead, for the demo. */
const ahead = (): number => (clockFile === undefined ? 0 : Number(readFileSync(clockFile, 'utf8')));
const now = (): number => Date.now() + ahead();
const today = (): string => {
  const date = new Date(now());
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const say = (message: VaultToMain): void => parentPort.postMessage(message);
const parsers = linesFromMain<ToParser>(say, (id) => ({ type: 'parser-wanted', id }));
const previews = linesFromMain<ToPreview>(
  say,
  (id) => ({ type: 'preview-wanted', id }),
  (id) => ({ type: 'preview-done', id }),
);
const presses = linesFromMain<ToPress>(
  say,
  (id) => ({ type: 'press-wanted', id }),
  (id) => ({ type: 'press-done', id }),
);
const vault = createVault({
  place: vaultFolder(dataFolder),
  tools: productTools,
  totalMemoryBytes: totalmem(),
  sticks: sticksOfMachine(process.platform),
  startParser: parsers.start,
  startPreview: previews.start,
  startPress: presses.start,
  readerPage: async () => (await import('./reader-page.ts')).default,
  heavyWork: inThreads(join(import.meta.dirname, 'worker.js')),
  appVersion,
  log,
  now,
  today,
  newId: uuidv7,
  elapsed: () => performance.now(),
  restart: () => say({ type: 'restart' }),
  keyFileGone: () => say({ type: 'key-file-gone' }),
});

let lastMinutes: number | null = null;
/** Main learns the idle limit as soon as the vault is open, and every change of it. */
const tellLimit = (): void => {
  const minutes = vault.lockAfterMinutes();
  if (minutes !== null && minutes !== lastMinutes) say({ type: 'lock-after', minutes });
  lastMinutes = minutes;
};
const handle: Handle = async (name, request, control) => {
  const result = await vault.handle(name, request, control);
  tellLimit();
  return result;
};

/** There is one page: a new port ends the one before. */
let leavePage: () => void = () => undefined;

parentPort.on('message', ({ data: message, ports: [port] }) => {
  switch (message.type) {
    case 'connect':
      leavePage();
      if (port !== undefined) leavePage = servePage(port, handle);
      return;
    case 'grant':
      vault.grant(message);
      say({ type: 'granted', handle: message.handle });
      return;
    case 'parser':
      if (port !== undefined) parsers.lent(message.id, port);
      return;
    case 'preview':
      if (port !== undefined) previews.lent(message.id, port);
      return;
    case 'press':
      if (port !== undefined) presses.lent(message.id, port);
      return;
    case 'close':
      leavePage();
      vault.close();
      process.exit(0);
  }
});
say({ type: 'ready' });
