// Set-up of every test of the page: what jsdom lacks is filled in here, and only here, and what a test changed of the page
// is put back after it. Each test file has a window of its own, while the modules stay loaded.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { z } from 'zod';
import { useSaveState } from '../../renderer/api/save-state.ts';
import { usePreferences } from '../../renderer/preferences.ts';
import { chooseLanguage, prepareText } from '../../renderer/text.ts';
import { mirrored, pseudo } from './pseudo-language.ts';

z.config({ jitless: true });
// A busy computer is no fault of the screen.
configure({ asyncUtilTimeout: 8_000 });
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
    matches: false,
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
