// Opens the whole page in jsdom (prepared by jsdom-page.ts), with a fake vault and a fake preload.
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { App } from '../../renderer/app.tsx';
import type { Bridge } from '#shared/contract/bridge';
import type { FakeTransport } from './fake-transport.ts';

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
    program: () => Promise.resolve(null),
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

/** Renders the app at a path, without transitions (jsdom-page.ts asks for less motion). */
export function openScreen(transport: FakeTransport, path = '/', bridge: FakeBridge = fakeBridge()): OpenScreen {
  // No stylesheet is there that could switch the pointer off; asking every ancestor at every click took a third of the time.
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
  const screen = render(<App transport={transport} bridge={bridge} nonce="test" path={path} />);
  return { ...screen, user, bridge };
}
