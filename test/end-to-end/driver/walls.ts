// What Chromium must have been told about every page of the app, whatever the page is for (`getLastWebPreferences`,
// which does not tell of spell check, developer tools, plugins, dragging and the middle button: for these see test/main/switches.test.ts).

export const WALLS = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  disableDialogs: true,
} as const;
