// A typed pipe between page and main. It knows no operation, keeps nothing, and hands the vault's port on unread.
import { PORT_MESSAGE, PREFERENCES_FLAG, channel } from '#shared/contract/bridge';
import type { Bridge } from '#shared/contract/bridge';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

// A MessagePort cannot cross the context bridge; it can only be transferred with a message to our own origin.
ipcRenderer.on(channel.port, (event) => window.postMessage(PORT_MESSAGE, location.origin, event.ports));

// Main clears the clipboard on lock only if the text in it may be ours.
for (const gesture of ['copy', 'cut'] as const) {
  window.addEventListener(gesture, () => ipcRenderer.send(channel.copied), true);
}

const bridge: Bridge = {
  ready: () => ipcRenderer.send(channel.ready),
  painted: () => ipcRenderer.send(channel.painted),
  lock: () => ipcRenderer.send(channel.lock),
  choose: (purpose) => ipcRenderer.invoke(channel.choose, purpose),
  dropped: (file, purpose) =>
    file instanceof File
      ? ipcRenderer.invoke(channel.dropped, { path: webUtils.getPathForFile(file), purpose })
      : Promise.resolve(null),
  program: () => ipcRenderer.invoke(channel.program),
  platform: process.platform,
  preferences: process.argv.findLast((each) => each.startsWith(PREFERENCES_FLAG))?.slice(PREFERENCES_FLAG.length) ?? '',
  keepPreferences: (preferences) => ipcRenderer.send(channel.preferences, preferences),
  onFlush: (listener) => void ipcRenderer.on(channel.flush, () => listener()),
  flushed: () => ipcRenderer.send(channel.flushed),
  onLockSoon: (listener) => void ipcRenderer.on(channel.lockSoon, (_event, seconds) => listener(Number(seconds))),
};
contextBridge.exposeInMainWorld('records', bridge);
