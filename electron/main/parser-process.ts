// Untrusted files are read in a process of their own that holds no key: one process for one file, ended with its port.
import { join } from 'node:path';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import { log } from './log.ts';
import { LONGEST_MS, MOST_HEAP_MB } from './parser-bounds.ts';

/** Starts a parser and returns the vault's end of the channel to it. When the parser dies, that end closes. */
export function startParser(out: string): MessagePortMain {
  const child = utilityProcess.fork(join(out, 'parser/process.js'), [], {
    serviceName: 'parser',
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {},
    // Without `--js-flags=` the switch is passed on and has no effect (Electron 33: the limit stayed at 4.3 GB).
    execArgv: [`--js-flags=--max-old-space-size=${MOST_HEAP_MB}`],
  });
  const limit = setTimeout(() => child.kill(), LONGEST_MS);
  child.once('exit', (exitCode) => {
    clearTimeout(limit);
    log('parser-exit', { exitCode });
  });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage({ type: 'connect' }, [port2]);
  return port1;
}
