// The one window: a sandboxed page that can go nowhere, open nothing, and is called "Records" whatever it shows.
import { join } from 'node:path';
import { PREFERENCES_FLAG } from '#shared/contract/bridge';
import type { Preferences } from '#shared/contract/preferences';
import { BrowserWindow, screen } from 'electron';
import type { Session, WebContents } from 'electron';
import { firstSize, fitsAScreen, readGeometry, writeGeometry } from './geometry.ts';
import { pagePreferences } from './page-preferences.ts';
import { START_PAGE } from './policy.ts';

export const TITLE = 'Records';

/** Holds for every page of every window, including one that some future code opens by mistake. */
export function confinePage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const) {
    // One listener for four events whose types differ only in what we do not read.
    contents.on(way as 'will-navigate', (event) => event.preventDefault());
  }
}

function keepGeometry(window: BrowserWindow, file: string): void {
  const save = () => {
    if (window.isDestroyed() || !window.isVisible() || window.isMinimized()) return;
    writeGeometry(file, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  let pause: NodeJS.Timeout | undefined;
  const saveSoon = () => {
    clearTimeout(pause);
    pause = setTimeout(save, 300);
  };
  for (const change of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
    window.on(change as 'resize', saveSoon);
  }
}

/** Builds the window hidden; it appears with its first painted frame, so that nothing flashes at an unlock or a lock. */
export function openWindow(options: {
  session: Session;
  out: string;
  geometryFile: string;
  preferences: Preferences;
}): BrowserWindow {
  const saved = readGeometry(options.geometryFile);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const place = saved !== undefined && fitsAScreen(saved, screens) ? saved : undefined;
  const window = new BrowserWindow({
    ...(place === undefined
      ? firstSize(screen.getPrimaryDisplay().workArea)
      : { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: 720,
    minHeight: 520,
    title: TITLE,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      ...pagePreferences,
      // As in pagePreferences, and said here again: electronegativity reads no further than the window's own braces.
      sandbox: true,
      contextIsolation: true,
      disableBlinkFeatures: 'Auxclick',
      session: options.session,
      preload: join(options.out, 'preload/index.cjs'),
      // There before the first paint, so that nothing flashes: an answer to a question would come after it.
      additionalArguments: [`${PREFERENCES_FLAG}${JSON.stringify(options.preferences)}`],
    },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  // Keeps screenshots and screen sharing out where the system offers it; Linux does not.
  if (process.platform !== 'linux') window.setContentProtection(true);
  keepGeometry(window, options.geometryFile);
  window.once('ready-to-show', () => {
    if (place?.maximized === true) window.maximize();
    window.show();
  });
  return window;
}

export const loadStartPage = (window: BrowserWindow): Promise<void> => window.loadURL(START_PAGE);
