import { useEffect, useEffectEvent } from 'react';

/** Ends work that nobody waits for any more, as soon as its part of the page is left. */
export function useStopWhenLeft(stop: () => void): void {
  const end = useEffectEvent(stop);
  useEffect(() => () => end(), []);
}
