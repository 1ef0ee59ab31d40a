// Set-up of every test of the page: what jsdom lacks is filled in here, and only here, and what a test changed of the page
// is put back after it: the files of one process share its window and its modules, and this runs before each of them.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure, getConfig } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { z } from 'zod';
import { useSaveState } from '../../renderer/api/save-state.ts';
import { usePreferences } from '../../renderer/preferences.ts';
import { chooseLanguage, prepareText } from '../../renderer/text.ts';
import { mirrored, pseudo } from './pseudo-language.ts';
import { rememberStyles } from './remembered-styles.ts';

/** The library says so itself, but not in its types. */
const isLookingAgain = () =>
  (getConfig() as unknown as Record<string, unknown>)['_disableExpensiveErrorDiagnostics'] === true;

z.config({ jitless: true });
// A busy computer is no fault of the screen.
configure({ asyncUtilTimeout: 25_000 });
// Whatever waits looks many times before it finds, and each miss would print the whole page to throw it away. The last miss is
// printed all the same, once the time is over.
const { getElementError } = getConfig();
configure({
  getElementError: (message, container) => {
    if (!isLookingAgain()) return getElementError(message, container);
    return Object.assign(new Error(message ?? undefined), { name: 'TestingLibraryElementError' });
  },
});
prepareText([pseudo, mirrored]);

class NoResize {
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
}
class NothingNear {
  observe(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
}
Object.assign(window, {
  IntersectionObserver: NothingNear,
  matchMedia: (query: string) => ({
    // A computer that asks for less motion: nobody waits for what glides in.
    matches: query === '(prefers-reduced-motion: reduce)',
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
  ResizeObserver: NoResize,
  scrollTo: () => undefined,
});
Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined });
rememberStyles(window);
// Nothing has a place or a size in jsdom, and what opens from something out of sight is hidden by Mantine a moment later.
const nowhere = new DOMRect();
Element.prototype.getBoundingClientRect = function inSight(): DOMRect {
  return this.hasAttribute('aria-haspopup') ? new DOMRect(0, 0, 48, 48) : nowhere;
};
for (const [side, length] of Object.entries({ clientWidth: innerWidth, clientHeight: innerHeight }))
  Object.defineProperty(document.documentElement, side, { configurable: true, value: length });
Object.assign(document, { fonts: { addEventListener: () => undefined, removeEventListener: () => undefined } });

const startPreferences = usePreferences.getState();
const startSaveState = useSaveState.getState();
afterEach(async () => {
  cleanup();
  usePreferences.setState(startPreferences);
  useSaveState.setState(startSaveState);
  vi.useRealTimers();
  await chooseLanguage({ code: 'en', direction: 'ltr' });
});
