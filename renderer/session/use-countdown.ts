// Seconds until something may be tried again, counted down calmly once a second.
import { useEffect, useState } from 'react';
import { now } from '../clock.ts';

/** `until` in UTC ms; null when there is nothing to wait for. */
export function useCountdown(until: number | null): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - at) / 1000));
}
