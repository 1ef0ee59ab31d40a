// The order of a lock, its limits of time, and what comes after it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCopied } from '../../electron/main/clipboard.ts';
import { argumentsAfterDeath, argumentsAfterLock } from '../../electron/main/early-deaths.ts';
import { CLOSE_MS, createLock, FLUSH_MS, isDeath, isQuit } from '../../electron/main/lock.ts';
import type { LockSteps } from '../../electron/main/lock.ts';

const done = () => Promise.resolve();
const never = () => new Promise<void>(() => undefined);

function rehearse(changes: Partial<LockSteps> = {}) {
  const taken: string[] = [];
  const failed: string[] = [];
  const note = <T>(name: string, answer: () => T) => {
    taken.push(name);
    return answer();
  };
  const steps: LockSteps = {
    hide: () => note('hide', () => undefined),
    flushDrafts: () => note('flush', done),
    closeVault: () => note('close', done),
    killVault: () => note('kill', () => undefined),
    forgetCopied: () => note('forget', done),
    leave: (reason) => note(`leave ${reason}`, () => undefined),
    onFailure: (step) => failed.push(step),
    ...changes,
  };
  return { lock: createLock(steps), taken, failed };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a lock', () => {
  it('hides first, saves drafts before the vault closes, kills it whatever it said, and leaves last', async () => {
    const { lock, taken } = rehearse();
    await lock('asked');
    expect(taken).toEqual(['hide', 'flush', 'close', 'kill', 'forget', 'leave asked']);
  });

  it('waits for no one longer than its limits', async () => {
    const { lock, taken } = rehearse({ flushDrafts: never, closeVault: never, forgetCopied: never });
    const locked = lock('idle');
    await vi.advanceTimersByTimeAsync(FLUSH_MS + 2 * CLOSE_MS);
    await locked;
    expect(taken).toEqual(['hide', 'kill', 'leave idle']);
  });

  it('goes on when a step fails, because what follows protects people', async () => {
    const fail = () => {
      throw new Error('gone');
    };
    const { lock, taken, failed } = rehearse({
      hide: fail,
      flushDrafts: () => Promise.reject(new Error('gone')),
      killVault: fail,
    });
    await lock('suspend');
    expect(taken).toEqual(['close', 'forget', 'leave suspend']);
    expect(failed).toEqual(['hide', 'flush', 'kill']);
  });

  it('runs once, however many reasons arrive; the first one counts', async () => {
    const { lock, taken } = rehearse();
    await Promise.all([lock('suspend'), lock('vault-gone'), lock('asked')]);
    expect(taken.filter((step) => step.startsWith('leave'))).toEqual(['leave suspend']);
  });

  it('ends the app only when a person closes it or the computer shuts down', () => {
    expect((['closed', 'shutdown'] as const).every(isQuit)).toBe(true);
    expect((['asked', 'idle', 'restart', 'page-gone', 'vault-gone'] as const).some(isQuit)).toBe(false);
    expect(isDeath('vault-gone')).toBe(true);
    expect(isDeath('asked')).toBe(false);
  });
});

describe('a start that dies at once', () => {
  it('is repeated twice and then given up', () => {
    const second = argumentsAfterDeath(['/app', '--data-dir=/d'], 2);
    const third = argumentsAfterDeath(second!, 2);
    expect(third?.slice(0, 2)).toEqual(['/app', '--data-dir=/d']);
    expect(argumentsAfterDeath(third!, 2)).toBeUndefined();
  });

  it('is forgotten once a start has lasted, or somebody asked for a lock', () => {
    const second = argumentsAfterDeath(['/app'], 2)!;
    expect(argumentsAfterDeath(second, 60)).toEqual(['/app']);
    expect(argumentsAfterLock(second)).toEqual(['/app']);
  });

  it('does not believe a count that is no number', () => {
    expect(argumentsAfterDeath(['/app', '--early-deaths=x'], 2)).toEqual(['/app', '--early-deaths=1']);
  });
});

describe('the desktop', () => {
  const clipboards = {
    'Electron 33': (cleared: string[]) => ({ clear: (type = 'clipboard') => void cleared.push(type) }),
    'Electron 45': (cleared: string[]) => ({
      clear: () => void cleared.push('clipboard'),
      selection: { clear: () => void cleared.push('selection') },
    }),
  };
  it.each(Object.entries(clipboards))('loses the selection, and a clipboard of ours (%s)', async (_version, make) => {
    const cleared: string[] = [];
    const copied = watchCopied(make(cleared));
    await copied.forget();
    expect(cleared).toEqual(['selection']);
    copied.note();
    await copied.forget();
    expect(cleared).toEqual(['selection', 'selection', 'clipboard']);
  });
});
