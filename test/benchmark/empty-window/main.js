// The floor of the app: Electron with one window that shows one word. What it takes, no app on this runtime can do without.
import { app, BrowserWindow } from 'electron';

const folder = process.argv.find((argument) => argument.startsWith('--data-dir=')).slice('--data-dir='.length);
app.setPath('userData', folder);
app.disableHardwareAcceleration();
void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 832 }).loadURL('data:text/html,<p>Empty'));
