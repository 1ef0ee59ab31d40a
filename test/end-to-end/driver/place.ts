// Goes to a page by its path. A person cannot: the app keeps its place in memory and shows no address. The driver finds that
// place in React's own tree, so that nothing is added to the product for the tests.
import type { Page } from 'playwright-core';

interface Fiber {
  readonly memoizedState: Hook | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}
interface Hook {
  readonly memoizedState: unknown;
  readonly next: Hook | null;
}

export async function openPath(page: Page, path: string): Promise<void> {
  await page.evaluate((wanted) => {
    interface Place {
      readonly navigate: (path: string) => void;
      readonly searchHook: unknown;
    }
    const isPlace = (state: unknown): state is Place =>
      typeof state === 'object' && state !== null && 'navigate' in state && 'searchHook' in state;
    const placeOf = (fiber: Fiber | null): Place | undefined => {
      if (fiber === null) return undefined;
      // Class components and the root keep other things there; a hook always has a next one or null.
      for (
        let hook = fiber.memoizedState;
        hook !== null && typeof hook === 'object' && 'next' in hook;
        hook = hook.next
      )
        if (isPlace(hook.memoizedState)) return hook.memoizedState;
      return placeOf(fiber.child) ?? placeOf(fiber.sibling);
    };
    const root = document.getElementById('root') as unknown as Record<string, { stateNode: { current: Fiber } }>;
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
    const place = placeOf(root[key]?.stateNode.current ?? null);
    if (place === undefined) throw new Error('the place of the app was not found');
    place.navigate(wanted);
  }, path);
}
