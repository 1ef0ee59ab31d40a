// Goes to a page by its path. A person cannot: the app keeps its place in memory and shows no address.
import type { Page } from 'playwright-core';
import { hookState } from './hook-state.ts';

interface Place {
  readonly navigate: (path: string) => void;
}

export async function openPath(page: Page, path: string): Promise<void> {
  const place = await hookState<Place>(page, ['navigate', 'searchHook']);
  await place.evaluate(({ navigate }, wanted) => navigate(wanted), path);
}
