// How main starts the process that reads a file of unknown origin. Electron itself is stood in for: it runs under no test runner.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LONGEST_MS, MOST_HEAP_MB } from '../../electron/main/parser-bounds.ts';
import { startParser } from '../../electron/main/parser-process.ts';

const electron = vi.hoisted(() => {
  const child = { kill: vi.fn(), once: vi.fn(), postMessage: vi.fn() };
  const ports = { port1: { end: 'the vault’s' }, port2: { end: 'the parser’s' } };
  return { child, ports, fork: vi.fn(() => child) };
});
vi.mock('electron', () => ({
  utilityProcess: { fork: electron.fork },
  MessageChannelMain: class {
    readonly port1 = electron.ports.port1;
    readonly port2 = electron.ports.port2;
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gets no environment, no output, a limit of memory and a limit of time', () => {
  expect(startParser('/out')).toBe(electron.ports.port1);
  expect(electron.fork).toHaveBeenCalledExactlyOnceWith('/out/parser/process.js', [], {
    serviceName: 'parser',
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {},
    execArgv: [`--js-flags=--max-old-space-size=${MOST_HEAP_MB}`],
  });
  expect(electron.child.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'connect' }, [electron.ports.port2]);
  vi.advanceTimersByTime(LONGEST_MS - 1);
  expect(electron.child.kill).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(electron.child.kill).toHaveBeenCalledOnce();
});
