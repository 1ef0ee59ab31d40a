// The end of this process: for good, or straight into a fresh one at the neutral screen.
import { windowText } from '#shared/text/en/window';
import { app, dialog } from 'electron';
import { argumentsAfterDeath, argumentsAfterLock } from './early-deaths.ts';
import { isDeath, isQuit } from './lock.ts';
import type { LockReason } from './lock.ts';
import { log } from './log.ts';
import { startAfterUs } from './successor.ts';

/** Ends this process. Starts a new one unless the person quits, or starting keeps failing. */
export function leave(reason: LockReason): void {
  log('leave', { reason });
  if (isQuit(reason)) {
    app.exit(0);
    return;
  }
  const now = process.argv.slice(1);
  const next = isDeath(reason) ? argumentsAfterDeath(now, process.uptime()) : argumentsAfterLock(now);
  if (next === undefined) {
    log('gave-up');
    dialog.showErrorBox(windowText.title, windowText.cannotStart);
    app.exit(1);
    return;
  }
  startAfterUs(next);
  app.exit(0);
}
