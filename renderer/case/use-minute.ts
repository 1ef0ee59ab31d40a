// Sixty seconds for something sealed. Every key starts them again; at the end whoever asked is told, once.
import { useEffect, useEffectEvent, useState } from 'react';

/** Seconds that something sealed stays open without a key (design: 60). */
export const OPEN_FOR = 60;

/** Seconds that are left. `restart` gives all of them back. */
export function useMinute(onEnd: () => void): { readonly left: number; readonly restart: () => void } {
  const [left, setLeft] = useState(OPEN_FOR);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left === 0) end();
  }, [left]);
  return { left, restart: () => setLeft(OPEN_FOR) };
}
