// What a page of ours is: sandboxed, without Node, plug-ins, dialogs, spell check or developer tools.
import type { WebPreferences } from 'electron';

export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  webviewTag: false,
  webgl: false,
  spellcheck: false,
  devTools: false,
  disableDialogs: true,
  navigateOnDragDrop: false,
  disableBlinkFeatures: 'Auxclick',
  v8CacheOptions: 'none',
  // Drafts are flushed after the window is hidden, when Chromium would otherwise slow the page down.
  backgroundThrottling: false,
} as const satisfies WebPreferences;
