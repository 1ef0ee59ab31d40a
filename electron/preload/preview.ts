// All that a preview's page is given: the vault's port. No bridge, no word to main.
import { PREVIEW_PORT } from '#shared/contract/preview-port';
import { ipcRenderer } from 'electron';

ipcRenderer.once(PREVIEW_PORT, (event) => window.postMessage(PREVIEW_PORT, location.origin, event.ports));
