// Looks now and then whether anybody is still there, gives notice, and locks.
import { powerMonitor } from 'electron';
import type { WebContents } from 'electron';
import { DEFAULT_MINUTES, idleVerdict } from './idle.ts';

const LOOK_MS = 5_000;
const LOOK_CLOSELY_MS = 1_000;

export interface IdleWatch {
  /** The vault is open: from now on the shelter's own limit counts. */
  lockAfter(minutes: number): void;
  stop(): void;
}

export interface IdleListeners {
  readonly onSoon: (seconds: number) => void;
  readonly onLock: () => void;
}

/** A screen that nobody has touched holds nothing to forget, so the watch begins with the first input or unlock. */
export function watchIdle(page: WebContents, { onSoon, onLock }: IdleListeners): IdleWatch {
  let minutes = DEFAULT_MINUTES;
  let touched = false;
  let warned = false;
  let systemCounts = false;
  let lastInput = performance.now();
  let due = Date.now();
  let timer: NodeJS.Timeout;

  const lookAgainIn = (delay: number) => {
    due = Date.now() + delay;
    timer = setTimeout(look, delay);
  };
  const look = () => {
    const system = powerMonitor.getSystemIdleTime();
    systemCounts ||= system > 0;
    const signs = {
      system,
      systemCounts,
      window: (performance.now() - lastInput) / 1000,
      late: (Date.now() - due) / 1000,
    };
    const verdict = touched ? idleVerdict(signs, minutes) : { kind: 'present' as const };
    if (verdict.kind === 'lock') {
      onLock();
      return;
    }
    if (verdict.kind === 'soon') onSoon(verdict.seconds);
    else if (warned) onSoon(0);
    warned = verdict.kind === 'soon';
    lookAgainIn(warned ? LOOK_CLOSELY_MS : LOOK_MS);
  };

  page.on('input-event', () => {
    touched = true;
    lastInput = performance.now();
  });
  lookAgainIn(LOOK_MS);
  return {
    lockAfter: (limit) => {
      touched = true;
      minutes = limit;
      lastInput = performance.now();
    },
    stop: () => clearTimeout(timer),
  };
}
