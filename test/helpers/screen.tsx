// Opens the whole page in jsdom, with a fake vault and a fake preload. What jsdom lacks is filled in here, and only here.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { z } from 'zod';
import { useSaveState } from '../../renderer/api/save-state.ts';
import { App } from '../../renderer/app.tsx';
import { usePreferences } from '../../renderer/preferences.ts';
import { chooseLanguage, prepareText } from '../../renderer/text.ts';
import type { Bridge } from '#shared/contract/bridge';
import type { FakeTransport } from './fake-transport.ts';
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
Object.assign(window, {
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

export interface FakeBridge extends Bridge {
  readonly locks: () => number;
  readonly flushes: () => number;
  /** Main asks for the drafts. */
  readonly askToFlush: () => void;
  readonly sayLockSoon: (seconds: number) => void;
}

export function fakeBridge(wish: Partial<Bridge> = {}): FakeBridge {
  let locks = 0;
  let flushes = 0;
  const flush: (() => void)[] = [];
  const soon: ((seconds: number) => void)[] = [];
  return {
    ready: () => undefined,
    painted: () => undefined,
    lock: () => {
      locks += 1;
    },
    choose: () => Promise.resolve(null),
    dropped: () => Promise.resolve(null),
    platform: 'linux',
    preferences: '',
    keepPreferences: () => undefined,
    onFlush: (listener) => void flush.push(listener),
    flushed: () => {
      flushes += 1;
    },
    onLockSoon: (listener) => void soon.push(listener),
    ...wish,
    locks: () => locks,
    flushes: () => flushes,
    askToFlush: () => flush.forEach((listener) => listener()),
    sayLockSoon: (seconds) => soon.forEach((listener) => listener(seconds)),
  };
}

export interface OpenScreen extends RenderResult {
  readonly user: UserEvent;
  readonly bridge: FakeBridge;
}

/** Renders the app at a path. Mantine runs in its test mode, without transitions. */
export function openScreen(transport: FakeTransport, path = '/', bridge: FakeBridge = fakeBridge()): OpenScreen {
  const user = userEvent.setup();
  const screen = render(<App transport={transport} bridge={bridge} nonce="test" path={path} />);
  return { ...screen, user, bridge };
}

const startPreferences = usePreferences.getState();
const startSaveState = useSaveState.getState();
afterEach(async () => {
  cleanup();
  usePreferences.setState(startPreferences);
  useSaveState.setState(startSaveState);
  vi.useRealTimers();
  await chooseLanguage({ code: 'en', direction: 'ltr' });
});
