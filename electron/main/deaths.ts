// Endings nobody asked for. Each has the same answer: the lock, so that the screen is neutral and the memory gone.
import { app, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import { isHidden } from './hidden-pages.ts';
import type { Lock } from './lock.ts';
import { errorFacts, log } from './log.ts';

/** An error that nobody caught leaves main in an unknown state, and its message may quote what it was working on. */
export function lockOnErrors(lock: Lock): void {
  for (const origin of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(origin, (error: unknown) => {
      log('error-uncaught', errorFacts(error));
      void lock('internal');
    });
  }
}

/** Processes of Chromium. The vault's and a parser's deaths are heard where they are started. */
export function lockOnDeaths(lock: Lock): void {
  app.on('render-process-gone', (_event, page, { reason, exitCode }) => {
    if (isHidden(page)) return; // it holds one picture or page and no key, and its end is heard where it is started
    log('page-gone', { reason, exitCode });
    void lock('page-gone');
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    if (reason === 'clean-exit') return;
    log('child-gone', { type, reason, exitCode });
    const hasOwnListener = serviceName === 'node.mojom.NodeService';
    // Chromium starts the drawing process again by itself; it holds pixels of a window that stays.
    if (!hasOwnListener && type !== 'GPU') void lock('child-gone');
  });
}

/** The ways in which a person or the system ends the app. Electron does not wait for an unfinished handler: we do. */
export function lockOnQuit(window: BrowserWindow, lock: Lock): void {
  window.on('close', (event) => {
    event.preventDefault();
    void lock('closed');
  });
  window.on('session-end', () => void lock('shutdown'));
  app.on('before-quit', (event) => {
    event.preventDefault();
    void lock('closed');
  });
}

/** The computer sleeps, its screen is locked, another account takes over, or it shuts down. */
export function lockWithComputer(lock: Lock): void {
  powerMonitor.on('suspend', () => void lock('suspend'));
  powerMonitor.on('lock-screen', () => void lock('screen-locked'));
  powerMonitor.on('user-did-resign-active', () => void lock('screen-locked'));
  powerMonitor.on('shutdown', () => void lock('shutdown'));
}
