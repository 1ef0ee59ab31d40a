// What the page keeps in React's own tree, found by the names in it: the driver reaches what a person reaches by other means, and
// nothing is added to the product for the tests.
import type { JSHandle, Page } from 'playwright-core';

interface Fiber {
  readonly memoizedState: Hook | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}
interface Hook {
  readonly memoizedState: unknown;
  readonly next: Hook | null;
}

/** The first state in the page's tree that has all of these names. Throws when there is none. */
export function hookState<T>(page: Page, names: readonly string[]): Promise<JSHandle<T>> {
  return page.evaluateHandle((wanted) => {
    const isIt = (state: unknown): boolean =>
      typeof state === 'object' && state !== null && wanted.every((name) => name in state);
    const stateIn = (fiber: Fiber | null): unknown => {
      if (fiber === null) return undefined;
      // Class components and the root keep other things there; a hook always has a next one or null.
      for (
        let hook = fiber.memoizedState;
        hook !== null && typeof hook === 'object' && 'next' in hook;
        hook = hook.next
      )
        if (isIt(hook.memoizedState)) return hook.memoizedState;
      return stateIn(fiber.child) ?? stateIn(fiber.sibling);
    };
    const root = document.getElementById('root') as unknown as Record<string, { stateNode: { current: Fiber } }>;
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
    const found = stateIn(root[key]?.stateNode.current ?? null);
    if (found === undefined) throw new Error(`the page keeps nothing with ${wanted.join(' and ')}`);
    return found as T;
  }, names);
}
