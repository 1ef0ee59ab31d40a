// The process that comes after this one. Electron's own `app.relaunch` starts it with Linux's "no new privileges" set,
// and such a process cannot use Chromium's sandbox helper: on a computer without user namespaces it never comes up.
import { app } from 'electron';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const SHELL = '/bin/bash';
/**
 * Lets go of every file, socket and shared memory of this process, which a child has too until it closes them; waits on
 * standard input, which ends when this process does, and until the process itself is gone, at most five seconds: while it
 * was still there, the next one would take it for a running app and end. Then it becomes the program named. Other shells
 * cannot close a descriptor of two digits.
 */
const AFTER_US = [
  'for open in /proc/$$/fd/*; do open=${open##*/}; if ((open > 2)); then eval "exec $open>&-"; fi; done',
  'read -r _',
  'for ((turn = 0; turn < 50; turn++)); do [[ -e /proc/$1/exe ]] || break; sleep 0.1; done',
  'shift',
  'exec "$@" </dev/null',
].join('\n');

/** Has the app started again with these arguments, once this process is gone. The caller then ends it. */
export function startAfterUs(args: readonly string[]): void {
  if (process.platform !== 'linux' || !existsSync(SHELL)) {
    app.relaunch({ args: [...args] });
    return;
  }
  const command = ['-c', AFTER_US, 'successor', String(process.pid), process.execPath, ...args];
  spawn(SHELL, command, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] }).unref();
}
