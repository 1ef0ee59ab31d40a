// The app ends itself and comes back as a new process whenever it locks. A mark in the environment, which every
// successor inherits, tells when the last of them is gone.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits until no process carries `mark` (NAME=value) in its environment. Linux; elsewhere it returns at once. */
export async function lastOfFamily(mark) {
  while (members(mark).length > 0) await wait(300);
}

/** Ends every process that carries `mark`. */
export function endFamily(mark) {
  for (const pid of members(mark)) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

function members(mark) {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.filter((pid) => environment(pid).split('\0').includes(mark)).map(Number);
}

function environment(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    // Another user's process, or one that has just ended.
    return '';
  }
}
