// Puts the running app together: one window, one vault process, one channel between them, one lock that ends all three.
import { join } from 'node:path';
import { firstPreferences, Preferences } from '#shared/contract/preferences';
import { app, BrowserWindow, clipboard, globalShortcut, MessageChannelMain } from 'electron';
import { acceptDropped, choose } from './choices.ts';
import { watchCopied } from './clipboard.ts';
import type { DataFolder } from './data-folder.ts';
import { lockOnDeaths, lockOnQuit, lockWithComputer } from './deaths.ts';
import { watchIdle } from './idle-watch.ts';
import { readKept, writeKept } from './kept-file.ts';
import { asksToLock } from './keys.ts';
import { leave } from './leave.ts';
import { createLock } from './lock.ts';
import type { Lock } from './lock.ts';
import { errorFacts, log } from './log.ts';
import { openPage } from './page-messages.ts';
import type { Page } from './page-messages.ts';
import { servePages } from './pages.ts';
import { startParser } from './parser-process.ts';
import { pressesFrom } from './press-process.ts';
import { previewsFrom } from './preview-process.ts';
import { lookAtProgram } from './program-files.ts';
import { openSession } from './session.ts';
import { startVault } from './vault-process.ts';
import type { VaultProcess } from './vault-process.ts';
import { loadStartPage, openWindow } from './window.ts';

/** The system-wide key that locks; some desktops keep it for themselves, then Ctrl+L in the window remains. */
const PANIC_KEY = 'CommandOrControl+Shift+L';

/**
 * Hands page and vault the two ends of one channel, once. A page that asks again, or that goes anywhere else, is not the
 * page we opened: that ends in the lock.
 */
function introduceOnce(window: BrowserWindow, vault: VaultProcess, lock: Lock): (page: Page) => void {
  let connected = false;
  // Attempts to leave are refused in window.ts; a navigation that took place anyway means that wall has fallen.
  window.webContents.on('did-navigate', () => {
    if (connected) void lock('page-moved');
  });
  return (page) => {
    if (connected) return void lock('page-moved');
    connected = true;
    const { port1, port2 } = new MessageChannelMain();
    vault.connect(port1);
    page.sendPort(port2);
  };
}

function lockByKey(window: BrowserWindow, lock: Lock): void {
  window.webContents.on('before-input-event', (event, press) => {
    if (!asksToLock(press)) return;
    event.preventDefault();
    void lock('asked');
  });
  if (!globalShortcut.register(PANIC_KEY, () => void lock('asked'))) log('panic-key-taken');
}

const vaultStart = ({ folder, clockFile }: DataFolder): string[] => [
  folder,
  app.getVersion(),
  ...(clockFile === undefined ? [] : [clockFile]),
];

/** @param out the folder of the built processes */
export function openOffice(out: string, data: DataFolder, becomeLock: (lock: Lock) => void): void {
  const session = openSession();
  servePages(session, join(out, 'renderer'));
  const preferences = readKept(data.preferencesFile, Preferences) ?? firstPreferences;
  const window = openWindow({ session, out, geometryFile: data.geometryFile, preferences });
  const copied = watchCopied(clipboard);

  const lock = createLock({
    hide: () => BrowserWindow.getAllWindows().forEach((each) => each.hide()),
    flushDrafts: () => page.flushDrafts(),
    closeVault: () => vault.close(),
    killVault: () => vault.kill(),
    forgetCopied: () => copied.forget(),
    leave,
    onFailure: (step, error) => log('lock-step-failed', { step, ...errorFacts(error) }),
  });
  becomeLock(lock);

  const previews = previewsFrom(out);
  const presses = pressesFrom(out);
  const vault = startVault(out, vaultStart(data), {
    onLockAfter: (minutes) => idle.lockAfter(minutes),
    onParserWanted: (id) => vault.lendParser(id, startParser(out)),
    onPreviewWanted: (id) => vault.lendPreview(id, previews.start(id)),
    onPreviewDone: (id) => previews.end(id),
    onPressWanted: (id) => vault.lendPress(id, presses.start(id)),
    onPressDone: (id) => presses.end(id),
    onKeyFileGone: () => void lock('key-file-gone'),
    onRestart: () => void lock('restart'),
    onExit: () => void lock('vault-gone'),
  });
  const introduce = introduceOnce(window, vault, lock);
  const page: Page = openPage(window, {
    onReady: () => introduce(page),
    onPainted: () => log('painted'),
    onLock: () => void lock('asked'),
    onCopied: () => copied.note(),
    onPreferences: (wish) => writeKept(data.preferencesFile, wish, 'preferences'),
    choose: (purpose) => choose(window, vault, purpose),
    dropped: (file) => acceptDropped(vault, file),
    program: () => lookAtProgram(out),
  });
  const idle = watchIdle(window.webContents, {
    onSoon: (seconds) => page.lockSoon(seconds),
    onLock: () => void lock('idle'),
  });

  lockByKey(window, lock);
  lockOnDeaths(lock);
  lockOnQuit(window, lock);
  lockWithComputer(lock);
  void loadStartPage(window);
}
