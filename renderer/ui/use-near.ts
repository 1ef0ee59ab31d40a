// For long lists: a piece is asked for when it is near the window, so that it is there before it is seen.
import { type RefObject, useEffect, useState } from 'react';

/** How far outside the window a piece counts as near. */
const NEAR = '1500px';

/** True from the moment on when the element was near the window. */
export function useNear(place: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (isNear || element === null) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && setNear(true), {
      rootMargin: NEAR,
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [isNear, place]);
  return isNear;
}
