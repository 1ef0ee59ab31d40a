// The broker: starts the vault and the page, hands each its end of one channel, and ends both. It never sees a record,
// a key or a passphrase, and holds nothing that a kill could lose.
import './umask.ts';
import { join } from 'node:path';
import { windowText } from '#shared/text/en/window';
import { app, BrowserWindow, Menu } from 'electron';
import { chooseDataFolder, closeDataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { lockOnErrors } from './deaths.ts';
import { leave } from './leave.ts';
import type { Lock } from './lock.ts';
import { openOffice } from './office.ts';
import { registerScheme } from './pages.ts';
import { hardenEverySession } from './session.ts';
import { closeAirGap, refusedSwitch, stripSwitches } from './switches.ts';
import { confinePage, TITLE } from './window.ts';

/** The folder of all built processes; this file is out/main/index.js. */
const out = join(import.meta.dirname, '..');

/** Everything Chromium must know before it is ready. */
function prepare(): DataFolder {
  if (app.isPackaged) stripSwitches(app.commandLine);
  closeAirGap(app.commandLine);
  app.setName(TITLE);
  app.enableSandbox();
  app.disableHardwareAcceleration();
  registerScheme();
  hardenEverySession();
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, page) => confinePage(page));
  const data = chooseDataFolder(app.getPath('appData'), process.argv, app.isPackaged);
  closeDataFolder(data);
  app.setPath('userData', data.profile);
  app.setPath('sessionData', data.profile);
  return data;
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}

function start(): void {
  // Until there is something to lock, an error simply ends this process and starts the next.
  let lock: Lock = (reason) => {
    leave(reason);
    return Promise.resolve();
  };
  lockOnErrors((reason) => lock(reason));
  const data = prepare();
  // A second start of the same folder brings the first one to the front: two writers would damage a vault.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', showWindow);
  void app.whenReady().then(() =>
    openOffice(out, data, (real) => {
      lock = real;
    }),
  );
}

const refused = refusedSwitch(app.commandLine);
if (refused === undefined) start();
else {
  process.stderr.write(`${windowText.startedUnsafely} --${refused}\n`);
  app.exit(2);
}
