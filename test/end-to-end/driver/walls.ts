// What Chromium must have been told about every page of the app, whatever the page is for (`getLastWebPreferences`).

export const WALLS = {
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
  spellcheck: false,
  devTools: false,
  disableDialogs: true,
  navigateOnDragDrop: false,
  disableBlinkFeatures: 'Auxclick',
} as const;
