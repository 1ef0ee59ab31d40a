// Locking from the page: the screen turns neutral at once, open text goes to the vault, then everything is forgotten.
import { useEffect, useState } from 'react';
import { useBridge } from '../bridge.tsx';
import { flushAll } from './drafts-pending.ts';

/** ms. A lock is a promise: a vault that does not answer must not keep the records open. */
const FLUSH_LIMIT = 2_000;

const atMost = (limit: number, work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, limit))]);

/** `isLocking` means: paint nothing but the neutral room. */
export function useLock(): { isLocking: boolean; lockNow: () => void } {
  const bridge = useBridge();
  const [isLocking, setLocking] = useState(false);
  useEffect(() => bridge.onFlush(() => void flushAll().then(() => bridge.flushed())), [bridge]);
  const lockNow = (): void => {
    const flushed = flushAll();
    setLocking(true);
    void atMost(FLUSH_LIMIT, flushed).then(() => bridge.lock());
  };
  return { isLocking, lockNow };
}
